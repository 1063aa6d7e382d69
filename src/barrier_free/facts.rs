//! The three facts that come before every rating: steps, door, toilet.

use serde::Serialize;

use crate::barrier_free::Sheet;
use crate::barrier_free::sheet::Answer;
use crate::domain::Fact;

/// What residents are told first. Where it is read off every version of the criteria says by these names; a version that does
/// not ask for one leaves it unknown, and what is unknown is absent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct KeyFacts {
    /// Steps at the entrance.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub steps: Option<f64>,
    /// The highest of them, or the threshold, in centimetres.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_step_cm: Option<f64>,
    /// Whether there is a ramp to be laid out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mobile_ramp: Option<bool>,
    /// The clear width of the door in centimetres.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub door_cm: Option<f64>,
    /// Whether there is a toilet for wheelchairs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub wc: Option<bool>,
}

impl KeyFacts {
    /// Those on a sheet.
    #[must_use]
    pub fn of(sheet: &Sheet) -> Self {
        let amount = |criterion, reading| match sheet.answer(criterion, reading) {
            Some(Answer::Amount(amount)) => Some(amount.value()),
            _ => None,
        };
        let yes_no = |criterion, reading| match sheet.answer(criterion, reading) {
            Some(Answer::YesNo(yes)) => Some(yes),
            _ => None,
        };
        Self {
            steps: amount("C14", "steps"),
            max_step_cm: amount("C14", "max_step_cm"),
            mobile_ramp: yes_no("C14", "mobile_ramp"),
            door_cm: amount("C18", "width_cm"),
            wc: yes_no("C39", "wc"),
        }
    }

    /// Whether there is a toilet for wheelchairs.
    #[must_use]
    pub fn wheelchair_wc(&self) -> Fact {
        match self.wc {
            Some(true) => Fact::Yes,
            Some(false) => Fact::No,
            None => Fact::Unknown,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::barrier_free::tests::{all_met, draft};

    #[test]
    fn the_three_facts_are_read_off_and_unknown_until_then() {
        let catalogue = draft();
        assert_eq!(KeyFacts::of(&Sheet::empty(&catalogue)), KeyFacts::default());
        let facts = KeyFacts::of(&all_met(&catalogue));
        assert_eq!((facts.steps, facts.wc), (Some(0.0), Some(true)));
        assert!(facts.door_cm.is_some_and(|width| width >= 90.0));
        assert_eq!(facts.wheelchair_wc(), Fact::Yes);
    }
}
