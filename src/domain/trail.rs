//! Who changed what, and when: never a resident, only a role of the city or an import.

pub mod chain;
mod entries;
mod filter;
mod history;
mod subject;
pub mod undo;

use std::fmt;
use std::sync::Arc;

use chrono::{DateTime, SecondsFormat, Utc};
use serde::{Serialize, Serializer};

pub use entries::{ACCESSIBILITY, Replaced, SURVEY};
pub use filter::{About, By, Page, TrailFilter};
pub use history::{MemberChange, Step, history};
pub use subject::Subject;

use crate::domain::choice::choice;
use crate::domain::members::{Differences, Members};
use crate::domain::staff::{AccountId, Actor, Role};

/// The hand behind a change: a role or an import, never a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Author(Arc<str>);

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

    /// The author of what somebody of the city does to their own account.
    #[must_use]
    pub fn owner(account: AccountId) -> Self {
        Self(format!("owner/{account}").into())
    }

    /// The author of what is done at the command line.
    #[must_use]
    pub fn command_line() -> Self {
        Self("command-line".into())
    }

    /// The author of what follows from what the provider of single sign-on says.
    #[must_use]
    pub fn single_sign_on() -> Self {
        Self("single-sign-on".into())
    }

    /// Reads an author back from the store.
    #[must_use]
    pub fn from_stored(text: &str) -> Self {
        Self(text.into())
    }

    /// The role it was done in, if somebody of the city did it.
    #[must_use]
    pub fn role(&self) -> Option<Role> {
        let (role, _) = self.0.split_once('/')?;
        role.parse().ok()
    }

    /// Whether a file brought it.
    #[must_use]
    pub fn is_import(&self) -> bool {
        self.0.starts_with("import:")
    }

    /// What everybody may know: the role without the account; an import as it is.
    #[must_use]
    pub fn shown(&self) -> &str {
        match self.role() {
            Some(role) => role.as_str(),
            None if self.0.starts_with("owner/") => "owner",
            None => &self.0,
        }
    }
}

impl fmt::Display for Author {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Serialize for Author {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
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
        /// It is gone.
        Removed = "removed",
        /// What earlier entries say was taken away for good, because nobody must be found by it.
        Redacted = "redacted",
        /// Somebody of the city looked at counts of reports, and said what for. Nothing changed.
        Viewed = "viewed",
    }
}

/// An entry on its way into the trail.
#[derive(Clone, Debug, PartialEq)]
pub struct NewEntry {
    /// Role or import.
    pub author: Author,
    /// What was done.
    pub action: Action,
    /// What it was done to.
    pub subject: Subject,
    /// The names of the members that changed, or the name of what is new or gone; may be empty. Nothing that a
    /// resident wrote: what is in the trail stays.
    pub detail: Box<str>,
    /// The number of the entry that this one takes back.
    pub undoes: Option<i64>,
    /// The members that changed, as they were; all of them where the subject goes and may be brought back.
    pub before: Option<Members>,
    /// The members that changed, as they are now.
    pub after: Option<Members>,
}

impl NewEntry {
    /// An entry that says who did what to what, and no more.
    #[must_use]
    pub fn new(author: &Author, action: Action, subject: Subject) -> Self {
        Self {
            author: author.clone(),
            action,
            subject,
            detail: "".into(),
            undoes: None,
            before: None,
            after: None,
        }
    }

    /// The same with a text beside it.
    #[must_use]
    pub fn saying(mut self, detail: impl Into<Box<str>>) -> Self {
        self.detail = detail.into();
        self
    }

    /// The same with the members that changed.
    #[must_use]
    pub fn telling(mut self, differences: &Differences) -> Self {
        if !differences.is_empty() {
            self.before = Some(differences.before.clone());
            self.after = Some(differences.after.clone());
        }
        self
    }

    /// The entry that says of which earlier ones the content was taken away.
    #[must_use]
    pub fn redaction(author: &Author, entries: &[i64]) -> Self {
        let numbers = Members::from([(chain::REDACTED_ENTRIES.to_owned(), entries.into())]);
        Self {
            after: Some(numbers),
            ..Self::new(author, Action::Redacted, Subject::alone("trail"))
        }
    }
}

/// One entry of the audit trail.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct TrailEntry {
    /// Its number: 1, 2, 3 and so on.
    pub number: i64,
    /// The revision of the city that it belongs to; none where the city did not change.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub revision: Option<i64>,
    /// When it was committed.
    pub at: DateTime<Utc>,
    /// Role or import.
    pub author: Author,
    /// What was done.
    pub action: Action,
    /// What it was done to.
    pub subject: Subject,
    /// The names of the members that changed, or the name of what is new or gone; may be empty.
    pub detail: Box<str>,
    /// The number of the entry that this one takes back.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub undoes: Option<i64>,
    /// The members that changed, as they were; all of them where the subject went and may be brought back.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<Members>,
    /// The members that changed, as they were afterwards.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after: Option<Members>,
    /// Whether its content (detail, before, after) was taken away for good.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub redacted: bool,
    /// Its link of the chain, as 64 hexadecimal digits.
    pub hash: Box<str>,
}

impl TrailEntry {
    /// The numbers of the entries whose content was taken away, if this is the entry that says so.
    #[must_use]
    pub fn redacted_entries(&self) -> Vec<i64> {
        if self.action != Action::Redacted {
            return Vec::new();
        }
        let after = self.after.as_ref();
        let numbers = after.and_then(|own| own.get(chain::REDACTED_ENTRIES)?.as_array());
        let numbers = numbers.into_iter().flatten();
        numbers.filter_map(serde_json::Value::as_i64).collect()
    }
}

/// A moment as the trail writes it: `2026-03-04T14:00:00.000000Z`. Texts of this form sort like the moments.
#[must_use]
pub fn written(moment: DateTime<Utc>) -> String {
    moment.to_rfc3339_opts(SecondsFormat::Micros, true)
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::domain::staff::AccountId;

    #[test]
    fn the_public_learns_the_role_and_not_the_account() {
        let account = AccountId(Uuid::from_u128(7));
        let role = Role::Planner;
        let author = Author::staff(Actor { account, role });
        assert!(author.to_string().ends_with("0007"));
        assert_eq!((author.shown(), author.role()), ("planner", Some(role)));
        let import = Author::import("osm");
        assert_eq!((import.shown(), import.role()), ("import:osm", None));
        assert!(import.is_import() && !author.is_import());
        // A calendar may be called anything.
        let odd = Author::import("editor/x");
        assert_eq!((odd.shown(), odd.role()), ("import:editor/x", None));
    }
}
