//! Several versions of the criteria side by side: audits keep the one they were made with.

use std::sync::Arc;

use chrono::NaiveDate;

use super::Catalogue;
use crate::domain::Invalid;

/// What comes with the program. A test reads it.
const SHIPPED: &str = include_str!("../../../geodata/catalogue/criteria/lb-draft-1.toml");

/// All versions there are, the oldest first. There is at least one.
#[derive(Clone, Debug)]
pub struct Catalogues(Arc<[Arc<Catalogue>]>);

impl Catalogues {
    /// Versions side by side; of two with the same name the later in the list holds, as a city's own stands behind what
    /// came with the program.
    ///
    /// # Errors
    /// When there is none, or two begin on the same day: nobody could say which a new audit uses. The field is `since`.
    pub fn new(all: impl IntoIterator<Item = Catalogue>) -> Result<Self, Invalid> {
        let mut kept: Vec<Arc<Catalogue>> = Vec::new();
        for own in all {
            kept.retain(|other| other.version != own.version);
            kept.push(Arc::new(own));
        }
        kept.sort_by_key(|own| own.since);
        if kept.is_empty() {
            return Err(Invalid::new(
                "version",
                "there must be a catalogue of criteria",
            ));
        }
        for pair in kept.windows(2) {
            if pair[0].since == pair[1].since {
                let (one, other) = (&pair[0].version, &pair[1].version);
                let rule = format!("{one} and {other} must not begin on the same day");
                return Err(Invalid::new("since", rule));
            }
        }
        Ok(Self(kept.into()))
    }

    /// What comes with the program, and a city's own texts beside it. What this program cannot read any more is left out:
    /// of audits that were made with it no rating follows.
    #[must_use]
    pub fn shipped_beside<T: AsRef<str>>(own: &[T]) -> Self {
        let texts = std::iter::once(SHIPPED).chain(own.iter().map(AsRef::as_ref));
        let all: Vec<_> = texts
            .filter_map(|text| Catalogue::from_toml(text).ok())
            .collect();
        Self::new(all).unwrap_or_else(|_| Self::shipped())
    }

    /// What comes with the program.
    #[must_use]
    pub fn shipped() -> Self {
        let shipped = Catalogue::from_toml(SHIPPED).ok();
        let shipped = shipped.expect("a test reads what comes with the program");
        Self(Arc::new([Arc::new(shipped)]))
    }

    /// The version that a new audit uses on a day: the last that has begun, or the first of all.
    #[must_use]
    pub fn current(&self, today: NaiveDate) -> &Arc<Catalogue> {
        let begun = self.0.iter().rev().find(|own| own.since <= today);
        begun.unwrap_or(&self.0[0])
    }

    /// A version by its name.
    #[must_use]
    pub fn version(&self, name: &str) -> Option<&Arc<Catalogue>> {
        self.0.iter().find(|own| own.version.as_str() == name)
    }

    /// One by one, the oldest first.
    pub fn iter(&self) -> impl Iterator<Item = &Arc<Catalogue>> {
        self.0.iter()
    }
}
