//! What an entry of the trail is about.

use std::fmt;

use serde::Serialize;

use crate::domain::members::Described;

/// What something was done to: a kind and an id, e.g. `place/<id>`, or a kind alone, e.g. `map`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct Subject(Box<str>);

impl Subject {
    /// One of its kind, e.g. `account` and its id.
    #[must_use]
    pub fn of(kind: &str, id: impl fmt::Display) -> Self {
        Self(format!("{kind}/{id}").into())
    }

    /// The place, event or the like with this id.
    #[must_use]
    pub fn described<T: Described>(id: T::Id) -> Self {
        Self::of(T::KIND, id)
    }

    /// The only one of its kind, or all of them.
    #[must_use]
    pub fn alone(kind: &str) -> Self {
        Self(kind.into())
    }

    /// Reads a subject back.
    #[must_use]
    pub fn from_stored(text: &str) -> Self {
        Self(text.into())
    }

    /// As text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The id, if it is one of this sort.
    #[must_use]
    pub fn id_of<T: Described>(&self) -> Option<T::Id> {
        let (kind, id) = self.0.split_once('/')?;
        (kind == T::KIND).then(|| id.parse().ok()).flatten()
    }
}

impl fmt::Display for Subject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
