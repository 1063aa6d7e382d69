//! The report as a table that spreadsheets open: semicolons, a byte order mark and decimal commas, as German ones expect it.
//! With a point, "5.4" would become the fifth of April there.

use super::{CityRow, CoverageReport, DistrictRow, FairnessFigures, Provenance, ReachFigures};
use crate::domain::{Fact, cell};

/// A name of a column and what stands in it; empty is unknown, or does not apply.
pub type Cell = (&'static str, String);

/// The columns, in order. The last line is the whole city.
pub const COLUMNS: &[&str] = &[
    "id",
    "name",
    "level",
    "unmet",
    "unknown",
    "districts",
    "at_least_1",
    "at_least_2",
    "at_least_3",
    "surveyed",
    "residents",
    "residents_official",
    "residents_official_year",
    "residents_official_estimated",
    "counted_rooms",
    "counted_outdoors",
    "for_ages",
    "rejected",
    "to_do",
    "single_points_of_failure",
    "rooms_covered",
    "rooms_beyond",
    "rooms_unreached",
    "rooms_by_line",
    "rooms_percent",
    "rooms_median_min",
    "rooms_p90_min",
    "rooms_covered_at_most",
    "rooms_percent_at_most",
    "outdoors_covered",
    "outdoors_beyond",
    "outdoors_unreached",
    "outdoors_by_line",
    "outdoors_percent",
    "outdoors_median_min",
    "outdoors_p90_min",
    "outdoors_covered_at_most",
    "outdoors_percent_at_most",
    "asked_covered",
    "asked_beyond",
    "asked_unreached",
    "asked_by_line",
    "asked_percent",
    "asked_median_min",
    "asked_p90_min",
    "asked_proven",
    "asked_likely",
    "asked_possible",
    "seat_hours_per_resident",
    "seat_hours_by_distance",
    "floor_m2",
    "floor_m2_per_1000",
    "min_max_ratio",
    "p90_to_p10",
    "mean_min",
    "gini",
    "profile",
    "minutes",
    "date",
    "revision",
    "engine",
    "boundary_version",
    "residents_source",
    "residents_year",
    "link",
];

/// The report as CSV: a line for each district, and one for the city.
#[must_use]
pub fn coverage_csv(report: &CoverageReport) -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new()
        .delimiter(b';')
        .from_writer("\u{feff}".as_bytes().to_vec());
    // Writing to memory does not fail, and every row has the same columns.
    let _ = writer.write_record(COLUMNS);
    let common = common_cells(report);
    let districts = report.districts.iter().map(row_cells);
    for cells in districts.chain([city_cells(&report.city, &report.provenance)]) {
        let text = |column: &str| {
            let all = cells.iter().chain(&common);
            let found = all.into_iter().find(|(name, _)| *name == column);
            found.map_or_else(String::new, |(_, text)| for_spreadsheets(text))
        };
        let _ = writer.write_record(COLUMNS.iter().map(|column| text(column)));
    }
    writer.into_inner().unwrap_or_default()
}

/// Numbers with a comma, texts so that none is taken for a formula.
fn for_spreadsheets(text: &str) -> String {
    let is_decimal =
        text.contains('.') && text.bytes().all(|own| own.is_ascii_digit() || own == b'.');
    if is_decimal {
        text.replace('.', ",")
    } else {
        cell::written(text).into_owned()
    }
}

/// What is told of a district, column by column.
#[must_use]
pub fn row_cells(row: &DistrictRow) -> Vec<Cell> {
    let needs = |fact: Fact| {
        let own = row.reasons.iter().filter(|own| own.holds == fact);
        own.map(|own| own.need.as_str())
            .collect::<Vec<_>>()
            .join(",")
    };
    let official = &row.residents;
    let is_surveyed = row.survey.is_some_and(|own| own.is_current);
    let mut cells = vec![
        ("id", row.id.to_string()),
        ("name", row.name.to_string()),
        ("level", row.level.to_string()),
        ("unmet", needs(Fact::No)),
        ("unknown", needs(Fact::Unknown)),
        ("surveyed", yes_or_no(is_surveyed)),
        ("residents", told(row.residents.persons)),
        ("residents_official", told(official.official)),
        ("residents_official_year", told(official.official_year)),
        (
            "residents_official_estimated",
            told(
                official
                    .official
                    .map(|_| yes_or_no(official.official_is_estimated)),
            ),
        ),
        ("counted_rooms", row.counted_rooms().to_string()),
        ("counted_outdoors", row.counted_outdoors().to_string()),
        ("for_ages", row.places.for_ages.len().to_string()),
        ("rejected", row.places.rejected.len().to_string()),
        ("to_do", row.places.to_do.len().to_string()),
        ("single_points_of_failure", row.hinges.len().to_string()),
        ("floor_m2", row.floor_m2.to_string()),
        ("floor_m2_per_1000", told(row.floor_m2_per_1000)),
    ];
    let supply = [
        ("seat_hours_per_resident", row.seat_hours_per_resident),
        ("seat_hours_by_distance", row.seat_hours_by_distance),
    ];
    cells.extend(supply.map(|(name, own)| (name, told(own))));
    cells.extend(all_reach_cells([&row.rooms, &row.outdoors, &row.asked]));
    cells
}

fn city_cells(row: &CityRow, from: &Provenance) -> Vec<Cell> {
    let [one, two, three] = row.at_least.map(|own| own.districts.to_string());
    let mut cells = vec![
        ("name", from.city.to_string()),
        ("districts", row.districts.to_string()),
        ("at_least_1", one),
        ("at_least_2", two),
        ("at_least_3", three),
        ("residents", told(row.persons)),
    ];
    cells.extend(all_reach_cells([&row.rooms, &row.outdoors, &row.asked]));
    cells.extend(fairness_cells(&row.fairness));
    cells
}

fn fairness_cells(own: &FairnessFigures) -> [Cell; 4] {
    [
        ("min_max_ratio", told(own.min_max_ratio)),
        ("p90_to_p10", told(own.p90_to_p10)),
        ("mean_min", told(own.mean_min)),
        ("gini", told(own.gini)),
    ]
}

fn all_reach_cells([rooms, outdoors, asked]: [&ReachFigures; 3]) -> Vec<Cell> {
    let sure = asked.sure.filter(|_| asked.persons.0 > 0);
    let mut cells = vec![
        ("asked_proven", told(sure.map(|own| own.proven))),
        ("asked_likely", told(sure.map(|own| own.likely))),
        ("asked_possible", told(sure.map(|own| own.possible))),
    ];
    cells.extend(reach_cells(rooms, ROOMS));
    cells.extend(at_most_cells(rooms, ROOMS_AT_MOST));
    cells.extend(reach_cells(outdoors, OUTDOORS));
    cells.extend(at_most_cells(outdoors, OUTDOORS_AT_MOST));
    cells.extend(reach_cells(asked, ASKED));
    cells
}

/// The columns of one sort of reach.
type ReachColumns = [&'static str; 7];

const ROOMS: ReachColumns = [
    "rooms_covered",
    "rooms_beyond",
    "rooms_unreached",
    "rooms_by_line",
    "rooms_percent",
    "rooms_median_min",
    "rooms_p90_min",
];
const OUTDOORS: ReachColumns = [
    "outdoors_covered",
    "outdoors_beyond",
    "outdoors_unreached",
    "outdoors_by_line",
    "outdoors_percent",
    "outdoors_median_min",
    "outdoors_p90_min",
];
const ASKED: ReachColumns = [
    "asked_covered",
    "asked_beyond",
    "asked_unreached",
    "asked_by_line",
    "asked_percent",
    "asked_median_min",
    "asked_p90_min",
];

const ROOMS_AT_MOST: [&str; 2] = ["rooms_covered_at_most", "rooms_percent_at_most"];
const OUTDOORS_AT_MOST: [&str; 2] = ["outdoors_covered_at_most", "outdoors_percent_at_most"];

/// What it would be if more places counted; the very same where nothing is to be found out.
fn at_most_cells(own: &ReachFigures, [covered, percent]: [&'static str; 2]) -> [Cell; 2] {
    let is_known = own.persons.0 > 0;
    let (most, share) = own
        .at_most
        .map_or((own.covered, own.percent), |own| (own.covered, own.percent));
    [
        (covered, told(is_known.then_some(most))),
        (percent, told(share)),
    ]
}

/// Where nobody is known to live, nothing is told: 0 of nobody would read as nobody within reach.
fn reach_cells(own: &ReachFigures, columns: ReachColumns) -> Vec<Cell> {
    let persons = |persons: super::Persons| told((own.persons.0 > 0).then_some(persons));
    let texts = [
        persons(own.covered),
        persons(own.beyond),
        persons(own.unreached),
        persons(own.by_line),
        told(own.percent),
        told(own.median_min),
        told(own.p90_min),
    ];
    columns.into_iter().zip(texts).collect()
}

/// What is the same in every line.
fn common_cells(report: &CoverageReport) -> Vec<Cell> {
    let from = &report.provenance;
    let basis = from.residents.as_ref();
    vec![
        ("profile", report.asked.profile.to_string()),
        ("minutes", report.asked.minutes.to_string()),
        ("date", from.date.to_string()),
        ("revision", from.revision.to_string()),
        ("engine", from.engine.to_string()),
        ("boundary_version", from.boundary_version.to_string()),
        ("residents_source", told(basis.map(|own| own.source))),
        ("residents_year", told(basis.and_then(|own| own.year))),
        ("link", from.link.to_string()),
    ]
}

fn told<T: ToString>(value: Option<T>) -> String {
    value.map_or_else(String::new, |own| own.to_string())
}

fn yes_or_no(holds: bool) -> String {
    if holds { "yes" } else { "no" }.to_owned()
}
