//! Audits at the desk: what is planned and done, one by one, with what is to be done about barriers.

mod answers;
mod differing;
mod list;
mod measures;
mod one;
mod photos;
mod steps;
mod words;

use axum::http::StatusCode;
use axum::response::Response;
use maud::html;

use super::{Desk, see_other};
use crate::auth::Paths;
use crate::city::NotKept;
use crate::domain::audit::{Audit, AuditId};
use crate::pages::onsite;

/// Where the audits are.
pub(super) const PATH: &str = "/verwaltung/begehungen";

/// Where somebody who has to log in first is led on to the sheet.
pub(super) const TO_THE_SHEET: &str = "/verwaltung/begehungen/vor-ort";

/// Adds the pages of audits.
pub(super) fn add_paths(paths: Paths) -> Paths {
    paths
        .get(PATH, list::show)
        .post(PATH, list::plan)
        .get(TO_THE_SHEET, to_the_sheet)
        .get("/verwaltung/begehungen/{id}", one::show)
        .post("/verwaltung/begehungen/{id}", steps::change)
        .get("/verwaltung/begehungen/{id}/unterschiede", differing::show)
        .post("/verwaltung/begehungen/{id}/massnahmen", measures::add)
        .post(
            "/verwaltung/begehungen/{id}/massnahmen/{measure}",
            measures::change,
        )
        .post("/verwaltung/begehungen/{id}/fotos", photos::add)
        .post("/verwaltung/begehungen/{id}/fotos/{photo}", photos::remove)
}

/// `GET /verwaltung/begehungen/vor-ort`: the sheet is open to everybody; by this way one is logged in when one gets there.
pub(super) async fn to_the_sheet(desk: Desk) -> Response {
    see_other(&desk.link(onsite::PATH))
}

/// The page of one audit.
fn path_of(id: AuditId) -> String {
    format!("{PATH}/{id}")
}

/// The sheet of one audit, on the device of whoever follows it.
fn sheet_of(desk: &Desk, id: AuditId) -> String {
    format!("{}#begehung={id}", desk.link(onsite::PATH))
}

/// The audit at an address, or the page that says there is none.
async fn found(desk: &Desk, id: &str) -> Result<Audit, Response> {
    let Ok(id) = id.parse::<AuditId>() else {
        return Err(missing(desk));
    };
    match desk.city.store().audit(id).await {
        Ok(Some(own)) => Ok(own),
        Ok(None) => Err(missing(desk)),
        Err(error) => Err(desk.failed(&error)),
    }
}

fn missing(desk: &Desk) -> Response {
    let content = html! { p role="alert" { (desk.text("staff-audit-missing")) } };
    let title = desk.text("staff-audits");
    desk.page(StatusCode::NOT_FOUND, PATH, title, &content)
}

/// Status and message for what was not written; the page itself where there is nothing to show it on.
fn hindrance(desk: &Desk, why: NotKept) -> Result<(StatusCode, &'static str), Box<Response>> {
    match why {
        NotKept::Rule(invalid) => Ok((StatusCode::BAD_REQUEST, words::rule(&invalid.field))),
        NotKept::Meanwhile { .. } => Ok((StatusCode::CONFLICT, "staff-audit-meanwhile")),
        NotKept::Unknown => Err(Box::new(missing(desk))),
        NotKept::Failed(error) => Err(Box::new(desk.failed(&error))),
    }
}
