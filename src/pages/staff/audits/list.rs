//! All audits, by how far they are, and the form that plans one.

use axum::Extension;
use axum::body::Bytes;
use axum::extract::RawQuery;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use chrono::NaiveDate;
use maud::{Markup, html};
use serde_json::json;
use uuid::Uuid;

use super::{PATH, hindrance, path_of, sheet_of, words};
use crate::barrier_free::Catalogue;
use crate::city::{NotKept, SentAudit};
use crate::domain::audit::life::State;
use crate::domain::audit::{Audit, AuditId, Auditor, Depth, Source};
use crate::domain::staff::{Actor, Role};
use crate::domain::{Invalid, PlaceId, folding};
use crate::pages::form::{Fields, select};
use crate::pages::results::kind_name;
use crate::pages::staff::Desk;
use crate::pages::wording;
use crate::pages::{barriers, onsite};
use crate::snapshot::{PlaceFilter, Within};

/// So many audits of one state are listed; the search finds the others.
const MOST_OF_A_STATE: usize = 100;

/// So many places are offered for a search.
const MOST_PLACES: usize = 20;

/// The order in which somebody looks for what is to be done.
const ORDER: [State; 5] = [
    State::InProgress,
    State::Scheduled,
    State::Planned,
    State::Completed,
    State::Published,
];

/// What is looked for.
#[derive(Default)]
struct Asked {
    text: String,
    state: Option<State>,
}

impl Asked {
    fn read(query: &str) -> Self {
        let mut asked = Self::default();
        for (name, value) in form_urlencoded::parse(query.as_bytes()) {
            match &*name {
                "q" => asked.text = value.trim().chars().take(200).collect(),
                "state" => asked.state = value.parse().ok(),
                _ => {}
            }
        }
        asked
    }
}

/// `GET /verwaltung/begehungen`
pub(in crate::pages::staff) async fn show(desk: Desk, RawQuery(query): RawQuery) -> Response {
    let asked = Asked::read(&query.unwrap_or_default());
    answer(&desk, &asked, StatusCode::OK, None).await
}

/// `POST /verwaltung/begehungen`: plans an audit of a place. Its identity comes with the form, so that sent twice it is one.
pub(in crate::pages::staff) async fn plan(
    desk: Desk,
    Extension(actor): Extension<Actor>,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let form = Fields::read(&headers, &body);
    let Some(form) = form else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    let (id, place) = (form.value("id").parse(), form.value("place").parse());
    let (Ok(id), Ok(place)) = (id, place) else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    match planned(&desk, actor, (id, place), &form).await {
        Ok(()) => desk.done(&path_of(id), "staff-done-audit-planned"),
        Err(NotKept::Meanwhile { .. }) => {
            let said = Some("staff-audit-sent-already");
            answer(&desk, &Asked::default(), StatusCode::CONFLICT, said).await
        }
        Err(why) => match hindrance(&desk, why) {
            Ok((status, said)) => answer(&desk, &Asked::default(), status, Some(said)).await,
            Err(page) => *page,
        },
    }
}

async fn planned(
    desk: &Desk,
    actor: Actor,
    (id, place): (AuditId, PlaceId),
    form: &Fields,
) -> Result<(), NotKept> {
    let said = Planned::read(form)?;
    let sent = SentAudit {
        place,
        criteria: None,
        depth: said.depth,
        source: Source::Audit,
        auditors: said.auditors,
        planned_on: said.day,
        audited_on: None,
        sheet: json!({}),
    };
    desk.city.plan_audit(actor, id, sent).await.map(drop)
}

/// What a plan says: how much is looked at, when, and by whom.
pub(super) struct Planned {
    pub(super) depth: Depth,
    pub(super) day: Option<NaiveDate>,
    pub(super) auditors: Vec<Auditor>,
}

impl Planned {
    /// # Errors
    /// Names the field that cannot be read.
    pub(super) fn read(form: &Fields) -> Result<Self, Invalid> {
        let day = form.value("planned_on");
        let day = (!day.is_empty()).then(|| day.parse::<NaiveDate>());
        let auditors = form.values("auditors").iter().map(|own| own.parse());
        Ok(Self {
            depth: form.value("depth").parse()?,
            day: day
                .transpose()
                .map_err(|_no_day| Invalid::new("planned_on", "must be a day"))?,
            auditors: auditors.collect::<Result<_, Invalid>>()?,
        })
    }

    /// The fields that ask for it.
    pub(super) fn fields(
        desk: &Desk,
        criteria: &Catalogue,
        depth: Depth,
        day: Option<NaiveDate>,
        auditors: &[Auditor],
    ) -> Markup {
        let day = day.map(|own| own.to_string()).unwrap_or_default();
        html! {
            fieldset {
                legend { (desk.text("staff-audit-depth")) }
                div.chips {
                    @for own in Depth::ALL {
                        label.chip {
                            input type="radio" name="depth" value=(own) checked[*own == depth];
                            (depth_of(desk, *own, criteria))
                        }
                    }
                }
            }
            div.field {
                label for="planned_on" { (desk.text("staff-audit-planned-on")) }
                input #planned_on type="date" name="planned_on" value=(day);
            }
            fieldset {
                legend { (desk.text("staff-audit-auditors")) }
                div.chips {
                    @for own in Auditor::ALL {
                        label.chip {
                            input type="checkbox" name="auditors" value=(own) checked[auditors.contains(own)];
                            (desk.text(&format!("auditor-{own}")))
                        }
                    }
                }
            }
        }
    }
}

/// How much is looked at, and how many criteria that is.
fn depth_of(desk: &Desk, depth: Depth, criteria: &Catalogue) -> String {
    let count = match depth {
        Depth::Quick => barriers::words::core_count(criteria),
        Depth::Full => criteria.criteria().len(),
    };
    let said = [
        ("depth", desk.text(&format!("depth-{depth}")).into()),
        ("count", count.into()),
    ];
    desk.language.text_with("staff-audit-depth-criteria", said)
}

async fn answer(
    desk: &Desk,
    asked: &Asked,
    status: StatusCode,
    wrong: Option<&'static str>,
) -> Response {
    let all = match desk.city.store().audits_without_sheets().await {
        Ok(all) => all,
        Err(error) => return desk.failed(&error),
    };
    let wanted = folding::fold(&asked.text);
    let found = all.iter().filter(|own| {
        let place = desk.snapshot.place(own.draft.place);
        let is_called = place.is_some_and(|own| own.folded_name().contains(&*wanted));
        wanted.is_empty() || is_called
    });
    let found: Vec<_> = found.collect();
    let is_auditor = desk.session.account.roles.has(Role::Auditor);
    let content = html! {
        @if let Some(said) = wrong { p.notice role="alert" { (desk.text(said)) } }
        p { (desk.text("staff-audits-about")) }
        @if is_auditor {
            p.buttons {
                a.button href=(desk.link(onsite::PATH)) { (desk.text("onsite-title")) }
            }
            p.hint #onsite-prepare { (desk.text("staff-audits-onsite-about")) }
        }
        (search(desk, asked))
        (new(desk, asked))
        @for state in ORDER.into_iter().filter(|own| asked.state.is_none_or(|it| it == *own)) {
            (group(desk, state, &found))
        }
        @if found.is_empty() { p.unknown { (desk.text("staff-audits-none")) } }
    };
    desk.page(status, PATH, desk.text("staff-audits"), &content)
}

fn search(desk: &Desk, asked: &Asked) -> Markup {
    let states = ORDER.map(|own| (own.as_str(), desk.text(&format!("staff-audit-state-{own}"))));
    let chosen = asked.state.map_or("", State::as_str);
    html! {
        form.entry.line action=(PATH) method="get" role="search" {
            @if let Some((name, value)) = desk.language_said() { input type="hidden" name=(name) value=(value); }
            div.field { label for="q" { (desk.text("staff-audits-search")) } input #q type="search" name="q" value=(asked.text); }
            (select(desk.language, "state", "staff-audit-state", "staff-all", &states, chosen))
            p.buttons { button.button.secondary type="submit" { (desk.text("staff-show")) } }
        }
    }
}

/// The form that plans an audit of one of the places that were searched for.
fn new(desk: &Desk, asked: &Asked) -> Markup {
    if asked.text.is_empty() {
        return html! { p.hint { (desk.text("staff-audits-search-first")) } };
    }
    let filter = PlaceFilter {
        text: Some(asked.text.clone()),
        ..PlaceFilter::default()
    };
    let found = desk
        .snapshot
        .find(&Within::Everywhere, &filter, None, MOST_PLACES);
    html! {
        details open {
            summary { (desk.text("staff-audit-plan")) }
            @if found.places.is_empty() {
                p.unknown { (desk.text("staff-audits-no-place")) }
            } @else {
                form.entry action=(desk.link(PATH)) method="post" {
                    input type="hidden" name="id" value=(Uuid::new_v4());
                    fieldset {
                        legend { (desk.text("staff-audit-place")) }
                        div.chips {
                            @for (number, own) in found.places.iter().enumerate() {
                                label.chip {
                                    input type="radio" name="place" value=(own.place.id) checked[number == 0];
                                    span { (own.place.name) " (" (kind_name(desk.language, own.place.kind)) ")" }
                                }
                            }
                        }
                    }
                    (Planned::fields(desk, desk.snapshot.criteria().current(desk.today()), Depth::Quick, None, &[]))
                    p { button.button type="submit" { (desk.text("staff-audit-plan")) } }
                }
            }
        }
    }
}

fn group(desk: &Desk, state: State, all: &[&Audit]) -> Markup {
    let own: Vec<_> = all.iter().filter(|own| own.state == state).collect();
    let more = own.len().saturating_sub(MOST_OF_A_STATE);
    html! {
        @if !own.is_empty() {
            section {
                h2 { (desk.text(&format!("staff-audit-state-{state}"))) " (" (wording::number(own.len())) ")" }
                ul.queue { @for audit in own.into_iter().take(MOST_OF_A_STATE) { li { (entry(desk, audit)) } } }
                @if more > 0 { p.hint { (desk.language.text_with("staff-audits-more", [("count", more.into())])) } }
            }
        }
    }
}

fn entry(desk: &Desk, own: &Audit) -> Markup {
    let day = |day| wording::date(desk.language, day);
    let is_open = own.withdrawn.is_none()
        && !matches!(own.state, State::Completed | State::Published)
        && desk.session.account.roles.has(Role::Auditor);
    html! {
        div {
            h3 { a href=(desk.link(&path_of(own.id))) { (super::one::name(desk, own)) } }
            p.hint {
                (desk.text(&format!("depth-{}", own.draft.depth)))
                @match (own.draft.audited_on, own.draft.planned_on) {
                    (Some(on), _) => { " · " (desk.language.text_with("staff-audit-was-on", [("day", day(on).into())])) }
                    (None, Some(on)) => { " · " (desk.language.text_with("staff-audit-planned-for", [("day", day(on).into())])) }
                    (None, None) => {}
                }
                @if !own.draft.auditors.is_empty() { " · " (words::auditors(desk, &own.draft.auditors)) }
                @if own.is_made_up() { " · " strong { (desk.text("staff-audit-made-up")) } }
                @if own.withdrawn.is_some() { " · " strong { (desk.text("staff-audit-withdrawn")) } }
            }
        }
        @if is_open { a.button.secondary href=(sheet_of(desk, own.id)) { (desk.text("staff-audit-on-site")) span.visually-hidden { ": " (super::one::name(desk, own)) } } }
    }
}
