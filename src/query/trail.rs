//! Which entries of the audit trail an address asks for.

use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta, Utc};

use super::{Param, Params, Schema};
use crate::domain::Invalid;
use crate::domain::trail::{Action, Page, TrailFilter};

/// What an address may say.
pub const TRAIL_PARAMS: &[Param] = &[
    Param::optional(
        "subject",
        Schema::Text(200),
        "About what: a subject such as place/<id>, or the beginning of several such as place/.",
    ),
    Param::optional(
        "by",
        Schema::Text(20),
        "Whose hand: a role, import, built-in, command-line, single-sign-on or owner (of an account).",
    ),
    Param::optional("action", Schema::OneOf(actions), "What was done."),
    Param::optional("from", Schema::Text(40), "From this day or moment on."),
    Param::optional(
        "until",
        Schema::Text(40),
        "Up to the end of this day, or before this moment.",
    ),
    Param::optional(
        "before",
        Schema::Text(20),
        "From the entry before this number back.",
    ),
    Param::optional(
        "after",
        Schema::Text(20),
        "From the entry after this number on, the oldest first.",
    ),
    Param::optional(
        "limit",
        Schema::Count(1, 1000, 100),
        "At most so many entries.",
    ),
];

fn actions() -> Vec<&'static str> {
    Action::ALL.iter().map(|action| action.as_str()).collect()
}

/// Reads a query; empty parameters, as forms send them, say nothing.
///
/// # Errors
/// When a parameter is unknown or breaks its rule.
pub fn trail_filter(query: &str) -> Result<TrailFilter, Invalid> {
    let mut params = Params::parse(query, &[TRAIL_PARAMS])?;
    let page = match (
        number(&mut params, "before")?,
        number(&mut params, "after")?,
    ) {
        (None, None) => Page::Newest,
        (Some(before), None) => Page::Before(before),
        (None, Some(after)) => Page::After(after),
        (Some(_), Some(_)) => {
            return Err(Invalid::new("after", "cannot stand beside before"));
        }
    };
    let limit = number(&mut params, "limit")?.map(|limit| u32::try_from(limit).unwrap_or(0));
    if limit == Some(0) {
        return Err(Invalid::new("limit", "must be a whole number above 0"));
    }
    Ok(TrailFilter {
        about: params.take("subject")?,
        by: params.take("by")?,
        action: params.take("action")?,
        from: moment(&mut params, "from", TimeDelta::zero())?,
        until: moment(&mut params, "until", TimeDelta::days(1))?,
        page,
        limit,
    })
}

/// A moment, or a day: its beginning and so much after it.
fn moment(
    params: &mut Params,
    name: &'static str,
    after: TimeDelta,
) -> Result<Option<DateTime<Utc>>, Invalid> {
    let Some(text) = params.text(name) else {
        return Ok(None);
    };
    if let Ok(day) = text.parse::<NaiveDate>() {
        let midnight = day.and_time(NaiveTime::MIN).and_utc();
        return Ok(Some(midnight.checked_add_signed(after).unwrap_or(midnight)));
    }
    match DateTime::parse_from_rfc3339(&text) {
        Ok(moment) => Ok(Some(moment.with_timezone(&Utc))),
        Err(error) => {
            let rule = "must be a day or a moment such as 2026-01-31T18:30:00Z";
            Err(Invalid::new(name, format!("{rule}: {error}")))
        }
    }
}

fn number(params: &mut Params, name: &'static str) -> Result<Option<i64>, Invalid> {
    let number = params.text(name).map(|text| text.parse());
    number
        .transpose()
        .map_err(|error| Invalid::new(name, format!("must be a whole number: {error}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_meant_whole_and_what_is_empty_says_nothing() {
        let filter = trail_filter("from=2026-03-01&until=2026-03-01&subject=&by=editor").unwrap();
        assert_eq!(
            filter.until.unwrap() - filter.from.unwrap(),
            TimeDelta::days(1)
        );
        assert!(filter.about.is_none() && filter.by.is_some());
        for (query, field) in [
            ("colour=red", "colour"),
            ("from=gestern", "from"),
            ("limit=0", "limit"),
            ("limit=-1", "limit"),
            ("after=x", "after"),
            ("after=1&before=3", "after"),
            ("by=chief", "by"),
        ] {
            assert_eq!(trail_filter(query).unwrap_err().field, field);
        }
    }
}
