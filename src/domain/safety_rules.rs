//! What a city decides about reports of how safe people feel: the section `[safety]` of its `city.toml`.

use serde::Deserialize;

use crate::domain::Invalid;
use crate::domain::counselling::Tongue;
use crate::domain::defect_service::DefectService;
use crate::domain::event::WebAddress;
use crate::domain::report::{Epsilon, SafetyCell};
use crate::domain::shared_network::{self, SharedNetwork};
use crate::domain::words::Name;

/// The section `[safety]`. Everything may be missing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct SafetyRules {
    /// Whether reports of what was done to people are taken (S2). A city switches it on when counselling is ready for it.
    pub sensitive: bool,
    /// How much a release may say about one report: epsilon, by product.
    pub epsilon: Epsilons,
    /// Squares of 500 m that one facility dominates whose visitors must not be pointed at (C.8 R10).
    pub quiet_cells: Vec<String>,
    /// Languages in which everybody should find help, as ISO 639 codes; [`Tongue::DEFAULT`] where a city names none.
    pub languages: Vec<Tongue>,
    /// Where what is broken or dirty is reported.
    pub defects: Option<Link>,
    /// The same, where it takes what is passed on; only with the consent of whoever says it.
    pub open311: Option<Box<DefectService>>,
    /// Where danger in traffic is reported.
    pub traffic: Option<Link>,
    /// Where "leave this page quickly" leads, a page that tells nothing; our own first page where a city names none.
    pub exit: Option<String>,
    /// Networks that many people share, from which more reports may come.
    pub shared_networks: Vec<SharedNetwork>,
}

/// Epsilon of each product; [`Epsilon::DEFAULT`] where a city says nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Epsilons {
    /// Districts, by quarter.
    pub districts: Epsilon,
    /// Squares, by year.
    pub cells: Epsilon,
    /// What was done to people in the whole city, by year.
    pub city: Epsilon,
}

/// Another site of the city.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Link {
    /// What it is called.
    pub name: Name,
    /// Its address.
    pub url: String,
}

impl SafetyRules {
    /// Whether every value can be used.
    ///
    /// # Errors
    /// Names the field and the rule.
    pub fn check(&self) -> Result<(), Invalid> {
        for cell in &self.quiet_cells {
            let read = cell.parse::<SafetyCell>();
            read.map_err(|invalid| Invalid::new("safety.quiet_cells", invalid.reason))?;
        }
        for (field, link) in [
            ("safety.defects", &self.defects),
            ("safety.traffic", &self.traffic),
        ] {
            if let Some(link) = link {
                let read = link.url.parse::<WebAddress>();
                read.map_err(|invalid| Invalid::new(field, format!("url: {}", invalid.reason)))?;
            }
        }
        if let Some(there) = &self.open311 {
            there.check()?;
        }
        if let Some(exit) = &self.exit {
            let read = exit.parse::<WebAddress>();
            read.map_err(|invalid| Invalid::new("safety.exit", invalid.reason))?;
        }
        shared_network::check(&self.shared_networks)
    }

    /// Languages in which everybody should find help.
    #[must_use]
    pub fn languages(&self) -> &[Tongue] {
        if self.languages.is_empty() {
            &Tongue::DEFAULT
        } else {
            &self.languages
        }
    }

    /// The squares in [`SafetyRules::quiet_cells`].
    pub fn quiet(&self) -> impl Iterator<Item = SafetyCell> {
        self.quiet_cells.iter().filter_map(|own| own.parse().ok())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_that_nobody_can_follow_is_refused_by_name() {
        for (line, field) in [
            ("exit = \"javascript:alert(1)\"", "safety.exit"),
            ("exit = \"//evil.example\"", "safety.exit"),
            (
                "defects = { name = \"M\", url = \"mailto:a@b.example\" }",
                "safety.defects",
            ),
            ("traffic = { name = \"V\", url = \"\" }", "safety.traffic"),
            ("quiet_cells = [\"9.19,48.9\"]", "safety.quiet_cells"),
        ] {
            let rules: SafetyRules = toml::from_str(line).unwrap();
            assert_eq!(rules.check().unwrap_err().field, field, "{line}");
        }
        let service = r#"services = [{ code = "1", name = "Laterne" }]"#;
        for (there, is_right) in [
            (
                format!("name = \"M\", url = \"https://m.example/v2\", {service}"),
                true,
            ),
            (
                format!("name = \"M\", url = \"m.example\", {service}"),
                false,
            ),
            (
                "name = \"M\", url = \"https://m.example\", services = []".to_owned(),
                false,
            ),
            (
                format!(
                    "name = \"M\", url = \"https://m.example\", jurisdiction_id = \"\", {service}"
                ),
                false,
            ),
        ] {
            let rules: SafetyRules = toml::from_str(&format!("open311 = {{ {there} }}")).unwrap();
            assert_eq!(rules.check().is_ok(), is_right, "{there}");
        }
        let rules: SafetyRules = toml::from_str("exit = \"https://wetter.example.org/\"").unwrap();
        assert!(rules.check().is_ok());
    }
}
