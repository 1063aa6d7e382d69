//! Reports that came on paper, at a device or at an event, entered by somebody of the city for those who told them.
//!
//! Nothing of it stands in the audit trail: an entry with a moment and an account beside a square with few reports would
//! tell what was told when and to whom, and it could not be taken out again. What bounds a hand that enters too much is the
//! limit per account and day, that three reports of a square, category and week count at most, and the review of squares
//! whose year is one week.

use std::sync::Arc;

use axum::Extension;
use axum::body::Bytes;
use axum::extract::RawQuery;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use maud::{Markup, html};

use super::Desk;
use crate::domain::report::{IsoWeek, ReportSource};
use crate::domain::staff::{Actor, Role};
use crate::gate::Client;
use crate::pages::flow::{Filled, Picture, Questions};
use crate::pages::form::Fields;
use crate::reports::Door;

/// Where reports are entered.
pub(super) const PATH: &str = "/verwaltung/meldungen/erfassen";

/// How a report that is entered may have come; what comes from a browser comes by itself.
const SOURCES: [ReportSource; 3] = [
    ReportSource::Paper,
    ReportSource::Kiosk,
    ReportSource::Event,
];

/// Why a form comes back: the status, and the key of the sentence that says it, unless its fields do.
struct Trouble {
    status: StatusCode,
    message: Option<&'static str>,
    wrong: Vec<&'static str>,
}

impl Trouble {
    fn said(status: StatusCode, message: &'static str) -> Self {
        Self {
            status,
            message: Some(message),
            wrong: Vec::new(),
        }
    }

    fn at(wrong: Vec<&'static str>) -> Self {
        Self {
            status: StatusCode::BAD_REQUEST,
            message: None,
            wrong,
        }
    }
}

/// `GET /verwaltung/meldungen/erfassen`
pub(super) async fn show(desk: Desk, RawQuery(query): RawQuery) -> Response {
    let query = query.unwrap_or_default();
    let mut pairs = form_urlencoded::parse(query.as_bytes());
    let source = pairs.find(|(name, _)| name == "source");
    let source = source.and_then(|(_, value)| source_of(&value));
    answer(&desk, &Filled::default(), source, None)
}

/// `POST /verwaltung/meldungen/erfassen`
pub(super) async fn take(
    desk: Desk,
    Extension(actor): Extension<Actor>,
    door: Option<Extension<Arc<Door>>>,
    client: Client,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let unreadable = || Trouble::said(StatusCode::BAD_REQUEST, "staff-entering-unreadable");
    let Some(filled) = Filled::read(&headers, &body, &["source"]) else {
        return answer(&desk, &Filled::default(), None, Some(&unreadable()));
    };
    let source = Fields::read(&headers, &body).and_then(|own| source_of(own.value("source")));
    let Some(source) = source else {
        return answer(&desk, &filled, None, Some(&Trouble::at(vec!["source"])));
    };
    match put(&desk, actor, door, &client, (&filled, source)).await {
        // The next sheet of the same stack.
        Ok(()) => {
            let next = super::link(PATH, desk.language, &[("source", source.as_str())]);
            super::done_at(&next, "staff-done-entered")
        }
        Err(trouble) => answer(&desk, &filled, Some(source), Some(&trouble)),
    }
}

/// What was done to people is told to those who prevent it, where the city takes it at all, and never to the patrol (C.8 R11).
fn takes_sensitive(desk: &Desk) -> bool {
    desk.snapshot.settings().safety.sensitive && desk.session.account.roles.has(Role::Prevention)
}

fn source_of(text: &str) -> Option<ReportSource> {
    SOURCES.into_iter().find(|own| own.as_str() == text)
}

/// Puts one report in, or says why that cannot be.
async fn put(
    desk: &Desk,
    actor: Actor,
    door: Option<Extension<Arc<Door>>>,
    client: &Client,
    (filled, source): (&Filled, ReportSource),
) -> Result<(), Trouble> {
    // The week in which it is entered: nobody asks when a sheet was filled in.
    let week = IsoWeek::of(desk.today());
    let report = filled.report(&desk.snapshot, (week, source), takes_sensitive(desk));
    let report = report.map_err(Trouble::at)?;
    let failed = || Trouble::said(StatusCode::SERVICE_UNAVAILABLE, "flow-trouble-failed");
    let Extension(door) = door.ok_or_else(failed)?;
    let too_many = |_| Trouble::said(StatusCode::TOO_MANY_REQUESTS, "staff-entering-too-many");
    client.take_entry(actor.account).map_err(too_many)?;
    door.put(report).await.map_err(|_full| failed())
}

fn answer(
    desk: &Desk,
    filled: &Filled,
    source: Option<ReportSource>,
    trouble: Option<&Trouble>,
) -> Response {
    let questions = Questions {
        snapshot: &desk.snapshot,
        language: desk.language,
        filled,
        wrong: trouble.map_or(&[], |own| &own.wrong),
        takes_sensitive: takes_sensitive(desk),
        picture: Picture::Left,
    };
    let content = html! {
        p { (desk.text("staff-entering-about")) }
        (questions.trouble())
        @if let Some(message) = trouble.and_then(|own| own.message) { p.notice role="alert" { (desk.text(message)) } }
        form.report-form action=(desk.link(PATH)) method="post" novalidate autocomplete="off" {
            (sources(desk, source))
            (questions.render())
            p { button.button type="submit" { (desk.text("staff-entering-next")) } }
        }
    };
    let status = trouble.map_or(StatusCode::OK, |own| own.status);
    desk.page(status, PATH, desk.text("staff-entering"), &content)
}

/// How the report came.
fn sources(desk: &Desk, chosen: Option<ReportSource>) -> Markup {
    html! {
        fieldset #source tabindex="-1" role="radiogroup" aria-labelledby="source-asked" {
            legend #source-asked { (desk.text("flow-source")) }
            div.choices {
                @for own in SOURCES {
                    label.choice {
                        input type="radio" name="source" value=(own) checked[chosen == Some(own)];
                        span { (desk.text(&format!("flow-source-{own}"))) }
                    }
                }
            }
        }
    }
}
