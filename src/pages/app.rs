//! What a phone needs to know to put the site beside its apps (W3C Web Application Manifest).

use std::sync::Arc;

use axum::extract::{RawQuery, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use serde_json::json;

use super::assets::Assets;
use super::frame;
use super::messages::Language;
use crate::city::City;

/// `GET /app.webmanifest`, in the language of the page that names it.
pub(super) async fn serve(State(city): State<Arc<City>>, RawQuery(query): RawQuery) -> Response {
    let snapshot = city.snapshot();
    let query = query.unwrap_or_default();
    let mut pairs = form_urlencoded::parse(query.as_bytes());
    let language: Language = pairs
        .find(|(name, _)| name == "lang")
        .and_then(|(_, tag)| tag.parse().ok())
        .unwrap_or_default();
    let city = snapshot.settings().name.as_str();
    let icons = Assets::built().map(|assets| {
        json!([{ "src": assets.app_icon, "type": "image/svg+xml", "sizes": "any", "purpose": "any" }])
    });
    let manifest = json!({
        "id": "/",
        "name": language.text_with("site-title", [("city", city.into())]),
        "short_name": language.text("site-name"),
        "description": language.text_with("site-description", [("city", city.into())]),
        "lang": language.tag(),
        "dir": "ltr",
        "start_url": frame::home(language),
        "scope": "/",
        "display": "minimal-ui",
        "background_color": "#f5f4ef",
        "theme_color": "#0f5c6e",
        "icons": icons,
    });
    let headers = [
        (header::CONTENT_TYPE, "application/manifest+json"),
        (header::CACHE_CONTROL, "no-cache"),
    ];
    (headers, manifest.to_string()).into_response()
}
