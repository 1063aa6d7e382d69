//! Questions about coverage: the same parameters for the API, the terminal and the page.

use chrono::{DateTime, Datelike, NaiveDate, NaiveTime, SecondsFormat, Utc};

use crate::domain::{Class, Invalid, KindId, Need, Topic, Topics};
use crate::query::place::{FULLY_USABLE_FOR, USABLE_FOR, classes, place_kinds, topics};
use crate::query::{Moment, OpenAt, Param, Params, Schema};
use crate::snapshot::{CoverageQuestion, PlaceFilter, Snapshot};
use crate::walk::Profile;

/// Longer walks are no neighbourhood (minutes).
pub const LONGEST_MIN: u32 = 120;

/// Who walks.
pub const PROFILE: Param = Param::optional(
    "profile",
    Schema::OneOf(|| {
        Profile::ALL
            .iter()
            .map(|profile| profile.as_str())
            .collect()
    }),
    "Whose walking is meant: adult 1.3 m/s, older 0.9 m/s (if left out), walker (with a walking aid) 0.7 m/s, \
     child_6 0.55 m/s, wheelchair 1.0 m/s without known steps or slopes above 6 %.",
);

/// Who walks how far, to which places.
pub const COVERAGE_PARAMS: &[Param] = &[
    PROFILE,
    Param::optional(
        "minutes",
        Schema::Between(1, LONGEST_MIN),
        "Within reach is what takes at most so many minutes on foot; if left out, what the city's rules ask for: 15 to \
         rooms, 10 where only places outdoors are meant.",
    ),
    Param::optional("cls", Schema::OneOf(classes), "Indoors (room) or outdoors."),
    Param::optional("kind", Schema::ListOf(place_kinds), "Any of these kinds."),
    Param::optional("topics", Schema::ListOf(topics), "Any of these topics."),
    Param::optional(
        "free",
        Schema::Flag,
        "Only places where nobody has to pay. Unknown is not free.",
    ),
    Param::optional(
        "no_consumption",
        Schema::Flag,
        "Only places where nobody has to buy something. Unknown is not included.",
    ),
    USABLE_FOR,
    FULLY_USABLE_FOR,
    Param::optional(
        "counted",
        Schema::Flag,
        "Only places that count for a room and a place to meet in every district.",
    ),
    Param::optional(
        "date",
        Schema::Date,
        "The day as of which places count; today if left out.",
    ),
];

/// When the places must be open.
pub const AT: &[Param] = &[Param::optional(
    "at",
    Schema::Text(80),
    "Only places that are surely open then: now, a local time such as 2026-01-31T18:30, a time with an offset; evening or \
     sunday, as seen from the day in date, or from now on if it is left out; part of a day such as 2026-01-31T18:00/24:00 \
     (an hour without a break in it, or all of it). Several, separated by commas, must all hold. Unknown hours are not open.",
)];

/// What a web address, or the command line, asks about coverage.
#[derive(Clone, Debug)]
pub struct CoverageQuery {
    profile: Profile,
    minutes: Option<u32>,
    filter: PlaceFilter,
    at: OpenAt,
    is_counted_only: bool,
    date: Option<NaiveDate>,
}

impl CoverageQuery {
    /// Takes the parameters of [`COVERAGE_PARAMS`], and of [`AT`] where its path takes them.
    ///
    /// # Errors
    /// Names the first parameter that breaks a rule, and the rule.
    pub fn read(params: &mut Params) -> Result<Self, Invalid> {
        let class = params.take("cls")?;
        if class == Some(Class::Amenity) {
            return Err(Invalid::new("cls", "must be room or outdoor"));
        }
        Ok(Self {
            profile: params.take("profile")?.unwrap_or(Profile::Older),
            minutes: params.between("minutes", 1, LONGEST_MIN)?,
            filter: PlaceFilter {
                kinds: params.list::<KindId>("kind")?,
                class,
                topics: params.take::<Topics>("topics")?.unwrap_or_default(),
                free: params.flag("free")?,
                no_consumption: params.flag("no_consumption")?,
                usable_for: params.list("usable_for")?,
                fully_usable_for: params.list("fully_usable_for")?,
                ..PlaceFilter::default()
            },
            at: params.take("at")?.unwrap_or_default(),
            is_counted_only: params.flag("counted")?,
            date: read_date(params)?,
        })
    }

    /// The question, as it is meant in a city at a moment.
    #[must_use]
    pub fn question(&self, city: &Snapshot, now: DateTime<Utc>) -> CoverageQuestion {
        let (reach, timezone) = (&city.settings().coverage.reach, city.settings().timezone);
        // What is left of today is meant only where no day is named.
        let wall = self.date.map_or_else(
            || now.with_timezone(&timezone).naive_local(),
            |date| date.and_time(NaiveTime::MIN),
        );
        let usual = match self.filter.class {
            Some(Class::Outdoor) => reach.outdoor_minutes,
            _ => reach.room_minutes,
        };
        CoverageQuestion {
            profile: self.profile,
            minutes: self.minutes.unwrap_or(usual),
            filter: PlaceFilter {
                open_at: self.at.instant(now, timezone),
                open_during: self.at.day_parts(wall),
                ..self.filter.clone()
            },
            only_counted: self.is_counted_only,
        }
    }

    /// The day as of which places count.
    #[must_use]
    pub fn day(&self, city: &Snapshot, now: DateTime<Utc>) -> NaiveDate {
        self.date.unwrap_or_else(|| city.date_at(now))
    }

    /// What the answer depends on besides the city: the minute where the question is about now, else the day.
    #[must_use]
    pub fn moment(&self, city: &Snapshot, now: DateTime<Utc>) -> DateTime<Utc> {
        let is_about_now = match self.date {
            None => self.at.depends_on_now(),
            Some(_) => self.at.moment == Some(Moment::Now),
        };
        if is_about_now {
            return now;
        }
        self.day(city, now).and_time(NaiveTime::MIN).and_utc()
    }

    /// The query string that asks the same at any later time: everything that was left out is said.
    #[must_use]
    pub fn spelled_out(&self, city: &Snapshot, now: DateTime<Utc>) -> String {
        let asked = self.question(city, now);
        let mut query = form_urlencoded::Serializer::new(String::new());
        query.append_pair("profile", asked.profile.as_str());
        query.append_pair("minutes", &asked.minutes.to_string());
        if let Some(at) = at_spelled_out(&asked) {
            query.append_pair("at", &at);
        }
        if let Some(class) = asked.filter.class {
            query.append_pair("cls", class.as_str());
        }
        let kinds: Vec<_> = asked.filter.kinds.iter().map(|own| own.as_str()).collect();
        let topics: Vec<_> = asked.filter.topics.iter().map(Topic::as_str).collect();
        let needs = |all: &[Need]| all.iter().map(|own| own.as_str()).collect();
        let lists = [
            ("kind", kinds),
            ("topics", topics),
            ("usable_for", needs(&asked.filter.usable_for)),
            ("fully_usable_for", needs(&asked.filter.fully_usable_for)),
        ];
        for (name, list) in lists {
            if !list.is_empty() {
                query.append_pair(name, &list.join(","));
            }
        }
        let flags = [
            ("free", asked.filter.free),
            ("no_consumption", asked.filter.no_consumption),
            ("counted", asked.only_counted),
        ];
        for (name, _) in flags.iter().filter(|(_, is_set)| *is_set) {
            query.append_pair(name, "true");
        }
        query.append_pair("date", &self.day(city, now).to_string());
        query.finish()
    }
}

/// When places must be open, with the moment as an instant and parts of days by their times.
fn at_spelled_out(asked: &CoverageQuestion) -> Option<String> {
    let instant = asked.filter.open_at;
    let instant = instant.map(|own| own.to_rfc3339_opts(SecondsFormat::Secs, true));
    let parts = asked.filter.open_during.iter().map(ToString::to_string);
    let all: Vec<String> = instant.into_iter().chain(parts).collect();
    (!all.is_empty()).then(|| all.join(","))
}

/// Takes a day from `date`.
///
/// # Errors
/// When it is no date of the years 1900 to 2100.
pub fn read_date(params: &mut Params) -> Result<Option<NaiveDate>, Invalid> {
    let Some(text) = params.text("date") else {
        return Ok(None);
    };
    let date = text.parse::<NaiveDate>().ok();
    let date = date.filter(|own| text.len() == 10 && (1900..=2100).contains(&own.year()));
    date.map(Some).ok_or_else(|| {
        Invalid::new(
            "date",
            "must be a date such as 2026-01-31, from 1900 to 2100",
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(query: &str) -> Result<CoverageQuery, Invalid> {
        CoverageQuery::read(&mut Params::parse(query, &[COVERAGE_PARAMS, AT])?)
    }

    #[test]
    fn what_no_coverage_can_be_asked_of_is_refused_by_name() {
        for (query, field) in [
            ("minutes=0", "minutes"),
            ("minutes=121", "minutes"),
            ("minutes=1.5", "minutes"),
            ("profile=runner", "profile"),
            ("cls=amenity", "cls"),
            ("date=2026-02-30", "date"),
            ("date=1899-12-31", "date"),
            ("date=%2B2026-01-01", "date"),
            ("counted=yes", "counted"),
            ("at=soon", "at"),
            ("kind=castle", "kind"),
            ("minute=5", "minute"),
        ] {
            assert_eq!(read(query).unwrap_err().field, field, "{query}");
        }
    }
}
