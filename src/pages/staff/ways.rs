//! What is measured on ways: write it down, correct it, withdraw it. All of it works without script; with it a map helps to find
//! the spot.

mod form;
mod typed;

use axum::Extension;
use axum::body::Bytes;
use axum::extract::Path;
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use uuid::Uuid;

use super::Desk;
use crate::domain::measured_way::{MEASURED_WAY, MeasuredWay, MeasuredWayId};
use crate::domain::passage::Wheels;
use crate::domain::place::Version;
use crate::domain::staff::Actor;
use crate::domain::trail::{Action, Subject, TrailEntry, TrailFilter};
use crate::editing::{self, NotWritten};
use crate::export::measured_ways::sureness;
use crate::pages::form::Fields;
use crate::pages::wording;
use crate::snapshot::Stretch;
use form::WayForm;
use typed::Typed;

#[cfg(test)]
pub(super) use form::words;

/// Where measurements of ways are.
pub(super) const PATH: &str = "/verwaltung/wege";

/// So many entries of the trail are shown.
const MOST_TOLD: u32 = 50;

/// `GET /verwaltung/wege`
pub(super) async fn show(desk: Desk, uri: Uri) -> Response {
    let typed = Typed::of_address(uri.query().unwrap_or_default());
    list(&desk, StatusCode::OK, MeasuredWayId(Uuid::new_v4()), &typed)
}

/// `GET /verwaltung/wege/{id}`
pub(super) async fn show_one(desk: Desk, Path(id): Path<String>) -> Response {
    let id = id.parse::<MeasuredWayId>().ok();
    match id.and_then(|id| desk.snapshot.measured_way(id)) {
        Some((own, _)) => one(&desk, StatusCode::OK, own.id, &Typed::of(own)).await,
        None => unknown(&desk),
    }
}

/// `POST /verwaltung/wege`: a new one. Its identity comes with the form, so that sent twice it is kept once.
pub(super) async fn add(
    desk: Desk,
    Extension(actor): Extension<Actor>,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let Some(fields) = Fields::read(&headers, &body) else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    let Ok(id) = fields.value("id").parse::<MeasuredWayId>() else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    let mut typed = Typed::sent(&fields);
    match written(&desk, actor, (id, None), &mut typed).await {
        Ok(()) => desk.done(&address(id), "staff-done-way"),
        Err(status) => list(&desk, status, id, &typed),
    }
}

/// `POST /verwaltung/wege/{id}`: corrected or withdrawn.
pub(super) async fn change(
    desk: Desk,
    Extension(actor): Extension<Actor>,
    Path(id): Path<String>,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let fields = Fields::read(&headers, &body);
    let (Ok(id), Some(fields)) = (id.parse::<MeasuredWayId>(), fields) else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    let Ok(seen) = fields.value("seen").parse::<Version>() else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    let mut typed = Typed::sent(&fields);
    let hindrance = match fields.value("do") {
        "save" => match written(&desk, actor, (id, Some(seen)), &mut typed).await {
            Ok(()) => return desk.done(&address(id), "staff-done-way"),
            Err(status) => status,
        },
        "withdraw" => match editing::withdraw_way(&desk.city, actor, (id, Some(seen))).await {
            Ok(_) => return desk.done(PATH, "staff-done-way-withdrawn"),
            Err(why) => hindered(&desk, why, &mut typed),
        },
        _ => return StatusCode::BAD_REQUEST.into_response(),
    };
    // What the other one wrote stands in the city as it is now.
    let snapshot = desk.city.snapshot();
    let desk = Desk { snapshot, ..desk };
    let Some((kept, _)) = desk.snapshot.measured_way(id) else {
        return unknown(&desk);
    };
    if fields.value("do") == "withdraw" {
        // The button that withdraws sends no fields.
        typed = Typed {
            wrong: typed.wrong,
            ..Typed::of(kept)
        };
    }
    one(&desk, hindrance, id, &typed).await
}

/// Writes down what was typed; or notes what is wrong with it, and says how the answer is called.
async fn written(
    desk: &Desk,
    actor: Actor,
    own: (MeasuredWayId, Option<Version>),
    typed: &mut Typed,
) -> Result<(), StatusCode> {
    let sent = typed.read().map_err(|key| {
        typed.wrong = Some(key.to_owned());
        StatusCode::BAD_REQUEST
    })?;
    let done = editing::measure_way(&desk.city, actor, own, sent).await;
    done.map(|_| ()).map_err(|why| hindered(desk, why, typed))
}

/// Notes why it is not written.
fn hindered(desk: &Desk, why: NotWritten, typed: &mut Typed) -> StatusCode {
    let (key, status) = match why {
        NotWritten::Rules(rules) => {
            let field = rules.first().map_or("", |own| &own.field);
            (typed.rule(field, &desk.snapshot), StatusCode::BAD_REQUEST)
        }
        NotWritten::AnotherMeasurement => ("staff-way-meanwhile", StatusCode::CONFLICT),
        NotWritten::Failed(error) => {
            tracing::error!(%error, "a measurement could not be written");
            ("staff-failed", StatusCode::SERVICE_UNAVAILABLE)
        }
        _ => ("staff-way-none", StatusCode::NOT_FOUND),
    };
    typed.wrong = Some(key.to_owned());
    status
}

fn address(id: MeasuredWayId) -> String {
    format!("{PATH}/{id}")
}

fn unknown(desk: &Desk) -> Response {
    let content = html! { p role="alert" { (desk.text("staff-way-none")) } };
    desk.page(
        StatusCode::NOT_FOUND,
        PATH,
        desk.text("staff-ways"),
        &content,
    )
}

/// All measurements, those first that match nothing, then those that are to be measured anew, and room for a new one.
fn list(desk: &Desk, status: StatusCode, id: MeasuredWayId, typed: &Typed) -> Response {
    let mut all: Vec<_> = desk.snapshot.measured_ways().collect();
    all.sort_by_key(|(own, stretch)| {
        let is_matched = matches!(stretch, Stretch::Edge(_));
        let is_due = own.is_due(desk.today());
        (
            is_matched,
            !is_due,
            std::cmp::Reverse(own.measured_on),
            own.id,
        )
    });
    let is_begun = typed.wrong.is_some() || !typed.lon.is_empty();
    let form = WayForm {
        desk,
        id,
        typed,
        kept: None,
    };
    let content = html! {
        p { (desk.text("staff-ways-about")) }
        p.hint { (desk.text("staff-ways-worst")) }
        @if desk.snapshot.walks().network.is_none() { p.notice { (desk.text("staff-ways-undrawn")) } }
        details open[is_begun || all.is_empty()] {
            summary { (desk.text("staff-way-new")) }
            (form.new_one())
        }
        h2 { (desk.text("staff-ways-all")) }
        @if all.is_empty() { p.unknown { (desk.text("staff-ways-none")) } }
        ul.accounts {
            @for (own, stretch) in all { li { (line(desk, own, stretch)) } }
        }
    };
    desk.page(status, PATH, desk.text("staff-ways"), &content)
}

/// One line of the list: which way, when, and what it changes.
fn line(desk: &Desk, own: &MeasuredWay, stretch: Stretch) -> Markup {
    html! {
        h3 { a href=(desk.link(&address(own.id))) { (name(desk, own, stretch)) } }
        p {
            (wording::date(desk.language, own.measured_on)) " · "
            @if own.is_due(desk.today()) { span.badge.stale { (desk.text("staff-way-due")) } " · " }
            (effect(desk, stretch))
        }
    }
}

/// How the way is called, or what sort it is.
fn name(desk: &Desk, own: &MeasuredWay, stretch: Stretch) -> String {
    let sort = desk.text(&format!("staff-way-sort-{}", own.sort));
    let network = desk.snapshot.walks().network.as_ref();
    let called = match (stretch, network) {
        (Stretch::Edge(edge), Some(network)) => network.name_and_length_m(edge).0,
        _ => None,
    };
    match called {
        Some(called) => format!("{called} ({sort})"),
        None => sort,
    }
}

/// How long the stretch is and how sure wheelchairs pass it, before and after; or that it matches nothing.
fn effect(desk: &Desk, stretch: Stretch) -> Markup {
    let (Stretch::Edge(edge), Some(network)) = (stretch, &desk.snapshot.walks().network) else {
        let key = match stretch {
            Stretch::Several => "staff-way-several",
            _ => "staff-way-nothing",
        };
        return html! { span.badge.stale { (desk.text(key)) } };
    };
    let (_, length_m) = network.name_and_length_m(edge);
    let metres = format!("{length_m:.0}");
    let said = |wheels, key| {
        let (before, after) = network.sureness_of(edge, wheels);
        let word = |own| desk.text(&format!("staff-way-sure-{}", sureness(own)));
        let both = [
            ("before", word(before).into()),
            ("after", word(after).into()),
        ];
        desk.language.text_with(key, both)
    };
    html! {
        (desk.language.text_with("staff-way-length", [("metres", metres.into())])) " · "
        (said(Wheels::Wheelchair, "staff-way-wheelchair")) " · "
        (said(Wheels::Walker, "staff-way-walker"))
    }
}

/// One measurement to be corrected or withdrawn, with what was written before.
async fn one(desk: &Desk, status: StatusCode, id: MeasuredWayId, typed: &Typed) -> Response {
    let Some((own, stretch)) = desk.snapshot.measured_way(id) else {
        return unknown(desk);
    };
    let filter = TrailFilter::about(Subject::of(MEASURED_WAY, id), MOST_TOLD);
    let entries = match desk.city.store().trail(&filter).await {
        Ok(entries) => entries,
        Err(error) => return desk.failed(&error),
    };
    let kept = Typed::of(own);
    let form = WayForm {
        desk,
        id,
        typed,
        kept: Some(&kept),
    };
    let content = html! {
        p { a href=(desk.link(PATH)) { (desk.text("staff-ways-all")) } }
        p { (effect(desk, stretch)) }
        (form.known(own.version()))
        h2 { (desk.text("staff-place-history")) }
        ul.plain { @for entry in &entries { li { (step(desk, entry)) } } }
    };
    desk.page(status, PATH, name(desk, own, stretch), &content)
}

fn step(desk: &Desk, entry: &TrailEntry) -> String {
    let at = wording::date(desk.language, desk.snapshot.date_at(entry.at));
    let author = match entry.author.role() {
        Some(role) => desk.text(&format!("role-{role}")),
        None => entry.author.shown().to_owned(),
    };
    let said = match entry.action {
        Action::Added => "staff-way-was-added",
        Action::Removed => "staff-way-was-withdrawn",
        _ => "staff-way-was-changed",
    };
    format!("{at} · {author} · {}", desk.text(said))
}
