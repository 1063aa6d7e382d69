//! What was done to one thing, as the trail tells it.

use axum::response::Response;
use maud::{Markup, html};

use super::Desk;
use crate::domain::trail::{Action, Subject, TrailEntry, TrailFilter};
use crate::pages::wording;

/// So many entries of the trail are shown.
const MOST_TOLD: u32 = 50;

/// Every step of something, the newest first.
pub(super) async fn steps(desk: &Desk, subject: Subject) -> Result<Markup, Response> {
    let filter = TrailFilter::about(subject, MOST_TOLD);
    let entries = desk.city.store().trail(&filter).await;
    let entries = entries.map_err(|error| desk.failed(&error))?;
    Ok(html! {
        h2 { (desk.text("staff-place-history")) }
        @if entries.is_empty() { p.unknown { (desk.text("staff-steps-none")) } }
        ul.plain { @for entry in &entries { li { (step(desk, entry)) } } }
    })
}

fn step(desk: &Desk, entry: &TrailEntry) -> String {
    let at = wording::date(desk.language, desk.snapshot.date_at(entry.at));
    let author = match entry.author.role() {
        Some(role) => desk.text(&format!("role-{role}")),
        None => entry.author.shown().to_owned(),
    };
    let said = match entry.action {
        Action::Added => "staff-step-added",
        Action::Removed => "staff-step-removed",
        _ => "staff-step-changed",
    };
    format!("{at} · {author} · {}", desk.text(said))
}
