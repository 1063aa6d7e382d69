//! Scenarios that planners keep: to be opened again, compared, or thrown away. They are made on the planner's own page.

use axum::Extension;
use axum::body::Bytes;
use axum::extract::{Path, RawQuery};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::{Desk, see_other, trail};
use crate::domain::scenario::{
    MOST_NAME_LETTERS, PlannedChange, Scenario, ScenarioDraft, ScenarioId,
};
use crate::domain::staff::Actor;
use crate::pages::form::{Fields, select};
use crate::pages::{planning, question};
use crate::store::Hand;

/// Where the scenarios are.
pub(super) const PATH: &str = "/verwaltung/szenarien";

/// What the page says besides the scenarios.
#[derive(Default)]
struct Told {
    /// A scenario to be kept: what was typed, and its changes.
    new: Option<(Fields, Vec<PlannedChange>)>,
    /// What is wrong with it: a field and the key of a message.
    wrong: Option<(&'static str, &'static str)>,
}

/// `GET /verwaltung/szenarien`: all of them; with `keep`, a form for one more; with `a` and `b`, on to the planner's page
/// with those two.
pub(super) async fn show(desk: Desk, RawQuery(query): RawQuery) -> Response {
    let query = query.unwrap_or_default();
    let value = |wanted: &str| {
        let mut pairs = form_urlencoded::parse(query.as_bytes());
        let found = pairs.find(|(name, _)| name == wanted);
        found.map(|(_, value)| value.into_owned())
    };
    if value("a").is_some() || value("b").is_some() {
        return compare(&desk, [value("a"), value("b")]).await;
    }
    let Some(keep) = value("keep") else {
        return answer(&desk, StatusCode::OK, &Told::default()).await;
    };
    let Ok(changes) = serde_json::from_str(&keep) else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    let told = Told {
        new: Some((Fields::default(), changes)),
        wrong: None,
    };
    answer(&desk, StatusCode::OK, &told).await
}

async fn compare(desk: &Desk, wanted: [Option<String>; 2]) -> Response {
    let mut plans = Vec::new();
    for (name, id) in ["a", "b"].into_iter().zip(wanted) {
        let Some(id) = id.filter(|id| !id.is_empty()) else {
            continue;
        };
        let Ok(id) = id.parse::<ScenarioId>() else {
            return StatusCode::BAD_REQUEST.into_response();
        };
        match desk.city.store().scenario(id).await {
            Ok(Some(own)) => plans.push((name, said(&own.draft.changes))),
            Ok(None) => return StatusCode::NOT_FOUND.into_response(),
            Err(error) => return desk.failed(&error),
        }
    }
    see_other(&on_the_map(desk, plans))
}

/// The planner's page with scenarios.
fn on_the_map(desk: &Desk, plans: impl IntoIterator<Item = (&'static str, String)>) -> String {
    let all = plans.into_iter().chain(desk.language_said());
    question::address(planning::SCENARIO, all)
}

/// Changes as an address and the API write them.
fn said(changes: &[PlannedChange]) -> String {
    // Changes are plain values: writing them does not fail.
    serde_json::to_string(changes).unwrap_or_default()
}

/// `POST /verwaltung/szenarien`
pub(super) async fn keep(
    desk: Desk,
    Extension(actor): Extension<Actor>,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let Some(form) = Fields::read(&headers, &body) else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    let Ok(changes) = serde_json::from_str::<Vec<PlannedChange>>(form.value("changes")) else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    let note = Some(form.value("note")).filter(|own| !own.is_empty());
    let draft = match ScenarioDraft::new(form.value("name"), note, changes.clone()) {
        Ok(draft) => draft,
        Err(invalid) => {
            let wrong = match invalid.field.as_ref() {
                "name" => ("name", "staff-scenario-name-rule"),
                "note" => ("note", "staff-scenario-note-rule"),
                _ => return StatusCode::BAD_REQUEST.into_response(),
            };
            return refused(&desk, StatusCode::BAD_REQUEST, form, changes, wrong).await;
        }
    };
    match desk.city.keep_scenario(actor, draft).await {
        Ok(Some(_)) => desk.done(PATH, "staff-done-scenario-kept"),
        Ok(None) => {
            let wrong = ("name", "staff-scenarios-too-many");
            refused(&desk, StatusCode::CONFLICT, form, changes, wrong).await
        }
        Err(error) => desk.failed(&error),
    }
}

async fn refused(
    desk: &Desk,
    status: StatusCode,
    typed: Fields,
    changes: Vec<PlannedChange>,
    wrong: (&'static str, &'static str),
) -> Response {
    let told = Told {
        new: Some((typed, changes)),
        wrong: Some(wrong),
    };
    answer(desk, status, &told).await
}

/// `POST /verwaltung/szenarien/{id}`: throws one away.
pub(super) async fn remove(
    desk: Desk,
    Extension(actor): Extension<Actor>,
    Path(id): Path<String>,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let form = Fields::read(&headers, &body);
    let version = form.and_then(|own| own.value("version").parse().ok());
    let (Ok(id), Some(version)) = (id.parse::<ScenarioId>(), version) else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    let store = desk.city.store();
    let seen = match store.scenario(id).await {
        Ok(Some(own)) => Scenario { version, ..own },
        Ok(None) => return StatusCode::NOT_FOUND.into_response(),
        Err(error) => return desk.failed(&error),
    };
    let by = Hand::of(actor, desk.city.now());
    match store.remove_scenario(&seen, &by).await {
        Ok(true) => desk.done(PATH, "staff-done-scenario-removed"),
        // Somebody else was faster: the list shows what there is now.
        Ok(false) => see_other(&desk.link(PATH)),
        Err(error) => desk.failed(&error),
    }
}

async fn answer(desk: &Desk, status: StatusCode, told: &Told) -> Response {
    let all = match desk.city.store().scenarios().await {
        Ok(all) => all,
        Err(error) => return desk.failed(&error),
    };
    let content = html! {
        p { (desk.text("staff-scenarios-about")) " " a href=(on_the_map(desk, [])) { (desk.text("planning-what-if")) } }
        @if let Some((typed, changes)) = &told.new { (form(desk, typed, changes, told.wrong)) }
        h2 { (desk.text("staff-scenarios-all")) }
        @if all.is_empty() { p.unknown { (desk.text("staff-scenarios-none")) } }
        ul.accounts { @for own in &all { li { (one(desk, own)) } } }
        @if all.len() > 1 { (comparing(desk, &all)) }
    };
    desk.page(status, PATH, desk.text("staff-scenarios"), &content)
}

fn form(
    desk: &Desk,
    typed: &Fields,
    changes: &[PlannedChange],
    wrong: Option<(&'static str, &'static str)>,
) -> Markup {
    let field = |name: &'static str, most: usize| {
        let wrong = wrong.filter(|(own, _)| *own == name);
        html! {
            div.field {
                label for=(name) { (desk.text(&format!("staff-scenario-{name}"))) }
                @if let Some((_, said)) = wrong { p.fault id=(format!("{name}-fault")) role="alert" { (desk.text(said)) } }
                input id=(name) type="text" name=(name) value=(typed.typed(name)) maxlength=(most) autocomplete="off"
                    required[name == "name"] aria-invalid=[wrong.map(|_| "true")]
                    aria-describedby=[wrong.map(|_| format!("{name}-fault"))];
            }
        }
    };
    html! {
        h2 { (desk.text("staff-scenario-new")) }
        (listed(desk, changes))
        form.entry action=(desk.link(PATH)) method="post" {
            input type="hidden" name="changes" value=(said(changes));
            (field("name", MOST_NAME_LETTERS))
            (field("note", crate::domain::note::MOST_LETTERS))
            p { button.button type="submit" { (desk.text("staff-scenario-keep")) } }
        }
    }
}

fn one(desk: &Desk, own: &Scenario) -> Markup {
    let remove = desk.link(&format!("{PATH}/{}", own.id));
    let now = desk.snapshot.revision().0;
    let kept = desk.language.text_with(
        "staff-scenario-kept",
        [
            ("at", trail::moment(desk, own.at).into()),
            ("role", desk.text(&format!("role-{}", own.by)).into()),
            ("revision", own.made_for.into()),
        ],
    );
    let throw_away = desk.text("staff-scenario-remove");
    html! {
        h3 { a href=(on_the_map(desk, [("a", said(&own.draft.changes))])) { (own.draft.name) } }
        @if let Some(note) = &own.draft.note { p { (note) } }
        (listed(desk, &own.draft.changes))
        p.hint {
            (kept)
            @if own.made_for != now { " " (desk.text("staff-scenario-changed")) }
        }
        form.buttons action=(remove) method="post" {
            input type="hidden" name="version" value=(own.version);
            button.button.secondary type="submit" aria-label=(format!("{throw_away}: {}", own.draft.name)) { (throw_away) }
        }
    }
}

fn listed(desk: &Desk, changes: &[PlannedChange]) -> Markup {
    html! {
        ol.changes { @for own in changes { li { (planning::change_words(desk.language, &desk.snapshot, own)) } } }
    }
}

/// Two of them side by side, on the planner's page.
fn comparing(desk: &Desk, all: &[Scenario]) -> Markup {
    let named: Vec<(String, String)> = all
        .iter()
        .map(|own| (own.id.to_string(), own.draft.name.to_string()))
        .collect();
    let named: Vec<_> = named.iter().map(|(id, name)| (id.as_str(), name)).collect();
    html! {
        h2 { (desk.text("staff-scenarios-compare")) }
        form.plan-form action=(PATH) method="get" {
            @if let Some((name, value)) = desk.language_said() { input type="hidden" name=(name) value=(value); }
            (select(desk.language, "a", "staff-scenario-a", "planning-choose", &named, named.first().map_or("", |own| own.0)))
            (select(desk.language, "b", "staff-scenario-b", "planning-choose", &named, named.get(1).map_or("", |own| own.0)))
            button.button type="submit" { (desk.text("staff-scenarios-show")) }
        }
    }
}
