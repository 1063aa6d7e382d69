//! The headers of every answer, and of those that nobody may keep.

use axum::http::HeaderValue;
use axum::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, HeaderName, REFERRER_POLICY, X_CONTENT_TYPE_OPTIONS,
};
use axum::response::Response;

/// What an answer carries that says nothing else: it is what it says it is, it is no page and in no frame, and the
/// address it stands at, which may hold a position, leaves with nobody.
pub const BARE_HEADERS: [(HeaderName, HeaderValue); 3] = [
    (
        CONTENT_SECURITY_POLICY,
        HeaderValue::from_static("default-src 'none'; frame-ancestors 'none'"),
    ),
    (REFERRER_POLICY, HeaderValue::from_static("no-referrer")),
    (X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
];

/// Where the public asks over TLS it asks over nothing else for a year (RFC 6797). Other hosts of the same name are not
/// ours to speak for.
pub const KEPT_TO_TLS: HeaderValue = HeaderValue::from_static("max-age=31536000");

/// An answer that no cache and no browser may keep: what only one person may see.
#[must_use]
pub fn never_kept(mut answer: Response) -> Response {
    let headers = answer.headers_mut();
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    answer
}
