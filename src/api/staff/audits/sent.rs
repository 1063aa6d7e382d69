//! An audit as the phone of an auditor sends it.

use axum::http::request::Parts;
use chrono::NaiveDate;
use serde::Deserialize;
use serde_json::Value;

use crate::api::problem::Problem;
use crate::api::staff::json_of;
use crate::city::SentAudit;
use crate::domain::audit::{Auditor, Depth, Source};
use crate::domain::{Invalid, PlaceId};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Body {
    place: String,
    #[serde(default)]
    criteria: Option<String>,
    depth: Depth,
    #[serde(default)]
    source: Option<Source>,
    #[serde(default)]
    auditors: Vec<Auditor>,
    #[serde(default)]
    planned_on: Option<String>,
    #[serde(default)]
    audited_on: Option<String>,
    #[serde(default)]
    sheet: Value,
}

/// The audit in the body of a request.
///
/// # Errors
/// Names the member that breaks a rule.
pub(super) fn read(parts: &Parts, body: &[u8]) -> Result<SentAudit, Problem> {
    let body: Body = json_of(&parts.headers, body)?;
    let place = body.place.parse::<PlaceId>();
    Ok(SentAudit {
        place: place.map_err(|invalid| Invalid::new("place", invalid.reason))?,
        criteria: body.criteria,
        depth: body.depth,
        source: body.source.unwrap_or(Source::Audit),
        auditors: body.auditors,
        planned_on: day("planned_on", body.planned_on)?,
        audited_on: day("audited_on", body.audited_on)?,
        // Nothing was read off yet.
        sheet: match body.sheet {
            Value::Null => Value::Object(serde_json::Map::new()),
            sheet => sheet,
        },
    })
}

fn day(field: &'static str, text: Option<String>) -> Result<Option<NaiveDate>, Invalid> {
    let read = |text: String| {
        let day = text.parse::<NaiveDate>().ok();
        let day = day.filter(|_| text.len() == 10);
        day.ok_or_else(|| Invalid::new(field, "must be a date such as 2026-01-31"))
    };
    text.map(read).transpose()
}
