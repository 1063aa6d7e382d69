//! Somebody of the city: every combination of filters, the day before and after, and everything that a role may read.

use std::collections::BTreeSet;
use std::sync::Arc;

use axum::http::StatusCode;
use chrono::NaiveDate;
use miteinander::auth::access::TABLE;
use miteinander::domain::report::{
    Area, Band, Category, DayType, Factors, IsoWeek, Report, ReportSource,
};
use miteinander::domain::staff::Role;
use miteinander::reports::{Counts, Reports};
use miteinander::safety::Group;
use serde_json::Value;
use sqlx::Row;

use super::held;
use crate::fixture::{Database, Kept};
use crate::random::Dice;
use crate::safety::{HERE, Slot};
use crate::staff::Office;

pub(super) const FILTERS: &str = "| an insider asks for every combination of filters, before and after one report (A17) | 300 | 0 | 50 % | rows of one table, no byte differs | see above |";
pub(super) const EXPORT: &str = "| an insider of any role reads every path: is there a report, or an id of one (A18)? | 1000 | 0 | 0 | none | - |";

/// Reports of the weeks that staff look at together, most of them in small cells.
async fn told(slot: &Slot, count: u32) {
    let mut dice = Dice(21);
    let newest = IsoWeek::of(NaiveDate::from_ymd_opt(2026, 2, 4).unwrap());
    let (intake, task) = slot.reports.intake();
    for _ in 0..count {
        let report = Report {
            area: Area::Cell(HERE.parse().unwrap()),
            category: dice.pick(Category::ALL),
            band: dice.pick(Band::ALL),
            day: dice.pick(DayType::ALL),
            week: newest.back(dice.below(8)),
            factors: Factors::default(),
            wish: None,
            avoids: None,
            source: ReportSource::Web,
        };
        intake.put(report).await.unwrap();
    }
    drop(intake);
    task.await.unwrap();
}

/// What would stand in a report that is told as it is kept.
const ROW: [&str; 3] = ["\"avoids\":", "\"iso_week\":\"", "\"cell_500\":\"CRS"];

fn combinations() -> Vec<String> {
    let mut all = vec![String::new()];
    let filters: [(&str, Vec<&str>); 4] = [
        ("district", vec!["west", "ost"]),
        ("band", Band::ALL.iter().map(|own| own.as_str()).collect()),
        (
            "daytype",
            DayType::ALL.iter().map(|own| own.as_str()).collect(),
        ),
        ("group", Group::ALL.iter().map(|own| own.as_str()).collect()),
    ];
    for (name, values) in filters {
        let with = all.iter().flat_map(|own| {
            values
                .iter()
                .map(move |value| format!("{own}&{name}={value}"))
        });
        let with: Vec<_> = with.collect();
        all.extend(with);
    }
    all
}

fn rows(text: &str) -> BTreeSet<String> {
    let told: Value = serde_json::from_str(text).unwrap();
    told["rows"]
        .as_array()
        .unwrap()
        .iter()
        .map(ToString::to_string)
        .collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_combination_of_filters_counts_anew_and_a_new_report_changes_none() {
    let kept = Kept::new(Database::Sqlite).await.unwrap();
    let slot = Slot::open(&kept).await;
    told(&slot, 160).await;
    let office = Office::around(Arc::clone(&slot.city)).with(Counts::new(slot.reports.clone()));
    let cookies = office.cookies(&[Role::Patrol]).await;
    let ask = async |filter: &str| {
        let address = format!("/api/staff/safety/counts?purpose=presence{filter}");
        let answer = office.get(&address, &cookies).await;
        assert_eq!(answer.status, StatusCode::OK);
        answer.text
    };
    let whole = rows(&ask("").await);
    assert!(whole.len() > 3, "there is something to see");
    let (combinations, mut before) = (combinations(), Vec::new());
    for filter in &combinations {
        before.push(ask(filter).await);
    }
    let counted_anew = before
        .iter()
        .filter(|text| !rows(text).is_subset(&whole))
        .count();
    assert_eq!(
        slot.report(&crate::safety::dark(&serde_json::json!({})))
            .await
            .0,
        StatusCode::NO_CONTENT
    );
    let mut differ = 0;
    for (filter, before) in combinations.iter().zip(&before) {
        differ += usize::from(ask(filter).await != *before);
    }
    held(FILTERS, combinations.len(), counted_anew + differ);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_role_reads_a_report_anywhere() {
    let kept = Kept::new(Database::Sqlite).await.unwrap();
    let slot = Slot::open(&kept).await;
    told(&slot, 40).await;
    let Reports::Sqlite(pool) = &slot.reports else {
        panic!("a file")
    };
    let found = sqlx::query("select id from report")
        .fetch_all(pool)
        .await
        .unwrap();
    let ids: Vec<String> = found.iter().map(|row| row.get(0)).collect();
    let office = Office::around(Arc::clone(&slot.city)).with(Counts::new(slot.reports.clone()));
    let (mut tries, mut found) = (0, 0);
    for role in Role::ALL {
        let cookies = office.cookies(&[*role]).await;
        let paths = TABLE.iter().filter(|(method, ..)| *method == "GET");
        for (_, path, _) in paths {
            let path = path.replace("{id}", &ids[0]).replace(['{', '}'], "");
            for asked in [path.clone(), format!("{path}?purpose=council")] {
                let answer = office.get(&asked, &cookies).await;
                assert_ne!(answer.status, StatusCode::INTERNAL_SERVER_ERROR, "{asked}");
                // What was asked with is said back.
                let mut others = ids.iter().filter(|id| !asked.contains(id.as_str()));
                let has_id = others.any(|id| answer.text.contains(id.as_str()));
                let has_row = ROW.iter().any(|part| answer.text.contains(part));
                let is_document = asked.contains("openapi");
                tries += 1;
                found += usize::from(has_id || (has_row && !is_document));
            }
        }
    }
    assert!(tries >= 1000, "{tries}");
    held(EXPORT, 1000, found);
}
