//! The row of the whole city.

use serde::Serialize;

use super::fairness::FairnessFigures;
use super::figures::{Percent, Persons};
use super::place::PlaceLists;
use super::reach::ReachFigures;
use crate::coverage::{CityIndicator, Level};

/// Everything that is told of the city as a whole.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CityRow {
    /// How many districts there are.
    pub districts: usize,
    /// How many of them have come to level 1, 2 and 3: always all three, the first is the wording of the goal and the others
    /// are honest.
    pub at_least: [Step; 3],
    /// Districts of which not enough is known to say that something is missing there.
    pub not_surveyed: usize,
    /// Residents of all districts, of a city without districts all; none where nobody knows who lives where.
    pub persons: Option<Persons>,
    /// Residents of official figures for whom no square is known: they are in no share.
    pub unplaced: Option<Persons>,
    /// Residents outside all districts.
    pub persons_elsewhere: Persons,
    /// Places outside all districts, by what they would count for.
    pub elsewhere: PlaceLists,
    /// Who is near a counted room, by the city's rules.
    pub rooms: ReachFigures,
    /// Who is near a counted place outdoors, by the city's rules.
    pub outdoors: ReachFigures,
    /// Who is near what was asked about.
    pub asked: ReachFigures,
    /// How evenly the counted rooms are spread.
    pub fairness: FairnessFigures,
}

/// How many districts have come to a level.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Step {
    /// The level.
    pub level: Level,
    /// Districts at it or above.
    pub districts: usize,
    /// Residents of these districts.
    pub persons: Persons,
    /// Their share of all residents; unknown where nobody is known to live.
    pub percent: Option<Percent>,
}

impl Step {
    pub(super) fn all(own: &CityIndicator) -> [Self; 3] {
        let levels = [Level::Present, Level::Reachable, Level::GoodForAll];
        [0, 1, 2].map(|step| Self {
            level: levels[step],
            districts: own.at_least[step],
            persons: Persons(own.persons_at_least[step]),
            percent: Percent::of(own.persons_at_least[step], own.persons),
        })
    }
}
