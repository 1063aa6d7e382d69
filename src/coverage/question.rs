//! How many residents are within reach: of a district, of the city.

use crate::coverage::reach::{Times, UNREACHED};
use crate::domain::residents::{Inhabited, MilliPersons};
use crate::walk::Engine;

/// Residents, and how many of them are within reach. All in thousandths of a person; covered and beyond make the whole.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Share {
    /// All of them.
    pub persons: MilliPersons,
    /// Those within reach.
    pub covered: MilliPersons,
    /// Those for whom no way to any of the places is known.
    pub unreached: MilliPersons,
    /// Those whose time a line told, because no way is drawn around them or around the place.
    pub by_line: MilliPersons,
}

impl Share {
    /// Those beyond reach.
    #[must_use]
    pub fn beyond(&self) -> MilliPersons {
        self.persons - self.covered
    }

    /// The covered share in percent; none where nobody is known to live.
    #[must_use]
    pub fn percent(&self) -> Option<f64> {
        (self.persons > 0).then(|| self.covered as f64 * 100.0 / self.persons as f64)
    }

    /// Whether at least so many percent are covered, to the thousandth of a person; none where nobody is known to live.
    #[must_use]
    pub fn is_at_least(&self, percent: u32) -> Option<bool> {
        let holds =
            u128::from(self.covered) * 100 >= u128::from(self.persons) * u128::from(percent);
        (self.persons > 0).then_some(holds)
    }

    fn add(&mut self, persons: u32, time_dm: u32, limit_dm: u32, engine: Engine) {
        let persons = MilliPersons::from(persons);
        self.persons += persons;
        if time_dm <= limit_dm {
            self.covered += persons;
        }
        if time_dm == UNREACHED {
            self.unreached += persons;
        } else if engine != Engine::Network {
            self.by_line += persons;
        }
    }

    fn plus(self, other: &Self) -> Self {
        Self {
            persons: self.persons + other.persons,
            covered: self.covered + other.covered,
            unreached: self.unreached + other.unreached,
            by_line: self.by_line + other.by_line,
        }
    }
}

/// Who is within reach, by district.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Covered {
    /// By the slot of the district.
    pub districts: Vec<Share>,
    /// In squares outside all districts.
    pub elsewhere: Share,
}

impl Covered {
    /// Who has a time of at most `limit_dm`; `times` are those of the same squares, in the same order.
    #[must_use]
    pub fn of(
        inhabited: &[Inhabited],
        district_count: usize,
        times: &Times,
        limit_dm: u32,
    ) -> Self {
        let mut covered = Self {
            districts: vec![Share::default(); district_count],
            elsewhere: Share::default(),
        };
        let told = times.decimetres().iter().zip(times.engines());
        for (own, (time, engine)) in inhabited.iter().zip(told) {
            let slot = own.district.map(usize::from);
            let share = slot.and_then(|slot| covered.districts.get_mut(slot));
            let share = share.unwrap_or(&mut covered.elsewhere);
            share.add(own.milli_persons, *time, limit_dm, *engine);
        }
        covered
    }

    /// All districts together.
    #[must_use]
    pub fn city(&self) -> Share {
        let districts = self.districts.iter();
        districts.fold(Share::default(), Share::plus)
    }
}
