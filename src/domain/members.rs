//! The state of something as members, each a name and a JSON value, and in which members two states differ.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Display;
use std::str::FromStr;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use crate::domain::Invalid;

/// The state of something: names and values as our own exports write them. What is not known is absent. A fact that
/// stands in a group has the group before its name: `amenities.shade`.
pub type Members = BTreeMap<String, Value>;

/// Something whose state is told in members.
pub trait Described: Sized {
    /// Its identity, which is no member.
    type Id: Copy + FromStr + Display;

    /// What the trail calls one, before its id.
    const KIND: &'static str;

    /// The import that brings such things, and would bring one again that was taken away.
    const IMPORT: &'static str;

    /// Members that are no difference of their own, such as who looks after an entry: told only beside others.
    const COMPANIONS: &'static [&'static str];

    /// Members that two states are never compared by.
    const NOT_COMPARED: &'static [&'static str] = &[];

    /// Its identity.
    fn id(&self) -> Self::Id;

    /// Everything that is known.
    fn members(&self) -> Members;

    /// The thing that `members` describe, all rules kept.
    ///
    /// # Errors
    /// Names the member and the rule.
    fn from_members(id: Self::Id, members: Members) -> Result<Self, Invalid>;

    /// Whether the import looks after it, and changes it as its file says.
    fn follows_import(&self) -> bool;

    /// From now on the city looks after it, and no import changes it.
    fn keep_by_city(&mut self);

    /// Whether it tells of a place of refuge, and so must never be stored.
    fn names_a_refuge(&self) -> bool;
}

/// The members in which two states differ; a member that a state does not have was not known then.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Differences {
    /// As they were.
    pub before: Members,
    /// As they are afterwards.
    pub after: Members,
}

impl Differences {
    /// How `after` differs from `before`.
    #[must_use]
    pub fn between<T: Described>(before: &T, after: &T) -> Self {
        let (mut before, mut after) = (before.members(), after.members());
        for name in T::NOT_COMPARED {
            before.remove(*name);
            after.remove(*name);
        }
        let differences = Self::of(before, after);
        let is_told = |name: &str| !T::COMPANIONS.contains(&name);
        if differences.names().into_iter().any(is_told) {
            differences
        } else {
            Self::default()
        }
    }

    /// What two states do not have in common.
    #[must_use]
    pub fn of(mut before: Members, mut after: Members) -> Self {
        before.retain(|name, value| match after.get(name) {
            Some(same) if same == value => {
                after.remove(name);
                false
            }
            _ => true,
        });
        Self { before, after }
    }

    /// The names of the members, in order.
    #[must_use]
    pub fn names(&self) -> BTreeSet<&str> {
        let (before, after) = (self.before.keys(), self.after.keys());
        before.chain(after).map(String::as_str).collect()
    }

    /// The names of the members as one text.
    #[must_use]
    pub fn list(&self) -> String {
        self.names().into_iter().collect::<Vec<_>>().join(", ")
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.before.is_empty() && self.after.is_empty()
    }
}

/// A value of the domain as JSON.
pub(super) fn json(value: &impl Serialize) -> Value {
    serde_json::to_value(value).expect("domain values are plain data")
}

/// The members of an object, with those of the objects named in `groups` beside the others.
pub(super) fn flat(object: Value, groups: &[&str]) -> Members {
    let Value::Object(members) = object else {
        return Members::new();
    };
    let mut flat = Members::new();
    for (name, value) in members {
        match value {
            Value::Object(inner) if groups.contains(&name.as_str()) => {
                let named = |(own, value)| (format!("{name}.{own}"), value);
                flat.extend(inner.into_iter().map(named));
            }
            value => drop(flat.insert(name, value)),
        }
    }
    flat
}

/// The object that [`flat`] took apart.
pub(super) fn nested(members: Members) -> Value {
    let mut object = Map::new();
    for (name, value) in members {
        match name.split_once('.') {
            None => drop(object.insert(name, value)),
            Some((group, own)) => {
                let group = object
                    .entry(group)
                    .or_insert_with(|| Value::Object(Map::new()));
                if let Value::Object(group) = group {
                    group.insert(own.to_owned(), value);
                }
            }
        }
    }
    Value::Object(object)
}

/// Takes a member, if it is there.
pub(super) fn take<T: DeserializeOwned>(
    members: &mut Members,
    name: &'static str,
) -> Result<Option<T>, Invalid> {
    let value = members.remove(name).map(serde_json::from_value);
    value
        .transpose()
        .map_err(|error| Invalid::new(name, error.to_string()))
}

/// Takes a member that has to be there.
pub(super) fn need<T: DeserializeOwned>(
    members: &mut Members,
    name: &'static str,
) -> Result<T, Invalid> {
    take(members, name)?.ok_or_else(|| Invalid::new(name, "is missing"))
}

/// The value that the rest of the members describe.
pub(super) fn rest<T: DeserializeOwned>(members: Members) -> Result<T, Invalid> {
    serde_json::from_value(nested(members))
        .map_err(|error| Invalid::new("facts", error.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn members(text: &str) -> Members {
        serde_json::from_str(text).unwrap()
    }

    #[test]
    fn only_what_differs_is_told_and_unknown_is_absent() {
        let differences = Differences::of(
            members(r#"{"name":"A","seats":3,"toilets":"yes"}"#),
            members(r#"{"name":"A","seats":4,"eurokey":"no"}"#),
        );
        assert_eq!(
            differences.before,
            members(r#"{"seats":3,"toilets":"yes"}"#)
        );
        assert_eq!(differences.after, members(r#"{"seats":4,"eurokey":"no"}"#));
        assert_eq!(differences.list(), "eurokey, seats, toilets");
        let same = members(r#"{"name":"A"}"#);
        assert!(Differences::of(same.clone(), same).is_empty());
    }

    #[test]
    fn groups_come_apart_and_together_again() {
        let object: Value = serde_json::from_str(
            r#"{"amenities":{"shade":"yes","wifi":"no"},"geometry":{"type":"Point"},"seats":3}"#,
        )
        .unwrap();
        let flat = flat(object.clone(), &["amenities"]);
        let names: Vec<_> = flat.keys().map(String::as_str).collect();
        assert_eq!(
            names,
            ["amenities.shade", "amenities.wifi", "geometry", "seats"]
        );
        assert_eq!(nested(flat), object);
    }
}
