//! `/umfeld/angaben`: the report. With script a browser solves a puzzle and sends JSON to the API; without, the form comes
//! here, and a limit for the whole city stands where the puzzle would.

use std::sync::Arc;

use axum::Extension;
use axum::body::Bytes;
use axum::extract::{RawQuery, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use chrono::TimeDelta;
use maud::{Markup, html};

use super::{Filled, HELP, Picture, Questions, REPORT, THANKS, language_of, page};
use crate::auth::origin::{self, Origin};
use crate::city::City;
use crate::domain::report::{IsoWeek, ReportSource};
use crate::gate::{Class, Client, never_kept};
use crate::pages::Outside;
use crate::pages::messages::Language;
use crate::pages::question::kept;
use crate::reports::Door;
use crate::snapshot::Snapshot;

/// Why a form that was sent comes back.
enum Trouble {
    /// Fields have to be mended.
    Faults(Vec<&'static str>),
    /// It is no form of ours.
    Unreadable,
    /// It was sent from another site.
    Foreign,
    /// As many came from its network as may today.
    Network,
    /// As many came without script as may in an hour.
    Plain(TimeDelta),
    /// It could not be kept now, or this server takes none.
    Failed,
}

/// Every trouble that a script may have to tell too: the key of its message, and the status that means it.
const TOLD: [(&str, &str); 5] = [
    ("flow-trouble-network", "429"),
    ("flow-trouble-foreign", "403"),
    ("flow-trouble-faults", "400"),
    ("flow-trouble-offline", "0"),
    ("flow-trouble-failed", "503"),
];

impl Trouble {
    const fn status(&self) -> StatusCode {
        match self {
            Self::Faults(_) | Self::Unreadable => StatusCode::BAD_REQUEST,
            Self::Foreign => StatusCode::FORBIDDEN,
            Self::Network | Self::Plain(_) => StatusCode::TOO_MANY_REQUESTS,
            Self::Failed => StatusCode::SERVICE_UNAVAILABLE,
        }
    }

    fn wait(&self) -> Option<TimeDelta> {
        match self {
            Self::Network => Some(TimeDelta::days(1)),
            Self::Plain(wait) => Some(*wait),
            Self::Failed => Some(TimeDelta::minutes(5)),
            Self::Faults(_) | Self::Unreadable | Self::Foreign => None,
        }
    }

    /// The key of the sentence that says it; none where it is said at the fields.
    const fn message(&self) -> Option<&'static str> {
        match self {
            Self::Faults(_) => None,
            Self::Unreadable => Some("flow-trouble-faults"),
            Self::Foreign => Some("flow-trouble-foreign"),
            Self::Network => Some("flow-trouble-network"),
            Self::Plain(_) => Some("flow-trouble-plain"),
            Self::Failed => Some("flow-trouble-failed"),
        }
    }

    fn wrong(&self) -> &[&'static str] {
        match self {
            Self::Faults(wrong) => wrong,
            _ => &[],
        }
    }
}

/// `GET /umfeld/angaben`
pub(super) async fn show(State(city): State<Arc<City>>, RawQuery(query): RawQuery) -> Response {
    let snapshot = city.snapshot();
    match language_of(&snapshot, query) {
        Ok(language) => {
            let content = form(&snapshot, language, &Filled::default(), None);
            form_page(&snapshot, language, content, StatusCode::OK)
        }
        Err(refused) => refused,
    }
}

/// `POST /umfeld/angaben`
pub(super) async fn take(
    State(city): State<Arc<City>>,
    RawQuery(query): RawQuery,
    Outside(base): Outside,
    door: Option<Extension<Arc<Door>>>,
    client: Client,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let snapshot = city.snapshot();
    let language = match language_of(&snapshot, query) {
        Ok(language) => language,
        Err(refused) => return refused,
    };
    let filled = Filled::read(&headers, &body, &[]);
    let trouble = match &filled {
        None => Trouble::Unreadable,
        Some(_) if origin::of(&headers, &base) == Origin::Elsewhere => Trouble::Foreign,
        Some(filled) => {
            let week = IsoWeek::of(snapshot.date_at(city.now()));
            match put(&snapshot, door, &client, filled, week).await {
                Ok(()) => return thanked(language),
                Err(trouble) => trouble,
            }
        }
    };
    // What another site filled in must not stand there, ready to be sent.
    let own = filled.filter(|_| !matches!(trouble, Trouble::Foreign));
    let content = form(
        &snapshot,
        language,
        &own.unwrap_or_default(),
        Some(&trouble),
    );
    let mut answer = form_page(&snapshot, language, content, trouble.status());
    if let Some(wait) = trouble.wait() {
        let seconds = wait.num_seconds().into();
        answer.headers_mut().insert(header::RETRY_AFTER, seconds);
    }
    answer
}

/// The page of the form. It alone says to its own host where it comes from: a form that says so to nobody is taken for one of
/// another site where a browser sends no `Sec-Fetch-Site` (an old one, or one in a network without TLS).
fn form_page(
    snapshot: &Snapshot,
    language: Language,
    content: Markup,
    status: StatusCode,
) -> Response {
    let mut answer = page(snapshot, language, REPORT, content, status);
    let policy = HeaderValue::from_static("same-origin");
    answer.headers_mut().insert(header::REFERRER_POLICY, policy);
    answer
}

/// Puts a report in, or says why that cannot be.
async fn put(
    snapshot: &Snapshot,
    door: Option<Extension<Arc<Door>>>,
    client: &Client,
    filled: &Filled,
    week: IsoWeek,
) -> Result<(), Trouble> {
    let how = (week, ReportSource::Web);
    let report = filled
        .report(snapshot, how, snapshot.settings().safety.sensitive)
        .map_err(Trouble::Faults)?;
    let Extension(door) = door.ok_or(Trouble::Failed)?;
    // Last: who mistypes must not use up what the neighbours may send. The network before the city, so that one that has used
    // up its own takes nothing of what all may send; and not where the city takes none now.
    door.would_pass_plain().map_err(Trouble::Plain)?;
    client
        .take(Class::Report)
        .map_err(|_wait| Trouble::Network)?;
    door.pass_plain().map_err(Trouble::Plain)?;
    door.put(report).await.map_err(|_full| Trouble::Failed)
}

/// Thanks, on a page of its own: loading it again sends nothing again.
fn thanked(language: Language) -> Response {
    let location = [(header::LOCATION, kept(THANKS, language, &[]))];
    never_kept((StatusCode::SEE_OTHER, location).into_response())
}

/// What is on the page.
fn form(
    snapshot: &Snapshot,
    language: Language,
    filled: &Filled,
    trouble: Option<&Trouble>,
) -> Markup {
    let questions = Questions {
        snapshot,
        language,
        filled,
        wrong: trouble.map_or(&[], Trouble::wrong),
        takes_sensitive: snapshot.settings().safety.sensitive,
        picture: Picture::Drawn,
    };
    html! {
        h1 { (language.text("flow-report")) }
        // Before any question: who needs help must not have to look for it.
        p.help-first {
            (language.text("flow-help-first")) " "
            a href=(kept(HELP, language, &[])) { (language.text("flow-door-happened-go")) }
        }
        p { (language.text("flow-anonymous")) }
        (questions.trouble())
        @if let Some(message) = trouble.and_then(Trouble::message) {
            p.notice role="alert" { (language.text(message)) }
        }
        form #report.report-form action=(kept(REPORT, language, &[])) method="post" novalidate autocomplete="off"
            data-thanks=(kept(THANKS, language, &[])) {
            (questions.render())
            div #report-trouble role="alert" {
                @for (message, status) in TOLD { p.notice data-status=(status) hidden { (language.text(message)) } }
            }
            p.sending {
                button.button type="submit" { (language.text("flow-send")) }
                span #sending role="status" data-said=(language.text("flow-sending")) {}
            }
        }
    }
}
