//! Which places are asked for: the same parameters for the API, the pages and the map.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;

use crate::domain::place::Status;
use crate::domain::{Catalogue, Class, DistrictId, Invalid, KindId, Need, Topic, Topics};
use crate::query::{OpenAt, Param, Params, Schema, TimeSpan};
use crate::snapshot::{PlaceFilter, WcNeed};

/// The parameters that narrow a set of places.
pub const PLACE_PARAMS: &[Param] = &[
    Param::optional(
        "q",
        Schema::Text(200),
        "Words that the name, the kind or the district must contain, each of them.",
    ),
    Param::optional("district", Schema::DistrictId, "The id of the district."),
    Param::optional("kind", Schema::ListOf(place_kinds), "Any of these kinds."),
    Param::optional("cls", Schema::OneOf(classes), "Indoors (room) or outdoors."),
    Param::optional("topics", Schema::ListOf(topics), "Any of these topics."),
    Param::optional(
        "open_at",
        Schema::Text(80),
        "Surely open then: now, a local time such as 2026-01-31T18:30 or a time with an offset; evening (an hour without a break today from 18:00 on, or what is left of the day) or sunday (an hour without a break on the next Sunday from 6:00 on); part of a day such as 2026-01-31T18:00/24:00 (an hour without a break in it, or all of it). Several, separated by commas, must all hold. Unknown hours are not open.",
    ),
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
    Param::optional(
        "wc",
        Schema::OneOf(wc_needs),
        "Only places with a toilet (yes) or a toilet for wheelchairs (wheelchair).",
    ),
    USABLE_FOR,
    FULLY_USABLE_FOR,
    Param::optional(
        "status",
        Schema::ListOf(states),
        "Any of these states; all of them when left out.",
    ),
    Param::optional(
        "datetime",
        Schema::Text(80),
        "Valid then: a date, a time, or an interval such as 2020-01-01/.. .",
    ),
];

/// The list of needs.
pub const NEEDS: Schema = Schema::ListOf(needs);

/// For whom.
pub(super) const USABLE_FOR: Param = Param::optional(
    "usable_for",
    NEEDS,
    "Only places that an audit found usable for people with each of these needs, fully or with limits. What nobody has \
     checked is not included.",
);

/// For whom without limits.
pub(super) const FULLY_USABLE_FOR: Param = Param::optional(
    "fully_usable_for",
    NEEDS,
    "Only places that an audit found fully usable for people with each of these needs.",
);

/// The kinds that places can have.
#[must_use]
pub fn place_kinds() -> Vec<&'static str> {
    let kinds = Catalogue::shipped().kinds();
    kinds
        .filter(|(_, kind)| kind.cls != Class::Amenity)
        .map(|(id, _)| id.as_str())
        .collect()
}

pub(super) fn classes() -> Vec<&'static str> {
    vec![Class::Room.as_str(), Class::Outdoor.as_str()]
}

pub(super) fn topics() -> Vec<&'static str> {
    Topic::ALL.iter().map(|topic| topic.as_str()).collect()
}

fn needs() -> Vec<&'static str> {
    Need::ALL.iter().map(|need| need.as_str()).collect()
}

fn states() -> Vec<&'static str> {
    Status::ALL.iter().map(|status| status.as_str()).collect()
}

fn wc_needs() -> Vec<&'static str> {
    vec!["yes", "wheelchair"]
}

/// What a web address asks about places.
#[derive(Clone, Debug, Default)]
pub struct PlaceQuery {
    /// The filter, without what depends on the city's clock.
    filter: PlaceFilter,
    /// When the places must be open.
    pub open_at: OpenAt,
    /// When they must be valid.
    valid: Option<TimeSpan>,
}

impl PlaceQuery {
    /// Takes the parameters of [`PLACE_PARAMS`].
    ///
    /// # Errors
    /// Names the first parameter that breaks a rule, and the rule.
    pub fn read(params: &mut Params) -> Result<Self, Invalid> {
        let class = params.take("cls")?;
        if class == Some(Class::Amenity) {
            return Err(Invalid::new("cls", "must be room or outdoor"));
        }
        let wc = match params.text("wc").as_deref() {
            None => None,
            Some("yes") => Some(WcNeed::Any),
            Some("wheelchair") => Some(WcNeed::Wheelchair),
            Some(_) => return Err(Invalid::new("wc", "must be yes or wheelchair")),
        };
        let text = params.text("q");
        if text.as_ref().is_some_and(|text| text.chars().count() > 200) {
            return Err(Invalid::new("q", "must be at most 200 characters"));
        }
        Ok(Self {
            filter: PlaceFilter {
                kinds: params.list::<KindId>("kind")?,
                class,
                topics: params.take::<Topics>("topics")?.unwrap_or_default(),
                open_at: None,
                open_during: Vec::new(),
                free: params.flag("free")?,
                no_consumption: params.flag("no_consumption")?,
                wc,
                usable_for: params.list("usable_for")?,
                fully_usable_for: params.list("fully_usable_for")?,
                status: params.list("status")?,
                span: None,
                district: params.take::<DistrictId>("district")?,
                text,
            },
            open_at: params.take("open_at")?.unwrap_or_default(),
            valid: params.take("datetime")?,
        })
    }

    /// The filter with `now` put in for its moment.
    #[must_use]
    pub fn filter(&self, now: DateTime<Utc>, timezone: Tz) -> PlaceFilter {
        PlaceFilter {
            open_at: self.open_at.instant(now, timezone),
            open_during: self
                .open_at
                .day_parts(now.with_timezone(&timezone).naive_local()),
            span: self.valid.map(|span| span.days(timezone)),
            ..self.filter.clone()
        }
    }

    /// The same question, for places in any of these states where it names none.
    #[must_use]
    pub fn with_default_status(mut self, status: &[Status]) -> Self {
        if self.filter.status.is_empty() {
            self.filter.status = status.to_vec();
        }
        self
    }

    /// Whether the question names states of its own.
    #[must_use]
    pub fn names_status(&self) -> bool {
        !self.filter.status.is_empty()
    }

    /// Whether the answer depends on when the question is asked.
    #[must_use]
    pub fn is_about_now(&self) -> bool {
        self.open_at.depends_on_now()
    }
}
