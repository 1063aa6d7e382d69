//! Who reaches a place to meet: the planner's questions for other programs. Nothing that is sent here is stored.

mod gaps;
mod history;
mod more_hours;
mod siting;
mod week;
mod what_if;
pub(super) mod work;

use std::sync::Arc;

use axum::extract::State;
use axum::http::{HeaderMap, Uri};
use axum::response::Response;

use crate::api::answer::{GEOJSON, JSON};
use crate::api::problem::Problem;
use crate::auth::Paths;
use crate::city::City;
use crate::domain::DistrictId;
use crate::export::coverage::{CoverageReport, coverage_csv, district_features};
use crate::export::geojson::json;
use crate::query::{AT, COVERAGE_PARAMS, CoverageQuery, Param, Params, Schema};
use crate::snapshot::Snapshot;
use work::{Task, worked};

pub(super) use history::HISTORY_PARAMS;
pub(super) use what_if::consequence_of;

/// Media type of CSV (RFC 4180).
pub(super) const CSV: &str = "text/csv; charset=utf-8";

/// Whose answer is asked for.
pub(super) const DISTRICT_PARAMS: &[Param] = &[Param::optional(
    "district",
    Schema::DistrictId,
    "Only this district; all of them if left out.",
)];

/// Adds the paths of coverage.
pub(super) fn add_paths(paths: Paths) -> Paths {
    paths
        .get("/api/coverage", report)
        .get("/api/coverage.csv", table)
        .get("/api/coverage.geojson", features)
        .get("/api/coverage/week", week::week)
        .get("/api/coverage/history", history::history)
        .get("/api/coverage/gaps", gaps::gaps)
        .get("/api/coverage/missing", gaps::missing)
        .post("/api/coverage/what-if", what_if::what_if)
        .post("/api/coverage/siting", siting::siting)
        .post("/api/coverage/siting/hours", more_hours::more_hours)
}

/// `GET /api/coverage`
async fn report(
    State(city): State<Arc<City>>,
    uri: Uri,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let write = |_: &Snapshot, report: &CoverageReport| json(report);
    answer(city, uri, headers, JSON, write).await
}

/// `GET /api/coverage.csv`
async fn table(
    State(city): State<Arc<City>>,
    uri: Uri,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let write = |_: &Snapshot, report: &CoverageReport| coverage_csv(report);
    answer(city, uri, headers, CSV, write).await
}

/// `GET /api/coverage.geojson`
async fn features(
    State(city): State<Arc<City>>,
    uri: Uri,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let write = |city: &Snapshot, report: &CoverageReport| json(&district_features(city, report));
    answer(city, uri, headers, GEOJSON, write).await
}

async fn answer(
    city: Arc<City>,
    uri: Uri,
    headers: HeaderMap,
    media_type: &'static str,
    write: fn(&Snapshot, &CoverageReport) -> Vec<u8>,
) -> Result<Response, Problem> {
    let asked = Asked::read(&city, &uri, &[COVERAGE_PARAMS, AT])?;
    let link = asked.link("/api/coverage");
    let task = Task {
        path_and_query: uri.to_string(),
        moment: Some(asked.query.moment(&asked.snapshot, asked.now)),
        media_type,
    };
    let snapshot = Arc::clone(&asked.snapshot);
    worked(&snapshot, task, &headers, move || {
        let city = &*asked.snapshot;
        let coverage = city.coverage(asked.query.day(city, asked.now));
        let question = asked.query.question(city, asked.now);
        Ok(write(
            city,
            &CoverageReport::new(city, &coverage, &question, &link),
        ))
    })
    .await
}

/// A question, and the city it is put to.
pub(super) struct Asked {
    pub(super) snapshot: Arc<Snapshot>,
    pub(super) now: chrono::DateTime<chrono::Utc>,
    pub(super) query: CoverageQuery,
    /// What the path takes besides.
    pub(super) params: Params,
}

impl Asked {
    /// Reads a question whose path takes `known`.
    pub(super) fn read(city: &City, uri: &Uri, known: &[&[Param]]) -> Result<Self, Problem> {
        let mut params = Params::parse(uri.query().unwrap_or_default(), known)?;
        Ok(Self {
            query: CoverageQuery::read(&mut params)?,
            params,
            snapshot: city.snapshot(),
            now: city.now(),
        })
    }

    /// The district that is asked about alone, if one is.
    pub(super) fn only_district(&mut self) -> Result<Option<DistrictId>, Problem> {
        let only = self.params.take::<DistrictId>("district")?;
        match only {
            Some(id) if self.snapshot.district(&id).is_none() => {
                Err(Problem::unknown_feature("districts", id.as_str()))
            }
            only => Ok(only),
        }
    }

    /// The path and query that ask the same again, of one district or of all.
    pub(super) fn link_of(&self, path: &str, only: Option<&DistrictId>) -> String {
        let link = self.link(path);
        only.map_or(link.clone(), |id| format!("{link}&district={id}"))
    }

    /// The path and query that ask the same again.
    pub(super) fn link(&self, path: &str) -> String {
        let query = self.query.spelled_out(&self.snapshot, self.now);
        format!("{path}?{query}")
    }
}
