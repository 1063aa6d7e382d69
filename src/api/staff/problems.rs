//! Failures that only the people of the city run into.

use axum::http::StatusCode;

use crate::api::problem::{
    Fault, NOT_POSSIBLE, NOT_UNDONE, OUTDATED_VERSION, PRECONDITION_REQUIRED, Problem, UNSUPPORTED,
};
use crate::domain::trail::undo::UndoRefused;
use crate::domain::{Invalid, Place};
use crate::import::Complaint;

impl Problem {
    /// A change does not say which version it was made for.
    pub(super) fn precondition_required() -> Self {
        Self::new(PRECONDITION_REQUIRED)
            .detail("If-Match must name the version the change was made for, as ETag told it")
    }

    /// The place is another than the one the change was made for.
    pub(super) fn outdated_version() -> Self {
        Self::new(OUTDATED_VERSION).detail("the place is not as If-Match says: read it again")
    }

    /// The survey is another than the one the change was made for.
    pub(super) fn another_survey() -> Self {
        Self::new(OUTDATED_VERSION).detail("the survey is not as If-Match says: read it again")
    }

    /// The measurement of a way is another than the one the change was made for.
    /// What is kept is another now than what was seen.
    pub(super) fn another_state() -> Self {
        Self::new(OUTDATED_VERSION)
            .detail("somebody else has changed this: read it anew, and send the change with its version in If-Match")
    }

    pub(super) fn another_measurement() -> Self {
        Self::new(OUTDATED_VERSION).detail("the measurement is not as If-Match says: read it again")
    }

    /// The same, where it is known what it is like now.
    pub(super) fn changed_meanwhile(now: &Place) -> Self {
        Self::new(OUTDATED_VERSION).detail(format!(
            "somebody else has changed the place meanwhile; its version is \"{}\" now: read it again",
            now.version()
        ))
    }

    /// The scenario is another than the one the change was made for.
    pub(super) fn outdated_scenario() -> Self {
        Self::new(OUTDATED_VERSION).detail("the scenario is not as If-Match says: read it again")
    }

    /// The audit is another than the one the change was made for.
    pub(super) fn outdated_audit() -> Self {
        Self::new(OUTDATED_VERSION)
            .detail("the audit or measure is not as If-Match says: read it again")
    }

    /// There are too many scenarios to keep another.
    pub(super) fn too_many_scenarios(most: usize) -> Self {
        let said = format!("there are {most} scenarios already: remove one first");
        Self::new(NOT_POSSIBLE).detail(said)
    }

    /// There are too many webhooks to add another.
    pub(super) fn too_many_webhooks(most: usize) -> Self {
        let said = format!("there are {most} webhooks already: remove one first");
        Self::new(NOT_POSSIBLE).detail(said)
    }

    /// This server tells no webhooks.
    pub(super) fn tells_nobody() -> Self {
        Self::new(NOT_POSSIBLE).detail("this server tells no webhooks")
    }

    /// Rules that the fields of one thing break.
    pub(super) fn broken_rules(broken: Vec<Invalid>) -> Self {
        let faults = broken.into_iter().map(|invalid| Fault {
            feature: String::new(),
            field: invalid.field.into_owned(),
            reason: invalid.reason,
        });
        Self::of_faults(faults.collect())
    }

    /// A file in which something is wrong.
    pub(super) fn refused_file(complaints: Vec<Complaint>) -> Self {
        let faults = complaints.into_iter().map(|own| Fault {
            feature: own.feature,
            field: own.field,
            reason: own.reason,
        });
        Self::of_faults(faults.collect())
    }

    fn of_faults(faults: Vec<Fault>) -> Self {
        let Some(first) = faults.first() else {
            return Invalid::new("body", "breaks a rule").into();
        };
        let told = Invalid::new(first.field.clone(), first.reason.clone());
        let mut problem = Self::from(told);
        problem.errors = faults;
        problem
    }

    /// What an entry of the trail did stays.
    pub(super) fn not_undone(refused: &UndoRefused) -> Self {
        Self::new(NOT_UNDONE).detail(refused.to_string())
    }

    /// The body is of another type than the path takes.
    pub(in crate::api) fn unsupported(taken: &str) -> Self {
        Self::new(UNSUPPORTED).detail(format!(
            "the body must be {taken}, and say so in Content-Type"
        ))
    }

    /// The body could not be read whole.
    pub(super) fn of_body(status: StatusCode) -> Self {
        Invalid::new("body", format!("could not be read whole ({status})")).into()
    }
}
