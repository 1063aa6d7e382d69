//! What one district needs for each level, and whether it has it. What somebody must find out about a place first is not
//! known: it is never missing.

use chrono::NaiveDate;

use super::{DistrictFacts, Judgement, Level, Need, Requirement};
use crate::coverage::question::Share;
use crate::coverage::standing::Standing;
use crate::domain::residents::MilliPersons;
use crate::domain::{Class, CoverageRules, Fact, PlaceId};

/// The places inside a district that matter to its level.
#[derive(Default)]
pub(super) struct Inside<'a> {
    rooms: Vec<&'a Standing>,
    outdoors: Vec<&'a Standing>,
    undecided_rooms: u32,
    undecided_outdoors: u32,
}

impl<'a> Inside<'a> {
    pub(super) fn of(standings: &'a [Standing], district_count: usize) -> Vec<Self> {
        let mut all: Vec<Self> = (0..district_count).map(|_| Self::default()).collect();
        for own in standings {
            let slot = own.district.map(usize::from);
            let Some(inside) = slot.and_then(|slot| all.get_mut(slot)) else {
                continue;
            };
            if own.is_counted(Class::Room) {
                inside.rooms.push(own);
            } else if own.is_counted(Class::Outdoor) {
                inside.outdoors.push(own);
            }
            inside.undecided_rooms += u32::from(own.is_undecided(Class::Room));
            inside.undecided_outdoors += u32::from(own.is_undecided(Class::Outdoor));
        }
        all
    }

    fn counted(&self) -> Vec<PlaceId> {
        let all = self.rooms.iter().chain(&self.outdoors);
        let mut ids: Vec<PlaceId> = all.map(|own| own.id).collect();
        ids.sort_unstable();
        ids
    }

    /// Whether one of the rooms is known to have something; one that perhaps counts perhaps has it.
    fn room_with(&self, need: Need, fact: impl Fn(&Standing) -> Fact) -> Requirement {
        let facts: Vec<Fact> = self.rooms.iter().map(|own| fact(own)).collect();
        let with = facts.iter().filter(|fact| fact.is_yes()).count();
        let unknown = facts.iter().filter(|fact| !fact.is_known()).count();
        let unknown = u32::try_from(unknown).unwrap_or(u32::MAX);
        places(need, with, unknown.saturating_add(self.undecided_rooms))
    }

    fn floor_area(&self, persons: Option<MilliPersons>, rules: &CoverageRules) -> Requirement {
        let areas = self.rooms.iter().map(|own| own.merits.floor_area_m2);
        let unknown = areas.clone().filter(Option::is_none).count();
        let unknown = u32::try_from(unknown).unwrap_or(u32::MAX);
        let unknown = unknown.saturating_add(self.undecided_rooms);
        let found: u64 = areas.flatten().map(u64::from).sum();
        let per_1000 = u64::from(rules.floor_area_m2_per_1000);
        // Whole square metres, rounded up: 1,000 residents are a million thousandths.
        let needed = persons.map(|persons| (persons * per_1000).div_ceil(1_000_000));
        Requirement {
            need: Need::FloorArea,
            holds: match needed {
                None => Fact::Unknown,
                Some(needed) if found >= needed => Fact::Yes,
                Some(_) if unknown > 0 => Fact::Unknown,
                Some(_) => Fact::No,
            },
            found,
            needed,
            undecided: unknown,
        }
    }
}

/// What follows for a district from its places and from who is near those that count, and that perhaps count.
pub(super) fn judge(
    inside: &Inside<'_>,
    [rooms, outdoors]: [(Share, Share); 2],
    facts: &DistrictFacts,
    rules: &CoverageRules,
    day: NaiveDate,
) -> Judgement {
    let official = facts.population.map(|count| u64::from(count) * 1_000);
    let persons = Some(rooms.0.persons).filter(|own| *own > 0).or(official);
    let accessible = |own: &Standing| own.merits.wheelchair_full.and(own.merits.wheelchair_wc);
    let mut requirements = vec![
        places(
            Need::CountedRoom,
            inside.rooms.len(),
            inside.undecided_rooms,
        ),
        places(
            Need::CountedOutdoor,
            inside.outdoors.len(),
            inside.undecided_outdoors,
        ),
        in_reach(Need::RoomInReach, rooms, rules),
        in_reach(Need::OutdoorInReach, outdoors, rules),
        inside.room_with(Need::WheelchairRoom, accessible),
        inside.room_with(Need::EveningRoom, |own| own.merits.evening),
        inside.room_with(Need::WeekendRoom, |own| own.merits.weekend),
        inside.floor_area(persons.filter(|own| *own > 0), rules),
    ];
    let is_surveyed = facts.is_surveyed(day);
    // Where not everything is recorded, what was not found may still be there (domain A.3.4).
    let absent = requirements.iter_mut().filter(|own| own.holds == Fact::No);
    absent
        .filter(|_| !is_surveyed)
        .for_each(|own| own.holds = Fact::Unknown);
    Judgement {
        level: level_of(&requirements, is_surveyed),
        is_surveyed,
        requirements,
        counted: inside.counted(),
    }
}

/// The level that follows. Where somebody must find something out about a place first, nothing is said to be missing, even
/// in a surveyed district.
fn level_of(requirements: &[Requirement], is_surveyed: bool) -> Level {
    let all = |level: Level| {
        let needed = requirements.iter().filter(|own| own.need.level() == level);
        needed.map(|own| own.holds).fold(Fact::Yes, Fact::and)
    };
    match all(Level::Present) {
        Fact::No if is_surveyed => Level::Missing,
        Fact::No | Fact::Unknown => Level::NotSurveyed,
        Fact::Yes if !all(Level::Reachable).is_yes() => Level::Present,
        Fact::Yes if !all(Level::GoodForAll).is_yes() => Level::Reachable,
        Fact::Yes => Level::GoodForAll,
    }
}

/// Whether there is at least one place.
fn places(need: Need, found: usize, undecided: u32) -> Requirement {
    Requirement {
        need,
        holds: match (found, undecided) {
            (0, 0) => Fact::No,
            (0, _) => Fact::Unknown,
            _ => Fact::Yes,
        },
        found: found as u64,
        needed: Some(1),
        undecided,
    }
}

/// Whether enough residents are near what counts; not known where enough would be near what perhaps counts.
fn in_reach(need: Need, (share, perhaps): (Share, Share), rules: &CoverageRules) -> Requirement {
    let percent = rules.reach.share_percent;
    let holds = match (share.is_at_least(percent), perhaps.is_at_least(percent)) {
        (Some(true), _) => Fact::Yes,
        (Some(false), Some(false)) => Fact::No,
        _ => Fact::Unknown,
    };
    let needed = (share.persons * u64::from(percent)).div_ceil(100);
    Requirement {
        need,
        holds,
        found: share.covered,
        needed: (share.persons > 0).then_some(needed),
        undecided: 0,
    }
}
