//! What the desk says after a form was sent.

/// What is said of a place that was saved with hours that nobody understands: a warning as well.
pub(super) const HOURS_UNCLEAR: &str = "staff-done-hours-unclear";

/// What an address may say was done; anything else is not believed.
pub(super) const DONE: &[&str] = &[
    "staff-done-report",
    "staff-done-entered",
    "staff-done-audit",
    "staff-done-audit-planned",
    "staff-done-measure",
    "staff-done-photo",
    "staff-done-photo-removed",
    "staff-done-scenario-kept",
    "staff-done-scenario-removed",
    "staff-done-way",
    "staff-done-way-withdrawn",
    "staff-done-surveyed",
    "staff-done-survey-withdrawn",
    "staff-done-rejected",
    "staff-done-rejected-some",
    "staff-done-content-removed",
    "staff-done-place",
    "staff-done-place-added",
    "staff-done-places",
    HOURS_UNCLEAR,
    "staff-done-taken-back",
    "staff-done-kept",
    "staff-done-gone",
    "staff-done-password",
    "staff-done-account-changed",
    "staff-done-account-removed",
    "staff-done-webhook-changed",
    "staff-done-webhook-removed",
];
