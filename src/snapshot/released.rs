//! Frozen releases of reports of how safe people feel. They are all that the snapshot knows of reports.

use crate::domain::released::ReleaseText;
use crate::domain::report::Product;
use crate::safety::{Class, Group, ReleaseFile};
use crate::snapshot::Snapshot;

/// A release: its text, and what it says where this program can read it.
pub struct Released {
    /// What is published, byte for byte.
    pub text: ReleaseText,
    /// What it says; none where another version of this program wrote it in a way that this one does not know.
    pub file: Option<ReleaseFile>,
}

impl Released {
    pub(super) fn read(text: ReleaseText) -> Self {
        Self {
            file: serde_json::from_str(&text.content).ok(),
            text,
        }
    }
}

impl Snapshot {
    /// The newest release about the whole city, and the class of what was done to people that it tells; no class means none or
    /// too few. None where there is no such release yet.
    #[must_use]
    pub fn newest_city_release(&self) -> Option<(&ReleaseFile, Option<Class>)> {
        let mut files = self.releases().iter().filter_map(|own| own.file.as_ref());
        let newest = files.rfind(|own| own.product == Product::City)?;
        let area = newest.areas.first();
        let class = area.and_then(|own| own.groups.get(&Group::Sensitive).copied().flatten());
        Some((newest, class))
    }

    /// Every release, by period.
    #[must_use]
    pub fn releases(&self) -> &[Released] {
        &self.frame.releases
    }

    /// The release with a name such as `cells-2025`.
    #[must_use]
    pub fn release(&self, id: &str) -> Option<&Released> {
        self.frame.releases.iter().find(|own| own.text.id() == id)
    }
}
