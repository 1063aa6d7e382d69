//! The shapes of a catalogue's file. What only the whole file can tell is checked when the catalogue is built.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;
use toml::value::Datetime;

use super::{Area, Evidence, Level, Mark, Severity, Where};
use crate::domain::Need;
use crate::domain::audit::measure::CostClass;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CatalogueFile {
    pub version: Spanned<String>,
    pub since: Spanned<Datetime>,
    pub draft: bool,
    #[serde(default)]
    pub profile: BTreeMap<Need, Spanned<Why>>,
    #[serde(default)]
    pub condition: Vec<Spanned<ConditionFile>>,
    pub criterion: Vec<Spanned<CriterionFile>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Why {
    pub de: Spanned<String>,
    pub en: Spanned<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ConditionFile {
    pub id: Spanned<String>,
    pub de: Spanned<String>,
    pub en: Spanned<String>,
    pub de_simple: Spanned<String>,
    pub follows: Option<Spanned<Follows>>,
    pub kinds: Option<Spanned<Vec<String>>>,
    pub a11yjson: Option<Spanned<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Follows {
    pub criterion: String,
    pub reading: String,
    pub is: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CriterionFile {
    pub id: Spanned<String>,
    pub area: Area,
    pub cls: Where,
    pub applies: Option<Spanned<String>>,
    pub core: bool,
    pub de: Spanned<String>,
    pub en: Spanned<String>,
    pub de_simple: Spanned<String>,
    pub hint_de: Spanned<String>,
    pub hint_en: Spanned<String>,
    pub evidence: Evidence,
    pub severity: Spanned<BTreeMap<Need, Severity>>,
    pub readings: Spanned<Vec<Spanned<ReadingFile>>>,
    pub standard: Spanned<Vec<Spanned<Alternative>>>,
    #[serde(default)]
    pub minimum: Vec<Spanned<Alternative>>,
    pub sources: Vec<Spanned<SourceFile>>,
    #[serde(default)]
    pub osm: Vec<String>,
    pub cost: Option<CostClass>,
}

/// What each reading must be.
pub(super) type Alternative = BTreeMap<String, Spanned<String>>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ReadingFile {
    pub id: Spanned<String>,
    pub unit: Spanned<String>,
    pub de: Option<Spanned<String>>,
    pub en: Option<Spanned<String>>,
    pub de_simple: Option<Spanned<String>>,
    pub choices: Option<Vec<Spanned<ChoiceFile>>>,
    #[serde(default)]
    pub a11yjson: Vec<ExchangeFile>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ExchangeFile {
    pub path: Spanned<String>,
    pub when: Option<Spanned<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ChoiceFile {
    pub id: Spanned<String>,
    pub de: Spanned<String>,
    pub en: Spanned<String>,
    pub de_simple: Spanned<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SourceFile {
    pub of: Level,
    pub mark: Mark,
    #[serde(default)]
    pub readings: Vec<String>,
    pub text: Spanned<String>,
}
