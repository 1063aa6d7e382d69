//! Who is beyond reach, and which facts would prove that they are not.

use std::sync::Arc;

use axum::extract::State;
use axum::http::{HeaderMap, Uri};
use axum::response::Response;

use super::work::{Task, worked};
use super::{Asked, DISTRICT_PARAMS};
use crate::api::answer::{GEOJSON, JSON};
use crate::api::problem::Problem;
use crate::city::City;
use crate::domain::Invalid;
use crate::export::coverage::{MissingReport, gap_features};
use crate::export::geojson::json;
use crate::query::{AT, COVERAGE_PARAMS};

/// So many ways are named.
const MOST_WAYS: usize = 10;

/// `GET /api/coverage/gaps`
pub async fn gaps(
    State(city): State<Arc<City>>,
    uri: Uri,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let asked = Asked::read(&city, &uri, &[COVERAGE_PARAMS, AT])?;
    let link = asked.link("/api/coverage/gaps");
    let task = task(&asked, &uri, GEOJSON);
    let snapshot = Arc::clone(&asked.snapshot);
    worked(&snapshot, task, &headers, move || {
        let city = &*asked.snapshot;
        let coverage = city.coverage(asked.query.day(city, asked.now));
        let question = asked.query.question(city, asked.now);
        let found = coverage.gaps(&question);
        Ok(json(&gap_features(
            city, &coverage, &question, &found, &link,
        )))
    })
    .await
}

/// `GET /api/coverage/missing`
pub async fn missing(
    State(city): State<Arc<City>>,
    uri: Uri,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let mut asked = Asked::read(&city, &uri, &[COVERAGE_PARAMS, AT, DISTRICT_PARAMS])?;
    let only = asked.only_district()?;
    let question = asked.query.question(&asked.snapshot, asked.now);
    if question.profile.wheels().is_none() {
        let rule = "must be wheelchair or walker here: the others pass on every way";
        return Err(Invalid::new("profile", rule).into());
    }
    let link = asked.link_of("/api/coverage/missing", only.as_ref());
    let task = task(&asked, &uri, JSON);
    let snapshot = Arc::clone(&asked.snapshot);
    worked(&snapshot, task, &headers, move || {
        let city = &*asked.snapshot;
        let coverage = city.coverage(asked.query.day(city, asked.now));
        Ok(json(&MissingReport::new(
            city,
            &coverage,
            &question,
            only.as_ref(),
            MOST_WAYS,
            &link,
        )))
    })
    .await
}

fn task(asked: &Asked, uri: &Uri, media_type: &'static str) -> Task {
    Task {
        path_and_query: uri.to_string(),
        moment: Some(asked.query.moment(&asked.snapshot, asked.now)),
        media_type,
    }
}
