//! What shall be done about barriers, for programs of the city.

use std::sync::Arc;

use axum::Extension;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::http::request::Parts;
use axum::response::{IntoResponse, Response};
use serde::Deserialize;

use super::{known, problem, seen, tagged};
use crate::api::problem::Problem;
use crate::api::staff::{json_of, nothing_asked};
use crate::city::City;
use crate::domain::Invalid;
use crate::domain::audit::CriterionId;
use crate::domain::audit::measure::{
    Aims, CostClass, Measure, MeasureId, Progress, Status, TargetYear,
};
use crate::domain::staff::Actor;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Body {
    criteria: Vec<String>,
    description: String,
    #[serde(default)]
    cost_class: Option<CostClass>,
    #[serde(default)]
    owner: Option<String>,
    #[serde(default)]
    target_year: Option<u16>,
    #[serde(default)]
    status: Option<Progress>,
    #[serde(default)]
    reason: Option<String>,
}

impl Body {
    fn measure(self, id: MeasureId) -> Result<Measure, Invalid> {
        let named = |field: &'static str| move |own: Invalid| Invalid::new(field, own.reason);
        let criteria = self.criteria.iter().map(|text| text.parse::<CriterionId>());
        let criteria = criteria.collect::<Result<Vec<_>, _>>();
        let reason = self.reason.map(|text| text.parse()).transpose();
        let status = self.status.unwrap_or(Progress::Proposed);
        let owner = self.owner.map(|text| text.parse()).transpose();
        Ok(Measure {
            id,
            criteria: Aims::new(criteria.map_err(named("criteria"))?)?,
            description: self.description.parse().map_err(named("description"))?,
            cost_class: self.cost_class,
            owner: owner.map_err(named("owner"))?,
            target_year: self.target_year.map(TargetYear::new).transpose()?,
            status: Status::new(status, reason.map_err(named("reason"))?)?,
        })
    }
}

/// `PUT /api/staff/audits/{id}/measures/{measure}`: a new measure, or in place of the version that `If-Match` names.
pub(in crate::api) async fn put(
    State(city): State<Arc<City>>,
    Extension(actor): Extension<Actor>,
    Path((id, measure)): Path<(String, String)>,
    parts: Parts,
    body: Bytes,
) -> Result<Response, Problem> {
    nothing_asked(&parts)?;
    let id = known(&id)?;
    let measure = measure.parse::<MeasureId>()?;
    let body: Body = json_of(&parts.headers, &body)?;
    let sent = body.measure(measure)?;
    let saved = city.save_measure(actor, (id, seen(&parts)?), sent).await;
    let (kept, is_new) = saved.map_err(|why| problem(why, id))?;
    let mut answer = tagged(kept.version, axum::Json(&kept).into_response());
    if is_new {
        *answer.status_mut() = StatusCode::CREATED;
    }
    Ok(answer)
}
