//! How far each district has come: U, 0, 1, 2 or 3, with everything it was judged by.

mod judgement;

use chrono::NaiveDate;

use crate::coverage::question::Covered;
use crate::coverage::reach::{Field, Goal, Times};
use crate::coverage::standing::Standing;
use crate::domain::choice::choice;
pub use crate::domain::level_history::Level;
use crate::domain::residents::{Inhabited, MilliPersons};
use crate::domain::survey::Survey;
use crate::domain::{Class, CoverageRules, Fact, PlaceId};
use crate::walk::Profile;
use judgement::{Inside, judge};

choice! {
    /// What a district needs for a level.
    Need: "need" {
        /// Level 1: a counted room in the district. Found and needed are places.
        CountedRoom = "counted_room",
        /// Level 1: a counted place outdoors in the district. Found and needed are places.
        CountedOutdoor = "counted_outdoor",
        /// Level 2: enough residents near a counted room, in any district. Found and needed are thousandths of persons.
        RoomInReach = "room_in_reach",
        /// Level 2: enough residents near a counted place outdoors. Found and needed are thousandths of persons.
        OutdoorInReach = "outdoor_in_reach",
        /// Level 3: a counted room that a wheelchair user can fully use, with a toilet. Found and needed are places.
        WheelchairRoom = "wheelchair_room",
        /// Level 3: a counted room that is open on an evening. Found and needed are places.
        EveningRoom = "evening_room",
        /// Level 3: a counted room that is open at the weekend. Found and needed are places.
        WeekendRoom = "weekend_room",
        /// Level 3: enough floor of counted rooms. Found and needed are square metres.
        FloorArea = "floor_area",
    }
}

impl Need {
    /// The level it is needed for.
    #[must_use]
    pub const fn level(self) -> Level {
        match self {
            Self::CountedRoom | Self::CountedOutdoor => Level::Present,
            Self::RoomInReach | Self::OutdoorInReach => Level::Reachable,
            Self::WheelchairRoom | Self::EveningRoom | Self::WeekendRoom | Self::FloorArea => {
                Level::GoodForAll
            }
        }
    }
}

/// Whether a district has what it needs, and what was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Requirement {
    /// What is needed.
    pub need: Need,
    /// Whether it has it.
    pub holds: Fact,
    /// What was found, in the unit of the need.
    pub found: u64,
    /// What must be found; none where that depends on residents nobody knows of.
    pub needed: Option<u64>,
    /// Places of which something must be found out first.
    pub undecided: u32,
}

/// What a district is judged by besides its places and residents.
#[derive(Clone, Debug, Default)]
pub struct DistrictFacts {
    /// That it is completely recorded, if somebody has confirmed it.
    pub survey: Option<Survey>,
    /// Its official residents, if they are known.
    pub population: Option<u32>,
}

impl DistrictFacts {
    /// Whether a survey says on a day that it is completely recorded.
    #[must_use]
    pub fn is_surveyed(&self, day: NaiveDate) -> bool {
        let survey = self.survey.as_ref();
        survey.is_some_and(|own| own.complete_since <= day && own.is_current(day))
    }
}

/// What was found about a district.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judgement {
    /// Its level.
    pub level: Level,
    /// Whether a survey says that it is completely recorded.
    pub is_surveyed: bool,
    /// Everything it was judged by, in the order of the levels.
    pub requirements: Vec<Requirement>,
    /// Its counted rooms and places, by id.
    pub counted: Vec<PlaceId>,
}

/// The levels of all districts on a day.
pub struct Levels {
    /// By the slot of the district.
    pub districts: Vec<Judgement>,
    /// Residents near a counted room.
    pub rooms: Covered,
    /// Residents near a counted place outdoors.
    pub outdoors: Covered,
    /// The times to the nearest counted room that this was judged by.
    pub room_times: Times,
    /// The times to the nearest counted place outdoors.
    pub outdoor_times: Times,
    /// Residents near a room that counts, or perhaps does: something must be found out about it first.
    pub perhaps_rooms: Covered,
    /// Residents near a place outdoors that counts, or perhaps does.
    pub perhaps_outdoors: Covered,
}

/// The city whose levels are asked for.
#[derive(Clone, Copy)]
pub struct Judged<'a> {
    /// The ground, and where its residents set out.
    pub field: Field<'a>,
    /// Its residents.
    pub inhabited: &'a [Inhabited],
    /// Its districts by slot.
    pub districts: &'a [DistrictFacts],
    /// Its thresholds.
    pub rules: &'a CoverageRules,
}

impl Judged<'_> {
    /// The levels with these places on a day.
    #[must_use]
    pub fn levels(&self, standings: &[Standing], day: NaiveDate) -> Levels {
        let reach = &self.rules.reach;
        let (room_times, rooms) = self.near(standings, Class::Room, reach.room_minutes);
        let (outdoor_times, outdoors) = self.near(standings, Class::Outdoor, reach.outdoor_minutes);
        let perhaps = |class, minutes| self.perhaps_near(standings, class, minutes);
        let levels = Levels {
            districts: Vec::new(),
            rooms,
            outdoors,
            room_times,
            outdoor_times,
            perhaps_rooms: perhaps(Class::Room, reach.room_minutes),
            perhaps_outdoors: perhaps(Class::Outdoor, reach.outdoor_minutes),
        };
        self.rejudged(levels, standings, day)
    }

    /// The levels on another day, or with other places that are not counted: the times stay as they are.
    pub(super) fn rejudged(
        &self,
        mut levels: Levels,
        standings: &[Standing],
        day: NaiveDate,
    ) -> Levels {
        let by_slot = Inside::of(standings, self.districts.len());
        let slots = self.districts.iter().zip(&by_slot).enumerate();
        let districts = slots.map(|(slot, (facts, inside))| {
            let pair = |surely: &Covered, perhaps: &Covered| {
                (surely.districts[slot], perhaps.districts[slot])
            };
            let near = [
                pair(&levels.rooms, &levels.perhaps_rooms),
                pair(&levels.outdoors, &levels.perhaps_outdoors),
            ];
            judge(inside, near, facts, self.rules, day)
        });
        levels.districts = districts.collect();
        levels
    }

    fn near(&self, standings: &[Standing], class: Class, minutes: u32) -> (Times, Covered) {
        let counted = standings.iter().filter(|own| own.is_counted(class));
        let goals: Vec<&Goal> = counted.map(|own| &*own.goal).collect();
        self.near_to(&goals, minutes)
    }

    fn perhaps_near(&self, standings: &[Standing], class: Class, minutes: u32) -> Covered {
        let perhaps = |own: &&Standing| own.is_counted(class) || own.is_undecided(class);
        let perhaps = standings.iter().filter(perhaps);
        let goals: Vec<&Goal> = perhaps.map(|own| &*own.goal).collect();
        self.near_to(&goals, minutes).1
    }

    fn near_to(&self, goals: &[&Goal], minutes: u32) -> (Times, Covered) {
        let times = self.field.times(goals, Profile::Older);
        let limit = times.limit_dm(minutes);
        let covered = Covered::of(self.inhabited, self.districts.len(), &times, limit);
        (times, covered)
    }

    /// The counted rooms of a district each of which it needs: without it the district falls below its level.
    #[must_use]
    pub fn hinges(
        &self,
        standings: &[Standing],
        levels: &Levels,
        slot: usize,
        day: NaiveDate,
    ) -> Vec<PlaceId> {
        let level = levels.districts[slot].level;
        if level < Level::Present {
            return Vec::new();
        }
        let is_ours = |own: &&Standing| own.district.map(usize::from) == Some(slot);
        let rooms: Vec<&Standing> = standings
            .iter()
            .filter(is_ours)
            .filter(|own| own.is_counted(Class::Room))
            .collect();
        let falls = |room: &&&Standing| {
            if rooms.len() == 1 {
                return true;
            }
            let left: Vec<Standing> = standings
                .iter()
                .filter(|own| own.id != room.id)
                .cloned()
                .collect();
            level > Level::Present && self.levels(&left, day).districts[slot].level < level
        };
        rooms.iter().filter(falls).map(|own| own.id).collect()
    }
}

/// How many districts have come how far, and how many residents live in them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CityIndicator {
    /// All districts.
    pub districts: usize,
    /// Those at level 1, 2 and 3 or above.
    pub at_least: [usize; 3],
    /// All residents of districts, in thousandths.
    pub persons: MilliPersons,
    /// Those of districts at level 1, 2 and 3 or above.
    pub persons_at_least: [MilliPersons; 3],
}

/// The indicator of a city. All three steps always stand side by side: the first is the wording of the goal, the others are
/// honest.
#[must_use]
pub fn indicator(levels: &Levels) -> CityIndicator {
    let mut sums = CityIndicator {
        districts: levels.districts.len(),
        ..CityIndicator::default()
    };
    for (own, share) in levels.districts.iter().zip(&levels.rooms.districts) {
        sums.persons += share.persons;
        let steps = [Level::Present, Level::Reachable, Level::GoodForAll];
        for (slot, _) in steps
            .iter()
            .enumerate()
            .filter(|(_, step)| own.level >= **step)
        {
            sums.at_least[slot] += 1;
            sums.persons_at_least[slot] += share.persons;
        }
    }
    sums
}
