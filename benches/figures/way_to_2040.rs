//! How far a city of a thousand audited places is, and its measures by rank: on the ways of a real city.

use std::path::Path;

use chrono::NaiveDate;
use miteinander::barrier_free::course::{Courses, Found, Shown};
use miteinander::domain::audit::life::AuditRevision;
use miteinander::domain::audit::measure::{
    Aims, CostClass, KeptMeasure, Measure, MeasureId, PlacedMeasure, Status,
};
use miteinander::domain::audit::{AuditId, Depth, MeasureFilter, PublishedAudit, Source};
use miteinander::domain::place::OperatorType;
use miteinander::domain::staff::Role;
use miteinander::domain::{Place, PlaceId, Shape};
use miteinander::export::barrier_free::{MeasuresReport, ProgressReport};
use uuid::Uuid;

use crate::barrier_free::{catalogue, sheet};
use crate::coverage::{KAISERSLAUTERN, city_with, somewhere};
use crate::synthetic::Dice;
use crate::table::{Sample, Table};

const AUDITED: usize = 1_000;

pub fn measure(table: &mut Table) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(KAISERSLAUTERN);
    if !path.exists() {
        println!("skipped: no kaiserslautern.osm.pbf to tell the way to 2040 of");
        return;
    }
    let day: NaiveDate = "2026-11-27".parse().unwrap();
    let city = city_with(&path, |places| {
        fill(places);
        for own in places.iter_mut() {
            own.facts.operator_type = Some(OperatorType::Municipal);
        }
        audits(places)
    });
    let coverage = city.coverage(day);
    let shown = || {
        let audits = city.audits(None).map(|(_, own)| Shown {
            audit: own.audit().clone(),
            withdrawn_on: None,
        });
        audits.collect::<Vec<_>>()
    };
    let found = |audit: &PublishedAudit| {
        let located = city.place(audit.place).unwrap();
        Found::of(located.audited().unwrap().ratings())
    };
    let courses = Courses::of(shown(), found);
    let told = Sample::of(0..20, |_| {
        ProgressReport::new(&city, &coverage, &courses, "/api/barrier-free").city
    });
    let count = city.audits(None).count();
    table.row(
        &format!("the way to 2040 of {count} audited places, with what keeps them from it"),
        &told.to_string(),
        "",
    );
    let measures: Vec<_> = city
        .audits(None)
        .map(|(_, own)| proposed(own.audit()))
        .collect();
    let filter = MeasureFilter::default();
    // Who lives around a place is looked for once a day and revision.
    let ranked = Sample::of(0..1, |_| {
        MeasuresReport::new(&city, &coverage, &measures, &filter, "")
            .ranked
            .len()
    });
    table.row(
        &format!("{count} measures by residents for their cost"),
        &ranked.to_string(),
        "",
    );
}

/// As many places as are audited: those there are, and the same again elsewhere.
fn fill(places: &mut Vec<Place>) {
    let mut dice = Dice(3);
    let known = places.clone();
    let more = known.iter().cycle().zip(0_u128..);
    let more = more.map(|(own, number)| Place {
        id: PlaceId(Uuid::from_u128(u128::from(u64::MAX) + number)),
        shape: Shape::Point(somewhere(&mut dice)),
        ..own.clone()
    });
    let missing = AUDITED.saturating_sub(known.len());
    places.extend(more.take(missing));
    places.truncate(AUDITED);
}

/// Every place was looked at as a whole, some time in the last years.
fn audits(places: &[Place]) -> Vec<PublishedAudit> {
    let catalogue = catalogue();
    let mut dice = Dice(5);
    let audits = places.iter().map(|place| {
        let day = NaiveDate::from_ymd_opt(2020 + i32::try_from(dice.below(6)).unwrap(), 5, 1);
        PublishedAudit {
            id: AuditId(place.id.0),
            revision: AuditRevision::FIRST,
            place: place.id,
            criteria: catalogue.version.clone(),
            depth: Depth::Full,
            source: Source::Audit,
            auditors: Vec::new(),
            audited_on: day.unwrap(),
            change_reports: 0,
            published_on: day.unwrap(),
            sheet: sheet(&mut dice, &catalogue).to_json(),
        }
    });
    audits.collect()
}

/// Everything about the entrance.
fn proposed(audit: &PublishedAudit) -> PlacedMeasure {
    let aims = ["C01", "C14", "C15", "C18", "C25", "C26"].map(|id| id.parse().unwrap());
    PlacedMeasure {
        is_withdrawn: false,
        place: audit.place,
        kept: KeptMeasure {
            audit: audit.id,
            measure: Measure {
                id: MeasureId(Uuid::from_u128(audit.id.0.as_u128())),
                criteria: Aims::new(aims).unwrap(),
                description: "Eingang umbauen".parse().unwrap(),
                cost_class: Some(CostClass::B),
                owner: None,
                target_year: None,
                status: Status::PROPOSED,
            },
            by: Role::Auditor,
            at: chrono::DateTime::UNIX_EPOCH,
            version: 1,
        },
    }
}
