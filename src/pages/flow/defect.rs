//! `/umfeld/defekt`: something is broken or dirty, passed on to the city's own reporter of defects with the consent of
//! whoever says it. Nothing of it is kept here.

use std::sync::Arc;

use axum::Extension;
use axum::body::Bytes;
use axum::extract::{RawQuery, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::{CONCERN, language_of, page, shown};
use crate::auth::origin::{self, Origin};
use crate::city::City;
use crate::domain::defect_service::DefectService;
use crate::domain::note::{MOST_LETTERS, Note};
use crate::domain::words::Words;
use crate::gate::{Class, Client, never_kept};
use crate::outbound::georeport::{Defect, GeoReport, NotTaken};
use crate::pages::Outside;
use crate::pages::form::Fields;
use crate::pages::messages::Language;
use crate::pages::question::kept;
use crate::snapshot::Snapshot;

/// Where it is said.
pub(super) const PATH: &str = "/umfeld/defekt";

/// Thanks.
const THANKS: &str = "/umfeld/defekt/danke";

/// Longer is no address.
const MOST_PLACE: usize = 200;

/// The fields of the form, in the order of the page.
const FIELDS: [&str; 4] = ["service", "place", "what", "consent"];

/// Adds both pages.
pub(super) fn add_paths(pages: crate::auth::Paths) -> crate::auth::Paths {
    pages.get(PATH, show).post(PATH, take).get(THANKS, thanks)
}

/// `GET /umfeld/defekt`
async fn show(State(city): State<Arc<City>>, RawQuery(query): RawQuery) -> Response {
    let snapshot = city.snapshot();
    let language = match language_of(&snapshot, query) {
        Ok(language) => language,
        Err(refused) => return refused,
    };
    match &snapshot.settings().safety.open311 {
        Some(there) => answer(
            &snapshot,
            language,
            there,
            &Fields::default(),
            &Trouble::None,
        ),
        None => elsewhere(language),
    }
}

/// `GET /umfeld/defekt/danke`
async fn thanks(State(city): State<Arc<City>>, RawQuery(query): RawQuery) -> Response {
    shown(&city, query, THANKS, |_, language| {
        html! {
            h1 { (language.text("flow-thanks")) }
            p role="status" { (language.text("flow-defect-passed-on")) }
            p { a.button.secondary href=(kept(CONCERN, language, &[])) { (language.text("flow-defect-back")) } }
        }
    })
}

/// `POST /umfeld/defekt`
async fn take(
    State(city): State<Arc<City>>,
    RawQuery(query): RawQuery,
    Outside(base): Outside,
    georeport: Option<Extension<GeoReport>>,
    client: Client,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let snapshot = city.snapshot();
    let language = match language_of(&snapshot, query) {
        Ok(language) => language,
        Err(refused) => return refused,
    };
    let Some(there) = &snapshot.settings().safety.open311 else {
        return elsewhere(language);
    };
    let form = Fields::read(&headers, &body).filter(|own| own.are_single(&FIELDS));
    let trouble = match &form {
        None => Trouble::Said(StatusCode::BAD_REQUEST, "flow-trouble-faults"),
        Some(_) if origin::of(&headers, &base) == Origin::Elsewhere => {
            Trouble::Said(StatusCode::FORBIDDEN, "flow-trouble-foreign")
        }
        Some(form) => match pass_on(georeport, &client, there, form).await {
            Ok(()) => {
                let location = [(header::LOCATION, kept(THANKS, language, &[]))];
                return never_kept((StatusCode::SEE_OTHER, location).into_response());
            }
            Err(trouble) => trouble,
        },
    };
    answer(
        &snapshot,
        language,
        there,
        &form.unwrap_or_default(),
        &trouble,
    )
}

/// What stands in the way of a defect.
enum Trouble {
    None,
    /// Fields have to be mended.
    Faults(Vec<&'static str>),
    /// The status, and the key of the sentence that says it.
    Said(StatusCode, &'static str),
}

/// Passes on what the form says, if it says it well.
async fn pass_on(
    georeport: Option<Extension<GeoReport>>,
    client: &Client,
    there: &DefectService,
    form: &Fields,
) -> Result<(), Trouble> {
    let service = there.service(form.value("service"));
    let place = form.value("place").parse::<Words<MOST_PLACE>>();
    let what = Note::read(form.value("what"));
    let has_consent = form.value("consent") == "yes";
    let (Some(service), Ok(place), Ok(what), true) = (&service, &place, &what, has_consent) else {
        let holds = [service.is_some(), place.is_ok(), what.is_ok(), has_consent];
        let wrong = FIELDS.into_iter().zip(holds).filter(|(_, holds)| !holds);
        return Err(Trouble::Faults(wrong.map(|(field, _)| field).collect()));
    };
    let silent = Trouble::Said(StatusCode::BAD_GATEWAY, "flow-defect-silent");
    let Some(Extension(georeport)) = georeport else {
        return Err(silent);
    };
    let too_many = |_wait| Trouble::Said(StatusCode::TOO_MANY_REQUESTS, "problem-too-many");
    client.take(Class::Suggestion).map_err(too_many)?;
    let defect = Defect {
        service: &service.code,
        place: place.as_str(),
        description: what.as_str(),
    };
    match georeport.pass_on(there, defect).await {
        Ok(()) => Ok(()),
        Err(NotTaken::Silent) => Err(silent),
        Err(NotTaken::Refused) => Err(Trouble::Said(
            StatusCode::BAD_GATEWAY,
            "flow-defect-refused",
        )),
    }
}

/// Where nothing can be passed on, the doors say where to turn.
fn elsewhere(language: Language) -> Response {
    let location = [(header::LOCATION, kept(CONCERN, language, &[]))];
    never_kept((StatusCode::SEE_OTHER, location).into_response())
}

fn answer(
    snapshot: &Snapshot,
    language: Language,
    there: &DefectService,
    form: &Fields,
    trouble: &Trouble,
) -> Response {
    let (status, wrong) = match trouble {
        Trouble::None => (StatusCode::OK, &[][..]),
        Trouble::Faults(wrong) => (StatusCode::BAD_REQUEST, wrong.as_slice()),
        Trouble::Said(status, _) => (*status, &[][..]),
    };
    let content = html! {
        h1 { (language.text("flow-door-defect")) }
        p { (language.text_with("flow-defect-about", [("name", there.name.as_str().into())])) }
        @if let Trouble::Said(_, message) = trouble { p.notice role="alert" { (language.text(message)) } }
        @if !wrong.is_empty() {
            div.notice role="alert" {
                ul { @for field in wrong { li { a href=(format!("#{field}")) { (language.text(&format!("flow-fault-{field}"))) } } } }
            }
        }
        form.report-form action=(kept(PATH, language, &[])) method="post" novalidate autocomplete="off" {
            (questions(language, there, form, wrong))
            p { button.button type="submit" { (language.text("flow-defect-send")) } }
        }
    };
    page(snapshot, language, PATH, content, status)
}

fn questions(language: Language, there: &DefectService, form: &Fields, wrong: &[&str]) -> Markup {
    let invalid = |field: &str| wrong.contains(&field).then_some("true");
    let consent = language.text_with(
        "flow-defect-consent",
        [("name", there.name.as_str().into())],
    );
    html! {
        div.field {
            label for="service" { (language.text("flow-defect-service")) }
            select #service name="service" aria-invalid=[invalid("service")] {
                option value="" { (language.text("flow-area-choose")) }
                @for own in &there.services {
                    option value=(own.code) selected[own.code == form.value("service")] { (own.name) }
                }
            }
        }
        div.field {
            label for="place" { (language.text("flow-defect-place")) }
            input #place type="text" name="place" maxlength=(MOST_PLACE) value=(form.typed("place")) aria-invalid=[invalid("place")];
        }
        div.field {
            label for="what" { (language.text("flow-defect-what")) }
            p.hint #what-hint { (language.text("flow-defect-what-hint")) }
            textarea #what name="what" rows="4" maxlength=(MOST_LETTERS) aria-describedby="what-hint" aria-invalid=[invalid("what")] {
                (form.typed("what"))
            }
        }
        div.field {
            label.choice {
                input #consent type="checkbox" name="consent" value="yes" checked[form.value("consent") == "yes"] aria-invalid=[invalid("consent")];
                span { (consent) }
            }
        }
    }
}
