//! What somebody typed into the form of a focus area.

use std::collections::BTreeMap;
use std::str::FromStr;

use crate::domain::DistrictId;
use crate::domain::note::Note;
use crate::domain::prevention::{FocusArea, FocusGround, FocusMeasure};
use crate::pages::form::Fields;

/// Fields that stand there once, in the order of the form.
const ONCE: [&str; 7] = [
    "title", "about", "district", "zone", "since", "state", "office",
];

/// Fields of each measure.
const OF_MEASURE: [&str; 4] = ["what", "measure_state", "measure_on", "result"];

/// One measure as text: what, how far, when, what came of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct TypedMeasure(pub(super) [String; 4]);

impl TypedMeasure {
    /// Whether nothing was typed besides a choice that stands there anyway.
    fn is_empty(&self) -> bool {
        let [what, _, on, result] = &self.0;
        what.is_empty() && on.is_empty() && result.is_empty()
    }
}

/// Every field as text.
#[derive(Clone, Debug, Default)]
pub(super) struct Typed {
    values: BTreeMap<&'static str, String>,
    pub(super) measures: Vec<TypedMeasure>,
    /// The keys of what is wrong.
    pub(super) faults: Vec<String>,
}

impl Typed {
    /// A field as it was typed.
    pub(super) fn value(&self, name: &str) -> &str {
        self.values.get(name).map_or("", String::as_str)
    }

    /// A form as it came.
    pub(super) fn sent(fields: &Fields) -> Self {
        let columns = OF_MEASURE.map(|name| fields.values(name));
        let rows = columns.iter().map(|own| own.len()).max().unwrap_or(0);
        let cell = |column: &[String], row: usize| {
            let text = column.get(row).map_or("", String::as_str);
            text.trim().to_owned()
        };
        let measures = (0..rows).map(|row| TypedMeasure(columns.map(|own| cell(own, row))));
        Self {
            values: ONCE
                .into_iter()
                .map(|name| (name, fields.value(name).to_owned()))
                .collect(),
            measures: measures.filter(|own| !own.is_empty()).collect(),
            faults: Vec::new(),
        }
    }

    /// A focus area as the form shows it.
    pub(super) fn of(own: &FocusArea) -> Self {
        let text = |text: Option<&str>| text.unwrap_or_default().to_owned();
        let values = [
            own.title.to_string(),
            own.about.to_string(),
            text(own.ground.district.as_ref().map(DistrictId::as_str)),
            text(own.ground.zone.as_ref().map(Note::as_str)),
            own.since.to_string(),
            own.state.to_string(),
            own.office.to_string(),
        ];
        let measures = own.measures.iter().map(|own| {
            TypedMeasure([
                own.what.to_string(),
                own.state.to_string(),
                own.on.to_string(),
                text(own.result.as_ref().map(Note::as_str)),
            ])
        });
        Self {
            values: ONCE.into_iter().zip(values).collect(),
            measures: measures.collect(),
            faults: Vec::new(),
        }
    }

    /// Notes the key of something that is wrong, once.
    pub(super) fn fault(&mut self, key: &str) {
        if !self.faults.iter().any(|own| own == key) {
            self.faults.push(key.to_owned());
        }
    }

    /// The focus area that it says; none where something is wrong, which is noted.
    pub(super) fn read(&mut self) -> Option<FocusArea> {
        let ground = FocusGround {
            district: self.optional("district"),
            zone: self.optional("zone"),
        };
        let (title, about) = (self.needed("title"), self.needed("about"));
        let (since, state) = (self.needed("since"), self.needed("state"));
        let office = self.needed("office");
        let measures = self.measures();
        let area = FocusArea {
            title: title?,
            about: about?,
            ground,
            since: since?,
            state: state?,
            measures,
            office: office?,
            is_made_up: false,
        };
        self.faults.is_empty().then_some(area)
    }

    fn measures(&mut self) -> Vec<FocusMeasure> {
        let read = |own: &TypedMeasure| {
            let [what, state, on, result] = &own.0;
            Some(FocusMeasure {
                what: what.parse().ok()?,
                state: state.parse().ok()?,
                on: on.parse().ok()?,
                result: (!result.is_empty())
                    .then(|| result.parse())
                    .transpose()
                    .ok()?,
            })
        };
        let all: Option<Vec<_>> = self.measures.iter().map(read).collect();
        all.unwrap_or_else(|| {
            self.fault("staff-focus-rule-measure");
            Vec::new()
        })
    }

    fn needed<T: FromStr>(&mut self, name: &str) -> Option<T> {
        let parsed = self.value(name).parse().ok();
        if parsed.is_none() {
            self.fault(&format!("staff-focus-rule-{name}"));
        }
        parsed
    }

    /// The value of a field that may be left empty.
    fn optional<T: FromStr>(&mut self, name: &str) -> Option<T> {
        if self.value(name).is_empty() {
            return None;
        }
        self.needed(name)
    }
}

/// The keys of the messages that are made from names of fields.
#[cfg(test)]
pub(super) fn families() -> impl Iterator<Item = String> {
    let labels = ONCE.into_iter().chain(OF_MEASURE);
    let labels = labels.map(|name| format!("staff-focus-field-{}", name.replace('_', "-")));
    let rules = ONCE.into_iter().chain(["measure", "id"]);
    labels.chain(rules.map(|name| format!("staff-focus-rule-{name}")))
}
