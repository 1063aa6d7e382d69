//! Where the numbers come from, so that anybody can get them again.

use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;

use crate::domain::residents::ResidentSource;
use crate::domain::{Boundary, Class, CoverageRules, KindId, Need, Topic};
use crate::snapshot::{CoverageQuestion, Snapshot};
use crate::walk::{Engine, Profile};

/// Where an answer comes from.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Provenance {
    /// The city.
    pub city: Box<str>,
    /// Whether its data are made up to show the program.
    pub is_sample: bool,
    /// The revision of the data.
    pub revision: i64,
    /// The store that the revision belongs to.
    pub lineage: Box<str>,
    /// The day as of which places count.
    pub date: NaiveDate,
    /// Where the outlines of the districts come from, each source once.
    pub boundaries: Vec<Boundary>,
    /// Twelve digits that change with any outline of a district.
    pub boundary_version: Box<str>,
    /// What tells the walking times; a line stands in where no way is drawn.
    pub engine: Engine,
    /// What stands in where no way is drawn.
    pub engine_elsewhere: Engine,
    /// Where it is known from who lives where; none where nobody knows.
    pub residents: Option<ResidentsBasis>,
    /// The thresholds of the city.
    pub rules: CoverageRules,
    /// The path with which the API gives this answer again, as long as the data stay as they are.
    pub link: Box<str>,
}

/// Where it is known from who lives where.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ResidentsBasis {
    /// The source.
    pub source: ResidentSource,
    /// The year it is true for, if that is known.
    pub year: Option<i32>,
    /// Who asks to be named for it.
    pub attribution: Option<Box<str>>,
    /// Squares that the source keeps to itself.
    pub withheld_squares: usize,
    /// Inhabited squares that only a larger one was known of.
    pub coarse_squares: usize,
}

/// What was asked.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct AskedFacts {
    /// Who walks.
    pub profile: Profile,
    /// How far, in minutes.
    pub minutes: u32,
    /// Only places surely open then.
    pub at: Option<DateTime<Utc>>,
    /// Only places surely open for an hour without a break in each of these parts of days, or for all of a shorter one; as
    /// `at` takes them.
    pub during: Vec<Box<str>>,
    /// Only these places.
    pub cls: Option<Class>,
    /// Any of these kinds; empty means all.
    pub kinds: Vec<KindId>,
    /// Any of these topics; empty means all.
    pub topics: Vec<Topic>,
    /// Only free ones.
    pub free: bool,
    /// Only where nobody must buy something.
    pub no_consumption: bool,
    /// Only those that an audit found usable for all of these needs.
    pub usable_for: Vec<Need>,
    /// Only those that an audit found fully usable for all of these needs.
    pub fully_usable_for: Vec<Need>,
    /// Only those that count.
    pub counted: bool,
    /// How many places that are.
    pub places: usize,
}

impl Provenance {
    /// Where what is said about a day comes from; `link` gives it again.
    #[must_use]
    pub fn of(city: &Snapshot, date: NaiveDate, link: &str) -> Self {
        let settings = city.settings();
        let walks = city.walks();
        let mut boundaries: Vec<Boundary> =
            city.districts().iter().map(|own| own.boundary).collect();
        boundaries.sort_unstable();
        boundaries.dedup();
        let elsewhere = walks.line.engine();
        Self {
            city: settings.name.as_str().into(),
            is_sample: settings.sample,
            revision: city.revision().0,
            lineage: city.lineage().into(),
            date,
            boundaries,
            boundary_version: city.boundary_version().into(),
            engine: walks
                .network
                .as_ref()
                .map_or(elsewhere, |_| Engine::Network),
            engine_elsewhere: elsewhere,
            residents: ResidentsBasis::of(city),
            rules: settings.coverage.clone(),
            link: link.into(),
        }
    }
}

impl ResidentsBasis {
    fn of(city: &Snapshot) -> Option<Self> {
        let placed = city.residents()?;
        Some(Self {
            source: placed.source,
            year: placed.year,
            attribution: placed.attribution.as_ref().map(|own| own.as_str().into()),
            withheld_squares: placed.withheld_cells,
            coarse_squares: placed.coarse_cells,
        })
    }
}

impl AskedFacts {
    pub(super) fn of(question: &CoverageQuestion, places: usize) -> Self {
        let filter = &question.filter;
        Self {
            profile: question.profile,
            minutes: question.minutes,
            at: filter.open_at,
            during: filter
                .open_during
                .iter()
                .map(|own| own.to_string().into())
                .collect(),
            cls: filter.class,
            kinds: filter.kinds.clone(),
            topics: filter.topics.iter().collect(),
            free: filter.free,
            no_consumption: filter.no_consumption,
            usable_for: filter.usable_for.clone(),
            fully_usable_for: filter.fully_usable_for.clone(),
            counted: question.only_counted,
            places,
        }
    }
}
