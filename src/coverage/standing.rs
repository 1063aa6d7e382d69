//! A place as coverage sees it: whether it counts, where one gets in, and what it is worth to a district.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::coverage::counting::{Counting, Verdict};
use crate::coverage::reach::Goal;
use crate::coverage::regular::{HoursFigures, RegularWeek};
use crate::domain::place::{Lifecycle, Toilets};
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

    /// Itself as it stood on another day: what it is like is taken to have been the same.
    #[must_use]
    pub fn on(&self, day: NaiveDate, rules: &CoverageRules) -> Self {
        let mut then = self.clone();
        then.counting.judge_use(self.lifecycle, day);
        then.counting
            .judge_confirmation(self.last_verified_at, rules, day);
        then
    }

    /// Whether somebody must find something out before it can be counted or not.
    #[must_use]
    pub fn is_undecided(&self, class: Class) -> bool {
        self.counting.class == class && self.counting.verdict() == Verdict::Unknown
    }
}
