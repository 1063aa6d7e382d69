//! What the city does where people feel unsafe: it stands on the same card as what was told (specification, C.8 R14).

use maud::{Markup, html};

use crate::domain::DistrictId;
use crate::pages::messages::Language;
use crate::snapshot::Snapshot;

/// Something that the city does or has done.
pub(super) struct Taken {
    /// What it is.
    pub(super) title: String,
    /// Where more of it is said.
    pub(super) address: String,
}

/// What the city does in a district. Nothing is recorded of it in this version of the program, so there is nothing to tell.
pub(super) fn taken(_city: &Snapshot, _district: &DistrictId, _language: Language) -> Vec<Taken> {
    Vec::new()
}

/// The same as a list; nothing where there is none.
pub(super) fn list(city: &Snapshot, district: Option<&DistrictId>, language: Language) -> Markup {
    let all = district.map(|own| taken(city, own, language));
    let all = all.unwrap_or_default();
    html! {
        @if !all.is_empty() {
            div.safety-measures {
                p { strong { (language.text("safety-measures")) } }
                ul.plain { @for own in &all { li { a href=(own.address) { (own.title) } } } }
            }
        }
    }
}
