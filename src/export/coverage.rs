//! What a planner reads about coverage: one report for the API, the terminal, files and pages.
//!
//! It is computed once from the snapshot. Whoever shows it shows these numbers, to the last digit.

mod city;
mod district;
mod fairness;
mod figures;
mod gaps;
mod geojson;
mod history;
mod missing;
mod more_hours;
mod place;
mod provenance;
mod reach;
mod sites;
mod table;
mod week;
mod what_if;

use serde::Serialize;

pub use city::{CityRow, Step};
pub use district::{Amount, DistrictRow, Reason, ResidentFigures, SurveyFacts, Unit};
pub use fairness::{FairnessFigures, NamedShare};
pub use figures::{Minutes, Percent, Persons, Thousandths};
pub use gaps::{GapRow, GapShare, gap_features, gap_rows};
pub use geojson::district_features;
pub use history::{DistrictQuarter, HistoryReport, QuarterRow, Target};
pub use missing::{MissingReport, MissingWay};
pub use more_hours::{HourRow, HoursReport};
pub use place::{AgedPlace, NamedPlace, PlaceLists, RejectedPlace, UndecidedPlace};
pub use provenance::{AskedFacts, Provenance, ResidentsBasis};
pub use reach::{AtMost, ReachFigures, SureFigures};
pub use sites::{SiteRow, SitesReport};
pub use table::{COLUMNS, coverage_csv, row_cells};
pub use week::{DistrictWeek, WeekReport};
pub use what_if::{DistrictConsequence, GapArea, MovedFigures, WhatIfReport};

use crate::coverage::{Covered, Level, Need, Share, Spread, Times, indicator};
use crate::snapshot::{Coverage, CoverageQuestion, Snapshot, Sureness};

/// The coverage of a city on a day.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CoverageReport {
    /// What was asked.
    pub asked: AskedFacts,
    /// The city as a whole.
    pub city: CityRow,
    /// Its districts, by id.
    pub districts: Vec<DistrictRow>,
    /// Where the numbers come from.
    pub provenance: Provenance,
}

impl CoverageReport {
    /// The answer of a city to a question; `link` gives it again.
    #[must_use]
    pub fn new(
        city: &Snapshot,
        coverage: &Coverage<'_>,
        question: &CoverageQuestion,
        link: &str,
    ) -> Self {
        let reached = coverage.reach(question);
        let levels = coverage.levels();
        let mut shares = [
            Shares::of(city, &levels.rooms, &levels.room_times)
                .perhaps(city, &levels.perhaps_rooms),
            Shares::of(city, &levels.outdoors, &levels.outdoor_times)
                .perhaps(city, &levels.perhaps_outdoors),
            Shares::of(city, &reached.covered, &reached.times),
        ];
        if let Some(sure) = coverage.sureness(question) {
            shares[2].add_sure(&sure);
        }
        let (lists, elsewhere) = place_lists(city, coverage);
        Self {
            asked: AskedFacts::of(question, reached.places),
            city: city_row(city, coverage, &shares, elsewhere),
            districts: district_rows(city, coverage, &shares, lists),
            provenance: Provenance::of(city, coverage.day(), link),
        }
    }
}

/// Those who live in the city, and those elsewhere. Without districts the city is everybody.
fn whole_city(city: &Snapshot, covered: &Covered) -> (Share, Share) {
    if city.districts().is_empty() {
        (covered.elsewhere, Share::default())
    } else {
        (covered.city(), covered.elsewhere)
    }
}

impl CoverageReport {
    /// Every place that counts, or would if it lay in a district.
    pub fn counted(&self) -> impl Iterator<Item = &NamedPlace> {
        let districts = self.districts.iter().map(|own| &own.places);
        let all = districts.chain([&self.city.elsewhere]);
        all.flat_map(|own| &own.counted)
    }
}

/// The figures of one sort of reach.
struct Shares {
    districts: Vec<ReachFigures>,
    city: ReachFigures,
    elsewhere: Share,
}

impl Shares {
    /// Puts beside the asked ones how surely residents get there on wheels.
    fn add_sure(&mut self, sure: &Sureness) {
        self.city.sure = Some(SureFigures::of(sure.city));
        for (own, sure) in self.districts.iter_mut().zip(&sure.districts) {
            own.sure = Some(SureFigures::of(*sure));
        }
    }

    /// The same, with what it would be if every place counted of which something must be found out.
    fn perhaps(self, city: &Snapshot, perhaps: &Covered) -> Self {
        let districts = self.districts.iter().zip(&perhaps.districts);
        Self {
            districts: districts.map(|(own, share)| own.perhaps(share)).collect(),
            city: self.city.perhaps(&whole_city(city, perhaps).0),
            ..self
        }
    }

    fn of(city: &Snapshot, covered: &Covered, times: &Times) -> Self {
        let inhabited = city.inhabited();
        let figures = |share: &Share, spread: &Spread| {
            let minutes = |percent| Minutes::of(spread.at_most(percent)?, times.profile());
            ReachFigures::of(share, [minutes(50), minutes(90)])
        };
        let spreads = Spread::by_district(inhabited, times, covered.districts.len());
        let districts = covered.districts.iter().zip(&spreads);
        let in_city = Spread::of(inhabited, times, |own| city.is_resident(own));
        let (whole, elsewhere) = whole_city(city, covered);
        Self {
            districts: districts.map(|(share, own)| figures(share, own)).collect(),
            city: figures(&whole, &in_city),
            elsewhere,
        }
    }
}

fn city_row(
    city: &Snapshot,
    coverage: &Coverage<'_>,
    [rooms, outdoors, asked]: &[Shares; 3],
    elsewhere: PlaceLists,
) -> CityRow {
    let levels = coverage.levels();
    let sums = indicator(levels);
    let unknown = levels.districts.iter();
    let unknown = unknown.filter(|own| own.level == Level::NotSurveyed);
    CityRow {
        districts: sums.districts,
        at_least: Step::all(&sums),
        not_surveyed: unknown.count(),
        persons: Some(rooms.city.persons).filter(|own| own.0 > 0),
        unplaced: city.residents().and_then(|own| {
            let unplaced = own.districts.iter().filter_map(|own| own.unplaced);
            unplaced.reduce(|sum, own| sum + own).map(Persons)
        }),
        persons_elsewhere: Persons(asked.elsewhere.persons),
        elsewhere,
        rooms: rooms.city,
        outdoors: outdoors.city,
        asked: asked.city,
        fairness: FairnessFigures::of(city, coverage.fairness()),
    }
}

fn district_rows(
    city: &Snapshot,
    coverage: &Coverage<'_>,
    [rooms, outdoors, asked]: &[Shares; 3],
    mut lists: Vec<PlaceLists>,
) -> Vec<DistrictRow> {
    let levels = coverage.levels();
    let hinges = coverage.hinges();
    let placed = city.residents();
    let rows = city.districts().iter().enumerate().map(|(slot, district)| {
        let judged = &levels.districts[slot];
        let floor = judged
            .requirements
            .iter()
            .find(|own| own.need == Need::FloorArea);
        let floor_m2 = floor.map_or(0, |own| own.found);
        let persons = rooms.districts[slot].persons.0;
        let survey = city.survey(&district.id);
        let supply = coverage.fairness().districts[slot];
        let seat_hours = |which: usize| Thousandths::nearest(supply?[which]);
        DistrictRow {
            id: district.id.clone(),
            name: district.name.as_str().into(),
            level: judged.level,
            reasons: judged.requirements.iter().map(Reason::of).collect(),
            survey: survey.map(|own| SurveyFacts::of(own, judged.is_surveyed)),
            residents: ResidentFigures::of(
                district,
                placed.and_then(|own| own.districts.get(slot)),
                persons,
            ),
            places: std::mem::take(&mut lists[slot]),
            hinges: hinges[slot]
                .iter()
                .filter_map(|id| NamedPlace::of(city, *id))
                .collect(),
            rooms: rooms.districts[slot],
            outdoors: outdoors.districts[slot],
            asked: asked.districts[slot],
            seat_hours_per_resident: seat_hours(0),
            seat_hours_by_distance: seat_hours(1),
            floor_m2,
            floor_m2_per_1000: Thousandths::ratio(floor_m2, persons, 1_000_000),
        }
    });
    rows.collect()
}

/// The places of every district by its slot, and those outside all districts.
fn place_lists(city: &Snapshot, coverage: &Coverage<'_>) -> (Vec<PlaceLists>, PlaceLists) {
    let mut lists = vec![PlaceLists::default(); city.districts().len()];
    let mut elsewhere = PlaceLists::default();
    for standing in coverage.standings() {
        let slot = standing.district.map(usize::from);
        let list = slot.and_then(|slot| lists.get_mut(slot));
        list.unwrap_or(&mut elsewhere).put(city, standing);
    }
    lists.iter_mut().for_each(PlaceLists::sort);
    elsewhere.sort();
    (lists, elsewhere)
}
