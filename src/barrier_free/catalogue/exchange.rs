//! What the exchange format `A11yJSON` calls a reading: a path such as `entrances[].properties.door.width`.

use std::str::FromStr;

use super::Bound;
use crate::domain::Invalid;

/// A word of the exchange format for a reading.
#[derive(Debug)]
pub struct Exchange {
    /// Where it stands within `accessibility`.
    pub path: Path,
    /// What a plain yes says of the reading, where the format has no more than yes and no for it.
    pub when: Option<Bound>,
}

/// Where something stands within `accessibility`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Path(Box<[Step]>);

/// One step of a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// The member.
    pub member: Box<str>,
    /// Whether it is a list, of which the entry that the public uses is meant.
    pub is_list: bool,
}

impl Path {
    /// Its steps, from the outside in; at least one.
    #[must_use]
    pub fn steps(&self) -> &[Step] {
        &self.0
    }
}

impl FromStr for Path {
    type Err = Invalid;

    fn from_str(text: &str) -> Result<Self, Invalid> {
        let step = |part: &str| {
            let (member, is_list) = match part.strip_suffix("[]") {
                Some(member) => (member, true),
                None => (part, false),
            };
            let is_member =
                !member.is_empty() && member.chars().all(|sign| sign.is_ascii_alphanumeric());
            is_member.then(|| Step {
                member: member.into(),
                is_list,
            })
        };
        let steps: Option<Box<[Step]>> = text.split('.').map(step).collect();
        let ends_in_list = text.ends_with("[]");
        steps.filter(|_| !ends_in_list).map(Self).ok_or_else(|| {
            let rule = "must be a path such as entrances[].properties.isLevel";
            Invalid::new(
                "a11yjson",
                format!("{rule}, not \"{}\"", text.escape_debug()),
            )
        })
    }
}
