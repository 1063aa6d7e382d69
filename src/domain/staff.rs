//! The people of the city who keep its data: what an account is called, and which roles it has.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::domain::Invalid;
use crate::domain::choice::choice;

choice! {
    /// What somebody of the city may do. An account has one or several roles, or none for the time being.
    Role: "role" {
        /// Places and events.
        Editor = "editor",
        /// Barrier-free audits.
        Auditor = "auditor",
        /// Surveys, scenarios, indicators.
        Planner = "planner",
        /// Patrol zones, plans and presence; aggregates by zone.
        Patrol = "patrol",
        /// Sensitive aggregates and offers of help.
        Prevention = "prevention",
        /// Accounts, imports, releases; never an aggregate about safety.
        Admin = "admin",
    }
}

/// The random identity of an account.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct AccountId(pub Uuid);

impl fmt::Display for AccountId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.as_hyphenated().fmt(f)
    }
}

impl FromStr for AccountId {
    type Err = Invalid;

    fn from_str(text: &str) -> Result<Self, Invalid> {
        match Uuid::try_parse(text) {
            Ok(uuid) => Ok(Self(uuid)),
            Err(_) => Err(Invalid::new("account", "must be a UUID")),
        }
    }
}

/// Who acts: an account in one of its roles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Actor {
    /// The account.
    pub account: AccountId,
    /// The role it acts in.
    pub role: Role,
}

/// The roles of one account, in the order of [`Role::ALL`], each once.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Roles(Vec<Role>);

impl Roles {
    /// Whether `role` is among them.
    #[must_use]
    pub fn has(&self, role: Role) -> bool {
        self.0.contains(&role)
    }

    /// The first of `wanted` that is among them.
    #[must_use]
    pub fn first_of(&self, wanted: &[Role]) -> Option<Role> {
        wanted.iter().copied().find(|role| self.has(*role))
    }

    /// One by one.
    pub fn iter(&self) -> impl Iterator<Item = Role> {
        self.0.iter().copied()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl FromIterator<Role> for Roles {
    fn from_iter<I: IntoIterator<Item = Role>>(roles: I) -> Self {
        let mut roles: Vec<_> = roles.into_iter().collect();
        roles.sort_unstable();
        roles.dedup();
        Self(roles)
    }
}

/// Names separated by commas; the empty text is no role.
impl FromStr for Roles {
    type Err = Invalid;

    fn from_str(text: &str) -> Result<Self, Invalid> {
        let names = text
            .split(',')
            .map(str::trim)
            .filter(|name| !name.is_empty());
        names.map(str::parse).collect()
    }
}

impl fmt::Display for Roles {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names: Vec<_> = self.iter().map(Role::as_str).collect();
        f.write_str(&names.join(","))
    }
}

/// What somebody types to log in: 2 to 60 letters, digits and `.`, `-`, `_`, `@`, kept in lower case.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct AccountName(Box<str>);

impl AccountName {
    /// The name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for AccountName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for AccountName {
    type Err = Invalid;

    fn from_str(text: &str) -> Result<Self, Invalid> {
        let name = text.trim().to_lowercase();
        let is_sign = |sign: char| sign.is_alphanumeric() || ".-_@".contains(sign);
        match name.chars().count() {
            2..=60 if name.chars().all(is_sign) => Ok(Self(name.into())),
            _ => Err(Invalid::new(
                "name",
                "must be 2 to 60 letters, digits and the signs . - _ @",
            )),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roles_stand_once_and_in_order_and_come_back() {
        let roles: Roles = "admin, editor,admin".parse().unwrap();
        assert_eq!(roles.to_string(), "editor,admin");
        assert_eq!(roles.to_string().parse::<Roles>().unwrap(), roles);
        assert!("".parse::<Roles>().unwrap().is_empty());
        assert!("chief".parse::<Roles>().is_err());
    }

    #[test]
    fn an_account_is_called_the_same_in_any_case() {
        let name: AccountName = " Frida.Öz@Stadt ".parse().unwrap();
        assert_eq!(name.as_str(), "frida.öz@stadt");
        for text in ["", "a", "a b", "a\u{0}b", "<b>", &"a".repeat(61)] {
            assert!(text.parse::<AccountName>().is_err(), "{text:?}");
        }
    }
}
