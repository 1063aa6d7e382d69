//! How far the districts had come, quarter by quarter, as the report tells it.

use chrono::NaiveDate;
use serde::Serialize;

use super::Provenance;
use super::place::NamedPlace;
use crate::coverage::{HistoryPoint, Level};
use crate::domain::DistrictId;
use crate::domain::level_history::YearQuarter;
use crate::domain::{Class, PlaceId};
use crate::snapshot::Snapshot;

/// The districts quarter by quarter, and the goal.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct HistoryReport {
    /// What shall be reached.
    pub target: Target,
    /// The quarters, the oldest first.
    pub quarters: Vec<QuarterRow>,
    /// Where the numbers come from.
    pub provenance: Provenance,
}

/// The goal: every district at level 1 by a day.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Target {
    /// The last day.
    pub date: NaiveDate,
    /// The level that all shall have.
    pub level: Level,
    /// How many districts that are.
    pub districts: usize,
}

/// The city at the end of a quarter.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct QuarterRow {
    /// The quarter.
    pub quarter: YearQuarter,
    /// Its last day.
    pub last_day: NaiveDate,
    /// How many districts had come to level 1, 2 and 3.
    pub at_least: [usize; 3],
    /// Districts of which not enough was known to say that something was missing there.
    pub not_surveyed: usize,
    /// Places that opened in it, as far as the records date it.
    pub opened: Vec<NamedPlace>,
    /// Places that closed for good in it.
    pub closed: Vec<NamedPlace>,
    /// The districts by id.
    pub districts: Vec<DistrictQuarter>,
}

/// A district at the end of a quarter.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DistrictQuarter {
    /// Its id.
    pub id: DistrictId,
    /// Its level.
    pub level: Level,
    /// Counted rooms; places that are known no more are left out.
    pub counted_rooms: usize,
    /// Counted places outdoors.
    pub counted_outdoors: usize,
    /// Rooms in use, counted or not.
    pub rooms_in_use: u32,
    /// Places outdoors in use, counted or not.
    pub outdoors_in_use: u32,
    /// Whether this was written down at the time; else it is worked out from today's records.
    pub is_kept: bool,
}

impl HistoryReport {
    /// The quarters of a city; `day` is today, and `link` gives it again.
    #[must_use]
    pub fn new(city: &Snapshot, points: &[HistoryPoint], day: NaiveDate, link: &str) -> Self {
        Self {
            target: Target {
                date: city.settings().coverage.target_date,
                level: Level::Present,
                districts: city.districts().len(),
            },
            quarters: points.iter().map(|own| QuarterRow::of(city, own)).collect(),
            provenance: Provenance::of(city, day, link),
        }
    }
}

impl QuarterRow {
    fn of(city: &Snapshot, point: &HistoryPoint) -> Self {
        let steps = [Level::Present, Level::Reachable, Level::GoodForAll];
        let at_least = |step| {
            point
                .districts
                .iter()
                .filter(|own| own.level >= step)
                .count()
        };
        let named = |ids: &[PlaceId]| {
            let places = ids.iter().filter_map(|id| NamedPlace::of(city, *id));
            places.collect::<Vec<_>>()
        };
        let districts = city.districts().iter().zip(&point.districts);
        let districts = districts.map(|(district, own)| {
            let counted = named(&own.counted);
            let of_class = |class| counted.iter().filter(|own| own.cls == class).count();
            DistrictQuarter {
                id: district.id.clone(),
                level: own.level,
                counted_rooms: of_class(Class::Room),
                counted_outdoors: of_class(Class::Outdoor),
                rooms_in_use: own.rooms_in_use,
                outdoors_in_use: own.outdoors_in_use,
                is_kept: own.is_kept,
            }
        });
        Self {
            quarter: point.quarter,
            last_day: point.quarter.last_day(),
            at_least: steps.map(at_least),
            not_surveyed: point
                .districts
                .iter()
                .filter(|own| own.level == Level::NotSurveyed)
                .count(),
            opened: named(&point.opened),
            closed: named(&point.closed),
            districts: districts.collect(),
        }
    }
}
