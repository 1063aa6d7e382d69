//! Confirming that a district is completely recorded, and withdrawing that.

use std::sync::Arc;

use chrono::NaiveDate;

use super::{NotWritten, by};
use crate::city::City;
use crate::domain::DistrictId;
use crate::domain::change::{CityChange, SurveyChange};
use crate::domain::note::Note;
use crate::domain::place::Version;
use crate::domain::staff::Actor;
use crate::domain::survey::Survey;
use crate::snapshot::{Revision, Snapshot};

/// Confirms that a district is completely recorded since a day, in place of the survey that was `seen`, or of none.
///
/// # Errors
/// Why it is not written: there is no such district, somebody else was faster, or the day breaks a rule.
pub async fn confirm_survey(
    city: &Arc<City>,
    actor: Actor,
    (district, seen): (DistrictId, Option<Version>),
    complete_since: NaiveDate,
    note: Option<Note>,
) -> Result<Revision, NotWritten> {
    let today = city.snapshot().date_at(city.now());
    let survey = Survey {
        district,
        complete_since,
        confirmed_by_role: actor.role,
        note,
    };
    let survey = survey
        .confirmed(today)
        .map_err(|invalid| NotWritten::Rules(vec![invalid]))?;
    let make = move |snapshot: &Snapshot| {
        let district = &survey.district;
        if snapshot.district(district).is_none() {
            return Err(NotWritten::Unknown);
        }
        let before = snapshot.survey(district);
        let is_new = before != Some(&survey);
        // What is so already is nobody's loss.
        if is_new && before.map(Survey::version) != seen {
            return Err(NotWritten::AnotherSurvey);
        }
        let change = is_new.then(|| SurveyChange {
            district: district.clone(),
            before: before.cloned(),
            after: Some(survey.clone()),
        });
        Ok(CityChange {
            surveys: change.into_iter().collect(),
            ..by(actor)
        })
    };
    city.act(make).await
}

/// Withdraws the survey of a district that was `seen`.
///
/// # Errors
/// Why it is not written: nothing is confirmed about such a district, or somebody else was faster.
pub async fn withdraw_survey(
    city: &Arc<City>,
    actor: Actor,
    (district, seen): (DistrictId, Option<Version>),
) -> Result<Revision, NotWritten> {
    let make = move |snapshot: &Snapshot| {
        let before = snapshot.survey(&district).ok_or(NotWritten::Unknown)?;
        if seen != Some(before.version()) {
            return Err(NotWritten::AnotherSurvey);
        }
        Ok(CityChange {
            surveys: vec![SurveyChange {
                district: district.clone(),
                before: Some(before.clone()),
                after: None,
            }],
            ..by(actor)
        })
    };
    city.act(make).await
}
