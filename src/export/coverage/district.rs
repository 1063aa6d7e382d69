//! The row of a district.

use serde::Serialize;

use super::figures::{Percent, Persons, Thousandths};
use super::place::{NamedPlace, PlaceLists};
use super::reach::ReachFigures;
use crate::coverage::{Level, Need, Requirement};
use crate::domain::residents::DistrictResidents;
use crate::domain::survey::Survey;
use crate::domain::{Class, District, DistrictId, Fact};

/// Everything that is told of a district.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DistrictRow {
    /// Its id.
    pub id: DistrictId,
    /// What people call it.
    pub name: Box<str>,
    /// How far it has come.
    pub level: Level,
    /// Everything it was judged by, in the order of the levels.
    pub reasons: Vec<Reason>,
    /// That it is completely recorded, if somebody has confirmed it.
    pub survey: Option<SurveyFacts>,
    /// Its residents, as far as they are known.
    pub residents: ResidentFigures,
    /// Its places, by what they count for.
    #[serde(flatten)]
    pub places: PlaceLists,
    /// The counted rooms without any one of which it would fall below its level: single points of failure.
    pub hinges: Vec<NamedPlace>,
    /// Who is near a counted room, by the city's rules.
    pub rooms: ReachFigures,
    /// Who is near a counted place outdoors, by the city's rules.
    pub outdoors: ReachFigures,
    /// Who is near what was asked about.
    pub asked: ReachFigures,
    /// Seat hours of counted rooms within reach for one resident and week (2SFCA); unknown where nobody is known to live.
    pub seat_hours_per_resident: Option<Thousandths>,
    /// The same, less for longer ways (enhanced 2SFCA).
    pub seat_hours_by_distance: Option<Thousandths>,
    /// Floor of its counted rooms in square metres; rooms of unknown size are left out.
    pub floor_m2: u64,
    /// The same for each 1,000 residents; unknown where nobody is known to live.
    pub floor_m2_per_1000: Option<Thousandths>,
}

/// What a district needs, and whether it has it.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Reason {
    /// What is needed.
    pub need: Need,
    /// For which level.
    pub level: Level,
    /// Whether it has it.
    pub holds: Fact,
    /// What was found.
    pub found: Amount,
    /// What must be found; unknown where that depends on residents nobody knows of.
    pub needed: Option<Amount>,
    /// What found and needed are.
    pub unit: Unit,
    /// Places of which something must be found out first.
    pub undecided: u32,
}

/// Places or square metres, or persons.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Amount {
    /// A whole number.
    Whole(u64),
    /// Persons.
    Persons(Persons),
}

/// What an amount is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// Places.
    Places,
    /// Persons.
    Persons,
    /// Square metres.
    SquareMetres,
}

/// That a district is completely recorded.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct SurveyFacts {
    /// Since when.
    pub complete_since: chrono::NaiveDate,
    /// The first day on which that says nothing any more.
    pub expires_on: chrono::NaiveDate,
    /// Whether it says so on the day that was asked about.
    pub is_current: bool,
}

/// What is known of a district's residents.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct ResidentFigures {
    /// How many are reckoned with: those in the squares. None where no square is known to be inhabited: then every share is
    /// unknown.
    pub persons: Option<Persons>,
    /// The official figure, if there is one.
    pub official: Option<u32>,
    /// The year of the official figure, if it is known.
    pub official_year: Option<i32>,
    /// Whether the official figure is itself an estimate.
    pub official_is_estimated: bool,
    /// How many the source of the squares counts there, before they are scaled to the official figure.
    pub counted: Option<Persons>,
    /// Residents of the official figure for whom no square is known.
    pub unplaced: Option<Persons>,
    /// Squares where somebody is known to live.
    pub inhabited_squares: usize,
    /// Squares that the source keeps to itself: who lives there is unknown.
    pub withheld_squares: usize,
}

impl Reason {
    pub(super) fn of(own: &Requirement) -> Self {
        let unit = match own.need {
            Need::RoomInReach | Need::OutdoorInReach => Unit::Persons,
            Need::FloorArea => Unit::SquareMetres,
            _ => Unit::Places,
        };
        let amount = |number| match unit {
            Unit::Persons => Amount::Persons(Persons(number)),
            Unit::Places | Unit::SquareMetres => Amount::Whole(number),
        };
        Self {
            need: own.need,
            level: own.need.level(),
            holds: own.holds,
            found: amount(own.found),
            needed: own.needed.map(amount),
            unit,
            undecided: own.undecided,
        }
    }
}

impl SurveyFacts {
    pub(super) fn of(survey: &Survey, is_current: bool) -> Self {
        Self {
            complete_since: survey.complete_since,
            expires_on: survey.expires_on(),
            is_current,
        }
    }
}

impl ResidentFigures {
    pub(super) fn of(
        district: &District,
        placed: Option<&DistrictResidents>,
        persons: u64,
    ) -> Self {
        let official = district.population;
        Self {
            persons: (persons > 0).then_some(Persons(persons)),
            official: official.map(|own| own.count),
            official_year: official.and_then(|own| own.year),
            official_is_estimated: official.is_some_and(|own| own.estimated),
            counted: placed.and_then(|own| own.counted).map(Persons),
            unplaced: placed.and_then(|own| own.unplaced).map(Persons),
            inhabited_squares: placed.map_or(0, |own| own.inhabited_cells),
            withheld_squares: placed.map_or(0, |own| own.withheld_cells),
        }
    }
}

impl DistrictRow {
    /// How many counted rooms it has.
    #[must_use]
    pub fn counted_rooms(&self) -> usize {
        self.places.counted_of(Class::Room)
    }

    /// How many counted places outdoors it has.
    #[must_use]
    pub fn counted_outdoors(&self) -> usize {
        self.places.counted_of(Class::Outdoor)
    }

    /// Whether it falls below its level when one room closes.
    #[must_use]
    pub fn is_fragile(&self) -> bool {
        !self.hinges.is_empty()
    }

    /// The covered share of what was asked about.
    #[must_use]
    pub fn asked_percent(&self) -> Option<Percent> {
        self.asked.percent
    }
}
