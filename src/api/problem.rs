//! Failures as problem documents (RFC 9457). Only here status codes are known.

mod kinds;

use std::any::Any;

use axum::extract::Request;
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, StatusCode, Uri, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use chrono::TimeDelta;
use serde::Serialize;

pub(super) use kinds::*;

use crate::auth::Refusal;
use crate::city::City;
use crate::domain::Invalid;
use crate::error::Error;
use crate::gate::Shut;
use crate::reports::Full;
use crate::safety::challenge::Unsolved;

/// A failure as a caller sees it.
#[derive(Debug, Serialize)]
pub struct Problem {
    /// Which sort of failure, as a path that the README explains; `about:blank` says no more than the status.
    #[serde(rename = "type")]
    pub kind: &'static str,
    /// The sort of failure in words.
    pub title: &'static str,
    /// The HTTP status.
    pub status: u16,
    /// What is wrong with this request, in one sentence.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub detail: Option<String>,
    /// The parameter or field that is wrong; the first where there are several.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// Everything that is wrong, field by field, where more than one thing was looked at.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<Fault>,
}

/// One thing that is wrong with what was sent.
#[derive(Debug, Serialize)]
pub struct Fault {
    /// The feature or row of a file.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub feature: String,
    /// The field.
    pub field: String,
    /// The rule it breaks.
    pub reason: String,
}

impl Problem {
    pub(super) fn new((kind, title, status): Sort) -> Self {
        Self {
            kind,
            title,
            status: status.as_u16(),
            detail: None,
            field: None,
            errors: Vec::new(),
        }
    }

    pub(super) fn detail(mut self, detail: impl Into<String>) -> Self {
        self.detail = Some(detail.into());
        self
    }

    /// No feature of a collection has this id.
    pub fn unknown_feature(collection: &str, id: &str) -> Self {
        let id: String = id.chars().take(60).flat_map(char::escape_debug).collect();
        Self::new(UNKNOWN_FEATURE).detail(format!("{collection} has no feature \"{id}\""))
    }

    /// The city as a whole changed after a revision that somebody counts from.
    pub fn read_anew(since: i64) -> Self {
        Self::new(READ_ANEW).detail(format!(
            "districts or the city itself changed after revision {since}: read everything anew, without since"
        ))
    }

    /// There is no such collection.
    pub fn unknown_collection(id: &str) -> Self {
        let id: String = id.chars().take(60).flat_map(char::escape_debug).collect();
        Self::new(UNKNOWN_COLLECTION).detail(format!(
            "there is no collection \"{id}\"; there are places, districts, events and audits"
        ))
    }

    /// The gate is shut to a request; `wait` is how long not.
    pub fn shut(shut: Shut, wait: Option<TimeDelta>) -> Self {
        let again = wait.map(|wait| format!("; again in {} s", wait.num_seconds()));
        let again = again.unwrap_or_default();
        match shut {
            Shut::TooMany => Self::new(TOO_MANY)
                .detail(format!("too many requests came from your network{again}")),
            Shut::TooLarge { most_bytes } => Self::new(TOO_LARGE).detail(format!(
                "a request body may have at most {most_bytes} bytes here"
            )),
            Shut::TooSlow => Self::new(TOO_SLOW).detail("the request body came too slowly"),
            Shut::Busy => {
                Self::new(BUSY).detail(format!("too many answers wait to be taken{again}"))
            }
        }
    }

    /// Too many long answers are being worked out.
    pub fn busy_working() -> Self {
        Self::new(BUSY)
            .detail("too many questions about coverage are being worked out; ask again in a while")
    }

    /// The store does not answer.
    pub fn not_ready(error: &Error) -> Self {
        tracing::error!(%error, "not ready");
        Self::new(NOT_READY).detail("the store does not answer")
    }

    /// A request that changes something comes from another site.
    pub fn foreign_site() -> Self {
        Self::new(FOREIGN_SITE).detail(
            "a request that changes something must say in Origin or Sec-Fetch-Site that it comes from this site",
        )
    }

    /// This server takes no reports of how safe people feel.
    pub fn takes_no_reports() -> Self {
        Self::new(UNKNOWN_PATH).detail("this server takes no reports")
    }

    /// A report came without a puzzle that is solved.
    pub fn unsolved(why: Unsolved) -> Self {
        let reason = match why {
            Unsolved::Unknown => "must be a puzzle that was given here within the last hour",
            Unsolved::Wrong => "must be solved by the number that comes with it",
            Unsolved::Used => "must not have been used before: ask for another",
        };
        Invalid::new("puzzle", reason).into()
    }

    /// As many reports came from a network as one may send in a day.
    pub fn too_many_reports(_: TimeDelta) -> Self {
        Self::new(TOO_MANY).detail("too many reports came from your network today; tomorrow again")
    }

    /// Too many reports come at once.
    pub fn reports_full(full: Full) -> Self {
        Self::new(BUSY).detail(full.to_string())
    }

    /// Something failed that the caller can do nothing about: logged here once, told to nobody else.
    pub fn internal(cause: &dyn std::fmt::Display) -> Self {
        tracing::error!(%cause, "a request failed");
        Self::new(INTERNAL)
    }
}

impl From<Invalid> for Problem {
    fn from(invalid: Invalid) -> Self {
        let mut problem = Self::new(INVALID_VALUE).detail(invalid.to_string());
        problem.field = Some(invalid.field.into_owned());
        problem
    }
}

impl From<Error> for Problem {
    fn from(error: Error) -> Self {
        match error {
            Error::Invalid(invalid) => invalid.into(),
            Error::Outdated { .. } | Error::Decided(_) => {
                Self::new(CONFLICT).detail(error.to_string())
            }
            Error::OutdatedAudit(_) => Self::new(OUTDATED_VERSION).detail(error.to_string()),
            Error::NoCity => Self::not_ready(&error),
            Error::OtherCity { .. }
            | Error::DatabaseAddress(_)
            | Error::Store(_)
            | Error::Migration(_)
            | Error::Corrupt { .. }
            | Error::CriteriaInUse { .. }
            | Error::File { .. }
            | Error::BaseMap { .. }
            | Error::Unhashed(_)
            | Error::Interrupted(_) => Self::internal(&error),
        }
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let body = serde_json::to_vec(&self).unwrap_or_default();
        (status, [(header::CONTENT_TYPE, PROBLEM_JSON)], body).into_response()
    }
}

/// The answer to somebody whom the guard does not let through.
pub fn refused(_: &City, refusal: Refusal, _: &Parts) -> Response {
    let problem = match refusal {
        Refusal::NotLoggedIn => {
            let mut answer = Problem::new(NOT_LOGGED_IN)
                .detail("log in at /anmelden; the session is held in a cookie")
                .into_response();
            // A 401 names its scheme (RFC 9110, 15.5.2); none that browsers ask a password for.
            let scheme = HeaderValue::from_static("Cookie realm=\"/anmelden\"");
            answer
                .headers_mut()
                .insert(header::WWW_AUTHENTICATE, scheme);
            return answer;
        }
        Refusal::NotAllowed => {
            Problem::new(NOT_ALLOWED).detail("none of the roles of this account may do this")
        }
        Refusal::Foreign => Problem::foreign_site(),
        Refusal::PasswordDue => Problem::new(PASSWORD_DUE)
            .detail("choose a password of your own at /verwaltung/konto first"),
        Refusal::Failed(error) => Problem::not_ready(&error),
    };
    problem.into_response()
}

const PROBLEM_JSON: HeaderValue = HeaderValue::from_static("application/problem+json");

/// The answer to a path that is not there.
pub async fn unknown_path(uri: Uri) -> Problem {
    nothing_at(&uri)
}

fn nothing_at(uri: &Uri) -> Problem {
    let path: String = uri.path().chars().take(100).collect();
    Problem::new(UNKNOWN_PATH).detail(format!(
        "there is nothing at {path}; the API begins at /api"
    ))
}

/// The answer when a handler panics: the reason goes to the log only.
#[expect(
    clippy::needless_pass_by_value,
    reason = "the layer that catches panics hands them over so"
)]
pub fn panicked(reason: Box<dyn Any + Send>) -> Response {
    let text = reason.downcast_ref::<&str>().map(|text| (*text).to_owned());
    let text = text.or_else(|| reason.downcast_ref::<String>().cloned());
    Problem::internal(&text.unwrap_or_default()).into_response()
}

/// Gives every failure without a body of its own (wrong method, unknown path) a problem document.
pub async fn for_every_failure(request: Request, next: Next) -> Response {
    let (method, uri) = (request.method().clone(), request.uri().clone());
    let answer = next.run(request).await;
    let status = answer.status();
    if !(status.is_client_error() || status.is_server_error()) || has_own_document(answer.headers())
    {
        return answer;
    }
    let problem = match status {
        StatusCode::NOT_FOUND => Problem::new(UNKNOWN_PATH).detail("there is nothing at this path"),
        StatusCode::METHOD_NOT_ALLOWED => Problem::new(WRONG_METHOD).detail(format!(
            "{method} is not possible here; see the header Allow"
        )),
        StatusCode::NOT_FOUND => nothing_at(&uri),
        StatusCode::NOT_ACCEPTABLE => Problem::new(NOT_ACCEPTABLE)
            .detail("an answer is sent as it is or with gzip; Accept-Encoding refuses both"),
        // No handler answers so: the router could not read what stands between the slashes.
        StatusCode::BAD_REQUEST => Invalid::new("path", "must be UTF-8, percent-encoded").into(),
        _ => Problem {
            status: status.as_u16(),
            title: status.canonical_reason().unwrap_or(INTERNAL.1),
            ..Problem::new(INTERNAL)
        },
    };
    let mut problem = problem.into_response();
    if let Some(allow) = answer.headers().get(header::ALLOW) {
        problem.headers_mut().insert(header::ALLOW, allow.clone());
    }
    problem
}

/// Whether an answer is a problem document.
pub fn is_document(headers: &HeaderMap) -> bool {
    headers.get(header::CONTENT_TYPE) == Some(&PROBLEM_JSON)
}

fn has_own_document(headers: &HeaderMap) -> bool {
    let kind = headers.get(header::CONTENT_TYPE);
    is_document(headers) || kind.is_some_and(|own| own.as_bytes().starts_with(b"text/html"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_error_has_its_status_and_type() {
        let cases = [
            (
                Error::Invalid(Invalid::new("lon", "x")),
                400,
                "/problems/invalid-value",
            ),
            (
                Error::Outdated {
                    expected: 1,
                    found: 2,
                },
                409,
                "/problems/conflict",
            ),
            (Error::NoCity, 503, "/problems/not-ready"),
            (Error::DatabaseAddress(String::new()), 500, "about:blank"),
        ];
        for (error, status, kind) in cases {
            let problem = Problem::from(error);
            assert_eq!((problem.status, problem.kind), (status, kind));
        }
    }

    #[test]
    fn an_internal_error_tells_the_caller_nothing() {
        let problem = Problem::from(Error::Store(sqlx::Error::PoolClosed));
        assert_eq!(problem.detail, None);
    }
}
