//! What an audit for barriers says of a place: what was read off on the spot, who says it, and what becomes of it.
//!
//! What is looked at, and what is good enough, stands in a catalogue of criteria (`barrier_free`), never here.

pub mod equivalent;
pub mod life;
pub mod measure;
pub mod name;
pub mod photo;
pub mod record;
pub mod value;
mod wanted;

pub use equivalent::{Equivalent, Office};
pub use name::{CatalogueVersion, CriterionId, Key};
pub use record::{Audit, AuditDraft, AuditId, Auditor, OncePublished, PublishedAudit};
pub use value::{Amount, Unit};
pub use wanted::MeasureFilter;

use crate::domain::choice::choice;

choice! {
    /// Who says it. What one of them says is never mixed with what another says.
    Source: "source" {
        /// Somebody of the city measured it on the spot.
        Audit = "audit",
        /// Whoever runs the place says so; never enough to call a place fully usable.
        SelfDeclared = "self_declared",
        /// The tags of OpenStreetMap; shown as such, and no rating follows from them.
        Osm = "osm",
    }
}

choice! {
    /// How much an audit looks at.
    Depth: "depth" {
        /// The core of the catalogue, about 30 minutes on the spot ("Kurzprüfung").
        Quick = "quick",
        /// Everything that applies.
        Full = "full",
    }
}

choice! {
    /// What becomes of one criterion at one place.
    Verdict: "verdict" {
        /// The standard is met.
        Met = "met",
        /// The aim is reached in another way, for a written reason (opening clause of DIN 18040-1). Counts as met.
        MetByEquivalent = "met_by_equivalent",
        /// The standard is not met, the minimum is.
        Limited = "limited",
        /// Not even the minimum is met.
        NotMet = "not_met",
        /// Not enough was read off to say so.
        Unknown = "unknown",
        /// There is nothing at the place that it speaks of.
        NotApplicable = "not_applicable",
    }
}

impl Verdict {
    /// Whether it is met, in the one way or the other.
    #[must_use]
    pub const fn is_met(self) -> bool {
        matches!(self, Self::Met | Self::MetByEquivalent)
    }

    /// Whether it is met, limited or not met: somebody has looked.
    #[must_use]
    pub const fn is_decided(self) -> bool {
        !matches!(self, Self::Unknown | Self::NotApplicable)
    }
}

choice! {
    /// Whether people with a need can use a place.
    Rating: "rating" {
        /// They can.
        Full = "full",
        /// They can with limits.
        Partial = "partial",
        /// They cannot.
        None = "none",
        /// It has not been looked at enough to say so.
        Unknown = "unknown",
    }
}
