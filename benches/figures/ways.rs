//! One more measurement of a way in a city that has many: what its next snapshot takes.

use std::collections::BTreeMap;
use std::path::Path;

use miteinander::domain::change::Edits;
use miteinander::domain::measured_way::{
    Evenness, MeasuredWay, MeasuredWayId, Pavement, WayReadings, WaySort,
};
use miteinander::domain::staff::Role;
use miteinander::domain::{CitySettings, Location};
use miteinander::import::osm::{Options, read};
use miteinander::snapshot::{CityData, Revision, Snapshot, Stretch};
use uuid::Uuid;

use crate::synthetic::Dice;
use crate::table::{Sample, Table};

const KNOWN: u128 = 1_000;

pub fn measure(table: &mut Table) {
    let (name, west, south, east, north) = ("kaiserslautern", 7.72, 49.42, 7.82, 49.455);
    let path =
        Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("../shared/data/osm/{name}.osm.pbf"));
    if !path.exists() {
        println!("skipped: no {name}.osm.pbf to measure on");
        return;
    }
    let city = city(
        &path,
        f64::midpoint(west, east),
        f64::midpoint(south, north),
    );
    let mut dice = Dice(3);
    let mut somewhere = |city: &Snapshot| loop {
        let spot =
            Location::from_lon_lat(dice.between(west, east), dice.between(south, north)).unwrap();
        if matches!(city.stretch_at(spot, WaySort::Path), Stretch::Edge(_)) {
            return spot;
        }
    };
    let all = (0..KNOWN).map(|number| one(number, somewhere(&city)));
    let with_all = after(&city, all.collect());
    let more: Vec<_> = (KNOWN..KNOWN + 200)
        .map(|number| one(number, somewhere(&city)))
        .collect();
    let sample = Sample::of(more, |own| after(&with_all, vec![own]));
    let edges = city.walks().network.as_ref().unwrap().edge_count();
    table.row(
        &format!("{name} ({edges} edges, {KNOWN} measured): the city after one more measurement"),
        &sample.to_string(),
        "<= 50 ms",
    );
}

fn city(path: &Path, lon: f64, lat: f64) -> Snapshot {
    Snapshot::build(CityData {
        revision: Revision(1),
        lineage: "bench".into(),
        settings: CitySettings::from_toml(&format!(
            "id = \"teststadt\"\nname = \"Teststadt\"\ntimezone = \"Europe/Berlin\"\ncenter = [{lon:?}, {lat:?}]\n"
        ))
        .unwrap(),
        districts: Vec::new(),
        quarters: Vec::new(),
        surveys: Vec::new(),
        audits: Vec::new(),
        criteria: Vec::new(),
        releases: Vec::new(),
        measured_ways: Vec::new(),
        help_lines: Vec::new(),
        focus_areas: Vec::new(),
        places: Vec::new(),
        events: Vec::new(),
        map_revision: Some(Revision(1)),
        map: Some(read(path, &Options::default()).unwrap().map),
        residents_revision: None,
        residents: None,
    })
}

fn one(number: u128, location: Location) -> MeasuredWay {
    MeasuredWay {
        id: MeasuredWayId(Uuid::from_u128(number)),
        location,
        sort: WaySort::Path,
        readings: WayReadings {
            kerb_mm: Some(20),
            surface: Some(Pavement::Smooth),
            smoothness: Some(Evenness::Good),
            width_cm: Some(180),
            incline_per_mille: Some(20),
            ..WayReadings::default()
        },
        is_estimated: false,
        measured_on: "2026-03-04".parse().unwrap(),
        by: Role::Auditor,
    }
}

fn after(city: &Snapshot, all: Vec<MeasuredWay>) -> Snapshot {
    let fates = all.into_iter().map(|own| (own.id, Some(own)));
    let edits = Edits {
        measured_ways: fates.collect::<BTreeMap<_, _>>(),
        ..Edits::default()
    };
    city.after(edits, Revision(2)).unwrap()
}
