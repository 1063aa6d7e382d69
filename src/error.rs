//! What can go wrong in a city operation, free of HTTP.

use crate::domain::Invalid;
use crate::domain::audit::{AuditId, CatalogueVersion};
use crate::domain::suggestion::SuggestionId;

/// Why an operation on the city failed.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A value broke a rule.
    #[error(transparent)]
    Invalid(#[from] Invalid),
    /// No city is loaded yet.
    #[error("no city is loaded: start the server once, or import one")]
    NoCity,
    /// The data belongs to another city than the one asked for.
    #[error(
        "the data is of the city \"{stored}\", not of \"{wanted}\": use another --data folder, or leave --city out"
    )]
    OtherCity {
        /// The id of the stored city.
        stored: String,
        /// The id of the city asked for.
        wanted: String,
    },
    /// The address of a database is of no known kind.
    #[error("the database address must begin with postgres:// or sqlite:, not {0}")]
    DatabaseAddress(String),
    /// The database failed.
    #[error("the store failed: {0}")]
    Store(#[from] sqlx::Error),
    /// The database could not be brought up to date.
    #[error("the store could not be brought up to date: {0}")]
    Migration(#[from] sqlx::migrate::MigrateError),
    /// What is stored breaks a rule of this program.
    #[error("the store holds a {table} ({id}) that breaks a rule: {invalid}")]
    Corrupt {
        /// Its table.
        table: &'static str,
        /// Its id.
        id: String,
        /// The rule.
        invalid: Invalid,
    },
    /// Another writer was faster; nothing was written.
    #[error(
        "the city was changed at the same time (revision {found}, expected {expected}): nothing was written, please repeat"
    )]
    Outdated {
        /// The revision the change was made for.
        expected: i64,
        /// The revision found in the store.
        found: i64,
    },
    /// Somebody else has decided on a suggestion; nothing was written.
    #[error("the suggestion {0} is not open any more: nothing was written")]
    Decided(SuggestionId),
    /// An audit is another than the one a change was made for; nothing was written.
    #[error("the audit {0} has changed meanwhile: nothing was written")]
    OutdatedAudit(AuditId),
    /// A file of criteria says something else than what audits were made with.
    #[error(
        "{file}: audits were made with {version}, which says something else: give what is new another version and a later since"
    )]
    CriteriaInUse {
        /// The file.
        file: String,
        /// The version.
        version: CatalogueVersion,
    },
    /// A file could not be read or written.
    #[error("{path}: {source}")]
    File {
        /// Its path.
        path: String,
        /// Why.
        source: std::io::Error,
    },
    /// The city's own base map cannot be served.
    #[error("base map {path}: {reason}")]
    BaseMap {
        /// The file.
        path: String,
        /// Why.
        reason: String,
    },
    /// A password could not be hashed, or the machine has no randomness to give.
    #[error("no secret could be made: {0}")]
    Unhashed(String),
    /// The operation was cut short.
    #[error("the operation was interrupted: {0}")]
    Interrupted(#[from] tokio::task::JoinError),
}
