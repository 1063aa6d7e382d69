//! What would follow if places closed, opened, moved, or were open at other hours.

use uuid::Uuid;

use crate::coverage::levels::{Level, Levels};
use crate::coverage::reach::{Times, UNREACHED};
use crate::domain::place::Facts;
use crate::domain::residents::{Inhabited, MilliPersons};
use crate::domain::words::{HoursText, Name};
use crate::domain::{KindId, Location, PlaceId};
use crate::walk::Profile;

/// One change of a scenario.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// A place closes.
    Close(PlaceId),
    /// A closed or planned place opens as it is recorded: a close undone.
    Reopen(PlaceId),
    /// A place opens.
    Open(Box<Plan>),
    /// A place moves.
    Move(PlaceId, Location),
    /// A place is open at other hours.
    Hours(PlaceId, HoursText),
    /// A place becomes fully usable in a wheelchair, with a toilet.
    MakeBarrierFree(PlaceId),
}

/// A place that might be. It is a plan and not a record: what it does not say is taken to be as the rules ask, what it
/// says may fail them.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// What the scenario calls it.
    pub name: Name,
    /// What sort of place it would be.
    pub kind: KindId,
    /// Where it would be.
    pub location: Location,
    /// When it would be open.
    pub hours: Option<HoursText>,
    /// What else is planned.
    pub facts: Facts,
}

impl Plan {
    /// The id of the so-manieth plan of a scenario, which no record has.
    #[must_use]
    pub const fn id(number: usize) -> PlaceId {
        PlaceId(Uuid::from_u128(u128::MAX - number as u128))
    }
}

/// People whose way changes.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Moved {
    /// How many, in thousandths.
    pub persons: MilliPersons,
    /// By how many seconds on average.
    pub mean_s: f64,
    /// By how many seconds at most for nine of ten.
    pub p90_s: f64,
}

/// What would follow in a district.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DistrictChange {
    /// The slot of the district; none for squares outside all of them.
    pub slot: Option<u16>,
    /// Its level before and after; none outside all districts.
    pub levels: Option<[Level; 2]>,
    /// Residents who lose what was within reach, in thousandths.
    pub losing: MilliPersons,
    /// Residents who gain it, in thousandths.
    pub gaining: MilliPersons,
    /// Residents whose way becomes longer or shorter, in thousandths.
    pub moved: MilliPersons,
}

/// What would follow.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Consequence {
    /// Residents who lose what was within reach, in thousandths.
    pub losing: MilliPersons,
    /// Residents who gain it, in thousandths.
    pub gaining: MilliPersons,
    /// Those whose way becomes longer, and by how much.
    pub longer: Moved,
    /// Those whose way becomes shorter, and by how much.
    pub shorter: Moved,
    /// Those for whom no way is known any more, in thousandths: they are not among those with a longer one.
    pub cut_off: MilliPersons,
    /// Those for whom a way is known only now, in thousandths.
    pub newly_reached: MilliPersons,
    /// The districts that are touched, by slot.
    pub districts: Vec<DistrictChange>,
}

/// What follows when the levels and the times to whatever is watched become others. Within reach is who has at most
/// `minutes`.
#[must_use]
pub fn consequence(
    inhabited: &[Inhabited],
    levels: [&Levels; 2],
    times: [&Times; 2],
    minutes: u32,
) -> Consequence {
    let limit_dm = times[0].limit_dm(minutes);
    let mut sums = Sums::new(levels[0].districts.len());
    let changes = times[0].decimetres().iter().zip(times[1].decimetres());
    for (own, (was, becomes)) in inhabited.iter().zip(changes) {
        sums.add(own, *was, *becomes, limit_dm);
    }
    let of_slot = |slot: usize| levels.map(|levels| levels.districts[slot].level);
    sums.told(of_slot, times[0].profile())
}

/// Sums of people by district, and how much their ways change.
struct Sums {
    whole: Consequence,
    /// By slot, and one more for squares outside all districts.
    districts: Vec<DistrictChange>,
    /// Decimetres more, and persons.
    longer: Vec<(u32, u32)>,
    shorter: Vec<(u32, u32)>,
}

impl Sums {
    fn new(district_count: usize) -> Self {
        let slots = (0..district_count).map(|slot| u16::try_from(slot).ok());
        let districts = slots.chain([None]).map(|slot| DistrictChange {
            slot,
            levels: None,
            losing: 0,
            gaining: 0,
            moved: 0,
        });
        Self {
            whole: Consequence::default(),
            districts: districts.collect(),
            longer: Vec::new(),
            shorter: Vec::new(),
        }
    }

    fn add(&mut self, own: &Inhabited, was: u32, becomes: u32, limit_dm: u32) {
        if was == becomes {
            return;
        }
        let persons = MilliPersons::from(own.milli_persons);
        let last = self.districts.len() - 1;
        let slot = own
            .district
            .map_or(last, |slot| usize::from(slot).min(last));
        let district = &mut self.districts[slot];
        district.moved += persons;
        // Sums are of those who live in the city; one without districts is everybody.
        let is_in_city = slot < last || last == 0;
        if was <= limit_dm && becomes > limit_dm {
            district.losing += persons;
            self.whole.losing += if is_in_city { persons } else { 0 };
        } else if was > limit_dm && becomes <= limit_dm {
            district.gaining += persons;
            self.whole.gaining += if is_in_city { persons } else { 0 };
        }
        if !is_in_city {
            return;
        }
        match (was, becomes) {
            (UNREACHED, _) => self.whole.newly_reached += persons,
            (_, UNREACHED) => self.whole.cut_off += persons,
            (was, becomes) if becomes > was => self.longer.push((becomes - was, own.milli_persons)),
            (was, becomes) => self.shorter.push((was - becomes, own.milli_persons)),
        }
    }

    fn told(self, levels: impl Fn(usize) -> [Level; 2], profile: Profile) -> Consequence {
        let touched = self
            .districts
            .into_iter()
            .enumerate()
            .map(|(slot, own)| DistrictChange {
                levels: own.slot.map(|_| levels(slot)),
                ..own
            });
        let is_touched = |own: &DistrictChange| {
            own.moved > 0 || own.levels.is_some_and(|[before, after]| before != after)
        };
        Consequence {
            longer: moved(self.longer, profile),
            shorter: moved(self.shorter, profile),
            districts: touched.filter(is_touched).collect(),
            ..self.whole
        }
    }
}

/// Mean and 90th percentile over people.
fn moved(mut changes: Vec<(u32, u32)>, profile: Profile) -> Moved {
    changes.retain(|(_, persons)| *persons > 0);
    changes.sort_unstable();
    let persons: MilliPersons = changes.iter().map(|(_, persons)| u64::from(*persons)).sum();
    if persons == 0 {
        return Moved::default();
    }
    let weighted = |(more, persons): &(u32, u32)| u128::from(*more) * u128::from(*persons);
    let sum: u128 = changes.iter().map(weighted).sum();
    let mut below = 0;
    let p90 = changes.iter().find(|(_, persons_here)| {
        below += u64::from(*persons_here);
        below * 10 >= persons * 9
    });
    let seconds = |decimetres: f64| profile.seconds(decimetres / 10.0);
    Moved {
        persons,
        mean_s: seconds(sum as f64 / persons as f64),
        p90_s: seconds(p90.map_or(0.0, |(more, _)| f64::from(*more))),
    }
}
