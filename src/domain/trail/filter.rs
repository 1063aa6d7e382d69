//! Which entries of the trail one asks for.

use std::str::FromStr;

use chrono::{DateTime, Utc};

use crate::domain::Invalid;
use crate::domain::staff::Role;
use crate::domain::trail::{Action, Subject};

/// Which entries, from where on, and how many.
#[derive(Clone, Debug, Default)]
pub struct TrailFilter {
    /// About what.
    pub about: Option<About>,
    /// By whom.
    pub by: Option<By>,
    /// What was done.
    pub action: Option<Action>,
    /// Committed at this moment or later.
    pub from: Option<DateTime<Utc>>,
    /// Committed before this moment.
    pub until: Option<DateTime<Utc>>,
    /// From which number on, and in which direction.
    pub page: Page,
    /// At most so many; all of them where nobody says how many.
    pub limit: Option<u32>,
}

impl TrailFilter {
    /// The newest entries about anything.
    #[must_use]
    pub fn newest(limit: u32) -> Self {
        Self {
            limit: Some(limit),
            ..Self::default()
        }
    }

    /// The newest entries about one subject.
    #[must_use]
    pub fn about(subject: Subject, limit: u32) -> Self {
        Self {
            about: Some(About::One(subject)),
            ..Self::newest(limit)
        }
    }
}

/// What the entries are about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum About {
    /// This subject.
    One(Subject),
    /// Every subject whose text begins so.
    Beginning(Box<str>),
}

/// `place/<id>` is one subject; what ends with a slash, such as `place/`, is all that begin so.
impl FromStr for About {
    type Err = Invalid;

    fn from_str(text: &str) -> Result<Self, Invalid> {
        let is_text = text.chars().all(|letter| !letter.is_control());
        match text.chars().count() {
            1..=200 if is_text && text.ends_with('/') => Ok(Self::Beginning(text.into())),
            1..=200 if is_text => Ok(Self::One(Subject::from_stored(text))),
            _ => Err(Invalid::new(
                "subject",
                "must be a subject such as place/<id>, or the beginning of several such as place/",
            )),
        }
    }
}

/// Whose hand it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// Somebody of the city in this role.
    Role(Role),
    /// A file.
    Import,
    /// What came with the program.
    BuiltIn,
    /// The command line.
    CommandLine,
    /// What followed from the provider of single sign-on.
    SingleSignOn,
    /// Somebody, about an own account.
    Owner,
}

impl By {
    /// Those that are no role, as they are called.
    pub const WITHOUT_ROLE: [(&'static str, Self); 5] = [
        ("import", Self::Import),
        ("built-in", Self::BuiltIn),
        ("command-line", Self::CommandLine),
        ("single-sign-on", Self::SingleSignOn),
        ("owner", Self::Owner),
    ];

    /// What the authors meant begin with.
    #[must_use]
    pub fn prefix(self) -> String {
        match self {
            Self::Role(role) => format!("{role}/"),
            Self::Import => "import:".to_owned(),
            Self::BuiltIn => "built-in".to_owned(),
            Self::CommandLine => "command-line".to_owned(),
            Self::SingleSignOn => "single-sign-on".to_owned(),
            Self::Owner => "owner/".to_owned(),
        }
    }
}

/// A role, or one of [`By::WITHOUT_ROLE`].
impl FromStr for By {
    type Err = Invalid;

    fn from_str(text: &str) -> Result<Self, Invalid> {
        let others = Self::WITHOUT_ROLE;
        if let Some((_, by)) = others.iter().find(|(name, _)| *name == text) {
            return Ok(*by);
        }
        text.parse().map(Self::Role).map_err(|invalid: Invalid| {
            let others = others.map(|(name, _)| name).join(", ");
            Invalid::new("by", format!("{}; or one of {others}", invalid.reason))
        })
    }
}

/// From which entry on one reads.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Page {
    /// From the newest back.
    #[default]
    Newest,
    /// From the entry before this number back.
    Before(i64),
    /// From the entry after this number on, the oldest first.
    After(i64),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slash_at_the_end_asks_for_all_that_begin_so() {
        let about = |text: &str| text.parse::<About>();
        assert_eq!(about("place/").unwrap(), About::Beginning("place/".into()));
        assert_eq!(about("map").unwrap(), About::One(Subject::alone("map")));
        for wrong in ["", "a\nb", &"a".repeat(201)] {
            assert_eq!(about(wrong).unwrap_err().field, "subject");
        }
    }

    #[test]
    fn a_hand_is_a_role_or_an_import() {
        assert_eq!("editor".parse::<By>().unwrap(), By::Role(Role::Editor));
        assert_eq!("import".parse::<By>().unwrap().prefix(), "import:");
        let refused = "chief".parse::<By>().unwrap_err().to_string();
        assert!(
            refused.contains("editor") && refused.contains("import"),
            "{refused}"
        );
    }
}
