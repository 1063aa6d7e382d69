//! What would follow if places closed, opened, moved, or were open at other hours.

use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::State;
use axum::http::request::Parts;
use axum::response::Response;
use serde::{Deserialize, Serialize};

use super::Asked;
use super::work::worked_for_sender;
use crate::api::problem::Problem;
use crate::api::staff::json_of;
use crate::city::City;
use crate::coverage::Change;
use crate::domain::scenario::{PlannedChange, check_changes};
use crate::export::coverage::WhatIfReport;
use crate::export::geojson::json;
use crate::query::{AT, COVERAGE_PARAMS};

/// What would change, one after the other.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Sent {
    changes: Vec<PlannedChange>,
    /// Whether to say where people live beyond reach, before and after.
    #[serde(default)]
    gaps: bool,
}

/// The answer, and for a kept scenario whether the city has changed since.
#[derive(Serialize)]
struct Told {
    #[serde(flatten)]
    report: WhatIfReport,
    #[serde(skip_serializing_if = "Option::is_none")]
    made_for: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    data_changed: Option<bool>,
}

/// `POST /api/coverage/what-if`
pub async fn what_if(
    State(city): State<Arc<City>>,
    parts: Parts,
    body: Bytes,
) -> Result<Response, Problem> {
    let asked = Asked::read(&city, &parts.uri, &[COVERAGE_PARAMS, AT])?;
    let sent: Sent = json_of(&parts.headers, &body)?;
    check_changes(&sent.changes)?;
    consequence_of(asked, sent.changes, sent.gaps, None).await
}

/// What follows from some changes, worked out in its turn; `made_for` is the revision they were written for, if they are
/// kept.
pub async fn consequence_of(
    asked: Asked,
    planned: Vec<PlannedChange>,
    with_gaps: bool,
    made_for: Option<i64>,
) -> Result<Response, Problem> {
    let link = asked.link("/api/coverage");
    worked_for_sender(move || {
        let city = &*asked.snapshot;
        let changes: Vec<Change> = planned.iter().map(Change::from).collect();
        let coverage = city.coverage(asked.query.day(city, asked.now));
        let question = asked.query.question(city, asked.now);
        let scenario = coverage.scenario(&changes)?;
        let report = WhatIfReport::new(city, &coverage, &scenario, &question, with_gaps, &link);
        Ok(json(&Told {
            data_changed: made_for.map(|own| own != city.revision().0),
            made_for,
            report,
        }))
    })
    .await
}
