//! What the address of a page may say besides its path, where it is not a question about places.

use super::messages::Language;
use super::question::Refused;
use crate::domain::Need;

/// The choices of one visitor.
#[derive(Debug, Default)]
pub(super) struct Asked {
    /// The language to say it in.
    pub(super) language: Language,
    /// What the visitor needs.
    pub(super) needs: Vec<Need>,
    /// Whether only the part for the panel beside the list is wanted.
    pub(super) is_panel: bool,
}

impl Asked {
    /// Reads a query string that may hold the parameters `known`.
    pub(super) fn read(query: &str, known: &[&str]) -> Result<Self, Refused> {
        let mut asked = Self::default();
        for (name, value) in form_urlencoded::parse(query.as_bytes()) {
            let is_read = known.contains(&&*name) && asked.take(&name, &value);
            if !is_read {
                let is_known = known.contains(&&*name);
                let rule = if is_known { &*name } else { "unknown" };
                return Err(Refused {
                    language: asked.language,
                    rule: format!("rule-{rule}"),
                    name: name.into_owned(),
                    value: value.into_owned(),
                });
            }
        }
        Ok(asked)
    }

    /// Whether the value keeps the rule of its parameter.
    fn take(&mut self, name: &str, value: &str) -> bool {
        match name {
            "lang" => value
                .parse()
                .map(|language| self.language = language)
                .is_ok(),
            "need" => {
                let needs = value.split(',').map(str::trim);
                let needs: Result<std::collections::BTreeSet<Need>, _> = needs
                    .filter(|need| !need.is_empty())
                    .map(str::parse)
                    .collect();
                needs
                    .map(|needs| self.needs = needs.into_iter().collect())
                    .is_ok()
            }
            "fragment" => {
                self.is_panel = value == "panel";
                self.is_panel
            }
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_takes_what_it_knows_and_refuses_the_rest_by_name() {
        let asked = Asked::read("need=hoh,blind,hoh&lang=en", &["lang", "need"]).unwrap();
        assert_eq!(asked.language, Language::En);
        assert_eq!(asked.needs, [Need::Blind, Need::HardOfHearing]);
        for (query, rule) in [
            ("lang=fr", "rule-lang"),
            ("need=wings", "rule-need"),
            ("fragment=panel", "rule-unknown"),
            ("colour=red", "rule-unknown"),
        ] {
            let refused = Asked::read(query, &["lang", "need"]).unwrap_err();
            assert_eq!(refused.rule, rule, "{query}");
        }
        assert_eq!(
            Asked::read("fragment=x", &["fragment"]).unwrap_err().rule,
            "rule-fragment"
        );
    }
}
