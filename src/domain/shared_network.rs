//! Networks that many people share: the city's Wi-Fi, the library's computers, a device at an event.

use ipnet::IpNet;
use serde::{Deserialize, Deserializer};

use crate::domain::Invalid;

/// A network from which more reports of how safe people feel may come a day than from another (C.8 R13).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SharedNetwork {
    /// Its addresses, e.g. `10.1.0.0/16`.
    #[serde(deserialize_with = "net")]
    pub net: IpNet,
    /// So many reports a day may come from all of it together.
    pub per_day: u32,
}

/// A city that registers more has registered its streets.
const MOST: usize = 100;

/// More reports a day than this no room full of people sends.
const MOST_PER_DAY: u32 = 1_000;

/// The widest network of either kind, in bits: what is wider is no network of one house but a slip of the pen, and
/// would make half the world share one allowance.
const WIDEST: (u8, u8) = (8, 24);

/// Whether every one of them can be used.
///
/// # Errors
/// Names the field and the rule.
pub fn check(all: &[SharedNetwork]) -> Result<(), Invalid> {
    let refuse = |rule: String| Err(Invalid::new("safety.shared_networks", rule));
    if all.len() > MOST {
        return refuse(format!("must be at most {MOST} networks"));
    }
    for own in all {
        let widest = match own.net {
            IpNet::V4(_) => WIDEST.0,
            IpNet::V6(_) => WIDEST.1,
        };
        if own.net.prefix_len() < widest {
            return refuse(format!("net: {} must not be wider than /{widest}", own.net));
        }
        if !(1..=MOST_PER_DAY).contains(&own.per_day) {
            return refuse(format!("per_day: must be 1 to {MOST_PER_DAY}"));
        }
    }
    Ok(())
}

fn net<'de, D: Deserializer<'de>>(deserializer: D) -> Result<IpNet, D::Error> {
    let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
    let net = text.parse::<IpNet>();
    net.map(|net| net.trunc()).map_err(|_unread| {
        let rule = "net: must be a network such as 10.1.0.0/16 or 2001:db8:1::/48";
        serde::de::Error::custom(format!("safety.shared_networks: {rule}"))
    })
}

#[cfg(test)]
mod tests {
    use crate::domain::safety_rules::SafetyRules;

    fn read(network: &str) -> Result<SafetyRules, String> {
        let rules: SafetyRules = toml::from_str(&format!("shared_networks = [{network}]"))
            .map_err(|error| error.to_string())?;
        rules.check().map_err(|invalid| invalid.to_string())?;
        Ok(rules)
    }

    #[test]
    fn a_shared_network_has_addresses_and_a_limit() {
        let rules = read(r#"{ net = "10.1.2.3/16", per_day = 60 }"#).unwrap();
        let own = rules.shared_networks[0];
        assert_eq!(
            (own.net.to_string(), own.per_day),
            ("10.1.0.0/16".into(), 60)
        );
        assert!(read(r#"{ net = "2001:db8:1::/48", per_day = 1 }"#).is_ok());
    }

    #[test]
    fn what_is_none_is_refused_by_name() {
        for (network, said) in [
            (
                r#"{ net = "10.1.0.0", per_day = 60 }"#,
                "safety.shared_networks: net",
            ),
            (
                r#"{ net = "library", per_day = 60 }"#,
                "safety.shared_networks: net",
            ),
            (r#"{ net = "0.0.0.0/0", per_day = 60 }"#, "wider than /8"),
            (r#"{ net = "::/0", per_day = 60 }"#, "wider than /24"),
            (r#"{ net = "10.1.0.0/16", per_day = 0 }"#, "per_day"),
            (r#"{ net = "10.1.0.0/16", per_day = 100000 }"#, "per_day"),
            (r#"{ net = "10.1.0.0/16" }"#, "per_day"),
            (
                r#"{ net = "10.1.0.0/16", per_day = 6, name = "x" }"#,
                "name",
            ),
        ] {
            let refused = read(network).unwrap_err();
            assert!(refused.contains(said), "{network}: {refused}");
        }
    }
}
