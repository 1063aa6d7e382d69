//! When something is open within reach: a picture of the week, hour by hour.

use std::collections::HashMap;

use chrono::NaiveDate;

use crate::coverage::question::Covered;
use crate::coverage::reach::{Field, Goal};
use crate::coverage::regular::half_past;
use crate::domain::calendar::Calendar;
use crate::domain::hours::{Answer, Hours};
use crate::domain::residents::{Inhabited, MilliPersons};
use crate::walk::Profile;

/// Hours of a week.
pub const HOURS: usize = 7 * 24;

/// Whether hours mean open at half past each hour of the weeks that begin on these Mondays and stand for all. Where one is
/// open and another is not, nobody can say what holds in any week; without hours nobody knows.
#[must_use]
pub fn answers(hours: Option<&Hours>, calendar: &Calendar, mondays: [NaiveDate; 2]) -> Vec<Answer> {
    let Some(hours) = hours else {
        return vec![Answer::Unknown; HOURS];
    };
    let answer = |hour| {
        let answers = mondays.map(|monday| hours.answer(half_past(calendar, monday, hour)));
        in_every_week(answers)
    };
    (0..7 * 24).map(answer).collect()
}

const fn in_every_week(answers: [Answer; 2]) -> Answer {
    match answers {
        [Answer::Open, Answer::Open] => Answer::Open,
        [Answer::Open | Answer::Unknown, _] | [_, Answer::Open | Answer::Unknown] => {
            Answer::Unknown
        }
        [Answer::Closed, Answer::Closed] => Answer::Closed,
        _ => Answer::ByAppointment,
    }
}

/// Residents of a district with something open within reach in an hour, in thousandths.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct HourOfWeek {
    /// Something is surely open.
    pub surely: MilliPersons,
    /// Something is open or perhaps open: of some places nobody knows the hours.
    pub perhaps: MilliPersons,
}

/// The picture of a week.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WeekPicture {
    /// Residents by the slot of their district, in thousandths.
    pub persons: Vec<MilliPersons>,
    /// By the slot of the district, the 168 hours from Monday's first.
    pub hours: Vec<Vec<HourOfWeek>>,
}

/// A set of goals by their numbers.
type Set = Vec<u32>;

/// The picture of a week: `goals` come with their answers for its 168 hours. Hours with the same places open are asked
/// about once.
#[must_use]
pub fn week_picture(
    field: Field<'_>,
    (inhabited, district_count): (&[Inhabited], usize),
    goals: &[(&Goal, &[Answer])],
    (profile, minutes): (Profile, u32),
) -> WeekPicture {
    let limit = minutes.saturating_mul(profile.decimetres_a_minute());
    // By the line each way is worked out by itself: once for all hours.
    let by_line = field.walks.network.is_none().then(|| {
        let own = goals.iter().map(|(goal, _)| *goal);
        let own = own.map(|goal| field.within_by_line(goal, profile, limit));
        own.collect::<Vec<_>>()
    });
    let mut known: HashMap<Set, Vec<MilliPersons>> = HashMap::new();
    let mut covered = |set: Set| {
        let answer = known.entry(set).or_insert_with_key(|set| {
            let open = set.iter().map(|own| *own as usize);
            if let Some(within) = &by_line {
                return persons_in(inhabited, district_count, open.flat_map(|own| &within[own]));
            }
            let open: Vec<&Goal> = open.map(|own| goals[own].0).collect();
            let times = field.times(&open, profile);
            let covered = Covered::of(inhabited, district_count, &times, limit);
            covered.districts.iter().map(|own| own.covered).collect()
        });
        answer.clone()
    };
    let mut hours = vec![vec![HourOfWeek::default(); HOURS]; district_count];
    for hour in 0..HOURS {
        let surely = covered(set_at(goals, hour, |own| own == Answer::Open));
        let perhaps = covered(set_at(goals, hour, |own| {
            matches!(own, Answer::Open | Answer::Unknown)
        }));
        for (slot, hours) in hours.iter_mut().enumerate() {
            hours[hour] = HourOfWeek {
                surely: surely[slot],
                perhaps: perhaps[slot],
            };
        }
    }
    let all: Vec<u32> = (0_u32..).zip(inhabited).map(|(square, _)| square).collect();
    WeekPicture {
        persons: persons_in(inhabited, district_count, &all),
        hours,
    }
}

/// The residents of some squares by the slot of their district; a square counts once, however often it is named.
fn persons_in<'a>(
    inhabited: &[Inhabited],
    district_count: usize,
    squares: impl IntoIterator<Item = &'a u32>,
) -> Vec<MilliPersons> {
    let mut persons = vec![0; district_count];
    let mut is_counted = vec![false; inhabited.len()];
    for &square in squares {
        let own = &inhabited[square as usize];
        let is_new = !std::mem::replace(&mut is_counted[square as usize], true);
        let slot = own.district.map(usize::from).filter(|_| is_new);
        if let Some(sum) = slot.and_then(|slot| persons.get_mut(slot)) {
            *sum += MilliPersons::from(own.milli_persons);
        }
    }
    persons
}

fn set_at(goals: &[(&Goal, &[Answer])], hour: usize, is_meant: impl Fn(Answer) -> bool) -> Set {
    let numbered = (0_u32..).zip(goals);
    let meant =
        numbered.filter(|(_, (_, answers))| answers.get(hour).copied().is_some_and(&is_meant));
    meant.map(|(number, _)| number).collect()
}
