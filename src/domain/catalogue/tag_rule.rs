//! Rules over OpenStreetMap tags, as the catalogue writes them.

use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer};

use crate::domain::{Invalid, folding};

/// The tags of an OpenStreetMap object.
pub type Tags = BTreeMap<String, String>;

/// A condition on one tag, written `key=value`, `key=a|b`, `key=*` or `key!=value`.
///
/// A value of the form `a;b` matches when one of its parts does. `!=` also holds where the key is absent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TagTest {
    key: String,
    negated: bool,
    /// Empty means any value.
    values: Vec<String>,
}

impl TagTest {
    /// Whether `tags` fulfil the condition.
    #[must_use]
    pub fn matches(&self, tags: &Tags) -> bool {
        let found = tags.get(&self.key).is_some_and(|value| self.allows(value));
        found != self.negated
    }

    /// Whether the tag `key=value` alone fulfils the condition by being there.
    pub(super) fn is_met_by(&self, key: &str, value: &str) -> bool {
        !self.negated && self.key == key && self.allows(value)
    }

    /// Whether the condition asks for a tag to be absent or different.
    #[cfg(test)]
    pub(super) const fn is_negated(&self) -> bool {
        self.negated
    }

    fn allows(&self, value: &str) -> bool {
        self.values.is_empty()
            || value
                .split(';')
                .any(|part| self.values.iter().any(|wanted| wanted == part.trim()))
    }
}

impl std::str::FromStr for TagTest {
    type Err = Invalid;

    fn from_str(text: &str) -> Result<Self, Invalid> {
        let (key, negated, values) = if let Some((key, values)) = text.split_once("!=") {
            (key, true, values)
        } else if let Some((key, values)) = text.split_once('=') {
            (key, false, values)
        } else {
            return Err(Invalid::new(
                "osm",
                format!("must be key=value, not \"{text}\""),
            ));
        };
        let values = match values {
            "*" => Vec::new(),
            _ => values.split('|').map(Into::into).collect(),
        };
        Ok(Self {
            key: key.into(),
            negated,
            values,
        })
    }
}

impl<'de> Deserialize<'de> for TagTest {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?
            .parse()
            .map_err(serde::de::Error::custom)
    }
}

/// Tags that together mean one kind of place.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OsmRule {
    /// All of these must hold.
    pub all: Vec<TagTest>,
    /// When given, the name must contain one of these, whatever the case.
    #[serde(default)]
    pub name_contains: Vec<String>,
    /// The rule with the highest priority decides.
    #[serde(default)]
    pub priority: u16,
}

impl OsmRule {
    /// Whether `tags` fulfil the whole rule.
    #[must_use]
    pub fn matches(&self, tags: &Tags) -> bool {
        self.all.iter().all(|test| test.matches(tags)) && self.name_fits(tags)
    }

    fn name_fits(&self, tags: &Tags) -> bool {
        if self.name_contains.is_empty() {
            return true;
        }
        let Some(name) = tags.get("name") else {
            return false;
        };
        let name = folding::fold(name);
        self.name_contains
            .iter()
            .any(|part| name.contains(&folding::fold(part)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn holds(test: &str, tags: &[(&str, &str)]) -> bool {
        let tags = tags.iter().map(|&(key, value)| (key.into(), value.into()));
        test.parse::<TagTest>().unwrap().matches(&tags.collect())
    }

    #[test]
    fn a_test_reads_values_lists_wildcards_and_negations() {
        assert!(holds("sport=boules|chess", &[("sport", "tennis; chess")]));
        assert!(holds("club=*", &[("club", "sailing")]));
        assert!(!holds("club=*", &[]));
        assert!(holds("access!=private", &[]));
        assert!(!holds("access!=private", &[("access", "private")]));
        assert!("nonsense".parse::<TagTest>().is_err());
    }
}
