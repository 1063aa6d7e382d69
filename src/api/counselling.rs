//! Lines of help, for everybody.

use std::sync::Arc;

use axum::extract::State;
use axum::http::header::CACHE_CONTROL;
use axum::http::{HeaderMap, HeaderValue, Uri};
use axum::response::Response;

use crate::api::answer::{JSON, Key, revisioned};
use crate::api::problem::Problem;
use crate::city::City;
use crate::domain::counselling::{HelpNeed, Tongue};
use crate::export::counselling::public_help_lines;
use crate::query::{Param, Params, Schema};

/// For what and in which language.
pub const HELP_PARAMS: &[Param] = &[
    Param::optional(
        "need",
        Schema::OneOf(|| HelpNeed::ALL.iter().map(|own| own.as_str()).collect()),
        "Only lines for this need.",
    ),
    Param::optional(
        "language",
        Schema::OneOf(|| Tongue::ALL.iter().map(|own| own.as_str()).collect()),
        "Without those that surely do not speak it; `speaks` tells those that do from those of which nobody knows.",
    ),
];

/// `GET /api/counselling`
pub async fn lines(
    State(city): State<Arc<City>>,
    uri: Uri,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let mut params = Params::parse(uri.query().unwrap_or_default(), &[HELP_PARAMS])?;
    let (need, tongue) = (params.take("need")?, params.take("language")?);
    let snapshot = city.snapshot();
    let key = Key {
        path_and_query: uri.path_and_query().map_or("", |all| all.as_str()),
        ..Key::default()
    };
    let mut answer = revisioned(&snapshot, &key, &headers, JSON, || {
        public_help_lines(&snapshot, need, tongue)
    });
    // What somebody needs help with is kept by no cache that several people share.
    let own_only = HeaderValue::from_static("private, no-cache");
    answer.headers_mut().insert(CACHE_CONTROL, own_only);
    Ok(answer)
}
