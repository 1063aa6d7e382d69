//! The chain that holds the trail together: each entry carries a hash over itself and the hash before it, so that no
//! entry can be changed, taken out, put in or moved without being found.
//!
//! How a hash is made, so that other tools can check it: a text is written as its length in bytes, a colon, the bytes
//! (UTF-8) and a comma (a "netstring"), a value that is null as `-`; all values are those of the columns as they stand,
//! numbers in decimal digits. Hashes are SHA-256, as 64 small hexadecimal digits.
//!
//! ```text
//! digest = SHA-256(salt, detail, before, after)
//! hash   = SHA-256(hash of the entry before, number, revision, at, author, action, subject, undoes, digest)
//! ```
//!
//! Before the first entry stand 64 zeros. The hash covers the content only by its digest, and the salt is random: so
//! content that must not be kept can be taken away for good, its digest tells nothing, and the chain still holds. Which
//! entries that may have happened to is said by later entries (`redacted`), which the chain covers too.
//!
//! Whoever can write to the whole database could make a chain anew. Against that a city notes the last hash elsewhere
//! from time to time and has it looked for.

mod check;

use sha2::{Digest, Sha256};

pub use check::{Check, Fault, Verdict};

use crate::domain::Invalid;
use crate::domain::members::Members;
use crate::domain::trail::{Author, NewEntry, Subject, TrailEntry};

/// The member of a redaction that lists the numbers of the entries it is about.
pub(super) const REDACTED_ENTRIES: &str = "entries";

/// What stands in place of a hash before the first entry.
const NO_HASH: &str = "0000000000000000000000000000000000000000000000000000000000000000";

/// The last entry of the trail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// Its number; 0 while there is none.
    pub number: i64,
    /// Its hash.
    pub hash: String,
}

impl Default for Head {
    fn default() -> Self {
        Self {
            number: 0,
            hash: NO_HASH.to_owned(),
        }
    }
}

/// As `check` prints it: number, colon, hash.
impl std::str::FromStr for Head {
    type Err = Invalid;

    fn from_str(text: &str) -> Result<Self, Invalid> {
        let rule = || {
            Invalid::new(
                "entry",
                "must be the number of an entry, a colon and its hash",
            )
        };
        let (number, hash) = text.split_once(':').ok_or_else(rule)?;
        let number = number.parse().ok().filter(|number| *number > 0);
        let is_hash =
            hash.len() == NO_HASH.len() && hash.bytes().all(|digit| digit.is_ascii_hexdigit());
        match number {
            Some(number) if is_hash => Ok(Self {
                number,
                hash: hash.to_ascii_lowercase(),
            }),
            _ => Err(rule()),
        }
    }
}

/// An entry as it is written: every column of the trail, texts as they stand.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(
    missing_docs,
    reason = "the columns are those of TrailEntry, in its order"
)]
pub struct Written {
    pub number: i64,
    pub revision: Option<i64>,
    pub at: String,
    pub author: String,
    pub action: String,
    pub subject: String,
    pub undoes: Option<i64>,
    pub detail: String,
    pub before: Option<String>,
    pub after: Option<String>,
    /// Random; gone where the content was taken away.
    pub salt: Option<String>,
    pub digest: String,
    pub hash: String,
}

impl Head {
    /// Writes the next entry and becomes it. `at` is a moment as the trail writes it, `salt` a random text.
    pub fn seal(
        &mut self,
        entry: &NewEntry,
        revision: Option<i64>,
        at: &str,
        salt: String,
    ) -> Written {
        let text = |members: &Option<Members>| {
            let members = members.as_ref();
            members.map(|own| serde_json::to_string(own).expect("members are plain data"))
        };
        let mut written = Written {
            number: self.number + 1,
            revision,
            at: at.to_owned(),
            author: entry.author.to_string(),
            action: entry.action.to_string(),
            subject: entry.subject.to_string(),
            undoes: entry.undoes,
            detail: entry.detail.to_string(),
            before: text(&entry.before),
            after: text(&entry.after),
            salt: Some(salt),
            digest: String::new(),
            hash: String::new(),
        };
        written.digest = written.digest_of_content();
        written.hash = written.hash_after(&self.hash);
        self.number = written.number;
        self.hash.clone_from(&written.hash);
        written
    }
}

impl Written {
    /// The digest of the content as it stands.
    fn digest_of_content(&self) -> String {
        digest(&[
            self.salt.as_deref(),
            Some(&self.detail),
            self.before.as_deref(),
            self.after.as_deref(),
        ])
    }

    /// The hash it has to carry behind an entry with the hash `previous`.
    fn hash_after(&self, previous: &str) -> String {
        let revision = self.revision.map(|number| number.to_string());
        let undoes = self.undoes.map(|number| number.to_string());
        digest(&[
            Some(previous),
            Some(&self.number.to_string()),
            revision.as_deref(),
            Some(&self.at),
            Some(&self.author),
            Some(&self.action),
            Some(&self.subject),
            undoes.as_deref(),
            Some(&self.digest),
        ])
    }

    fn is_redacted(&self) -> bool {
        self.salt.is_none()
    }
}

fn digest(values: &[Option<&str>]) -> String {
    let mut hasher = Sha256::new();
    for value in values {
        if let Some(text) = value {
            hasher.update(text.len().to_string());
            hasher.update(b":");
            hasher.update(text);
            hasher.update(b",");
        } else {
            hasher.update(b"-");
        }
    }
    format!("{:x}", hasher.finalize())
}

impl TryFrom<Written> for TrailEntry {
    type Error = Invalid;

    fn try_from(written: Written) -> Result<Self, Invalid> {
        let members = |field: &'static str, text: Option<&str>| {
            let members = text.map(serde_json::from_str::<Members>);
            members
                .transpose()
                .map_err(|error| Invalid::new(field, error.to_string()))
        };
        Ok(Self {
            number: written.number,
            revision: written.revision,
            at: written
                .at
                .parse()
                .map_err(|error| Invalid::new("at", format!("must be a moment ({error})")))?,
            author: Author::from_stored(&written.author),
            action: written.action.parse()?,
            subject: Subject::from_stored(&written.subject),
            undoes: written.undoes,
            before: members("before", written.before.as_deref())?,
            after: members("after", written.after.as_deref())?,
            redacted: written.is_redacted(),
            detail: written.detail.into(),
            hash: written.hash.into(),
        })
    }
}

#[cfg(test)]
mod tests;
