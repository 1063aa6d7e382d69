//! How a request finds what tells webhooks.

use std::convert::Infallible;
use std::sync::Arc;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;

use super::Webhooks;

/// What tells webhooks, where the server does.
pub struct Telling(pub Option<Arc<Webhooks>>);

impl<S: Sync> FromRequestParts<S> for Telling {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(Self(parts.extensions.get::<Arc<Webhooks>>().cloned()))
    }
}
