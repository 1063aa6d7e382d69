//! The city's own reporter of defects, where it speaks Open311 (`GeoReport` v2): section `[safety] open311` of `city.toml`.

use serde::Deserialize;

use crate::domain::Invalid;
use crate::domain::event::WebAddress;
use crate::domain::words::Name;

/// Where defects can be passed on to.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DefectService {
    /// What people know it as.
    pub name: Name,
    /// The address of its interface, to which `/requests.json` is added.
    pub url: String,
    /// Which city is meant, where one service serves several.
    #[serde(default)]
    pub jurisdiction_id: Option<String>,
    /// What may be reported there.
    pub services: Vec<Service>,
}

/// A sort of defect.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Service {
    /// Its code there.
    pub code: String,
    /// What people call it.
    pub name: Name,
}

/// More sorts than this nobody reads through.
const MOST_SERVICES: usize = 30;

impl DefectService {
    /// Whether every value can be used.
    ///
    /// # Errors
    /// Names the field and the rule.
    pub fn check(&self) -> Result<(), Invalid> {
        let refuse = |rule: String| Err(Invalid::new("safety.open311", rule));
        if let Err(invalid) = self.url.parse::<WebAddress>() {
            return refuse(format!("url: {}", invalid.reason));
        }
        if !(1..=MOST_SERVICES).contains(&self.services.len()) {
            return refuse(format!("services: must be 1 to {MOST_SERVICES}"));
        }
        let codes = self.services.iter().map(|own| &own.code);
        for code in codes.chain(&self.jurisdiction_id) {
            let is_plain = |sign: char| sign.is_ascii_graphic();
            if !(1..=64).contains(&code.len()) || !code.chars().all(is_plain) {
                return refuse("codes must have 1 to 64 letters, digits and signs".to_owned());
            }
        }
        Ok(())
    }

    /// The sort of defect with a code.
    #[must_use]
    pub fn service(&self, code: &str) -> Option<&Service> {
        self.services.iter().find(|own| own.code == code)
    }
}
