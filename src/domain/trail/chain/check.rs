//! Going through the trail entry by entry and naming what was tampered with.

use std::collections::BTreeSet;
use std::fmt;

use serde::Serialize;

use super::{Head, REDACTED_ENTRIES, Written};
use crate::domain::members::Members;
use crate::domain::trail::Action;

/// So many faults are told in words; the others are counted.
const MOST_TOLD: usize = 50;

/// Something in the trail that cannot have come about by writing to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Fault {
    /// The number of the entry.
    pub number: i64,
    /// What is wrong with it.
    pub what: String,
}

/// What became of a check.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Verdict {
    /// How many entries there are.
    pub entries: u64,
    /// The number of the last one.
    pub last: i64,
    /// Its hash.
    pub hash: String,
    /// What is wrong, at most fifty things.
    pub faults: Vec<Fault>,
    /// How many more things are wrong.
    #[serde(skip_serializing_if = "is_none")]
    pub more_faults: u64,
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde passes by reference"
)]
const fn is_none(count: &u64) -> bool {
    *count == 0
}

impl Verdict {
    /// Whether nothing is wrong.
    #[must_use]
    pub fn holds(&self) -> bool {
        self.faults.is_empty()
    }

    /// How many things are wrong.
    #[must_use]
    pub fn fault_count(&self) -> u64 {
        self.faults.len() as u64 + self.more_faults
    }
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "trail: {} entries, ", self.entries)?;
        if self.holds() {
            return write!(f, "the chain holds, last {}:{}", self.last, self.hash);
        }
        write!(f, "the chain is broken: {}", self.fault_count())?;
        for Fault { number, what } in &self.faults {
            write!(f, "\n  entry {number}: {what}")?;
        }
        if self.more_faults > 0 {
            write!(f, "\n  … and {} more", self.more_faults)?;
        }
        Ok(())
    }
}

/// A check under way. It keeps no entries, only the numbers of those whose content was taken away.
#[derive(Debug)]
pub struct Check {
    known: Option<Head>,
    last: Head,
    /// The hash that the last entry should carry; another than it carries if that was changed.
    should_be: Option<String>,
    redacted: BTreeSet<i64>,
    said_to_be: BTreeSet<i64>,
    verdict: Verdict,
}

impl Check {
    /// A check that also looks for an entry that was noted elsewhere, if there is one.
    #[must_use]
    pub fn looking_for(known: Option<Head>) -> Self {
        let last = Head::default();
        Self {
            known,
            verdict: Verdict {
                entries: 0,
                last: last.number,
                hash: last.hash.clone(),
                faults: Vec::new(),
                more_faults: 0,
            },
            last,
            should_be: None,
            redacted: BTreeSet::new(),
            said_to_be: BTreeSet::new(),
        }
    }

    /// Takes the next entry, in the order of their numbers.
    pub fn read(&mut self, entry: &Written) {
        let (number, next) = (entry.number, self.last.number.saturating_add(1));
        self.verdict.entries += 1;
        let is_next = number == next;
        if number > next {
            self.missing(next, number - 1);
        } else if !is_next {
            self.fault(number, "stands before the first one");
        }
        let content = self.content_fault(entry);
        let should_be = entry.hash_after(&self.last.hash);
        if let Some(fault) = content {
            self.fault(number, fault);
        } else if is_next && !self.follows(entry, &should_be) {
            self.fault(
                number,
                "does not go with its hash: it was changed, or the one before it was",
            );
        }
        if self
            .known
            .as_ref()
            .is_some_and(|known| known.number == number && known.hash != entry.hash)
        {
            self.fault(number, "has another hash than the one that was noted");
        }
        self.should_be = Some(should_be);
        self.last.number = number;
        self.last.hash.clone_from(&entry.hash);
    }

    /// The end: the trail says of itself that `head` is its last entry.
    #[must_use]
    pub fn end(mut self, head: &Head) -> Verdict {
        let last = self.last.clone();
        if head.number > last.number {
            self.missing(last.number + 1, head.number);
        } else if head.number < last.number {
            let what = format!("stands behind the end, which is said to be {}", head.number);
            self.fault(last.number, &what);
        } else if head.hash != last.hash && self.should_be.as_ref() != Some(&head.hash) {
            self.fault(last.number, "is not the last one that was written");
        }
        if let Some(known) = self.known.take().filter(|known| known.number > last.number) {
            self.fault(known.number, "was noted, and is missing");
        }
        let (redacted, said) = (
            std::mem::take(&mut self.redacted),
            std::mem::take(&mut self.said_to_be),
        );
        for number in redacted.difference(&said) {
            self.fault(*number, "has lost its content, and no entry says why");
        }
        for number in said.difference(&redacted) {
            self.fault(*number, "holds content again that was taken away");
        }
        self.verdict.faults.sort_by_key(|fault| fault.number);
        self.verdict.last = last.number;
        self.verdict.hash = last.hash;
        self.verdict
    }

    /// What is wrong with the content of an entry; what it says of others is noted.
    fn content_fault(&mut self, entry: &Written) -> Option<&'static str> {
        let is_redaction = entry.action == Action::Redacted.as_str();
        if entry.is_redacted() {
            let is_empty =
                entry.detail.is_empty() && entry.before.is_none() && entry.after.is_none();
            if is_redaction || !is_empty {
                return Some("holds content without its salt");
            }
            self.redacted.insert(entry.number);
            return None;
        }
        if entry.digest_of_content() != entry.digest {
            return Some("does not go with its digest: detail, before, after or salt was changed");
        }
        if is_redaction {
            let said = entry.after.as_deref().map(serde_json::from_str::<Members>);
            let numbers = said
                .and_then(Result::ok)
                .and_then(|mut own| own.remove(REDACTED_ENTRIES));
            let numbers = numbers.and_then(|list| serde_json::from_value::<Vec<i64>>(list).ok());
            self.said_to_be.extend(numbers.unwrap_or_default());
        }
        None
    }

    /// Whether an entry carries the right hash behind the one before. Where only the hash before was changed, that one
    /// is at fault.
    fn follows(&self, entry: &Written, should_be: &str) -> bool {
        let before = self.should_be.as_deref();
        entry.hash == should_be
            || before.is_some_and(|before| entry.hash == entry.hash_after(before))
    }

    fn missing(&mut self, first: i64, last: i64) {
        if first == last {
            self.fault(first, "is missing");
        } else {
            self.fault(first, &format!("is missing, and so are all up to {last}"));
        }
    }

    fn fault(&mut self, number: i64, what: &str) {
        if self.verdict.faults.len() < MOST_TOLD {
            self.verdict.faults.push(Fault {
                number,
                what: what.to_owned(),
            });
        } else {
            self.verdict.more_faults += 1;
        }
    }
}
