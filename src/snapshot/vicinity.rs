//! Who lives around a place, and who of them has a place that people with a need can use.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, OnceLock};

use crate::coverage::{Goal, Times};
use crate::domain::residents::MilliPersons;
use crate::domain::{Need, PlaceId};
use crate::snapshot::{Coverage, CoverageQuestion, PlaceFilter};
use crate::walk::Profile;

/// Around a place is whoever gets there within so many minutes (specification, B.6).
pub const VICINITY_MINUTES: u32 = 15;

/// At the speed of older people.
pub const VICINITY_PROFILE: Profile = Profile::Older;

/// The residents around a place.
pub struct Vicinity {
    /// The squares that they live in, ascending.
    squares: Vec<u32>,
    /// How many they are, in thousandths.
    pub persons: MilliPersons,
}

/// Whether each square has a usable place within reach, by need. Of squares outside the city nothing is told.
pub struct UsableWithin(Vec<Vec<bool>>);

/// What is known already of who lives around which place.
#[derive(Default)]
pub(super) struct Neighbours {
    around: Mutex<BTreeMap<PlaceId, Arc<Vicinity>>>,
    usable: OnceLock<UsableWithin>,
}

/// For how many residents a place becomes usable that had none, in thousandths.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Gained {
    /// By need, only those that were asked about.
    pub needs: Vec<(Need, MilliPersons)>,
    /// For at least one of these needs.
    pub any: MilliPersons,
}

/// Residents who have a usable place within reach, before and after some places have become usable.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Gain {
    /// Residents, in thousandths.
    pub persons: MilliPersons,
    /// Those of them who have one already.
    pub before: MilliPersons,
    /// Those who would have none before, and one after.
    pub gained: MilliPersons,
}

/// What some places that become usable for a need change for the residents of the city.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GainByDistrict {
    /// By the slot of the district.
    pub districts: Vec<Gain>,
    /// Everybody.
    pub city: Gain,
}

impl Coverage<'_> {
    /// The residents around a place, looked for once a day and revision; none where nobody knows who lives where, or the place
    /// is not there.
    #[must_use]
    pub fn vicinity(&self, place: PlaceId) -> Option<Arc<Vicinity>> {
        let known = &self.worked.neighbours.around;
        let found = known.lock().ok().and_then(|own| own.get(&place).cloned());
        if found.is_some() {
            return found;
        }
        let found = Arc::new(self.look_around(place)?);
        if let Ok(mut known) = known.lock() {
            known.insert(place, Arc::clone(&found));
        }
        Some(found)
    }

    fn look_around(&self, place: PlaceId) -> Option<Vicinity> {
        if self.snapshot.inhabited().is_empty() {
            return None;
        }
        let times = self.field().times(&[self.goal(place)?], VICINITY_PROFILE);
        let limit = times.limit_dm(VICINITY_MINUTES);
        let squares = (0_u32..).zip(times.decimetres());
        let squares = squares.filter(|(square, time)| **time <= limit && self.persons(*square) > 0);
        let squares: Vec<u32> = squares.map(|(square, _)| square).collect();
        Some(Vicinity {
            persons: squares.iter().map(|square| self.persons(*square)).sum(),
            squares,
        })
    }

    /// Who has a place within reach that an audit found usable, by need; worked out once a day and revision.
    #[must_use]
    pub fn usable_within(&self) -> &UsableWithin {
        self.worked.neighbours.usable.get_or_init(|| {
            let of = |need: &Need| is_within(&self.times_to_usable(*need));
            UsableWithin(Need::ALL.iter().map(of).collect())
        })
    }

    /// For how many residents around a place something usable is within reach only when the place becomes usable for `needs`.
    #[must_use]
    pub fn gained(&self, around: &Vicinity, within: &UsableWithin, needs: &[Need]) -> Gained {
        let is_new = |need: Need, square: &&u32| !within.has(need, **square);
        let sum = |need: &Need| {
            let new = around.squares.iter().filter(|own| is_new(*need, own));
            (*need, new.map(|square| self.persons(*square)).sum())
        };
        let for_any = around.squares.iter();
        let for_any = for_any.filter(|own| needs.iter().any(|need| is_new(*need, own)));
        Gained {
            needs: needs.iter().map(sum).collect(),
            any: for_any.map(|square| self.persons(*square)).sum(),
        }
    }

    /// Who gains a usable place within reach when `places` become usable for `need`.
    #[must_use]
    pub fn gain(&self, within: &UsableWithin, need: Need, places: &[PlaceId]) -> GainByDistrict {
        let goals: Vec<&Goal> = places.iter().filter_map(|id| self.goal(*id)).collect();
        let new = is_within(&self.field().times(&goals, VICINITY_PROFILE));
        let mut all = GainByDistrict {
            districts: vec![Gain::default(); self.snapshot.districts().len()],
            city: Gain::default(),
        };
        let squares = self.snapshot.inhabited().iter().zip(0_u32..);
        for ((own, square), is_new) in squares.zip(new) {
            let persons = self.persons(square);
            let is_before = within.has(need, square);
            let slot = own.district.map(usize::from);
            let district = slot.and_then(|slot| all.districts.get_mut(slot));
            for gain in district.into_iter().chain([&mut all.city]) {
                gain.persons += persons;
                gain.before += if is_before { persons } else { 0 };
                gain.gained += if is_new && !is_before { persons } else { 0 };
            }
        }
        all
    }

    /// The times to all places in use that an audit found usable for a need.
    fn times_to_usable(&self, need: Need) -> Times {
        let question = CoverageQuestion {
            profile: VICINITY_PROFILE,
            minutes: VICINITY_MINUTES,
            filter: PlaceFilter {
                usable_for: vec![need],
                ..PlaceFilter::default()
            },
            only_counted: false,
        };
        self.reach(&question).times
    }

    fn goal(&self, place: PlaceId) -> Option<&Goal> {
        let standings = self.standings();
        let at = standings.binary_search_by_key(&place, |own| own.id).ok()?;
        Some(&standings[at].goal)
    }

    /// The residents of a square, in thousandths; nobody elsewhere than in the city.
    fn persons(&self, square: u32) -> MilliPersons {
        let own = self.snapshot.inhabited().get(square as usize);
        let own = own.filter(|own| self.snapshot.is_resident(own));
        own.map_or(0, |own| own.milli_persons.into())
    }
}

/// Which squares are within reach.
fn is_within(times: &Times) -> Vec<bool> {
    let limit = times.limit_dm(VICINITY_MINUTES);
    let times = times.decimetres().iter();
    times.map(|time| *time <= limit).collect()
}

impl UsableWithin {
    fn has(&self, need: Need, square: u32) -> bool {
        let squares = self.0.get(need as usize);
        let own = squares.and_then(|own| own.get(square as usize));
        own.copied().unwrap_or_default()
    }
}
