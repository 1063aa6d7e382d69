//! What became of one subject, told from the trail.

use chrono::{DateTime, Utc};
use serde::Serialize;
use serde_json::Value;

use crate::domain::members::Members;
use crate::domain::trail::{Action, Subject, TrailEntry};

/// One step in the history of a subject, as everybody may see it: no account, only the role.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Step<'a> {
    /// The number of its entry.
    pub number: i64,
    /// When.
    pub at: DateTime<Utc>,
    /// The role, or the import.
    pub by: &'a str,
    /// What was done.
    pub action: Action,
    /// The number of the entry that it takes back.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub undoes: Option<i64>,
    /// What it changed, by name.
    pub changes: Vec<MemberChange<'a>>,
    /// Whether what it changed is told no more.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub redacted: bool,
}

/// One member that changed; a side that is absent was not known.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct MemberChange<'a> {
    /// Its name, e.g. `opening_hours` or `amenities.shade`.
    pub member: &'a str,
    /// As it was.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<&'a Value>,
    /// As it was afterwards.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after: Option<&'a Value>,
}

/// The history of `subject`, the newest step first, from the entries about it and others in any order.
#[must_use]
pub fn history<'a>(
    subject: &Subject,
    entries: impl IntoIterator<Item = &'a TrailEntry>,
) -> Vec<Step<'a>> {
    let own = entries
        .into_iter()
        .filter(|entry| entry.subject == *subject);
    let mut steps: Vec<_> = own.map(step).collect();
    steps.sort_unstable_by_key(|step| std::cmp::Reverse(step.number));
    steps
}

fn step(entry: &TrailEntry) -> Step<'_> {
    Step {
        number: entry.number,
        at: entry.at,
        by: entry.author.shown(),
        action: entry.action,
        undoes: entry.undoes,
        changes: changes(entry),
        redacted: entry.redacted,
    }
}

fn changes(entry: &TrailEntry) -> Vec<MemberChange<'_>> {
    let sides = [&entry.before, &entry.after];
    let mut names: Vec<&str> = sides
        .into_iter()
        .flatten()
        .flat_map(Members::keys)
        .map(String::as_str)
        .collect();
    names.sort_unstable();
    names.dedup();
    names
        .into_iter()
        .map(|member| MemberChange {
            member,
            before: entry.before.as_ref().and_then(|side| side.get(member)),
            after: entry.after.as_ref().and_then(|side| side.get(member)),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::trail::chain::Head;
    use crate::domain::trail::{Author, NewEntry};

    #[test]
    fn a_history_tells_the_newest_first_and_no_account() {
        let (place, other) = (Subject::of("place", 1), Subject::of("place", 2));
        let editor = Author::from_stored("editor/00000000-0000-0000-0000-000000000007");
        let changed = NewEntry {
            before: serde_json::from_str(r#"{"name":"A","seats":3}"#).ok(),
            after: serde_json::from_str(r#"{"amenities.shade":"yes","name":"B"}"#).ok(),
            undoes: Some(1),
            ..NewEntry::new(&editor, Action::Changed, place.clone())
        };
        let new = |subject: &Subject| {
            NewEntry::new(&Author::import("osm"), Action::Added, subject.clone())
        };
        let mut head = Head::default();
        let mut entries: Vec<TrailEntry> = Vec::new();
        for entry in [new(&place), new(&other), changed] {
            let written = head.seal(&entry, Some(1), "2026-03-04T14:00:00.000000Z", "s".into());
            entries.push(written.try_into().unwrap());
        }
        let steps = history(&place, &entries);
        let told: Vec<_> = steps.iter().map(|step| (step.number, step.by)).collect();
        assert_eq!(told, [(3, "editor"), (1, "import:osm")]);
        assert_eq!(
            serde_json::to_string(&steps[0]).unwrap(),
            r#"{"number":3,"at":"2026-03-04T14:00:00Z","by":"editor","action":"changed","undoes":1,"changes":[{"member":"amenities.shade","after":"yes"},{"member":"name","before":"A","after":"B"},{"member":"seats","before":3}]}"#
        );
        assert!(steps[1].changes.is_empty());
    }
}
