//! Surveys: what is known about each district, and the word of somebody of the city that everything there is recorded.

use std::collections::HashMap;

use axum::Extension;
use axum::body::Bytes;
use axum::extract::Path;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use chrono::NaiveDate;
use maud::{Markup, html};

use super::Desk;
use crate::domain::note::{MOST_LETTERS, Note};
use crate::domain::place::Version;
use crate::domain::staff::Actor;
use crate::domain::survey::{HOLDS_MONTHS, Survey};
use crate::domain::trail::{About, Action, SURVEY, TrailEntry, TrailFilter};
use crate::domain::{Class, District, DistrictId, Invalid, folding};
use crate::editing::{self, NotWritten};
use crate::pages::district;
use crate::pages::form::Fields;
use crate::pages::wording;

/// Where the surveys are.
pub(super) const PATH: &str = "/verwaltung/erhebung";

/// So many entries of the trail are looked at for what was confirmed before.
const MOST_TOLD: u32 = 500;

/// A form that comes back.
struct Typed {
    district: DistrictId,
    since: String,
    note: String,
    /// The key of a message.
    wrong: String,
}

impl Typed {
    fn of(district: DistrictId, form: &Fields, wrong: String) -> Self {
        Self {
            district,
            since: form.value("since").to_owned(),
            note: form.value("note").to_owned(),
            wrong,
        }
    }
}

/// `GET /verwaltung/erhebung`
pub(super) async fn show(desk: Desk) -> Response {
    answer(&desk, StatusCode::OK, None).await
}

/// `POST /verwaltung/erhebung/{district}`
pub(super) async fn change(
    desk: Desk,
    Extension(actor): Extension<Actor>,
    Path(id): Path<String>,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let form = Fields::read(&headers, &body);
    let (Ok(district), Some(form)) = (id.parse::<DistrictId>(), form) else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    let Ok(seen) = seen(&form) else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    let own = (district.clone(), seen);
    let written = match form.value("do") {
        "confirm" => match said(&form) {
            Ok((since, note)) => editing::confirm_survey(&desk.city, actor, own, since, note)
                .await
                .map(|_| "staff-done-surveyed"),
            Err(wrong) => return again(&desk, district, &form, wrong).await,
        },
        "withdraw" => editing::withdraw_survey(&desk.city, actor, own)
            .await
            .map(|_| "staff-done-survey-withdrawn"),
        _ => return StatusCode::BAD_REQUEST.into_response(),
    };
    match written {
        Ok(done) => desk.done(PATH, done),
        Err(hindrance) => hindered(desk, district, &form, hindrance).await,
    }
}

/// Why it is not written.
async fn hindered(
    desk: Desk,
    district: DistrictId,
    form: &Fields,
    hindrance: NotWritten,
) -> Response {
    match hindrance {
        NotWritten::Rules(_) => {
            again(&desk, district, form, "staff-survey-day-rule".to_owned()).await
        }
        NotWritten::AnotherSurvey => {
            // What the other one said stands in the city as it is now.
            let snapshot = desk.city.snapshot();
            let desk = Desk { snapshot, ..desk };
            let typed = Typed::of(district, form, "staff-survey-meanwhile".to_owned());
            answer(&desk, StatusCode::CONFLICT, Some(&typed)).await
        }
        NotWritten::Failed(error) => desk.failed(&error),
        _ => {
            let content = html! { p role="alert" { (desk.text("staff-survey-none-here")) } };
            desk.page(
                StatusCode::NOT_FOUND,
                PATH,
                desk.text("staff-surveys"),
                &content,
            )
        }
    }
}

/// What the form says, or the key of what is wrong with it.
fn said(form: &Fields) -> Result<(NaiveDate, Option<Note>), String> {
    let since = form.value("since").parse().ok();
    let since: NaiveDate = since.ok_or_else(|| "staff-rule-day".to_owned())?;
    let text = form.value("note");
    let note = (!text.is_empty()).then(|| Note::read(text)).transpose();
    Ok((since, note.map_err(|fault| format!("staff-note-{fault}"))?))
}

/// Which survey the form was made for; none where there was none.
fn seen(form: &Fields) -> Result<Option<Version>, Invalid> {
    let seen = form.value("seen");
    (!seen.is_empty()).then(|| seen.parse()).transpose()
}

async fn again(desk: &Desk, district: DistrictId, form: &Fields, wrong: String) -> Response {
    let typed = Typed::of(district, form, wrong);
    answer(desk, StatusCode::BAD_REQUEST, Some(&typed)).await
}

async fn answer(desk: &Desk, status: StatusCode, typed: Option<&Typed>) -> Response {
    let filter = TrailFilter {
        about: Some(About::Beginning(format!("{SURVEY}/").into())),
        ..TrailFilter::newest(MOST_TOLD)
    };
    let entries = match desk.city.store().trail(&filter).await {
        Ok(entries) => entries,
        Err(error) => return desk.failed(&error),
    };
    let mut told = HashMap::<String, Vec<TrailEntry>>::new();
    for entry in entries {
        let subject = entry.subject.as_str();
        let id = subject.split_once('/').map_or("", |(_, id)| id).to_owned();
        told.entry(id).or_default().push(entry);
    }
    let mut districts: Vec<_> = desk.snapshot.districts().iter().collect();
    districts.sort_by_key(|own| folding::fold(&own.name));
    let content = html! {
        p { (desk.language.text_with("staff-surveys-about", [("months", HOLDS_MONTHS.into())])) }
        ul.accounts.surveys {
            @for own in districts {
                li id=(own.id) {
                    (one(desk, own, typed.filter(|typed| typed.district == own.id)))
                    (history(desk, told.get(own.id.as_str()).map_or(&[], Vec::as_slice)))
                }
            }
        }
    };
    desk.page(status, PATH, desk.text("staff-surveys"), &content)
}

fn one(desk: &Desk, own: &District, typed: Option<&Typed>) -> Markup {
    let survey = desk.snapshot.survey(&own.id);
    html! {
        h2 { a href=(district::address(&own.id, desk.language)) { (own.name) } }
        p { (status(desk, survey)) }
        @if let Some(note) = survey.and_then(|survey| survey.note.as_ref()) { p { "„" (note) "“" } }
        p.hint { (known(desk, own)) }
        (form(desk, own, survey, typed))
    }
}

/// What is confirmed, and until when it holds.
fn status(desk: &Desk, survey: Option<&Survey>) -> Markup {
    let Some(survey) = survey else {
        return html! { span.badge.stale { (desk.text("staff-survey-missing")) } };
    };
    let day = |day| wording::date(desk.language, day);
    let is_current = survey.is_current(desk.today());
    let until = if is_current {
        "staff-survey-until"
    } else {
        "staff-survey-expired"
    };
    let role = desk.text(&format!("role-{}", survey.confirmed_by_role));
    let confirmed = [
        ("day", day(survey.complete_since).into()),
        ("role", role.into()),
    ];
    html! {
        (desk.language.text_with("district-surveyed", confirmed)) " · "
        span.badge.stale[!is_current] { (desk.language.text_with(until, [("day", day(survey.expires_on()).into())])) }
    }
}

/// How many places there are, and how much of what matters is not known of them.
fn known(desk: &Desk, own: &District) -> String {
    let places = district::places_of(&desk.snapshot, own);
    let count = |class| {
        let own = places.iter().filter(|own| own.place.class() == class);
        own.count()
    };
    let unknown = district::unknown_percent(&places);
    let counts = desk.language.text_with(
        "staff-survey-known",
        [
            ("rooms", count(Class::Room).into()),
            ("outdoor", count(Class::Outdoor).into()),
        ],
    );
    match unknown {
        None => counts,
        Some(percent) => {
            let share = desk
                .language
                .text_with("staff-survey-unknown", [("percent", percent.into())]);
            format!("{counts} · {share}")
        }
    }
}

fn form(desk: &Desk, own: &District, survey: Option<&Survey>, typed: Option<&Typed>) -> Markup {
    let today = desk.today().to_string();
    let (since, note) = typed.map_or((today.as_str(), ""), |typed| (&typed.since, &typed.note));
    let action = desk.link(&format!("{PATH}/{}", own.id));
    let id = |name: &str| format!("{name}-{}", own.id);
    let named = |message: &str| format!("{}: {}", desk.text(message), &*own.name);
    let seen = survey.map_or_else(String::new, |survey| survey.version().to_string());
    let seen = html! { input type="hidden" name="seen" value=(seen); };
    html! {
        details open[typed.is_some()] {
            summary { (desk.text("staff-survey-confirm")) span.visually-hidden { ": " (own.name) } }
            form.entry action=(action) method="post" {
                (seen)
                @if let Some(typed) = typed { p.notice role="alert" { (desk.text(&typed.wrong)) } }
                p.hint { (desk.text("staff-survey-confirm-about")) }
                div.field {
                    label for=(id("since")) { (desk.text("staff-survey-since")) }
                    input id=(id("since")) type="date" name="since" value=(since) max=(today) required;
                }
                div.field {
                    label for=(id("note")) { (desk.text("staff-note")) }
                    p.hint id=(id("note-hint")) { (desk.text("staff-note-hint")) }
                    textarea id=(id("note")) name="note" rows="2" maxlength=(MOST_LETTERS) aria-describedby=(id("note-hint")) { (note) }
                }
                p.buttons {
                    button.button type="submit" name="do" value="confirm" aria-label=(named("staff-survey-confirm")) { (desk.text("staff-survey-confirm")) }
                }
            }
        }
        @if survey.is_some() {
            form.buttons action=(action) method="post" {
                (seen)
                button.button.secondary type="submit" name="do" value="withdraw" aria-label=(named("staff-survey-withdraw")) { (desk.text("staff-survey-withdraw")) }
            }
        }
    }
}

/// What was confirmed and withdrawn before, the newest first.
fn history(desk: &Desk, entries: &[TrailEntry]) -> Markup {
    html! {
        @if !entries.is_empty() {
            details {
                summary { (desk.text("staff-place-history")) }
                ul.plain { @for entry in entries { li { (step(desk, entry)) } } }
            }
        }
    }
}

fn step(desk: &Desk, entry: &TrailEntry) -> Markup {
    let at = wording::date(desk.language, desk.snapshot.date_at(entry.at));
    let author = match entry.author.role() {
        Some(role) => desk.text(&format!("role-{role}")),
        None => entry.author.shown().to_owned(),
    };
    let said = match entry.action {
        Action::Added => "staff-survey-was-added",
        Action::Removed => "staff-survey-was-withdrawn",
        _ => "staff-survey-was-changed",
    };
    html! { (at) " · " (author) " · " (desk.text(said)) }
}
