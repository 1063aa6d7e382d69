//! That a district is completely recorded, confirmed by somebody of the city. No data is not a gap: only where such a survey
//! is current may anybody say that something is missing in a district, and not only in the data.

use chrono::{Months, NaiveDate};
use serde::Serialize;

use crate::domain::members::Members;
use crate::domain::note::Note;
use crate::domain::place::Version;
use crate::domain::staff::Role;
use crate::domain::{DistrictId, Invalid};

/// A survey says nothing any more after so many months.
pub const HOLDS_MONTHS: u32 = 24;

/// That a district was completely recorded on a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Survey {
    /// The district.
    pub district: DistrictId,
    /// The day since when everything there is recorded.
    pub complete_since: NaiveDate,
    /// The role that confirmed it.
    pub confirmed_by_role: Role,
    /// How it was done, in somebody's own words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Note>,
}

impl Survey {
    /// A survey as somebody confirms it `today`.
    ///
    /// # Errors
    /// When the day is still to come, or so long ago that the survey would say nothing any more.
    pub fn confirmed(self, today: NaiveDate) -> Result<Self, Invalid> {
        if self.complete_since > today {
            let rule = format!("must not be after today ({today})");
            return Err(Invalid::new("complete_since", rule));
        }
        if !self.is_current(today) {
            let rule = format!(
                "must not be {HOLDS_MONTHS} months ago or more: the survey would have expired"
            );
            return Err(Invalid::new("complete_since", rule));
        }
        Ok(self)
    }

    /// The first day on which it says nothing any more.
    #[must_use]
    pub fn expires_on(&self) -> NaiveDate {
        let end = self
            .complete_since
            .checked_add_months(Months::new(HOLDS_MONTHS));
        end.unwrap_or(NaiveDate::MAX)
    }

    /// Whether it says something on a day.
    #[must_use]
    pub fn is_current(&self, today: NaiveDate) -> bool {
        today < self.expires_on()
    }

    /// The version of this state.
    #[must_use]
    pub fn version(&self) -> Version {
        let known = [
            self.complete_since.to_string(),
            self.confirmed_by_role.to_string(),
        ];
        Version::of(known, self.note.as_ref().map_or("", Note::as_str))
    }

    /// What the trail tells of it.
    #[must_use]
    pub fn members(&self) -> Members {
        let note = self.note.as_ref().map(|note| ("note", note.to_string()));
        let known = [
            ("complete_since", self.complete_since.to_string()),
            ("confirmed_by_role", self.confirmed_by_role.to_string()),
        ];
        let members = known.into_iter().chain(note);
        members
            .map(|(name, value)| (name.to_owned(), value.into()))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn survey(since: &str) -> Survey {
        Survey {
            district: "ost".parse().unwrap(),
            complete_since: day(since),
            confirmed_by_role: Role::Planner,
            note: None,
        }
    }

    #[test]
    fn a_survey_holds_for_two_years_to_the_day() {
        let own = survey("2024-03-04");
        assert_eq!(own.expires_on(), day("2026-03-04"));
        assert!(own.is_current(day("2026-03-03")));
        assert!(!own.is_current(day("2026-03-04")));
        // The last day of February has no fellow every year.
        assert_eq!(survey("2024-02-29").expires_on(), day("2026-02-28"));
    }

    #[test]
    fn surveys_that_differ_in_anything_have_different_versions() {
        let own = survey("2026-03-04");
        let others = [
            survey("2026-03-03"),
            Survey {
                confirmed_by_role: Role::Admin,
                ..own.clone()
            },
            Survey {
                note: "zu Fuß".parse().ok(),
                ..own.clone()
            },
        ];
        assert_eq!(own.version(), own.clone().version());
        assert!(others.iter().all(|other| other.version() != own.version()));
    }

    #[test]
    fn what_is_confirmed_was_done_and_still_says_something() {
        let today = day("2026-03-04");
        assert!(survey("2026-03-04").confirmed(today).is_ok());
        assert!(survey("2024-03-05").confirmed(today).is_ok());
        for wrong in ["2026-03-05", "2024-03-04", "1999-01-01"] {
            let refused = survey(wrong).confirmed(today).unwrap_err();
            assert_eq!(refused.field, "complete_since", "{wrong}");
        }
    }
}
