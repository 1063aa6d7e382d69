//! All places as a table for a spreadsheet, out and in again.

use axum::extract::{Extension, Multipart};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::Desk;
use crate::domain::staff::Actor;
use crate::editing::{self, NotTaken};
use crate::import::Complaint;
use crate::import::reconcile::Reconciled;

/// Where the table goes out and comes in.
pub(super) const PATH: &str = "/verwaltung/orte/tabelle";

/// Entries of each list that are shown.
const EXAMPLES: usize = 50;

/// `GET /verwaltung/orte/tabelle`
pub(super) async fn show(desk: Desk) -> Response {
    answer(&desk, StatusCode::OK, &html! {})
}

/// A file that somebody sent.
struct Sent {
    name: String,
    bytes: Vec<u8>,
    is_trial: bool,
}

async fn sent(mut form: Multipart) -> Result<Sent, StatusCode> {
    let mut sent = Sent {
        name: String::new(),
        bytes: Vec::new(),
        // Only who says so stores something.
        is_trial: true,
    };
    while let Some(field) = form.next_field().await.map_err(|error| error.status())? {
        match field.name() {
            Some("file") => {
                let name = field.file_name().unwrap_or_default();
                sent.name = name
                    .chars()
                    .filter(|sign| !sign.is_control())
                    .take(100)
                    .collect();
                let bytes = field.bytes().await.map_err(|error| error.status())?;
                sent.bytes = bytes.to_vec();
            }
            Some("do") => {
                let text = field.text().await.map_err(|error| error.status())?;
                sent.is_trial = text != "store";
            }
            _ => return Err(StatusCode::BAD_REQUEST),
        }
    }
    Ok(sent)
}

/// `POST /verwaltung/orte/tabelle`
pub(super) async fn take(
    desk: Desk,
    Extension(actor): Extension<Actor>,
    form: Multipart,
) -> Response {
    let sent = match sent(form).await {
        Ok(sent) => sent,
        Err(status) => return status.into_response(),
    };
    if sent.bytes.is_empty() {
        let said = html! { p.notice role="alert" { (desk.text("staff-table-no-file")) } };
        return answer(&desk, StatusCode::BAD_REQUEST, &said);
    }
    let taken = editing::take_table(&desk.city, actor, &sent.name, sent.bytes, sent.is_trial);
    match taken.await {
        Ok(told) => answer(&desk, StatusCode::OK, &report(&desk, &told, sent.is_trial)),
        Err(NotTaken::Refused(complaints)) => {
            answer(&desk, StatusCode::BAD_REQUEST, &refused(&desk, &complaints))
        }
        Err(NotTaken::Failed(error)) => desk.failed(&error),
    }
}

/// What would happen, or did.
fn report(desk: &Desk, told: &Reconciled, is_trial: bool) -> Markup {
    let heading = if is_trial {
        "staff-table-trial"
    } else {
        "staff-table-stored"
    };
    let groups = [
        ("staff-table-added", &told.added),
        ("staff-table-changed", &told.changed),
        ("staff-table-since", &told.changed_since),
        ("staff-table-duplicates", &told.likely_duplicates),
    ];
    html! {
        section #report.notice.done role="status" {
            h2 { (desk.text(heading)) }
            p { (desk.language.text_with("staff-table-unchanged", [("count", told.unchanged.into())])) }
            @for (message, names) in groups.into_iter().filter(|(_, names)| !names.is_empty()) {
                h3 { (desk.language.text_with(message, [("count", names.len().into())])) }
                ul {
                    @for name in names.iter().take(EXAMPLES) { li { (name) } }
                    @if names.len() > EXAMPLES { li { "…" } }
                }
            }
        }
    }
}

fn refused(desk: &Desk, complaints: &[Complaint]) -> Markup {
    html! {
        section #report.notice role="alert" {
            h2 { (desk.text("staff-table-refused")) }
            ul {
                @for own in complaints.iter().take(EXAMPLES) {
                    li {
                        @if !own.feature.is_empty() { (own.feature) ": " }
                        @if !own.field.is_empty() { code { (own.field) } " " }
                        span lang="en" { (own.reason) }
                    }
                }
                @if complaints.len() > EXAMPLES { li { "…" } }
            }
        }
    }
}

fn answer(desk: &Desk, status: StatusCode, report: &Markup) -> Response {
    let content = html! {
        (report)
        h2 { (desk.text("staff-table-out")) }
        p { (desk.text("staff-table-out-about")) }
        p.buttons { a.button href="/api/staff/places.csv" download="orte.csv" { (desk.text("staff-table-download")) } }
        h2 { (desk.text("staff-table-in")) }
        p { (desk.text("staff-table-in-about")) }
        form.entry #table-form action=(desk.link(PATH)) method="post" enctype="multipart/form-data" {
            div.field {
                label for="file" { (desk.text("staff-table-file")) }
                input id="file" type="file" name="file" accept=".csv,.geojson,.json,text/csv,application/geo+json" required;
            }
            p.buttons {
                button.button.secondary type="submit" name="do" value="try" { (desk.text("staff-table-try")) }
                button.button type="submit" name="do" value="store" { (desk.text("staff-table-store")) }
            }
        }
    };
    desk.page(status, PATH, desk.text("staff-table"), &content)
}
