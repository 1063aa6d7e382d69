//! How far the city is on the way to 2040, by district and need, year by year, and whether it gets there.

mod more;
mod pace;

use chrono::{Datelike, NaiveDate};
use serde::Serialize;

pub(super) use more::More;
pub use pace::Pace;
pub(super) use pace::{outlook_at, pace};

use super::obstacles::{self, Obstacle};
use crate::barrier_free::Truth;
use crate::barrier_free::ahead::ahead;
use crate::barrier_free::course::{Courses, Found};
use crate::barrier_free::progress::{Counts, Estimate, Outlook, PACE_YEARS, TARGET_YEAR, Warning};
use crate::domain::audit::life::Due;
use crate::domain::audit::{Depth, Rating};
use crate::domain::{DistrictId, Need};
use crate::export::coverage::{Percent, Provenance, Thousandths};
use crate::snapshot::{Coverage, Listed, Snapshot};

/// How far the city is.
#[derive(Clone, Debug, Serialize)]
pub struct ProgressReport {
    /// The year by which all shall meet the standard.
    pub target_year: i32,
    /// All places on the list.
    pub city: CountsRow,
    /// Places of which nobody knows whether they belong on the list: they are in no number here.
    pub undecided: u32,
    /// The districts by id.
    pub districts: Vec<DistrictProgress>,
    /// Places on the list outside all districts.
    pub elsewhere: CountsRow,
    /// Need by need.
    pub needs: Vec<NeedRow>,
    /// Whether it gets there.
    pub outlook: OutlookRow,
    /// The first day on which any audit was published: what was so before nobody wrote down.
    pub recorded_since: Option<NaiveDate>,
    /// The places of today's list at the end of each year since then, and today.
    pub history: Vec<CourseRow>,
    /// The years to come.
    pub ahead: Vec<AheadRow>,
    /// What keeps most places from it, the most first.
    pub obstacles: Vec<Obstacle>,
    /// Where the numbers come from.
    pub provenance: Provenance,
}

/// How many places are how far.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct CountsRow {
    /// All on the list.
    pub all: u32,
    /// Those of which an audit is published, also one that is made up.
    pub audited: u32,
    /// Of these those whose audit came with the sample city and is made up: nobody was there.
    pub made_up: u32,
    /// Those that nobody has audited yet.
    pub not_audited: u32,
    /// Those that meet the minimum (S1).
    pub minimum: u32,
    /// Audited ones of which not enough was read off to say so.
    pub minimum_unknown: u32,
    /// Those that meet the standard (S2).
    pub standard: u32,
    /// Audited ones of which not enough was read off to say so.
    pub standard_unknown: u32,
    /// Those of which only the core was looked at: they cannot meet the standard yet.
    pub quick: u32,
    /// Those where somebody has to look again, for whatever reason; the audit counts until then.
    pub re_audit_due: u32,
    /// Of these those whose audit is too old.
    pub expired: u32,
    /// Of these those where enough reports of a change were accepted. Some may be expired, too.
    pub reported: u32,
    /// Shares of all: the main indicator, minimum, audited.
    pub share_total: Option<Percent>,
    /// The share that meets the minimum.
    pub share_minimum: Option<Percent>,
    /// The share that was audited.
    pub share_audited: Option<Percent>,
    /// The share of the audited ones that meets the standard.
    pub quality: Option<Percent>,
}

/// A district.
#[derive(Clone, Debug, Serialize)]
pub struct DistrictProgress {
    /// Its id.
    pub id: DistrictId,
    /// What people call it.
    pub name: Box<str>,
    /// Its places.
    #[serde(flatten)]
    pub counts: CountsRow,
}

/// What the newest audits say of a need, over the places on the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct NeedRow {
    /// The need.
    pub need: Need,
    /// Fully usable.
    pub full: u32,
    /// Usable with limits.
    pub partial: u32,
    /// Not usable.
    pub none: u32,
    /// Audited, but not enough to say so.
    pub unknown: u32,
    /// Not audited yet.
    pub not_audited: u32,
}

/// A value with the ends of its 90 % interval; null is beyond any forecast.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Told {
    /// The value.
    pub value: Option<Thousandths>,
    /// The lower end.
    pub low: Option<Thousandths>,
    /// The upper end.
    pub high: Option<Thousandths>,
}

/// Whether the city gets there.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct OutlookRow {
    /// The years that make the pace: the first and the last.
    pub pace_years: [i32; 2],
    /// Places of which it was first published in them that they meet the standard, and which meet it still.
    pub newly_reached: u32,
    /// Those of them of which nobody had said before that they do not: perhaps they always did.
    pub first_found: u32,
    /// Places a year.
    pub rate_per_year: Told,
    /// The year in which all would meet the standard; null where all do.
    pub year: Option<Told>,
    /// Places a year that it takes; null where all do, or where the year of the goal has passed.
    pub required_per_year: Option<Thousandths>,
    /// What must be said beside it.
    pub warnings: Vec<Warning>,
}

/// The places of today's list on a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CourseRow {
    /// The year.
    pub year: i32,
    /// Its last day; of the year that is not over, today.
    pub day: NaiveDate,
    /// Those that were audited by then.
    pub audited: u32,
    /// Those of which it was published that they meet the minimum.
    pub minimum: u32,
    /// Those of which it was published that they meet the standard.
    pub standard: u32,
}

/// A year to come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct AheadRow {
    /// The year.
    pub year: i32,
    /// Places that meet the standard at its end, at the pace of the past.
    pub expected: Told,
    /// Places that meet it then, if it went in a straight line to the goal.
    pub required: Option<Thousandths>,
}

impl Told {
    fn of(own: Estimate) -> Self {
        let told = |number: Option<f64>| number.and_then(Thousandths::nearest);
        Self {
            value: told(own.value),
            low: told(own.low),
            high: told(own.high),
        }
    }
}

impl ProgressReport {
    /// How far a city is on the day of `coverage`; `courses` is what was said of its places in the past, and `link` gives it
    /// again.
    #[must_use]
    pub fn new(city: &Snapshot, coverage: &Coverage<'_>, courses: &Courses, link: &str) -> Self {
        let (list, today) = (coverage.barrier_list(), coverage.day());
        let listed = &list.listed;
        let of = |is_meant: &dyn Fn(&Listed<'_>) -> bool| {
            CountsRow::of(listed.iter().filter(|own| is_meant(own)), today)
        };
        let districts = city.districts().iter().map(|district| DistrictProgress {
            id: district.id.clone(),
            name: district.name.as_str().into(),
            counts: of(&|own| {
                city.district_of(own.located)
                    .is_some_and(|at| at.id == district.id)
            }),
        });
        let counts = of(&|_| true);
        let (outlook, ahead) = outlook(&counts, listed, courses, today);
        Self {
            target_year: TARGET_YEAR,
            undecided: count(list.undecided.len()),
            districts: districts.collect(),
            elsewhere: of(&|own| city.district_of(own.located).is_none()),
            needs: Need::ALL
                .iter()
                .map(|own| NeedRow::of(*own, listed))
                .collect(),
            outlook,
            recorded_since: courses.begin(),
            history: history(listed, courses, &counts, today),
            ahead,
            obstacles: obstacles::of(city, listed),
            city: counts,
            provenance: Provenance::of(city, today, link),
        }
    }
}

impl CountsRow {
    pub(super) fn of<'a>(listed: impl Iterator<Item = &'a Listed<'a>>, today: NaiveDate) -> Self {
        let mut own = Self::default();
        for listed in listed {
            own.all += 1;
            let Some(audited) = listed.located.audited() else {
                own.not_audited += 1;
                continue;
            };
            own.audited += 1;
            own.made_up += u32::from(audited.audit().is_made_up());
            own.quick += u32::from(audited.audit().depth == Depth::Quick);
            let due = audited.due(today);
            own.re_audit_due += u32::from(!due.is_empty());
            own.expired += u32::from(due.contains(&Due::Expired));
            own.reported += u32::from(due.contains(&Due::Reported));
            let found = Found::of(audited.ratings());
            put(found.minimum, &mut own.minimum, &mut own.minimum_unknown);
            put(found.standard, &mut own.standard, &mut own.standard_unknown);
        }
        own.with_shares()
    }

    fn with_shares(self) -> Self {
        let share = |part: u32, whole: u32| Percent::of(part.into(), whole.into());
        Self {
            share_total: share(self.standard, self.all),
            share_minimum: share(self.minimum, self.all),
            share_audited: share(self.audited, self.all),
            quality: share(self.standard, self.audited),
            ..self
        }
    }

    /// The same when so much more is so.
    #[must_use]
    pub(super) fn with_more(&self, more: &More) -> Self {
        let own = Self {
            minimum: self.minimum + more.minimum,
            minimum_unknown: (self.minimum_unknown + more.minimum_open)
                .saturating_sub(more.minimum_known),
            standard: self.standard + more.standard,
            standard_unknown: self.standard_unknown + more.standard_open,
            ..self.clone()
        };
        own.with_shares()
    }

    /// The same as the outlook reckons with. Whoever meets the standard meets the minimum, so no part is more than its whole.
    #[must_use]
    pub fn counts(&self) -> Option<Counts> {
        Counts::new(self.all, self.audited, self.minimum, self.standard).ok()
    }
}

fn put(truth: Truth, yes: &mut u32, unknown: &mut u32) {
    match truth {
        Truth::Yes => *yes += 1,
        Truth::Unknown => *unknown += 1,
        Truth::No => {}
    }
}

impl NeedRow {
    fn of(need: Need, listed: &[Listed<'_>]) -> Self {
        let mut own = Self {
            need,
            full: 0,
            partial: 0,
            none: 0,
            unknown: 0,
            not_audited: 0,
        };
        for listed in listed {
            let rating = listed.located.audited().map(|own| own.rating(need));
            let sum = match rating {
                None => &mut own.not_audited,
                Some(Rating::Full) => &mut own.full,
                Some(Rating::Partial) => &mut own.partial,
                Some(Rating::None) => &mut own.none,
                Some(Rating::Unknown) => &mut own.unknown,
            };
            *sum += 1;
        }
        own
    }
}

impl OutlookRow {
    /// The outlook for so many places, at the `pace` of the years that make it.
    #[must_use]
    pub fn new(own: &Outlook, pace: &Pace, today: NaiveDate) -> Self {
        Self {
            pace_years: [today.year() - PACE_YEARS, today.year() - 1],
            newly_reached: pace.newly,
            first_found: pace.first_found,
            rate_per_year: Told::of(own.rate_per_year),
            year: own.year.map(Told::of),
            required_per_year: own.required_per_year.and_then(Thousandths::nearest),
            warnings: own.warnings.clone(),
        }
    }
}

fn outlook(
    row: &CountsRow,
    listed: &[Listed<'_>],
    courses: &Courses,
    today: NaiveDate,
) -> (OutlookRow, Vec<AheadRow>) {
    let pace = pace(listed, courses, today);
    let found = outlook_at(row, &pace, today);
    let (counts, outlook) = found.unwrap_or_default();
    let years = ahead(&counts, &outlook, today).into_iter();
    let years = years.map(|own| AheadRow {
        year: own.year,
        expected: Told::of(own.expected),
        required: Thousandths::nearest(own.required),
    });
    (OutlookRow::new(&outlook, &pace, today), years.collect())
}

/// The ends of the years since anything was published, and today as the city is now.
fn history(
    listed: &[Listed<'_>],
    courses: &Courses,
    now: &CountsRow,
    today: NaiveDate,
) -> Vec<CourseRow> {
    let first = courses.begin().map_or(today.year(), |day| day.year());
    let ends = (first..today.year()).filter_map(|year| NaiveDate::from_ymd_opt(year, 12, 31));
    let row = |day: NaiveDate| {
        let all = listed.iter();
        let all = all.filter_map(|own| courses.place(own.located.place.id)?.on(day));
        let all: Vec<Found> = all.collect();
        let meet = |of: fn(&Found) -> Truth| all.iter().filter(|own| of(own) == Truth::Yes).count();
        CourseRow {
            year: day.year(),
            day,
            audited: count(all.len()),
            minimum: count(meet(|own| own.minimum)),
            standard: count(meet(|own| own.standard)),
        }
    };
    let today = CourseRow {
        year: today.year(),
        day: today,
        audited: now.audited,
        minimum: now.minimum,
        standard: now.standard,
    };
    ends.map(row).chain([today]).collect()
}

pub(super) fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
