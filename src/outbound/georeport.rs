//! Passing a defect on to the city's own reporter of defects, in the terms of Open311 (`GeoReport` v2, `POST requests.json`).
//!
//! Nothing of it is kept here, neither what was passed on nor the number it got there.

use std::time::Duration;

use axum::http::{Method, Request, StatusCode, header};

use super::{Outbound, Patience, Reach, url};
use crate::domain::defect_service::DefectService;

/// Who waits before the page waits no longer than this.
const PATIENCE: Patience = Patience {
    whole: Duration::from_secs(10),
    most_bytes: 16 << 10,
};

/// Passes defects on.
#[derive(Clone)]
pub struct GeoReport {
    outbound: Outbound,
    /// What the other server knows this one by; many want none.
    key: Option<String>,
}

/// What is passed on, and nothing besides.
#[derive(Clone, Copy, Debug)]
pub struct Defect<'a> {
    /// The code of what it is.
    pub service: &'a str,
    /// Where it is, in words.
    pub place: &'a str,
    /// What is the matter.
    pub description: &'a str,
}

/// Why a defect was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotTaken {
    /// The other server refuses what was said.
    #[error("the reporter of defects does not accept it")]
    Refused,
    /// It cannot be reached or fails.
    #[error("the reporter of defects does not answer")]
    Silent,
}

impl GeoReport {
    /// Asks through `outbound`, known by a key where the other server wants one.
    #[must_use]
    pub fn new(outbound: Outbound, key: Option<String>) -> Self {
        Self { outbound, key }
    }

    /// Passes one defect on. The address is the operator's own, in `city.toml`, so it may be one of the house.
    ///
    /// # Errors
    /// Why it was not taken.
    pub async fn pass_on(&self, there: &DefectService, defect: Defect<'_>) -> Result<(), NotTaken> {
        let address = format!("{}/requests.json", there.url.trim_end_matches('/'));
        let address = url("safety.open311", &address).map_err(|invalid| silent(&invalid))?;
        let request = Request::builder()
            .method(Method::POST)
            .uri(address.as_str())
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header(header::ACCEPT, "application/json")
            .body(self.form(there, defect).into_bytes())
            .map_err(|error| silent(&error))?;
        let answer = self.outbound.ask(request, Reach::Any, PATIENCE).await;
        match answer.map_err(|error| silent(&error))?.head.status {
            status if status.is_success() => Ok(()),
            StatusCode::TOO_MANY_REQUESTS | StatusCode::REQUEST_TIMEOUT => Err(NotTaken::Silent),
            status if status.is_client_error() => {
                tracing::warn!(%status, "the reporter of defects refuses what is passed on");
                Err(NotTaken::Refused)
            }
            status => Err(silent(&status)),
        }
    }

    fn form(&self, there: &DefectService, defect: Defect<'_>) -> String {
        let mut form = form_urlencoded::Serializer::new(String::new());
        form.append_pair("service_code", defect.service)
            .append_pair("address_string", defect.place)
            .append_pair("description", defect.description);
        if let Some(jurisdiction) = &there.jurisdiction_id {
            form.append_pair("jurisdiction_id", jurisdiction);
        }
        if let Some(key) = &self.key {
            form.append_pair("api_key", key);
        }
        form.finish()
    }
}

/// Says in the log that the other server fails, and nothing of what was to be passed on.
fn silent(why: &dyn std::fmt::Display) -> NotTaken {
    tracing::warn!(%why, "the reporter of defects does not answer");
    NotTaken::Silent
}
