//! Photos of barriers, for programs of the city.

use std::sync::Arc;

use axum::Extension;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::http::request::Parts;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};

use super::{known, problem};
use crate::api::problem::Problem;
use crate::api::staff::nothing_asked;
use crate::city::City;
use crate::domain::audit::CriterionId;
use crate::domain::audit::photo::PhotoId;
use crate::domain::staff::Actor;
use crate::editing::take_photo;
use crate::query::{Param, Params, Schema};

/// The media types of files that are taken; what is in them decides how they are read.
const TYPES: [&str; 3] = ["image/jpeg", "image/png", "image/webp"];

/// What a photo is about.
pub const PHOTO_PARAMS: &[Param] = &[Param::optional(
    "criterion",
    Schema::Text(20),
    "The criterion that it shows, such as C14.",
)];

/// `POST /api/staff/audits/{id}/photos`
pub(in crate::api) async fn add(
    State(city): State<Arc<City>>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<String>,
    parts: Parts,
    body: Bytes,
) -> Result<Response, Problem> {
    let query = parts.uri.query().unwrap_or_default();
    let mut params = Params::parse(query, &[PHOTO_PARAMS])?;
    let criterion = params.take::<CriterionId>("criterion")?;
    let id = known(&id)?;
    check_type(&parts.headers)?;
    let taken = take_photo(&city, actor, (id, criterion), body.to_vec()).await;
    let photo = taken.map_err(|why| problem(why, id))?;
    Ok((StatusCode::CREATED, axum::Json(photo)).into_response())
}

fn check_type(headers: &HeaderMap) -> Result<(), Problem> {
    let said = headers
        .get(CONTENT_TYPE)
        .and_then(|own| own.to_str().ok())
        .unwrap_or_default();
    let is_taken = TYPES.contains(&said.trim().to_ascii_lowercase().as_str());
    is_taken
        .then_some(())
        .ok_or_else(|| Problem::unsupported(&TYPES.join(" or ")))
}

/// `GET /api/staff/audits/{id}/photos/{photo}`
pub(in crate::api) async fn show(
    State(city): State<Arc<City>>,
    Path((id, photo)): Path<(String, String)>,
    parts: Parts,
) -> Result<Response, Problem> {
    nothing_asked(&parts)?;
    let (id, photo) = (known(&id)?, named(&photo)?);
    let picture = city.store().picture(id, photo).await?;
    let picture = picture.ok_or_else(|| missing(photo))?;
    let headers = [(CONTENT_TYPE, "image/jpeg"), (CACHE_CONTROL, "no-store")];
    Ok((headers, picture).into_response())
}

/// `DELETE /api/staff/audits/{id}/photos/{photo}`
pub(in crate::api) async fn remove(
    State(city): State<Arc<City>>,
    Extension(actor): Extension<Actor>,
    Path((id, photo)): Path<(String, String)>,
    parts: Parts,
) -> Result<Response, Problem> {
    nothing_asked(&parts)?;
    let (id, photo) = (known(&id)?, named(&photo)?);
    let removed = city.remove_photo(actor, (id, photo)).await;
    removed.map_err(|why| match why {
        crate::city::NotKept::Unknown => missing(photo),
        why => problem(why, id),
    })?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

fn named(photo: &str) -> Result<PhotoId, Problem> {
    let known = photo.parse().ok();
    known.ok_or_else(|| Problem::unknown_feature("photos", photo))
}

fn missing(photo: PhotoId) -> Problem {
    Problem::unknown_feature("photos", &photo.to_string())
}
