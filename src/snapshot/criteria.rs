//! Versions of the criteria side by side: how many published audits use each, and what another would make of them.

use std::sync::Arc;

use crate::barrier_free::catalogue::Catalogue;
use crate::barrier_free::effects::Effect;
use crate::snapshot::{Accessibility, Located, Snapshot};

/// How many published audits that count were made with a version.
pub struct VersionUse<'a> {
    /// The version.
    pub catalogue: &'a Arc<Catalogue>,
    /// So many audits.
    pub audits: usize,
}

/// What a version would make of one published audit.
pub struct AuditEffect<'a> {
    /// The place.
    pub located: &'a Located,
    /// The audit.
    pub audited: &'a Accessibility,
    /// What would be different.
    pub effect: Effect,
}

/// What a version would make of everything that is published.
pub struct VersionEffects<'a> {
    /// So many audits were made with another version and can be carried over.
    pub compared: usize,
    /// So many were made with a version that this program does not know any more: nothing can be said of them.
    pub unknown: usize,
    /// Those that would be rated differently, or of which something cannot be carried over; by their ids.
    pub different: Vec<AuditEffect<'a>>,
}

impl Snapshot {
    /// All versions of the criteria, the oldest first, each with the number of published audits that count.
    #[must_use]
    pub fn criteria_in_use(&self) -> Vec<VersionUse<'_>> {
        let used_by = |version: &str| {
            let audits = self.audits(None);
            let own = audits.filter(|(_, own)| own.audit().criteria.as_str() == version);
            own.count()
        };
        let all = self.criteria().iter();
        all.map(|catalogue| VersionUse {
            audits: used_by(catalogue.version.as_str()),
            catalogue,
        })
        .collect()
    }

    /// What a version would make of the published audits that were made with another.
    #[must_use]
    pub fn effects_of(&self, version: &Arc<Catalogue>) -> VersionEffects<'_> {
        let mut effects = VersionEffects {
            compared: 0,
            unknown: 0,
            different: Vec::new(),
        };
        for (located, audited) in self.audits(None) {
            if audited.audit().criteria == version.version {
                continue;
            }
            let Some(sheet) = audited.sheet() else {
                effects.unknown += 1;
                continue;
            };
            effects.compared += 1;
            let effect = Effect::of(sheet, version, located.place.kind, audited.basis());
            if effect.rates_differently() || !effect.uncarried.is_empty() {
                effects.different.push(AuditEffect {
                    located,
                    audited,
                    effect,
                });
            }
        }
        effects
    }
}
