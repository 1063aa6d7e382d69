//! Measures of all places by rank, what would follow from carrying them out, and where somebody has to look again.

use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::State;
use axum::http::HeaderValue;
use axum::http::header::CONTENT_TYPE;
use axum::http::request::Parts;
use axum::response::Response;
use serde::Deserialize;

use super::{json_of, nothing_asked};
use crate::api::coverage::CSV;
use crate::api::coverage::work::{worked_for_sender, worked_long_for_sender};
use crate::api::problem::Problem;
use crate::city::City;
use crate::domain::audit::MeasureFilter;
use crate::domain::audit::measure::{CostClass, Progress};
use crate::domain::{Invalid, Need};
use crate::export::barrier_free::{
    DueReport, MeasuresReport, PROGRESS, RetrofitReport, due_csv, measures_csv,
};
use crate::export::geojson::json;
use crate::query::{MEASURE_PARAMS, Params, measure_filter, measure_query};
use crate::snapshot::Snapshot;

/// `GET /api/staff/measures`
pub(in crate::api) async fn list(
    State(city): State<Arc<City>>,
    parts: Parts,
) -> Result<Response, Problem> {
    ranked(&city, &parts, json).await
}

/// `GET /api/staff/measures.csv`
pub(in crate::api) async fn table(
    State(city): State<Arc<City>>,
    parts: Parts,
) -> Result<Response, Problem> {
    ranked(&city, &parts, measures_csv).await.map(as_csv)
}

async fn ranked(
    city: &City,
    parts: &Parts,
    write: fn(&MeasuresReport) -> Vec<u8>,
) -> Result<Response, Problem> {
    let query = parts.uri.query().unwrap_or_default();
    let filter = measure_filter(&mut Params::parse(query, &[MEASURE_PARAMS])?)?;
    let snapshot = city.snapshot();
    check_districts(&snapshot, &filter)?;
    let measures = city.store().all_measures().await?;
    let today = snapshot.date_at(city.now());
    worked_long_for_sender(move || {
        let coverage = snapshot.coverage(today);
        let link = format!("/api/staff/measures?{}", measure_query(&filter));
        let report = MeasuresReport::new(&snapshot, &coverage, &measures, &filter, &link);
        Ok(write(&report))
    })
    .await
}

/// Which measures shall be carried out; what is left out is no limit.
#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Sent {
    districts: Vec<String>,
    needs: Vec<Need>,
    cost_classes: Vec<CostClass>,
    statuses: Vec<Progress>,
}

impl Sent {
    fn filter(self) -> Result<MeasureFilter, Invalid> {
        let districts = self.districts.iter().map(|id| id.parse());
        let districts = districts.collect::<Result<Vec<_>, Invalid>>();
        Ok(MeasureFilter {
            districts: districts.map_err(|own| Invalid::new("districts", own.reason))?,
            needs: self.needs,
            cost_classes: self.cost_classes,
            statuses: self.statuses,
        })
    }
}

/// `POST /api/staff/retrofit`: what would follow if all measures of a sort were carried out. Nothing is stored.
pub(in crate::api) async fn retrofit(
    State(city): State<Arc<City>>,
    parts: Parts,
    body: Bytes,
) -> Result<Response, Problem> {
    nothing_asked(&parts)?;
    let filter = json_of::<Sent>(&parts.headers, &body)?.filter()?;
    let snapshot = city.snapshot();
    check_districts(&snapshot, &filter)?;
    let courses = city.audit_courses(&snapshot).await?;
    let measures = city.store().all_measures().await?;
    let today = snapshot.date_at(city.now());
    worked_for_sender(move || {
        let coverage = snapshot.coverage(today);
        let report =
            RetrofitReport::new(&snapshot, &coverage, &courses, &measures, &filter, PROGRESS);
        Ok(json(&report))
    })
    .await
}

/// A district that is not there would make an empty list look like a good one.
fn check_districts(snapshot: &Snapshot, filter: &MeasureFilter) -> Result<(), Problem> {
    let mut districts = filter.districts.iter();
    match districts.find(|id| snapshot.district(id).is_none()) {
        Some(id) => Err(Problem::unknown_feature("districts", id.as_str())),
        None => Ok(()),
    }
}

/// `GET /api/staff/re-audits`
pub(in crate::api) async fn due(
    State(city): State<Arc<City>>,
    parts: Parts,
) -> Result<Response, Problem> {
    due_written(&city, &parts, json).await
}

/// `GET /api/staff/re-audits.csv`
pub(in crate::api) async fn due_table(
    State(city): State<Arc<City>>,
    parts: Parts,
) -> Result<Response, Problem> {
    due_written(&city, &parts, due_csv).await.map(as_csv)
}

async fn due_written(
    city: &City,
    parts: &Parts,
    write: fn(&DueReport) -> Vec<u8>,
) -> Result<Response, Problem> {
    nothing_asked(parts)?;
    let snapshot = city.snapshot();
    let measures = city.store().all_measures().await?;
    let today = snapshot.date_at(city.now());
    worked_for_sender(move || {
        let link = "/api/staff/re-audits";
        let report = DueReport::new(&snapshot, &measures, today, link);
        Ok(write(&report))
    })
    .await
}

fn as_csv(mut answer: Response) -> Response {
    let kind = HeaderValue::from_static(CSV);
    answer.headers_mut().insert(CONTENT_TYPE, kind);
    answer
}
