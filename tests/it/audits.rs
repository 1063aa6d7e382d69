//! Audits from the spot to the public, at the real router and on both databases.

mod agreement;
mod desk;
mod life;
mod photos;
mod public;
mod resident;
mod versions;

use std::sync::{Arc, LazyLock};

use axum::body::Body;
use axum::http::{Method, Request, StatusCode, header};
use miteinander::barrier_free::catalogue::{KnownBy, Sort};
use miteinander::barrier_free::sheet::Answer;
use miteinander::barrier_free::{Catalogues, Sheet, Truth};
use miteinander::domain::audit::{Amount, Unit};
use serde_json::{Value, json};
use uuid::Uuid;

pub(crate) use resident::report;

use crate::fixture::place_id;
use crate::staff::{self, HOST, Office};

pub(super) const AUDITS: &str = "/api/staff/audits";

/// What a reading can be, coarse enough to be tried one by one.
fn answers(sort: &Sort) -> Vec<Answer> {
    match sort {
        Sort::Amount(unit) => {
            let step = if *unit == Unit::Ratio { 0.1 } else { 0.5 };
            let all = (0..2_000).map(|at| f64::from(at) * step);
            let all = all.filter_map(|value| Amount::new(value, *unit).ok());
            all.map(Answer::Amount).collect()
        }
        Sort::YesNo => vec![Answer::YesNo(false), Answer::YesNo(true)],
        Sort::Choice(choices) => {
            let ids = choices.iter().map(|own| own.id.as_str().into());
            ids.map(Answer::Choice).collect()
        }
    }
}

/// A sheet on which everything is met.
pub(crate) fn all_met() -> Value {
    static SHEET: LazyLock<Value> = LazyLock::new(sheet_of_all_met);
    SHEET.clone()
}

fn sheet_of_all_met() -> Value {
    let catalogues = Catalogues::shipped();
    let catalogue = Arc::clone(catalogues.iter().next().unwrap());
    let mut sheet = Sheet::empty(&catalogue);
    for condition in catalogue.conditions() {
        if matches!(condition.known_by, KnownBy::Asking) {
            let id = condition.id.as_str();
            sheet.set_condition(id, Some(true)).unwrap();
        }
    }
    for criterion in catalogue.criteria() {
        for test in &criterion.standard[0] {
            let reading = &criterion.readings[test.slot - criterion.slots.start];
            let (criterion, id) = (criterion.id.as_str(), reading.id.as_str());
            let fits = answers(&reading.sort).into_iter().any(|answer| {
                sheet.set(criterion, id, Some(&answer)).unwrap();
                sheet.holds(*test) == Truth::Yes
            });
            assert!(fits, "{criterion}.{id}");
        }
    }
    sheet.to_json()
}

/// A full audit of a place, by a pair, on the day the clock of these tests stands at.
pub(crate) fn audit(place: u128, sheet: &Value) -> Value {
    json!({
        "place": place_id(place), "depth": "full", "auditors": ["city", "expert_by_experience"],
        "audited_on": "2026-03-04", "sheet": sheet,
    })
}

/// The address of an audit with a number.
pub(super) fn address(number: u128) -> String {
    format!("{AUDITS}/{}", Uuid::from_u128(number))
}

/// An answer as it is compared: status, version, and what it says.
pub(crate) struct Told {
    pub(crate) status: StatusCode,
    pub(crate) version: String,
    pub(crate) json: Value,
}

impl Told {
    fn of(answer: &staff::Answer) -> Self {
        Self {
            status: answer.status,
            version: answer.header(header::ETAG).to_owned(),
            json: serde_json::from_str(&answer.text).unwrap_or_default(),
        }
    }

    /// What was refused, if it was.
    pub(crate) fn field(&self) -> &str {
        self.json["field"].as_str().unwrap_or_default()
    }
}

/// Somebody of the city at work.
pub(crate) struct Worker<'a> {
    pub(crate) office: &'a Office,
    pub(crate) cookies: String,
}

impl Worker<'_> {
    pub(crate) async fn send(
        &self,
        (method, address): (Method, &str),
        version: Option<&str>,
        body: &Value,
    ) -> Told {
        let mut request = Request::builder()
            .method(method)
            .uri(address)
            .header(header::HOST, HOST)
            .header("sec-fetch-site", "same-origin")
            .header(header::CONTENT_TYPE, "application/json")
            .header(header::COOKIE, &self.cookies);
        if let Some(version) = version {
            request = request.header(header::IF_MATCH, version);
        }
        let request = request.body(Body::from(body.to_string())).unwrap();
        Told::of(&self.office.send(request).await)
    }

    pub(crate) async fn put(&self, address: &str, version: Option<&str>, body: &Value) -> Told {
        self.send((Method::PUT, address), version, body).await
    }

    /// Takes an audit a step further from the version that it has.
    pub(crate) async fn step(&self, audit: &str, what: &str) -> Told {
        let version = self.get(audit).await.version;
        let body = json!({ "move": what });
        self.send(
            (Method::POST, &format!("{audit}/move")),
            Some(&version),
            &body,
        )
        .await
    }

    pub(crate) async fn post(&self, audit: &str, verb: &str, body: &Value) -> Told {
        let version = self.get(audit).await.version;
        self.send(
            (Method::POST, &format!("{audit}/{verb}")),
            Some(&version),
            body,
        )
        .await
    }

    pub(crate) async fn get(&self, address: &str) -> Told {
        Told::of(&self.office.get(address, &self.cookies).await)
    }

    /// Sends an audit and publishes it.
    pub(crate) async fn publish(&self, number: u128, body: &Value) {
        let own = address(number);
        let sent = self.put(&own, None, body).await;
        assert_eq!(sent.status, StatusCode::CREATED, "{}", sent.json);
        for what in ["complete", "publish"] {
            let done = self.step(&own, what).await;
            assert_eq!(done.status, StatusCode::OK, "{what}: {}", done.json);
        }
    }
}

/// What anybody is told.
pub(crate) async fn public(office: &Office, address: &str) -> Value {
    let answer = office.get(address, "").await;
    assert_eq!(answer.status, StatusCode::OK, "{address}: {}", answer.text);
    serde_json::from_str(&answer.text).unwrap()
}
