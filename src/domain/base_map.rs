//! A base map that a city has already, in place of the one drawn from its import.

use serde::Deserialize;

use crate::domain::Invalid;
use crate::domain::words::Remark;

/// The section `[base_map]` of a `city.toml`; off by default.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "Written")]
pub struct BaseMap {
    /// Where it comes from.
    pub source: Source,
    /// Whom its licence asks to be named, wherever the map is shown.
    pub attribution: Option<Remark>,
}

/// The two ways a base map can come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// A style of another server, for example that of the state. The visitor's browser then asks that server.
    Style {
        /// Where the style is.
        url: String,
        /// Servers that its tiles, signs and fonts come from: scheme, host and port. Browsers are let through to
        /// no others.
        hosts: Vec<String>,
    },
    /// A file of vector tiles in the Shortbread schema (`PMTiles` 3) beside the server, served by it.
    Archive {
        /// Where the file is; a relative path begins where the server is started.
        path: String,
    },
}

/// The section as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    style: Option<String>,
    #[serde(default)]
    hosts: Vec<String>,
    pmtiles: Option<String>,
    attribution: Option<Remark>,
}

impl TryFrom<Written> for BaseMap {
    type Error = Invalid;

    fn try_from(written: Written) -> Result<Self, Invalid> {
        Ok(Self {
            source: Source::checked(written.style, written.hosts, written.pmtiles)?,
            attribution: written.attribution,
        })
    }
}

impl Source {
    fn checked(
        style: Option<String>,
        named: Vec<String>,
        pmtiles: Option<String>,
    ) -> Result<Self, Invalid> {
        match (style, pmtiles) {
            (Some(url), None) => {
                let own = host_of(&url).ok_or_else(|| {
                    Invalid::new(
                        "base_map.style",
                        "must be an address that begins with https://",
                    )
                })?;
                let mut hosts = vec![own];
                for host in named {
                    if host_of(&host).as_deref() != Some(&*host) {
                        let rule = "must be https:// with a host and no path";
                        return Err(Invalid::new("base_map.hosts", rule));
                    }
                    hosts.push(host);
                }
                Ok(Self::Style { url, hosts })
            }
            (None, Some(path)) if named.is_empty() => Ok(Self::Archive { path }),
            (None, Some(_)) => Err(Invalid::new(
                "base_map.hosts",
                "belongs to a style, not to a file",
            )),
            _ => Err(Invalid::new(
                "base_map",
                "must name either a style or a pmtiles file",
            )),
        }
    }
}

/// Scheme, host and port of an address; none if it could mean more than that in a security policy.
fn host_of(url: &str) -> Option<String> {
    let rest = url.strip_prefix("https://")?;
    let host = rest.split('/').next()?;
    let is_plain = |letter: char| letter.is_ascii_alphanumeric() || ".-:".contains(letter);
    let is_address = |letter: char| letter.is_ascii_graphic() && !"\"'<>;,\\".contains(letter);
    let fits = !host.is_empty() && host.chars().all(is_plain) && url.chars().all(is_address);
    fits.then(|| format!("https://{host}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<BaseMap, String> {
        toml::from_str(text).map_err(|error| error.to_string())
    }

    #[test]
    fn a_style_lets_browsers_through_to_its_own_host_and_those_named() {
        let read = read(
            "style = 'https://karte.example.de/s.json'\nhosts = ['https://kacheln.example.de:8443']",
        );
        let hosts = [
            "https://karte.example.de",
            "https://kacheln.example.de:8443",
        ]
        .map(String::from);
        assert_eq!(
            read.unwrap().source,
            Source::Style {
                url: "https://karte.example.de/s.json".into(),
                hosts: hosts.into(),
            }
        );
    }

    #[test]
    fn what_could_open_the_policy_further_is_refused() {
        for (text, rule) in [
            ("style = 'http://a.de/s.json'", "https://"),
            ("style = 'https://a.de; script-src *'", "https://"),
            ("style = 'https://*/x'", "https://"),
            (
                "style = 'https://a.de/s'\nhosts = ['https://b.de/path']",
                "no path",
            ),
            ("style = 'https://a.de/s'\nhosts = ['*']", "no path"),
            ("style = 'https://a.de/s'\npmtiles = 'x'", "either"),
            ("hosts = []", "either"),
            (
                "pmtiles = 'x'\nhosts = ['https://b.de']",
                "belongs to a style",
            ),
        ] {
            let said = read(text).unwrap_err();
            assert!(said.contains(rule), "{text}: {said}");
        }
    }
}
