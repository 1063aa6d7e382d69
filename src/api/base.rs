//! Links in answers.
//!
//! They are absolute because clients in wide use (GDAL 3.6, `OWSLib` 0.35) do not resolve relative ones.

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use serde::Serialize;

use crate::api::problem::Problem;
pub use crate::query::Base;

/// A link to another document.
#[derive(Serialize)]
pub struct Link {
    href: String,
    rel: &'static str,
    #[serde(rename = "type")]
    media_type: &'static str,
    title: &'static str,
}

impl Base {
    /// A link to `path` on this server.
    #[must_use]
    pub fn link(
        &self,
        path: &str,
        rel: &'static str,
        media_type: &'static str,
        title: &'static str,
    ) -> Link {
        Link {
            href: format!("{}{path}", self.as_str()),
            rel,
            media_type,
            title,
        }
    }
}

impl<S: Sync> FromRequestParts<S> for Base {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        Ok(Self::of(parts)?)
    }
}
