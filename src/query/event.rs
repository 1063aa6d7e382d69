//! Which events are asked for: the same parameters for the API, the calendars and the page.

use crate::domain::event::{Demand, Effort};
use crate::domain::words::Name;
use crate::domain::{DistrictId, Invalid, PlaceId, Topic, Topics};
use crate::query::{Param, Params, Schema};
use crate::snapshot::EventFilter;

/// The parameters that narrow a set of events.
pub const EVENT_PARAMS: &[Param] = &[
    Param::optional("place", Schema::Uuid, "The id of the place it is held at."),
    Param::optional(
        "district",
        Schema::DistrictId,
        "The id of the district it is held in.",
    ),
    Param::optional("topics", Schema::ListOf(topics), "Any of these topics."),
    Param::optional(
        "engagement",
        Schema::Flag,
        "Only offers that ask for helping hands.",
    ),
    Param::optional(
        "effort",
        Schema::ListOf(efforts),
        "Only offers that ask for helping hands for any of these times. Unknown is not included.",
    ),
    Param::optional(
        "demand",
        Schema::ListOf(demands),
        "Only offers that ask any of this of helping hands. Unknown is not included.",
    ),
    Param::optional(
        "free",
        Schema::Flag,
        "Only events where nobody has to pay. Unknown is not free.",
    ),
    Param::optional(
        "language",
        Schema::Text(MOST_LETTERS),
        "Only events held in this language: ISO 639-1, dgs (sign language) or de-leicht. Unknown is not included.",
    ),
];

/// The longest code of a language.
const MOST_LETTERS: usize = 10;

fn topics() -> Vec<&'static str> {
    Topic::ALL.iter().map(|topic| topic.as_str()).collect()
}

fn efforts() -> Vec<&'static str> {
    Effort::ALL.iter().map(|effort| effort.as_str()).collect()
}

fn demands() -> Vec<&'static str> {
    Demand::ALL.iter().map(|demand| demand.as_str()).collect()
}

/// Takes the parameters of [`EVENT_PARAMS`].
///
/// # Errors
/// Names the first parameter that breaks a rule, and the rule.
pub fn read_event_filter(params: &mut Params) -> Result<EventFilter, Invalid> {
    Ok(EventFilter {
        place: params.take::<PlaceId>("place")?,
        district: params.take::<DistrictId>("district")?,
        bbox: None,
        topics: params.take::<Topics>("topics")?.unwrap_or_default(),
        language: language(params)?,
        free: params.flag("free")?,
        engagement: params.flag("engagement")?,
        efforts: params.list("effort")?,
        demands: params.list("demand")?,
    })
}

fn language(params: &mut Params) -> Result<Option<Name>, Invalid> {
    let Some(code) = params.text("language") else {
        return Ok(None);
    };
    let is_code = (2..=MOST_LETTERS).contains(&code.len())
        && code
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte == b'-');
    let code = code.parse().ok().filter(|_| is_code);
    code.map(Some)
        .ok_or_else(|| Invalid::new("language", "must be a code such as de, tr or dgs"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(query: &str) -> Result<EventFilter, Invalid> {
        read_event_filter(&mut Params::parse(query, &[EVENT_PARAMS])?)
    }

    #[test]
    fn every_parameter_narrows_and_a_wrong_one_is_named() {
        let filter = read(
            "topics=advice,language&effort=one_off&demand=easy,demanding&free=true&language=tr",
        )
        .unwrap();
        assert_eq!(
            (
                filter.topics.iter().count(),
                filter.efforts.len(),
                filter.demands.len()
            ),
            (2, 1, 2)
        );
        assert_eq!(
            (filter.free, filter.engagement, filter.language.as_deref()),
            (true, false, Some("tr"))
        );
        for (query, field) in [
            ("place=7", "place"),
            ("district=a/b", "district"),
            ("topics=coffee", "topics"),
            ("engagement=yes", "engagement"),
            ("effort=much", "effort"),
            ("demand=high", "demand"),
            ("free=1", "free"),
            ("language=Deutsch", "language"),
            ("language=d", "language"),
            ("kind=library", "kind"),
        ] {
            assert_eq!(read(query).unwrap_err().field, field, "{query}");
        }
    }
}
