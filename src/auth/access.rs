//! Who may do what: the one table. The README has the same; a test walks every path, method and role against it.

use axum::http::Method;

use crate::domain::staff::Role::{self, Admin, Auditor, Editor, Patrol, Planner, Prevention};

/// Who may use a path with a method.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    /// Anybody, without being asked who they are.
    Everyone,
    /// Anybody who is logged in.
    Staff,
    /// Those who have one of these roles.
    Roles(&'static [Role]),
    /// Nobody: it is not in the table.
    Nobody,
}

use Who::{Everyone, Roles, Staff};

/// One line of the table; `GET` says the same of `HEAD`.
pub type Line = (&'static str, &'static str, Who);

/// Every path, in reading order.
pub const TABLE: &[Line] = &[
    // What residents read.
    ("GET", "/", Everyone),
    ("GET", "/liste", Everyone),
    ("GET", "/orte/{slug}", Everyone),
    ("GET", "/stadtteile", Everyone),
    ("GET", "/stadtteile/{id}", Everyone),
    ("GET", "/weg/{slug}", Everyone),
    ("GET", "/planung", Everyone),
    ("GET", "/planung/dossier", Everyone),
    ("GET", "/planung/szenario", Everyone),
    ("GET", "/planung/barrierefrei", Everyone),
    ("GET", "/planung/barrierefrei/liste", Everyone),
    ("GET", "/planung/barrierefrei/vorlage", Everyone),
    ("GET", "/planung/{district}", Everyone),
    ("GET", "/planung/{district}/dossier", Everyone),
    ("GET", "/termine", Everyone),
    // How safe people feel, as it was released.
    ("GET", "/sicherheit", Everyone),
    ("GET", "/sicherheit/transparenz", Everyone),
    // The sheet for audits on site: criteria and places, and nothing of anybody.
    ("GET", "/vor-ort", Everyone),
    ("GET", "/hilfe", Everyone),
    ("GET", "/barrierefreiheit", Everyone),
    ("GET", "/barrierefreiheit/kriterien", Everyone),
    ("GET", "/barrierefreiheit/kriterien/{version}", Everyone),
    ("GET", "/datenschutz", Everyone),
    ("GET", "/impressum", Everyone),
    ("GET", "/assets/{name}", Everyone),
    ("GET", "/sw.js", Everyone),
    ("GET", "/app.webmanifest", Everyone),
    ("GET", "/health/live", Everyone),
    ("GET", "/health/ready", Everyone),
    // What they may send.
    ("GET", "/vorschlagen", Everyone),
    ("POST", "/vorschlagen", Everyone),
    ("GET", "/vorschlagen/danke", Everyone),
    // How safe people feel.
    ("GET", "/umfeld", Everyone),
    ("GET", "/umfeld/anliegen", Everyone),
    // Help and counselling, and what is done so that things do not happen.
    ("GET", "/beratung", Everyone),
    ("GET", "/praevention", Everyone),
    ("GET", "/umfeld/angaben", Everyone),
    ("POST", "/umfeld/angaben", Everyone),
    ("GET", "/umfeld/danke", Everyone),
    ("GET", "/umfeld/defekt", Everyone),
    ("POST", "/umfeld/defekt", Everyone),
    ("GET", "/umfeld/defekt/danke", Everyone),
    // The open API.
    ("GET", "/api", Everyone),
    ("GET", "/api/", Everyone),
    ("GET", "/api/conformance", Everyone),
    ("GET", "/api/openapi.json", Everyone),
    ("GET", "/api/collections", Everyone),
    ("GET", "/api/collections/{collection}", Everyone),
    ("GET", "/api/collections/{collection}/items", Everyone),
    (
        "GET",
        "/api/collections/{collection}/items/{feature}",
        Everyone,
    ),
    ("GET", "/api/places/near", Everyone),
    ("GET", "/api/places/{id}/a11yjson", Everyone),
    ("GET", "/api/audits.csv", Everyone),
    ("GET", "/api/route", Everyone),
    ("GET", "/api/ways/measured", Everyone),
    ("GET", "/api/coverage", Everyone),
    ("GET", "/api/coverage.csv", Everyone),
    ("GET", "/api/coverage.geojson", Everyone),
    ("GET", "/api/coverage/week", Everyone),
    ("GET", "/api/coverage/history", Everyone),
    ("GET", "/api/coverage/gaps", Everyone),
    ("GET", "/api/coverage/missing", Everyone),
    // Questions that are sent because they are long: nothing is stored.
    ("POST", "/api/coverage/what-if", Everyone),
    ("POST", "/api/coverage/siting", Everyone),
    ("POST", "/api/coverage/siting/hours", Everyone),
    ("GET", "/api/barrier-free", Everyone),
    ("GET", "/api/barrier-free/list", Everyone),
    ("GET", "/api/barrier-free/list.csv", Everyone),
    // How safe people feel: one slot in, frozen releases out.
    ("GET", "/api/safety/puzzle", Everyone),
    ("POST", "/api/safety/reports", Everyone),
    ("GET", "/api/safety/releases", Everyone),
    ("GET", "/api/safety/releases/{id}", Everyone),
    ("GET", "/api/counselling", Everyone),
    ("GET", "/api/addresses", Everyone),
    ("GET", "/api/districts/at", Everyone),
    ("GET", "/api/events.ics", Everyone),
    ("GET", "/api/events/{file}", Everyone),
    ("GET", "/api/changes.atom", Everyone),
    ("GET", "/api/style.json", Everyone),
    ("GET", "/api/tiles/base/{z}/{x}/{y}", Everyone),
    // Coming in, and one's own account.
    ("GET", "/anmelden", Everyone),
    ("POST", "/anmelden", Everyone),
    ("GET", "/anmelden/sso", Everyone),
    ("GET", "/anmelden/sso/zurueck", Everyone),
    ("POST", "/abmelden", Staff),
    ("GET", "/verwaltung", Staff),
    ("GET", "/verwaltung/konto", Staff),
    ("POST", "/verwaltung/konto/passwort", Staff),
    ("POST", "/verwaltung/konto/ueberall-abmelden", Staff),
    // Places.
    ("GET", "/verwaltung/orte", Roles(&[Editor])),
    ("POST", "/verwaltung/orte", Roles(&[Editor])),
    ("GET", "/verwaltung/orte/neu", Roles(&[Editor])),
    ("POST", "/verwaltung/orte/neu", Roles(&[Editor])),
    ("GET", "/verwaltung/orte/{id}", Roles(&[Editor])),
    ("POST", "/verwaltung/orte/{id}", Roles(&[Editor])),
    ("GET", "/verwaltung/orte/{id}/verlauf", Roles(&[Editor])),
    (
        "POST",
        "/verwaltung/orte/{id}/verlauf/{number}",
        Roles(&[Editor]),
    ),
    ("GET", "/verwaltung/orte/pruefen", Roles(&[Editor])),
    ("POST", "/verwaltung/orte/pruefen", Roles(&[Editor])),
    ("GET", "/verwaltung/orte/tabelle", Roles(&[Editor])),
    ("POST", "/verwaltung/orte/tabelle", Roles(&[Editor])),
    ("GET", "/verwaltung/stunden", Roles(&[Editor])),
    ("POST", "/api/staff/places", Roles(&[Editor])),
    ("GET", "/api/staff/places.csv", Roles(&[Editor])),
    ("PUT", "/api/staff/places.csv", Roles(&[Editor])),
    ("GET", "/api/staff/places/{id}", Roles(&[Editor])),
    ("PATCH", "/api/staff/places/{id}", Roles(&[Editor])),
    ("POST", "/api/staff/places/{id}/confirm", Roles(&[Editor])),
    ("GET", "/api/staff/places/{id}/history", Roles(&[Editor])),
    ("POST", "/api/staff/trail/{number}/undo", Roles(&[Editor])),
    ("GET", "/api/staff/trail", Roles(&[Admin])),
    ("GET", "/api/staff/trail.csv", Roles(&[Admin])),
    ("GET", "/verwaltung/protokoll", Roles(&[Admin])),
    // What residents suggest.
    ("GET", "/verwaltung/vorschlaege", Roles(&[Editor])),
    ("POST", "/verwaltung/vorschlaege/ablehnen", Roles(&[Editor])),
    ("GET", "/verwaltung/vorschlaege/{id}", Roles(&[Editor])),
    ("POST", "/verwaltung/vorschlaege/{id}", Roles(&[Editor])),
    ("GET", "/api/staff/suggestions", Roles(&[Editor])),
    (
        "GET",
        "/api/staff/suggestions/figures",
        Roles(&[Editor, Planner]),
    ),
    ("POST", "/api/staff/suggestions/reject", Roles(&[Editor])),
    (
        "POST",
        "/api/staff/suggestions/{id}/reject",
        Roles(&[Editor]),
    ),
    (
        "POST",
        "/api/staff/suggestions/{id}/accept",
        Roles(&[Editor]),
    ),
    // Surveys of districts.
    ("GET", "/verwaltung/erhebung", Roles(&[Planner])),
    ("POST", "/verwaltung/erhebung/{district}", Roles(&[Planner])),
    ("GET", "/api/staff/surveys/{district}", Roles(&[Planner])),
    ("PUT", "/api/staff/surveys/{district}", Roles(&[Planner])),
    ("DELETE", "/api/staff/surveys/{district}", Roles(&[Planner])),
    // Scenarios of planners.
    ("GET", "/verwaltung/szenarien", Roles(&[Planner])),
    ("POST", "/verwaltung/szenarien", Roles(&[Planner])),
    ("POST", "/verwaltung/szenarien/{id}", Roles(&[Planner])),
    ("GET", "/api/staff/scenarios", Roles(&[Planner])),
    ("POST", "/api/staff/scenarios", Roles(&[Planner])),
    ("GET", "/api/staff/scenarios/{id}", Roles(&[Planner])),
    ("PUT", "/api/staff/scenarios/{id}", Roles(&[Planner])),
    ("DELETE", "/api/staff/scenarios/{id}", Roles(&[Planner])),
    ("GET", "/api/staff/scenarios/{id}/result", Roles(&[Planner])),
    // Reports on paper, from a device or an event, entered for those who told them.
    (
        "GET",
        "/verwaltung/meldungen/erfassen",
        Roles(&[Patrol, Prevention]),
    ),
    (
        "POST",
        "/verwaltung/meldungen/erfassen",
        Roles(&[Patrol, Prevention]),
    ),
    ("GET", "/api/staff/account", Staff),
    // Audits. Who has both roles acts as an auditor, and as a planner where measures are decided.
    ("GET", "/api/staff/audits", Roles(&[Auditor, Planner])),
    ("GET", "/api/staff/audits/{id}", Roles(&[Auditor, Planner])),
    ("PUT", "/api/staff/audits/{id}", Roles(&[Auditor, Planner])),
    (
        "POST",
        "/api/staff/audits/{id}/move",
        Roles(&[Auditor, Planner]),
    ),
    ("POST", "/api/staff/audits/{id}/correct", Roles(&[Auditor])),
    (
        "POST",
        "/api/staff/audits/{id}/withdraw",
        Roles(&[Auditor, Planner]),
    ),
    (
        "GET",
        "/api/staff/audits/{id}/differences",
        Roles(&[Auditor, Planner]),
    ),
    (
        "PUT",
        "/api/staff/audits/{id}/measures/{measure}",
        Roles(&[Planner, Auditor]),
    ),
    ("POST", "/api/staff/audits/{id}/photos", Roles(&[Auditor])),
    (
        "GET",
        "/api/staff/audits/{id}/photos/{photo}",
        Roles(&[Auditor, Planner]),
    ),
    (
        "DELETE",
        "/api/staff/audits/{id}/photos/{photo}",
        Roles(&[Auditor]),
    ),
    // What another version of the criteria would make of what is published.
    (
        "GET",
        "/verwaltung/kriterien",
        Roles(&[Auditor, Planner, Editor]),
    ),
    (
        "GET",
        "/api/staff/criteria",
        Roles(&[Auditor, Planner, Editor]),
    ),
    (
        "GET",
        "/api/staff/criteria/{version}/effects",
        Roles(&[Auditor, Planner, Editor]),
    ),
    // What is measured on ways.
    ("GET", "/verwaltung/wege", Roles(&[Auditor])),
    ("POST", "/verwaltung/wege", Roles(&[Auditor])),
    ("GET", "/verwaltung/wege/{id}", Roles(&[Auditor])),
    ("POST", "/verwaltung/wege/{id}", Roles(&[Auditor])),
    ("GET", "/api/staff/ways", Roles(&[Auditor, Planner])),
    ("GET", "/api/staff/ways/{id}", Roles(&[Auditor, Planner])),
    ("PUT", "/api/staff/ways/{id}", Roles(&[Auditor])),
    ("DELETE", "/api/staff/ways/{id}", Roles(&[Auditor])),
    // What planners read of measures, also of those that are only proposed: they are no decision of the city.
    ("GET", "/verwaltung/massnahmen", Roles(&[Planner, Auditor])),
    ("GET", "/verwaltung/massnahmen/umbau", Roles(&[Planner])),
    (
        "GET",
        "/verwaltung/nachpruefung",
        Roles(&[Auditor, Planner]),
    ),
    ("GET", "/api/staff/measures", Roles(&[Planner, Auditor])),
    ("GET", "/api/staff/measures.csv", Roles(&[Planner, Auditor])),
    ("POST", "/api/staff/retrofit", Roles(&[Planner])),
    ("GET", "/api/staff/re-audits", Roles(&[Auditor, Planner])),
    (
        "GET",
        "/api/staff/re-audits.csv",
        Roles(&[Auditor, Planner]),
    ),
    ("GET", "/verwaltung/begehungen", Roles(&[Auditor, Planner])),
    ("POST", "/verwaltung/begehungen", Roles(&[Auditor, Planner])),
    ("GET", "/verwaltung/begehungen/vor-ort", Roles(&[Auditor])),
    (
        "GET",
        "/verwaltung/begehungen/{id}",
        Roles(&[Auditor, Planner]),
    ),
    (
        "POST",
        "/verwaltung/begehungen/{id}",
        Roles(&[Auditor, Planner]),
    ),
    (
        "GET",
        "/verwaltung/begehungen/{id}/unterschiede",
        Roles(&[Auditor, Planner]),
    ),
    (
        "POST",
        "/verwaltung/begehungen/{id}/massnahmen",
        Roles(&[Planner, Auditor]),
    ),
    (
        "POST",
        "/verwaltung/begehungen/{id}/massnahmen/{measure}",
        Roles(&[Planner, Auditor]),
    ),
    (
        "POST",
        "/verwaltung/begehungen/{id}/fotos",
        Roles(&[Auditor]),
    ),
    (
        "POST",
        "/verwaltung/begehungen/{id}/fotos/{photo}",
        Roles(&[Auditor]),
    ),
    // Counts of reports. Never for admins: they keep the machine that the reports are on.
    (
        "GET",
        "/api/staff/safety/counts",
        Roles(&[Patrol, Prevention]),
    ),
    ("GET", "/api/staff/safety/sensitive", Roles(&[Prevention])),
    // Lines of help, and focus areas of prevention.
    ("GET", "/verwaltung/beratung", Roles(&[Prevention])),
    ("POST", "/verwaltung/beratung", Roles(&[Prevention])),
    ("GET", "/verwaltung/beratung/neu", Roles(&[Prevention])),
    ("GET", "/verwaltung/beratung/luecken", Roles(&[Prevention])),
    ("GET", "/verwaltung/beratung/{id}", Roles(&[Prevention])),
    ("POST", "/verwaltung/beratung/{id}", Roles(&[Prevention])),
    ("GET", "/api/staff/counselling", Roles(&[Prevention])),
    ("GET", "/api/staff/counselling/{id}", Roles(&[Prevention])),
    ("PUT", "/api/staff/counselling/{id}", Roles(&[Prevention])),
    (
        "DELETE",
        "/api/staff/counselling/{id}",
        Roles(&[Prevention]),
    ),
    ("GET", "/verwaltung/praevention", Roles(&[Prevention])),
    ("POST", "/verwaltung/praevention", Roles(&[Prevention])),
    ("GET", "/verwaltung/praevention/{id}", Roles(&[Prevention])),
    ("POST", "/verwaltung/praevention/{id}", Roles(&[Prevention])),
    ("GET", "/verwaltung/meldungen", Roles(&[Patrol, Prevention])),
    // Other programs that are told of changes.
    ("GET", "/verwaltung/webhooks", Roles(&[Admin])),
    ("POST", "/verwaltung/webhooks", Roles(&[Admin])),
    ("POST", "/verwaltung/webhooks/{id}", Roles(&[Admin])),
    ("GET", "/api/staff/webhooks", Roles(&[Admin])),
    ("POST", "/api/staff/webhooks", Roles(&[Admin])),
    ("GET", "/api/staff/webhooks/{id}", Roles(&[Admin])),
    ("DELETE", "/api/staff/webhooks/{id}", Roles(&[Admin])),
    ("POST", "/api/staff/webhooks/{id}/pause", Roles(&[Admin])),
    ("POST", "/api/staff/webhooks/{id}/resume", Roles(&[Admin])),
    ("POST", "/api/staff/webhooks/{id}/ping", Roles(&[Admin])),
    // Accounts.
    ("GET", "/verwaltung/konten", Roles(&[Admin])),
    ("POST", "/verwaltung/konten", Roles(&[Admin])),
    ("POST", "/verwaltung/konten/{id}", Roles(&[Admin])),
];

/// What the table says.
#[must_use]
pub fn who(method: &Method, path: &str) -> Who {
    let line = TABLE
        .iter()
        .find(|(own, at, _)| *own == method.as_str() && *at == path);
    line.map_or(Who::Nobody, |(_, _, who)| *who)
}

#[cfg(test)]
mod tests;
