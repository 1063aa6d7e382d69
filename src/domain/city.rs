//! What a city says about itself in its `city.toml`.

use serde::Deserialize;

use crate::domain::audit::photo::AuditRules;
use crate::domain::base_map::BaseMap;
use crate::domain::calendar::{Calendar, Holidays};
use crate::domain::contact::Contact;
use crate::domain::coverage_rules::CoverageRules;
use crate::domain::members::{Members, json};
use crate::domain::safety_rules::SafetyRules;
use crate::domain::words::Name;
use crate::domain::{DistrictId, Invalid, Location, folding};

/// A city's own settings, as its `city.toml` writes them.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CitySettings {
    /// Its name in addresses and files.
    pub id: String,
    /// Its name as people say it.
    pub name: String,
    /// ISO 3166-1 code of its country.
    #[serde(default)]
    pub country: Option<String>,
    /// The time zone its opening hours are in.
    pub timezone: chrono_tz::Tz,
    /// Languages of its people, most used first.
    #[serde(default)]
    pub languages: Vec<String>,
    /// True when everything in the city's folder is labelled sample data.
    #[serde(default)]
    pub sample: bool,
    /// Longitude and latitude of the centre in degrees; the middle of the districts where it is not given.
    #[serde(default)]
    pub center: Option<[f64; 2]>,
    /// What must be said about the outlines of its districts.
    #[serde(default)]
    pub boundaries: Option<BoundaryLabel>,
    /// A base map in place of the imported one.
    #[serde(default)]
    pub base_map: Option<BaseMap>,
    /// Who answers for the site.
    #[serde(default)]
    pub contact: Option<Contact>,
    /// Where the data comes from and under which licence.
    #[serde(default)]
    pub sources: Option<Sources>,
    /// Its public and school holidays; without them an answer that depends on a holiday is unknown.
    #[serde(default)]
    pub holidays: Holidays,
    /// When a place counts and a district has enough.
    #[serde(default)]
    pub coverage: CoverageRules,
    /// What it decides about reports of how safe people feel.
    #[serde(default)]
    pub safety: SafetyRules,
    /// What it decides about audits.
    #[serde(default)]
    pub audits: AuditRules,
    /// The text all this was read from.
    #[serde(skip)]
    text: Box<str>,
}

/// A label that stands wherever the districts' outlines are shown.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BoundaryLabel {
    /// In German.
    pub label_de: String,
    /// In English.
    pub label_en: String,
}

/// Attribution and licence of a city's data, with what must be said about parts of it.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Sources {
    /// Licence of the data.
    pub licence: Option<String>,
    /// Who or what the data comes from, in German.
    pub attribution_de: Option<String>,
    /// Who or what the data comes from, in English.
    pub attribution_en: Option<String>,
    /// What the population figures rest on, in German.
    pub population_de: Option<String>,
    /// What the population figures rest on, in English.
    pub population_en: Option<String>,
    /// How well the positions are known, in German.
    pub positions_de: Option<String>,
    /// How well the positions are known, in English.
    pub positions_en: Option<String>,
}

impl CitySettings {
    /// Settings read from the text of a `city.toml`.
    ///
    /// # Errors
    /// Says where the text is not valid TOML or which field breaks a rule.
    pub fn from_toml(text: &str) -> Result<Self, Invalid> {
        let mut settings: Self = toml::from_str(text).map_err(|error| {
            Invalid::new("city.toml", error.to_string().trim().replace('\n', " "))
        })?;
        settings.center()?;
        settings.check_names()?;
        settings.coverage.check()?;
        settings.safety.check()?;
        settings.text = text.into();
        Ok(settings)
    }

    fn check_names(&self) -> Result<(), Invalid> {
        let broken = |field, invalid: Invalid| Invalid::new(field, invalid.reason);
        let id = self.id.parse::<DistrictId>();
        let name = self.name.parse::<Name>();
        id.map_err(|invalid| broken("id", invalid))?;
        name.map_err(|invalid| broken("name", invalid))?;
        Ok(())
    }

    /// The `city.toml` these settings were read from.
    #[must_use]
    pub fn to_toml(&self) -> &str {
        &self.text
    }

    /// Everything they say, as the `city.toml` has it: `holidays.public` stands in the table `holidays`.
    #[must_use]
    pub fn members(&self) -> Members {
        let mut members = Members::new();
        let table = toml::from_str(&self.text).unwrap_or_default();
        put_table(&mut members, "", table);
        members
    }

    /// Settings of a city of which only the name is known: German time, no holidays.
    ///
    /// # Errors
    /// When the name is empty or too long.
    pub fn named(name: &str) -> Result<Self, Invalid> {
        let name: Name = name.parse()?;
        let mut table = toml::Table::new();
        table.insert("id".into(), folding::slug(&name).into());
        table.insert("name".into(), name.as_str().into());
        table.insert("timezone".into(), "Europe/Berlin".into());
        Self::from_toml(&table.to_string())
    }

    /// The city's clock, sun and holidays.
    #[must_use]
    pub fn calendar(&self, center: Location) -> Calendar {
        Calendar::new(
            self.timezone,
            Some((center.lon(), center.lat())),
            self.holidays.clone(),
        )
        .expect("a location is on the earth")
    }

    /// Whether it lies in a country, by its code. Where the settings name none, German time means Germany.
    #[must_use]
    pub fn lies_in(&self, country: &str) -> bool {
        let german = [chrono_tz::Europe::Berlin, chrono_tz::Europe::Busingen];
        let by_time = country == "DE" && german.contains(&self.timezone);
        let named = self.country.as_ref();
        named.map_or(by_time, |own| own.eq_ignore_ascii_case(country))
    }

    /// The centre of the city, if the settings name one.
    ///
    /// # Errors
    /// When it is not on the earth.
    pub fn center(&self) -> Result<Option<Location>, Invalid> {
        self.center
            .map(|[lon, lat]| Location::from_lon_lat(lon, lat))
            .transpose()
    }
}

/// Puts the values of a table and of the tables in it among `members`.
fn put_table(members: &mut Members, prefix: &str, table: toml::Table) {
    for (name, value) in table {
        let name = format!("{prefix}{name}");
        match value {
            toml::Value::Table(inner) => put_table(members, &format!("{name}."), inner),
            value => drop(members.insert(name, json(&value))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_survive_a_round_trip() {
        let settings = CitySettings::from_toml(
            "id = \"x\"\nname = \"X\"\ntimezone = \"Europe/Vaduz\"\ncenter = [9.5, 47.1]\n",
        )
        .unwrap();
        assert_eq!(
            CitySettings::from_toml(settings.to_toml()).unwrap(),
            settings
        );
        assert_eq!(CitySettings::named("Bad \"X\"").unwrap().name, "Bad \"X\"");
    }

    #[test]
    fn settings_are_told_table_by_table() {
        let settings = CitySettings::from_toml(
            "id = \"x\"\nname = \"X\"\ntimezone = \"Europe/Vaduz\"\ncenter = [9.5, 47.1]\n\
             [contact]\nemail = \"treff@example.org\"\n",
        );
        let told = serde_json::to_string(&settings.unwrap().members()).unwrap();
        assert_eq!(
            told,
            r#"{"center":[9.5,47.1],"contact.email":"treff@example.org","id":"x","name":"X","timezone":"Europe/Vaduz"}"#
        );
    }

    #[test]
    fn who_answers_for_the_site_may_be_said_in_part_but_not_wrongly() {
        let city = |contact: &str| {
            let begin = "id = \"x\"\nname = \"X\"\ntimezone = \"Europe/Vaduz\"\n[contact]\n";
            CitySettings::from_toml(&format!("{begin}{contact}\n"))
        };
        let contact = city("email = \"treff@example.org\"")
            .unwrap()
            .contact
            .unwrap();
        assert_eq!(contact.email.unwrap().as_str(), "treff@example.org");
        assert_eq!(contact.publisher, None);
        for (wrong, said) in [
            ("email = \"treff\"", "must be an e-mail address"),
            ("fax = \"1\"", "fax"),
            ("publisher = \"\"", "empty"),
        ] {
            let refused = city(wrong).unwrap_err();
            assert!(refused.reason.contains(said), "{}", refused.reason);
        }
    }

    #[test]
    fn a_wrong_field_is_named() {
        let refused = CitySettings::from_toml(
            "id = \"x\"\nname = \"X\"\ntimezone = \"Europe/Vaduz\"\nnmae = 1\n",
        );
        assert!(refused.unwrap_err().reason.contains("nmae"));
        let refused =
            CitySettings::from_toml("id = \"x\"\nname = \"X\"\ntimezone = \"Europe/Atlantis\"\n");
        assert!(refused.unwrap_err().reason.contains("Atlantis"));
        for (id, name, field) in [
            ("X/..", "X", "id"),
            ("", "X", "id"),
            ("x", "", "name"),
            ("x", "\\u0000", "name"),
        ] {
            let text = format!("id = \"{id}\"\nname = \"{name}\"\ntimezone = \"Europe/Berlin\"\n");
            assert_eq!(CitySettings::from_toml(&text).unwrap_err().field, field);
        }
    }
}
