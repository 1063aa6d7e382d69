//! Which further hours of which places would reach most people.

use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::State;
use axum::http::request::Parts;
use axum::response::Response;
use serde::Deserialize;

use super::Asked;
use super::work::worked_long_for_sender;
use crate::api::problem::Problem;
use crate::api::staff::json_of;
use crate::city::City;
use crate::coverage::HOURS;
use crate::domain::Invalid;
use crate::export::coverage::HoursReport;
use crate::export::geojson::json;
use crate::query::COVERAGE_PARAMS;

/// So many hours are chosen at most.
const MOST_CHOSEN: usize = 10;

/// So many hours of the week are chosen from at most.
const MOST_HOURS: usize = 40;

/// Of so many places at most.
const MOST_PLACES: usize = 200;

/// What is sent: how many hours, of which of the week.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Sent {
    p: usize,
    hours: Vec<u16>,
}

impl Sent {
    fn check(&mut self) -> Result<(), Invalid> {
        if !(1..=MOST_CHOSEN).contains(&self.p) {
            let rule = format!("must be a whole number from 1 to {MOST_CHOSEN}");
            return Err(Invalid::new("p", rule));
        }
        self.hours.sort_unstable();
        self.hours.dedup();
        let are_hours = self.hours.iter().all(|own| usize::from(*own) < HOURS);
        if !are_hours || !(1..=MOST_HOURS).contains(&self.hours.len()) {
            let rule = format!("must be 1 to {MOST_HOURS} hours of the week from 0 to 167");
            return Err(Invalid::new("hours", rule));
        }
        Ok(())
    }
}

/// `POST /api/coverage/siting/hours`
pub async fn more_hours(
    State(city): State<Arc<City>>,
    parts: Parts,
    body: Bytes,
) -> Result<Response, Problem> {
    let asked = Asked::read(&city, &parts.uri, &[COVERAGE_PARAMS])?;
    let mut sent: Sent = json_of(&parts.headers, &body)?;
    sent.check()?;
    let link = asked.link("/api/coverage/week");
    worked_long_for_sender(move || {
        let city = &*asked.snapshot;
        let coverage = city.coverage(asked.query.day(city, asked.now));
        let question = asked.query.question(city, asked.now);
        if coverage.place_count(&question) > MOST_PLACES {
            let rule = format!("must narrow the question to at most {MOST_PLACES} places");
            return Err(Invalid::new("kind", rule).into());
        }
        let found = coverage.more_hours(&question, &sent.hours, sent.p);
        let rule = "must be fewer, or the question narrower: too many residents are within reach";
        let found = found.ok_or_else(|| Invalid::new("hours", rule))?;
        Ok(json(&HoursReport::new(
            city, &coverage, &question, &found, &link,
        )))
    })
    .await
}
