//! The sorts of failures, each with its type, title and status.

use axum::http::StatusCode;

/// Every sort of failure: its type, title and status. The API document and the README list the same.
pub const KINDS: &[(&str, &str, StatusCode)] = &[
    INVALID_VALUE,
    NOT_LOGGED_IN,
    NOT_ALLOWED,
    FOREIGN_SITE,
    PASSWORD_DUE,
    UNKNOWN_PATH,
    UNKNOWN_FEATURE,
    UNKNOWN_COLLECTION,
    READ_ANEW,
    WRONG_METHOD,
    NOT_ACCEPTABLE,
    TOO_LARGE,
    TOO_SLOW,
    TOO_MANY,
    CONFLICT,
    NOT_UNDONE,
    NOT_POSSIBLE,
    OUTDATED_VERSION,
    PRECONDITION_REQUIRED,
    UNSUPPORTED,
    BUSY,
    NOT_READY,
    INTERNAL,
];

pub(in crate::api) type Sort = (&'static str, &'static str, StatusCode);
pub(in crate::api) const INVALID_VALUE: Sort = (
    "/problems/invalid-value",
    "Invalid value",
    StatusCode::BAD_REQUEST,
);
pub(in crate::api) const NOT_LOGGED_IN: Sort = (
    "/problems/not-logged-in",
    "Not logged in",
    StatusCode::UNAUTHORIZED,
);
pub(in crate::api) const NOT_ALLOWED: Sort = (
    "/problems/not-allowed",
    "Not allowed",
    StatusCode::FORBIDDEN,
);
pub(in crate::api) const FOREIGN_SITE: Sort = (
    "/problems/foreign-site",
    "Sent from another site",
    StatusCode::FORBIDDEN,
);
pub(in crate::api) const PASSWORD_DUE: Sort = (
    "/problems/password-due",
    "Password due",
    StatusCode::FORBIDDEN,
);
pub(in crate::api) const UNKNOWN_PATH: Sort = (
    "/problems/unknown-path",
    "Unknown path",
    StatusCode::NOT_FOUND,
);
pub(in crate::api) const UNKNOWN_FEATURE: Sort = (
    "/problems/unknown-feature",
    "Unknown feature",
    StatusCode::NOT_FOUND,
);
pub(in crate::api) const READ_ANEW: Sort = ("/problems/read-anew", "Read anew", StatusCode::GONE);
pub(in crate::api) const UNKNOWN_COLLECTION: Sort = (
    "/problems/unknown-collection",
    "Unknown collection",
    StatusCode::NOT_FOUND,
);
pub(in crate::api) const WRONG_METHOD: Sort = (
    "/problems/wrong-method",
    "Wrong method",
    StatusCode::METHOD_NOT_ALLOWED,
);
pub(in crate::api) const NOT_ACCEPTABLE: Sort = (
    "/problems/not-acceptable",
    "Not acceptable",
    StatusCode::NOT_ACCEPTABLE,
);
pub(in crate::api) const TOO_LARGE: Sort = (
    "/problems/too-large",
    "Too large",
    StatusCode::PAYLOAD_TOO_LARGE,
);
pub(in crate::api) const TOO_SLOW: Sort = (
    "/problems/too-slow",
    "Too slow",
    StatusCode::REQUEST_TIMEOUT,
);
pub(in crate::api) const TOO_MANY: Sort = (
    "/problems/too-many",
    "Too many requests",
    StatusCode::TOO_MANY_REQUESTS,
);
pub(in crate::api) const BUSY: Sort = ("/problems/busy", "Busy", StatusCode::SERVICE_UNAVAILABLE);
pub(in crate::api) const CONFLICT: Sort = (
    "/problems/conflict",
    "Changed at the same time",
    StatusCode::CONFLICT,
);
pub(in crate::api) const NOT_UNDONE: Sort = (
    "/problems/not-undone",
    "Cannot be taken back",
    StatusCode::CONFLICT,
);
pub(in crate::api) const NOT_POSSIBLE: Sort = (
    "/problems/not-possible",
    "Not possible here",
    StatusCode::CONFLICT,
);
pub(in crate::api) const OUTDATED_VERSION: Sort = (
    "/problems/outdated-version",
    "Changed meanwhile",
    StatusCode::PRECONDITION_FAILED,
);
pub(in crate::api) const PRECONDITION_REQUIRED: Sort = (
    "/problems/precondition-required",
    "Version needed",
    StatusCode::PRECONDITION_REQUIRED,
);
pub(in crate::api) const UNSUPPORTED: Sort = (
    "/problems/unsupported-type",
    "Unsupported type",
    StatusCode::UNSUPPORTED_MEDIA_TYPE,
);
pub(in crate::api) const NOT_READY: Sort = (
    "/problems/not-ready",
    "Not ready",
    StatusCode::SERVICE_UNAVAILABLE,
);
pub(in crate::api) const INTERNAL: Sort = (
    "about:blank",
    "Internal error",
    StatusCode::INTERNAL_SERVER_ERROR,
);
