//! Answers that name their revision and are not sent twice.

use std::hash::{DefaultHasher, Hash, Hasher};

use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use chrono::{DateTime, Utc};
use serde::Serialize;

use crate::export::geojson::json;
use crate::snapshot::Snapshot;

/// Media type of GeoJSON (RFC 7946, 12).
pub const GEOJSON: &str = "application/geo+json";
/// Media type of plain JSON.
pub const JSON: &str = "application/json";

/// What an answer depends on besides the city itself.
#[derive(Default)]
pub struct Key<'a> {
    /// The path with its query string.
    pub path_and_query: &'a str,
    /// What its links begin with, where it has links.
    pub base: &'a str,
    /// The moment asked about, where the question is about now.
    pub moment: Option<DateTime<Utc>>,
}

/// `body` as an answer about `snapshot`, or 304 when the caller has it already; it is built only if needed.
pub fn revisioned<T: Serialize>(
    snapshot: &Snapshot,
    key: &Key<'_>,
    headers: &HeaderMap,
    media_type: &'static str,
    body: impl FnOnce() -> T,
) -> Response {
    revisioned_bytes(snapshot, key, headers, media_type, || json(&body()))
}

/// The same for a body that is bytes already.
pub fn revisioned_bytes(
    snapshot: &Snapshot,
    key: &Key<'_>,
    headers: &HeaderMap,
    media_type: &'static str,
    body: impl FnOnce() -> Vec<u8>,
) -> Response {
    let mut answer = tagged(entity_tag(snapshot, key), headers, media_type, body);
    if names_a_position(key.path_and_query) {
        let private = HeaderValue::from_static("private, no-cache");
        answer.headers_mut().insert(header::CACHE_CONTROL, private);
    }
    answer
}

/// Whether an address tells where somebody is: no shared cache may keep it then.
fn names_a_position(path_and_query: &str) -> bool {
    let query = path_and_query
        .split_once('?')
        .map_or("", |(_, query)| query);
    form_urlencoded::parse(query.as_bytes()).any(|(name, _)| matches!(&*name, "lon" | "lat"))
}

/// `body` under `tag`, or 304 when the caller has it already.
pub fn tagged(
    tag: HeaderValue,
    headers: &HeaderMap,
    media_type: &'static str,
    body: impl FnOnce() -> Vec<u8>,
) -> Response {
    let mut answer = if is_known(headers, &tag) {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        ([(header::CONTENT_TYPE, media_type)], body()).into_response()
    };
    let headers = answer.headers_mut();
    headers.insert(header::ETAG, tag);
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    answer
}

/// A weak tag (the same answer may be compressed or not) of store, revision, program and question.
pub fn entity_tag(snapshot: &Snapshot, key: &Key<'_>) -> HeaderValue {
    let mut hasher = DefaultHasher::new();
    snapshot.lineage().hash(&mut hasher);
    env!("CARGO_PKG_VERSION").hash(&mut hasher);
    key.path_and_query.hash(&mut hasher);
    key.base.hash(&mut hasher);
    snapshot.outdated_measurement_count().hash(&mut hasher);
    key.moment
        .map(|moment| moment.timestamp() / 60)
        .hash(&mut hasher);
    weak_tag(&format!(
        "{}-{:016x}",
        snapshot.revision().0,
        hasher.finish()
    ))
}

/// A weak tag for a text that is the same for every city.
pub fn text_tag(text: &str) -> HeaderValue {
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    weak_tag(&format!("{:016x}", hasher.finish()))
}

fn weak_tag(opaque: &str) -> HeaderValue {
    let tag = format!("W/\"{opaque}\"");
    HeaderValue::from_str(&tag).expect("digits and quotes are a header value")
}

/// Whether the caller says that it has what `tag` names.
pub fn is_known(headers: &HeaderMap, tag: &HeaderValue) -> bool {
    let known = headers
        .get_all(header::IF_NONE_MATCH)
        .into_iter()
        .filter_map(|known| known.to_str().ok());
    let opaque = |tag: &str| tag.trim().trim_start_matches("W/").to_owned();
    let own = opaque(tag.to_str().unwrap_or_default());
    known
        .flat_map(|known| known.split(','))
        .any(|known| known.trim() == "*" || opaque(known) == own)
}
