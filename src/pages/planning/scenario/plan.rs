//! The scenarios of an address: changes as the API takes them.

use super::{Asked, PATH};
use crate::domain::Invalid;
use crate::domain::scenario::{PlannedChange, check_changes};
use crate::pages::messages::Language;
use crate::pages::question::{self, Refused};

/// The names of the two scenarios.
pub(super) const NAMES: [&str; 2] = ["a", "b"];

/// Two scenarios, either of which may be empty.
#[derive(Clone, Debug, Default)]
pub(super) struct Plans([Vec<PlannedChange>; 2]);

impl Plans {
    /// The scenarios of an address.
    pub(super) fn read(asked: &Asked) -> Result<Self, Refused> {
        let mut plans = Self::default();
        for (own, name) in plans.0.iter_mut().zip(NAMES) {
            let text = asked.value(name);
            *own = changes(text).ok_or_else(|| Refused {
                language: asked.language,
                name: name.to_owned(),
                value: text.to_owned(),
                rule: "rule-scenario".to_owned(),
            })?;
        }
        Ok(plans)
    }

    /// Puts a change behind the others of a scenario.
    pub(super) fn put(&mut self, name: &str, change: PlannedChange) -> Result<(), Invalid> {
        let own = &mut self.0[usize::from(name == NAMES[1])];
        own.push(change);
        check_changes(own)
    }

    /// The scenarios that hold any change.
    pub(super) fn filled(&self) -> impl Iterator<Item = (&'static str, &[PlannedChange])> {
        let all = NAMES.into_iter().zip(self.0.iter().map(Vec::as_slice));
        all.filter(|(_, changes)| !changes.is_empty())
    }

    /// The changes of a scenario as an address and the API write them; nothing where there is none.
    pub(super) fn said(&self, name: &str) -> String {
        let own = &self.0[usize::from(name == NAMES[1])];
        if own.is_empty() {
            return String::new();
        }
        // Changes are plain values: writing them does not fail.
        serde_json::to_string(own).unwrap_or_default()
    }

    /// The address of the page with these scenarios and the question as it was asked.
    pub(super) fn address(&self, asked: &Asked) -> String {
        let plans = NAMES.map(|name| (name, self.said(name)));
        let plans = plans.into_iter().filter(|(_, text)| !text.is_empty());
        question::address(PATH, asked.question_pairs().chain(plans))
    }

    /// The same with one change taken away.
    pub(super) fn address_without(&self, asked: &Asked, name: &str, at: usize) -> String {
        let mut fewer = self.clone();
        let own = &mut fewer.0[usize::from(name == NAMES[1])];
        if at < own.len() {
            own.remove(at);
        }
        fewer.address(asked)
    }

    /// Where planners of the city keep a scenario.
    pub(super) fn address_to_keep(&self, name: &str, language: Language) -> String {
        let tag = (language == Language::En).then(|| ("lang", language.tag().to_owned()));
        let keep = std::iter::once(("keep", self.said(name)));
        question::address("/verwaltung/szenarien", keep.chain(tag))
    }

    /// The address of another page with the question alone.
    #[expect(clippy::unused_self, reason = "the scenarios are what is left behind")]
    pub(super) fn without(&self, asked: &Asked, path: &str) -> String {
        question::address(path, asked.question_pairs())
    }
}

fn changes(text: &str) -> Option<Vec<PlannedChange>> {
    if text.is_empty() {
        return Some(Vec::new());
    }
    let changes: Vec<PlannedChange> = serde_json::from_str(text).ok()?;
    check_changes(&changes).is_ok().then_some(changes)
}

#[cfg(test)]
mod tests {
    use super::*;

    const CLOSE: &str = r#"[{"close":"00000000-0000-4000-8000-000000000001"}]"#;

    #[test]
    fn what_an_address_holds_is_what_it_is_written_as() {
        let plans = Plans([changes(CLOSE).unwrap(), Vec::new()]);
        assert_eq!(plans.said("a"), CLOSE);
        assert_eq!(plans.said("b"), "");
        assert_eq!(plans.filled().count(), 1);
    }

    #[test]
    fn what_is_no_scenario_is_refused() {
        for wrong in ["[]", "{}", "x", r#"[{"burn":1}]"#] {
            assert_eq!(changes(wrong), None, "{wrong}");
        }
        assert_eq!(changes(""), Some(Vec::new()));
    }

    #[test]
    fn a_scenario_holds_only_so_many_changes() {
        let mut plans = Plans::default();
        let close = changes(CLOSE).unwrap().remove(0);
        for _ in 0..crate::domain::scenario::MOST_CHANGES {
            plans.put("b", close.clone()).unwrap();
        }
        assert!(plans.put("b", close).is_err());
    }
}
