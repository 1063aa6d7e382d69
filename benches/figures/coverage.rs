//! Questions of planners to a real city: who reaches what, and what if.

use std::path::Path;

use miteinander::coverage::Change;
use miteinander::domain::audit::PublishedAudit;
use miteinander::domain::grid::GridCell;
use miteinander::domain::residents::Inhabited;
use miteinander::domain::{CitySettings, Class, Location, Place, PlaceId};
use miteinander::import::osm::{Options, read};
use miteinander::snapshot::{CityData, CoverageQuestion, PlaceFilter, Revision, Snapshot};
use miteinander::walk::Profile;

use crate::synthetic::Dice;
use crate::table::{Sample, Table};

/// A real city, from this folder.
pub const KAISERSLAUTERN: &str = "../shared/data/osm/kaiserslautern.osm.pbf";

/// Inhabited squares of a city of 100,000 people, where it is settled as densely as cities are.
const SQUARES: u32 = 3_000;

pub fn measure(table: &mut Table) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(KAISERSLAUTERN);
    if !path.exists() {
        println!("skipped: no kaiserslautern.osm.pbf to ask planners' questions about");
        return;
    }
    let city = city_with(&path, |_| Vec::new());
    let day = "2026-11-27".parse().unwrap();
    let first = Sample::of(0..1, |_| city.coverage(day).levels().districts.len());
    table.row(
        &format!(
            "the first table of levels after a write: {} places, {SQUARES} inhabited squares",
            city.places().len()
        ),
        &first.to_string(),
        "<= 150 ms",
    );
    let coverage = city.coverage(day);
    let mut dice = Dice(11);
    let questions: Vec<CoverageQuestion> = (0..200).map(|_| question(&mut dice)).collect();
    let asked = Sample::of(&questions, |own| coverage.reach(own).covered);
    table.row(
        "coverage for 100,000 residents, uncached",
        &asked.to_string(),
        "p99 <= 20 ms",
    );
    let ids: Vec<_> = city.places().map(|own| own.place.id).collect();
    let question = question(&mut dice);
    let moved = Sample::of(0..200, |_| {
        let id = ids[dice.below(u32::try_from(ids.len()).unwrap()) as usize];
        let to = somewhere(&mut dice);
        let scenario = coverage.scenario(&[Change::Move(id, to)]).unwrap();
        coverage.what_if(&scenario, &question)
    });
    table.row("what-if: move one place", &moved.to_string(), "<= 16 ms");
    let week = Sample::of(0..5, |_| coverage.week(&question));
    table.row(
        "what is open within reach, 7 x 24 hours",
        &week.to_string(),
        "",
    );
}

/// Everything within reach, rooms or places outdoors, by anybody.
fn question(dice: &mut Dice) -> CoverageQuestion {
    let class = [None, Some(Class::Room), Some(Class::Outdoor)][dice.below(3) as usize];
    CoverageQuestion {
        profile: Profile::ALL[dice.below(5) as usize],
        minutes: 5 + dice.below(11),
        filter: PlaceFilter {
            class,
            ..PlaceFilter::default()
        },
        only_counted: false,
    }
}

pub fn somewhere(dice: &mut Dice) -> Location {
    Location::from_lon_lat(dice.between(7.72, 7.82), dice.between(49.42, 49.455)).unwrap()
}

/// The city of an extract; `audited` may change its places, and says what was published of them.
pub fn city_with(
    path: &Path,
    audited: impl FnOnce(&mut Vec<Place>) -> Vec<PublishedAudit>,
) -> Snapshot {
    let read = read(path, &Options::default()).unwrap();
    let districts = read.districts(None).districts;
    let ids = (1..).map(|number| PlaceId(uuid::Uuid::from_u128(number)));
    let objects = read.objects.iter().zip(ids);
    let mut places = objects.map(|(own, id)| own.place(|_| id)).collect();
    let audits = audited(&mut places);
    let city = Snapshot::build(CityData {
        revision: Revision(1),
        lineage: "bench".into(),
        settings: CitySettings::named("Kaiserslautern").unwrap(),
        districts,
        quarters: Vec::new(),
        surveys: Vec::new(),
        audits,
        criteria: Vec::new(),
        releases: Vec::new(),
        measured_ways: Vec::new(),
        help_lines: Vec::new(),
        focus_areas: Vec::new(),
        places,
        events: Vec::new(),
        map_revision: Some(Revision(1)),
        map: Some(read.map),
        residents_revision: None,
        residents: None,
    });
    let mut dice = Dice(7);
    let squares = (0..SQUARES).map(|row| {
        let location = somewhere(&mut dice);
        let district = city.district_at(location).map(|own| own.id.clone());
        let slot = district.and_then(|id| city.districts().iter().position(|own| own.id == id));
        Inhabited {
            cell: GridCell { row, column: 0 },
            location,
            district: slot.and_then(|slot| u16::try_from(slot).ok()),
            milli_persons: 100_000_000 / SQUARES,
        }
    });
    let squares = squares.collect();
    city.with_inhabited(squares)
}
