//! Surveys of districts as rows.

use crate::domain::survey::Survey;
use crate::domain::{Invalid, note::Note};
use crate::error::Error;

/// Every survey, in the columns of [`SurveyRow`].
pub(super) const SELECT_SURVEYS: &str =
    "select district_id, complete_since, confirmed_by_role, note from district_survey";

/// A row as it is stored.
#[derive(sqlx::FromRow)]
pub(super) struct SurveyRow {
    district_id: String,
    complete_since: String,
    confirmed_by_role: String,
    note: Option<String>,
}

/// Confirms and withdraws surveys, and takes those away whose district goes.
macro_rules! put_surveys {
    ($tx:expr, $gone:expr, $changes:expr) => {
        let withdrawn = $changes.iter().filter(|own| own.after.is_none());
        let gone = $gone.iter().map(|own| &own.district);
        for district in gone.chain(withdrawn.map(|own| &own.district)) {
            let statement = sqlx::query("delete from district_survey where district_id = $1");
            statement.bind(district.as_str()).execute(&mut *$tx).await?;
        }
        for survey in $changes.iter().filter_map(|own| own.after.as_ref()) {
            let statement = sqlx::query(
                "insert into district_survey (district_id, complete_since, confirmed_by_role, note) \
                 values ($1, $2, $3, $4) on conflict (district_id) do update set \
                 complete_since = excluded.complete_since, confirmed_by_role = excluded.confirmed_by_role, \
                 note = excluded.note",
            );
            statement
                .bind(survey.district.as_str())
                .bind(survey.complete_since.to_string())
                .bind(survey.confirmed_by_role.as_str())
                .bind(survey.note.as_ref().map($crate::domain::note::Note::as_str))
                .execute(&mut *$tx)
                .await?;
        }
    };
}

pub(super) use put_surveys;

impl TryFrom<SurveyRow> for Survey {
    type Error = Error;

    fn try_from(row: SurveyRow) -> Result<Self, Error> {
        let id = row.district_id.clone();
        row.survey().map_err(|invalid| Error::Corrupt {
            table: "district_survey",
            id,
            invalid,
        })
    }
}

impl SurveyRow {
    fn survey(self) -> Result<Survey, Invalid> {
        Ok(Survey {
            district: self.district_id.parse()?,
            complete_since: crate::store::rows::day("complete_since", &self.complete_since)?,
            confirmed_by_role: self.confirmed_by_role.parse()?,
            // What was written under other rules is left out rather than shown.
            note: self.note.and_then(|text| text.parse::<Note>().ok()),
        })
    }
}
