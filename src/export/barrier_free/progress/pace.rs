//! The pace that the past gives, and what follows from it.

use chrono::{Datelike, NaiveDate};

use super::CountsRow;
use crate::barrier_free::Truth;
use crate::barrier_free::course::{Courses, Found};
use crate::barrier_free::progress::{Counts, Outlook, PACE_YEARS, Warning, newly_reached};
use crate::snapshot::Listed;

/// What the years that make the pace brought, and how far back the records of places on the list go.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Pace {
    /// Places that are known to meet the standard only since then, and meet it today.
    pub(super) newly: u32,
    /// Those of them of which nobody had said before that they do not.
    pub(super) first_found: u32,
    /// The first day on which the audit of a place on the list was published that somebody answers for.
    since: Option<NaiveDate>,
}

/// The pace of the places on the list.
pub(in crate::export::barrier_free) fn pace(
    listed: &[Listed<'_>],
    courses: &Courses,
    today: NaiveDate,
) -> Pace {
    let course = |own: &Listed<'_>| courses.place(own.located.place.id);
    let meets = |own: &&Listed<'_>| {
        let audited = own.located.audited();
        audited.is_some_and(|own| Found::of(own.ratings()).standard == Truth::Yes)
    };
    let reached = listed.iter().filter(meets);
    let reached: Vec<_> = reached.filter_map(|own| course(own)?.reached()).collect();
    let first = reached.iter().filter(|own| !own.was_failing);
    Pace {
        newly: newly_reached(reached.iter().map(|own| own.on), today),
        first_found: newly_reached(first.map(|own| own.on), today),
        since: listed
            .iter()
            .filter_map(|own| course(own)?.answered_for_since())
            .min(),
    }
}

/// The outlook for some counts at the pace of the past, and what must be said of the records.
pub(in crate::export::barrier_free) fn outlook_at(
    counts: &CountsRow,
    pace: &Pace,
    today: NaiveDate,
) -> Option<(Counts, Outlook)> {
    let counts = counts.counts()?;
    let years = u32::try_from(PACE_YEARS).unwrap_or(1);
    let mut outlook = Outlook::new(&counts, pace.newly, years, today);
    let first = NaiveDate::from_ymd_opt(today.year() - PACE_YEARS, 1, 1);
    let is_short = pace.since.is_none_or(|since| Some(since) > first);
    if counts.all() > 0 && counts.rest() > 0 {
        let said = [
            (is_short, Warning::ShortRecord),
            (pace.first_found > 0, Warning::FirstFound),
        ];
        let said = said.into_iter().filter(|(is_so, _)| *is_so);
        outlook.warnings.extend(said.map(|(_, own)| own));
    }
    Some((counts, outlook))
}
