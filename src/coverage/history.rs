//! Levels at the ends of past quarters, as far as the records tell: from the days on which places opened and closed.

use chrono::NaiveDate;

use crate::coverage::levels::{Judged, Judgement, Level, Levels};
use crate::coverage::standing::Standing;
use crate::domain::level_history::{KeptLevel, YearQuarter};
use crate::domain::place::Status;
use crate::domain::{Class, DistrictId, PlaceId};

/// What a district had at the end of a quarter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DistrictPast {
    /// Its level.
    pub level: Level,
    /// Its counted rooms and places, by id.
    pub counted: Vec<PlaceId>,
    /// Rooms in use, counted or not.
    pub rooms_in_use: u32,
    /// Places outdoors in use, counted or not.
    pub outdoors_in_use: u32,
    /// Whether the level was written down at the time; else it is worked out from today's records, as if every place had
    /// always been what it is.
    pub is_kept: bool,
}

/// The city at the end of a quarter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HistoryPoint {
    /// The quarter.
    pub quarter: YearQuarter,
    /// By the slot of the district.
    pub districts: Vec<DistrictPast>,
    /// Places that opened in it, by id.
    pub opened: Vec<PlaceId>,
    /// Places that closed for good in it, by id.
    pub closed: Vec<PlaceId>,
}

/// The first quarter in which anything is known to have opened or closed.
#[must_use]
pub fn first_quarter(standings: &[Standing]) -> Option<YearQuarter> {
    let dates = standings
        .iter()
        .flat_map(|own| [own.lifecycle.valid_from(), own.lifecycle.valid_to()]);
    dates.flatten().min().map(YearQuarter::of)
}

/// The quarters from `first` to `last`, with today's residents and ways. `standings` are all places, closed ones too.
#[must_use]
pub fn reconstructed(
    judged: Judged<'_>,
    standings: &[Standing],
    first: YearQuarter,
    last: YearQuarter,
) -> Vec<HistoryPoint> {
    let quarters = std::iter::successors(Some(first), |own| Some(own.after()));
    let mut known: Option<(Vec<PlaceId>, Levels)> = None;
    let points = quarters.take_while(|own| *own <= last).map(|quarter| {
        let day = quarter.last_day();
        let then: Vec<Standing> = standings
            .iter()
            .map(|own| own.on(day, judged.rules))
            .collect();
        let is_counted = |own: &&Standing| Class::ALL.iter().any(|class| own.is_counted(*class));
        let counted: Vec<PlaceId> = then.iter().filter(is_counted).map(|own| own.id).collect();
        // Who reaches what changes only with what is counted.
        let levels = match known.take() {
            Some((before, levels)) if before == counted => judged.rejudged(levels, &then, day),
            _ => judged.levels(&then, day),
        };
        let districts = levels.districts.iter().enumerate();
        let point = HistoryPoint {
            quarter,
            districts: districts
                .map(|(slot, own)| past(slot, own, &then, day))
                .collect(),
            opened: dated_in(standings, quarter, |own| own.lifecycle.valid_from()),
            closed: dated_in(standings, quarter, |own| {
                let is_closed = own.lifecycle.status == Status::Closed;
                own.lifecycle.valid_to().filter(|_| is_closed)
            }),
        };
        known = Some((counted, levels));
        point
    });
    points.collect()
}

fn past(slot: usize, own: &Judgement, then: &[Standing], day: NaiveDate) -> DistrictPast {
    let in_use = |class: Class| {
        let there = then.iter().filter(|own| {
            own.district.map(usize::from) == Some(slot)
                && own.counting.class == class
                && own.lifecycle.was_in_use(day)
        });
        u32::try_from(there.count()).unwrap_or(u32::MAX)
    };
    DistrictPast {
        level: own.level,
        counted: own.counted.clone(),
        rooms_in_use: in_use(Class::Room),
        outdoors_in_use: in_use(Class::Outdoor),
        is_kept: false,
    }
}

fn dated_in(
    standings: &[Standing],
    quarter: YearQuarter,
    date: impl Fn(&Standing) -> Option<NaiveDate>,
) -> Vec<PlaceId> {
    let is_in = |own: &&Standing| date(own).map(YearQuarter::of) == Some(quarter);
    let mut ids: Vec<PlaceId> = standings.iter().filter(is_in).map(|own| own.id).collect();
    ids.sort_unstable();
    ids
}

/// Puts what was written down at the time in place of what is worked out; `districts` are the ids by slot.
pub fn put_kept(points: &mut [HistoryPoint], districts: &[&DistrictId], kept: &[KeptLevel]) {
    for own in kept {
        let point = points.iter_mut().find(|point| point.quarter == own.quarter);
        let slot = districts.iter().position(|id| **id == own.district);
        let past = point
            .zip(slot)
            .and_then(|(point, slot)| point.districts.get_mut(slot));
        if let Some(past) = past {
            past.level = own.level;
            past.counted.clone_from(&own.counted);
            past.is_kept = true;
        }
    }
}
