//! Where somebody has to look again, and why; and where measures are open. Both are worked out and stored nowhere.

use std::sync::Arc;

use axum::http::StatusCode;
use axum::response::Response;
use maud::{Markup, html};

use super::{Desk, audits, measures};
use crate::export::barrier_free::{DueReport, DueRow, PlacedAt};
use crate::gate::in_turn;
use crate::pages::wording;

/// Where the list is.
pub(super) const PATH: &str = "/verwaltung/nachpruefung";

/// The same for programs.
const API: &str = "/api/staff/re-audits";

/// `GET /verwaltung/nachpruefung`
pub(super) async fn show(desk: Desk) -> Response {
    let all = match desk.city.store().all_measures().await {
        Ok(all) => all,
        Err(error) => return desk.failed(&error),
    };
    let (city, today) = (Arc::clone(&desk.snapshot), desk.today());
    let work = in_turn(move || DueReport::new(&city, &all, today, API)).await;
    let Some(report) = work.ok().flatten() else {
        return measures::busy(&desk, PATH, "staff-due");
    };
    let content = html! {
        p { (desk.text("staff-due-about")) }
        nav.crumbs aria-label=(desk.text("place-ways")) {
            a href=(format!("{API}.csv")) { (desk.text("planning-link-csv")) }
            a href=(API) { (desk.text("planning-link-api")) }
        }
        h2 { (desk.language.text_with("staff-due-count", [("count", report.due.len().into())])) }
        @if report.due.is_empty() { p.unknown { (desk.text("staff-due-none")) } }
        (by_district(&desk, &report))
        h2 { (desk.language.text_with("staff-open-count", [("count", report.open.len().into())])) }
        ul.plain.open-measures {
            @for own in &report.open {
                li data-place=(own.at.place) {
                    (name(&own.at)) ": " (desk.language.text_with("staff-open-measures", [("count", own.measures.into())]))
                }
            }
        }
        (measures::provenance(&desk, &report.provenance))
    };
    desk.page(StatusCode::OK, PATH, desk.text("staff-due"), &content)
}

/// The rows come by district.
fn by_district(desk: &Desk, report: &DueReport) -> Markup {
    let groups = report
        .due
        .chunk_by(|one, other| one.at.district == other.at.district);
    html! {
        @for group in groups {
            @let district = group[0].at.district_name.as_deref();
            h3 { (district.map_or_else(|| desk.text("planning-elsewhere"), str::to_owned)) }
            ul.plain.due { @for own in group { (row(desk, own)) } }
        }
    }
}

fn row(desk: &Desk, own: &DueRow) -> Markup {
    let day = |day| wording::date(desk.language, day);
    // The place is found by its name there.
    let named = own.at.place_name.as_deref().map(|name| ("q", name));
    let plan = super::link(audits::PATH, desk.language, named.as_slice());
    html! {
        li data-place=(own.at.place) {
            strong { (name(&own.at)) }
            span.line { (desk.language.text_with("staff-due-audited", [("day", day(own.audited_on).into())])) }
            ul.plain {
                @for reason in &own.reasons { li data-due=(reason) { (desk.text(&format!("staff-due-{reason}"))) } }
            }
            @if desk.may(audits::PATH) {
                a href=(plan) {
                    (desk.text("staff-due-plan")) span.visually-hidden { ": " (name(&own.at)) }
                }
            }
        }
    }
}

fn name(at: &PlacedAt) -> &str {
    at.place_name.as_deref().unwrap_or("–")
}
