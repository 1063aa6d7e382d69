//! What a provider of single sign-on says about somebody, and what follows from it here: roles and a name.
//!
//! Its words are claims, members of a JSON object (OpenID Connect Core 1.0, 5.1).

use std::str::FromStr;

use serde_json::Value;

use crate::domain::Invalid;
use crate::domain::staff::{AccountName, Role, Roles};

/// Which claims of a provider mean which role.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RoleRules(Vec<RoleRule>);

/// Whoever has `value` in the claim `claim` has the role.
#[derive(Clone, Debug, PartialEq, Eq)]
struct RoleRule {
    claim: Box<str>,
    value: Box<str>,
    role: Role,
}

impl RoleRules {
    /// The roles that follow from what a provider says.
    #[must_use]
    pub fn roles(&self, claims: &Value) -> Roles {
        let rules = self.0.iter();
        rules
            .filter(|rule| claim(claims, &rule.claim).is_some_and(|own| says(own, &rule.value)))
            .map(|rule| rule.role)
            .collect()
    }
}

/// `claim=value:role`, several separated by commas. A value may hold commas itself, as names in a directory do
/// (`memberOf=CN=Editors,OU=City:editor`): a rule ends where a role does.
impl FromStr for RoleRules {
    type Err = Invalid;

    fn from_str(text: &str) -> Result<Self, Invalid> {
        let mut rules = Vec::new();
        let mut open = String::new();
        for part in text.split(',') {
            open += part;
            match open.rsplit_once(':').map(|(_, role)| role.trim().parse()) {
                Some(Ok(role)) => {
                    rules.push(RoleRule::read(open.trim(), role)?);
                    open.clear();
                }
                _ => open.push(','),
            }
        }
        let rest = open.trim_end_matches(',').trim();
        if rest.is_empty() {
            Ok(Self(rules))
        } else {
            let names: Vec<_> = Role::ALL.iter().map(|role| role.as_str()).collect();
            Err(RoleRule::refused(
                rest,
                &format!("where role is one of {}", names.join(", ")),
            ))
        }
    }
}

impl RoleRule {
    /// Reads a rule that is known to end with a colon and `role`.
    fn read(text: &str, role: Role) -> Result<Self, Invalid> {
        let (said, _) = text.rsplit_once(':').unwrap_or_default();
        match said.split_once('=') {
            Some((claim, value)) if !claim.trim().is_empty() && !value.trim().is_empty() => {
                Ok(Self {
                    claim: claim.trim().into(),
                    value: value.trim().into(),
                    role,
                })
            }
            _ => Err(Self::refused(text, "with a claim and a value")),
        }
    }

    fn refused(text: &str, more: &str) -> Invalid {
        let text = text.escape_debug();
        let reason = format!("must be rules like claim=value:role, {more}, not \"{text}\"");
        Invalid::new("sso-roles", reason)
    }
}

/// A claim by its name, or by the names that lead to it, separated by dots (`realm_access.roles`).
fn claim<'a>(claims: &'a Value, name: &str) -> Option<&'a Value> {
    if let Some(own) = claims.get(name) {
        return Some(own);
    }
    let steps = name.split('.');
    steps.into_iter().try_fold(claims, |at, step| at.get(step))
}

/// Whether a claim is `value`, or a list that holds it.
fn says(claim: &Value, value: &str) -> bool {
    match claim {
        Value::String(own) => own == value,
        Value::Bool(own) => own.to_string() == value,
        Value::Number(own) => own.to_string() == value,
        Value::Array(all) => all.iter().any(|own| !own.is_array() && says(own, value)),
        Value::Null | Value::Object(_) => false,
    }
}

/// The letters of a name that is made, so that a number fits behind it.
const MADE_LETTERS: usize = 48;

/// What an account is to be called, from what its provider says; the same for everyone of whom it says nothing.
#[must_use]
pub fn name_of(claims: &Value) -> AccountName {
    let said = |name: &str| claims.get(name).and_then(Value::as_str);
    let made = said("preferred_username")
        .and_then(made)
        .or_else(|| said("email").and_then(made));
    made.unwrap_or_else(|| made_of_plain("sso"))
}

/// The same name with a number, for the case that it is taken.
#[must_use]
pub fn numbered(name: &AccountName, number: u32) -> AccountName {
    let short: String = name.as_str().chars().take(MADE_LETTERS).collect();
    made_of_plain(&format!("{short}-{number}"))
}

fn made(text: &str) -> Option<AccountName> {
    let is_sign = |sign: char| sign.is_alphanumeric() || ".-_@".contains(sign);
    let plain: String = text
        .trim()
        .chars()
        .map(|sign| if is_sign(sign) { sign } else { '-' })
        .take(MADE_LETTERS)
        .collect();
    plain.parse().ok()
}

fn made_of_plain(text: &str) -> AccountName {
    let name = text.parse();
    name.expect("a name with a hyphen and a number is one, and so is \"sso\"")
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn roles(rules: &str, claims: &Value) -> String {
        rules
            .parse::<RoleRules>()
            .unwrap()
            .roles(claims)
            .to_string()
    }

    #[test]
    fn a_role_follows_from_a_value_a_member_of_a_list_or_a_claim_inside_another() {
        let claims = json!({
            "groups": ["map", "CN=Leitung,OU=Stadt"], "department": "planning", "is_chief": true,
            "realm_access": { "roles": ["admin"] }, "https://city.example/roles": ["patrol"], "a:b": "c:d",
        });
        for (rules, expected) in [
            ("groups=map:editor", "editor"),
            ("groups=CN=Leitung,OU=Stadt:planner", "planner"),
            (
                "groups=CN=Leitung,OU=Stadt:planner,groups=map:editor",
                "editor,planner",
            ),
            (
                "department=planning:planner, is_chief=true:auditor",
                "auditor,planner",
            ),
            ("realm_access.roles=admin:admin", "admin"),
            ("https://city.example/roles=patrol:patrol", "patrol"),
            ("a:b=c:d:prevention", "prevention"),
            ("groups=ma:editor", ""),
            ("groups=Map:editor", ""),
            ("nothing=map:editor", ""),
            ("realm_access=admin:admin", ""),
            ("", ""),
        ] {
            assert_eq!(roles(rules, &claims), expected, "{rules}");
        }
    }

    #[test]
    fn a_rule_that_is_none_is_refused_with_the_rule() {
        for text in [
            "groups",
            "groups=map",
            "groups=map:chief",
            "groups:editor",
            "=map:editor",
            "groups=:editor",
            ":editor",
            "groups=map:editor,groups=x",
        ] {
            let refused = text.parse::<RoleRules>().unwrap_err();
            assert_eq!(refused.field, "sso-roles", "{text}");
        }
    }

    #[test]
    fn a_name_is_made_of_what_the_provider_says_and_numbered_where_it_is_taken() {
        for (claims, expected) in [
            (
                json!({ "preferred_username": "Frida.Öz", "email": "f@x" }),
                "frida.öz",
            ),
            (
                json!({ "preferred_username": "STADT\\frida <1>" }),
                "stadt-frida--1-",
            ),
            (
                json!({ "preferred_username": "x", "email": "frida@stadt.example" }),
                "frida@stadt.example",
            ),
            (json!({ "preferred_username": 7 }), "sso"),
            (json!(null), "sso"),
        ] {
            assert_eq!(name_of(&claims).as_str(), expected);
        }
        let long = name_of(&json!({ "email": "ö".repeat(300) }));
        assert_eq!(long.as_str().chars().count(), 48);
        assert!(numbered(&long, u32::MAX).as_str().ends_with("ö-4294967295"));
    }
}
