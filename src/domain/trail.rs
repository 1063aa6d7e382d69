//! Who changed what, and when: never a resident, only a role of the city or an import.

use std::fmt;

use chrono::{DateTime, Utc};

use crate::domain::choice::choice;
use crate::domain::staff::Actor;

/// The hand behind a change: a role or an import, never a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Author(Box<str>);

impl Author {
    /// The author of what came with the program.
    #[must_use]
    pub fn built_in() -> Self {
        Self("built-in".into())
    }

    /// The author of what an import of `source` brought, e.g. `osm` or `places`.
    #[must_use]
    pub fn import(source: &str) -> Self {
        Self(format!("import:{source}").into())
    }

    /// The author of what somebody of the city does in a role. The account stands there by its random number, which
    /// says nothing once the account is gone.
    #[must_use]
    pub fn staff(actor: Actor) -> Self {
        Self(format!("{}/{}", actor.role, actor.account).into())
    }

    /// Reads an author back from the store.
    #[must_use]
    pub fn from_stored(text: &str) -> Self {
        Self(text.into())
    }
}

impl fmt::Display for Author {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

choice! {
    /// What was done to a subject.
    Action: "action" {
        /// It is new.
        Added = "added",
        /// It is different now.
        Changed = "changed",
        /// It is closed and stays in history.
        Closed = "closed",
        /// It was taken away with the city it belonged to.
        Removed = "removed",
    }
}

/// One line of the audit trail.
#[derive(Clone, Debug, PartialEq)]
pub struct TrailEntry {
    /// The revision the change belongs to.
    pub revision: i64,
    /// When it was committed.
    pub at: DateTime<Utc>,
    /// Role or import.
    pub author: Author,
    /// What was done.
    pub action: Action,
    /// What it was done to, e.g. `place/<id>` or `district/<id>`.
    pub subject: Box<str>,
    /// The members that changed, or the name of what is new or gone; may be empty.
    pub detail: Box<str>,
}
