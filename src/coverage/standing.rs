//! A place as coverage sees it: whether it counts, where one gets in, and what it is worth to a district.

use std::sync::Arc;

use chrono::{Months, NaiveDate};

use crate::coverage::counting::{Counting, Failing, Verdict};
use crate::coverage::reach::Goal;
use crate::coverage::regular::{HoursFigures, RegularWeek};
use crate::domain::place::{Lifecycle, Status, Toilets};
use crate::domain::{Class, CoverageRules, Fact, Place, PlaceId};

/// What a counted room is worth to a district besides being there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Merits {
    /// Its floor in square metres.
    pub floor_area_m2: Option<u32>,
    /// Whether an inspection on the spot found it fully usable in a wheelchair. Nobody else's word is taken for a
    /// "yes"; OpenStreetMap's "no" is taken for a "no".
    pub wheelchair_full: Fact,
    /// Whether there is a toilet for wheelchairs.
    pub wheelchair_wc: Fact,
    /// Whether it is open on some evening.
    pub evening: Fact,
    /// Whether it is open on a Saturday or Sunday.
    pub weekend: Fact,
}

impl Merits {
    /// What the records say of a place, and whether an audit found it fully usable in a wheelchair, and with a toilet for
    /// wheelchairs. Only of rooms it matters when they are open.
    #[must_use]
    pub fn of(
        place: &Place,
        (audited_full, audited_wc): (Fact, Fact),
        hours: Option<&HoursFigures<'_>>,
    ) -> Self {
        let hours = hours.filter(|_| place.class() == Class::Room);
        let of_week =
            |fact: fn(&RegularWeek) -> Fact| hours.map_or(Fact::Unknown, |own| fact(&own.week()));
        let facts = &place.facts;
        let osm = facts.osm_wheelchair.as_ref();
        let is_barred = osm.is_some_and(|word| word.as_str() == "no");
        Self {
            floor_area_m2: facts.floor_area_m2,
            wheelchair_full: match audited_full {
                Fact::Unknown if is_barred => Fact::No,
                audited => audited,
            },
            wheelchair_wc: match facts.toilets {
                _ if audited_wc.is_known() => audited_wc,
                Some(Toilets::Wheelchair | Toilets::ChangingPlace) => Fact::Yes,
                Some(Toilets::None) => Fact::No,
                // That there is one says nothing about wheelchairs.
                Some(Toilets::Yes) | None => Fact::Unknown,
            },
            evening: of_week(RegularWeek::evening),
            weekend: of_week(RegularWeek::weekend),
        }
    }
}

/// A place as coverage sees it.
#[derive(Clone)]
pub struct Standing {
    /// The place.
    pub id: PlaceId,
    /// The slot of its district, in the order of district ids.
    pub district: Option<u16>,
    /// Whether it counts, on the day that was asked for.
    pub counting: Counting,
    /// Where one gets in.
    pub goal: Arc<Goal>,
    /// What it is worth besides.
    pub merits: Merits,
    /// Since and until when it is in use.
    pub lifecycle: Lifecycle,
    /// When somebody last confirmed it.
    pub last_verified_at: Option<NaiveDate>,
}

impl Standing {
    /// Whether it is a counted room, or place outdoors.
    #[must_use]
    pub fn is_counted(&self, class: Class) -> bool {
        self.counting.is_counted(class)
    }

    /// Whether it was in use on a day, as far as the records tell. What no record dates is taken to have been so always;
    /// a place that is closed for good was in use until its last day, if that is known.
    #[must_use]
    pub fn was_in_use(&self, day: NaiveDate) -> bool {
        let life = self.lifecycle;
        let is_dated = match life.status {
            Status::Active => true,
            Status::Closed => life.valid_to().is_some(),
            // Since when it is so the records say, and not what was before.
            Status::Planned | Status::TemporarilyClosed | Status::Relocated => false,
        };
        is_dated && life.meets(Some(day), Some(day))
    }

    /// Itself as it stood on another day: what it is like is taken to have been the same.
    #[must_use]
    pub fn on(&self, day: NaiveDate, rules: &CoverageRules) -> Self {
        let mut then = self.clone();
        then.counting.failing.retain(|own| !own.is_about_time());
        let oldest = day.checked_sub_months(Months::new(rules.verified_within_months));
        let is_outdated = oldest
            .zip(self.last_verified_at)
            .filter(|(oldest, seen)| seen < oldest);
        if !self.was_in_use(day) {
            let status = self.lifecycle.status;
            then.counting.failing.push(Failing::NotInUse(status));
        }
        if let Some((_, seen)) = is_outdated {
            then.counting.failing.push(Failing::Outdated(seen));
        }
        then
    }

    /// Whether somebody must find something out before it can be counted or not.
    #[must_use]
    pub fn is_undecided(&self, class: Class) -> bool {
        self.counting.class == class && self.counting.verdict() == Verdict::Unknown
    }
}
