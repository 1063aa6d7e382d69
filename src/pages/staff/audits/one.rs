//! One audit as a page: what it says, what may be done with it, and what became of it.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use chrono::NaiveDate;
use maud::{Markup, html};

use super::{PATH, answers, found, measures, path_of, photos, steps, words};
use crate::city::Judged;
use crate::domain::audit::measure::KeptMeasure;
use crate::domain::audit::photo::{PHOTO_ADDED, PHOTO_REMOVED, Photo};
use crate::domain::audit::record::AUDIT;
use crate::domain::audit::{Audit, PublishedAudit};
use crate::domain::note::Note;
use crate::domain::trail::{Subject, TrailEntry, TrailFilter};
use crate::error::Error;
use crate::pages::form::Fields;
use crate::pages::place;
use crate::pages::staff::{Desk, trail};
use crate::pages::wording;

/// So many steps of its life are told.
const MOST_STEPS: u32 = 100;

/// A form of the page that comes back.
pub(super) struct Typed {
    /// The message that says why.
    pub(super) wrong: &'static str,
    /// Which form: of the audit, or of a measure.
    pub(super) measure: Option<String>,
    pub(super) fields: Fields,
}

/// `GET /verwaltung/begehungen/{id}`
pub(in crate::pages::staff) async fn show(desk: Desk, Path(id): Path<String>) -> Response {
    match found(&desk, &id).await {
        Ok(own) => answer(&desk, &own, StatusCode::OK, None).await,
        Err(page) => page,
    }
}

/// The name of the place; its id where the place is gone.
pub(super) fn name(desk: &Desk, own: &Audit) -> String {
    let place = desk.snapshot.place(own.draft.place);
    place.map_or_else(
        || own.draft.place.to_string(),
        |own| own.place.name.to_string(),
    )
}

/// What belongs to an audit besides itself.
struct Around {
    others: Vec<Audit>,
    revisions: Vec<PublishedAudit>,
    measures: Vec<KeptMeasure>,
    photos: Vec<Photo>,
    steps: Vec<TrailEntry>,
}

impl Around {
    async fn of(desk: &Desk, own: &Audit) -> Result<Self, Error> {
        let store = desk.city.store();
        let mut others = store.audits(Some(own.draft.place)).await?;
        others.retain(|other| other.id != own.id);
        let filter = TrailFilter::about(Subject::of(AUDIT, own.id), MOST_STEPS);
        Ok(Self {
            others,
            revisions: store.audit_revisions(own.id).await?,
            measures: store.measures(own.id).await?,
            photos: store.photos(own.id).await?,
            steps: store.trail(&filter).await?,
        })
    }
}

/// The page; `typed` is a form that comes back.
pub(super) async fn answer(
    desk: &Desk,
    own: &Audit,
    status: StatusCode,
    typed: Option<&Typed>,
) -> Response {
    let around = match Around::of(desk, own).await {
        Ok(around) => around,
        Err(error) => return desk.failed(&error),
    };
    let judged = Judged::of(&desk.snapshot, &own.draft);
    let content = html! {
        @if let Some(typed) = typed { p.notice role="alert" { (desk.text(typed.wrong)) } }
        (about(desk, own))
        (others(desk, own, &around.others))
        (steps::forms(desk, own, typed))
        @if let Some(judged) = &judged {
            @if own.draft.is_blank() {
                p.unknown { (desk.text("staff-audit-blank")) }
            } @else {
                (answers::ratings(desk, judged))
                (answers::all(desk, own.draft.depth, judged))
            }
            (measures::section(desk, own, judged, &around.measures, typed))
            (photos::section(desk, own, judged.sheet.catalogue(), &around.photos))
        } @else {
            p.unknown { (desk.text("staff-audit-criteria-unknown")) }
        }
        (history(desk, &around))
    };
    let title = desk
        .language
        .text_with("staff-audit-of", [("name", name(desk, own).into())]);
    desk.page(status, PATH, title, &content)
}

fn about(desk: &Desk, own: &Audit) -> Markup {
    let day = |on: Option<NaiveDate>| {
        on.map_or_else(
            || desk.text("fact-unknown"),
            |on| wording::date(desk.language, on),
        )
    };
    let draft = &own.draft;
    let rows = [
        (
            "staff-audit-state",
            desk.text(&format!("staff-audit-state-{}", own.state)),
        ),
        ("staff-audit-revision", own.revision.number().to_string()),
        (
            "staff-audit-depth",
            desk.text(&format!("depth-{}", draft.depth)),
        ),
        (
            "staff-audit-source",
            desk.text(&format!("staff-audit-source-{}", draft.source)),
        ),
        ("staff-audit-planned-on", day(draft.planned_on)),
        ("staff-audit-audited-on", day(draft.audited_on)),
        (
            "staff-audit-auditors",
            words::auditors(desk, &draft.auditors),
        ),
        ("staff-audit-criteria", draft.criteria.to_string()),
    ];
    let place = desk.snapshot.place(draft.place).map(|own| &own.place);
    html! {
        dl.facts {
            @if let Some(own) = place {
                dt { (desk.text("staff-audit-place")) }
                dd { a href=(place::address(&place::slug(own), desk.language, &[])) { (own.name) } }
            }
            @for (label, said) in rows { dt { (desk.text(label)) } dd { (said) } }
        }
        @if own.is_made_up() { p.notice { (desk.text("barriers-made-up")) } }
        @if let Some(reason) = own.withdrawn.as_ref().map(Note::as_str) {
            p.notice { strong { (desk.text("staff-audit-withdrawn")) } ": " (reason) }
        }
    }
}

/// Other audits of the same place: none of them replaces another, and where they differ somebody has to look.
fn others(desk: &Desk, own: &Audit, others: &[Audit]) -> Markup {
    html! {
        @if !others.is_empty() {
            section.notice {
                h2 { (desk.text("staff-audit-others")) }
                p { (desk.text("staff-audit-others-about")) }
                ul {
                    @for other in others {
                        li {
                            a href=(desk.link(&path_of(other.id))) { (title_of(desk, other)) } " · "
                            a href=(differences_of(desk, own, other)) { (desk.text("staff-audit-differences")) span.visually-hidden { ": " (title_of(desk, other)) } }
                        }
                    }
                }
            }
        }
    }
}

/// One of several audits of a place: how far it is, and its day.
pub(super) fn title_of(desk: &Desk, own: &Audit) -> String {
    let state = desk.text(&format!("staff-audit-state-{}", own.state));
    let day = own.draft.audited_on.or(own.draft.planned_on);
    let day = day.map_or_else(
        || trail::moment(desk, own.at),
        |day| wording::date(desk.language, day),
    );
    format!("{state}, {day}")
}

fn differences_of(desk: &Desk, own: &Audit, other: &Audit) -> String {
    let path = format!("{}/unterschiede", path_of(own.id));
    let said = [("mit", other.id.to_string())].into_iter();
    crate::pages::question::address(&path, said.chain(desk.language_said()))
}

fn history(desk: &Desk, around: &Around) -> Markup {
    let day = |day| wording::date(desk.language, day);
    html! {
        section {
            h2 { (desk.text("staff-place-history")) }
            @if !around.revisions.is_empty() {
                ul {
                    @for own in &around.revisions {
                        li {
                            (desk.language.text_with("staff-audit-published", [
                                ("revision", own.revision.number().into()),
                                ("day", day(own.audited_on).into()),
                                ("published", day(own.published_on).into()),
                            ]))
                        }
                    }
                }
            }
            ul.plain { @for entry in &around.steps { li { (step(desk, entry)) } } }
        }
    }
}

/// One step: when, in which role, and how far the audit was then. No account is named.
fn step(desk: &Desk, entry: &TrailEntry) -> Markup {
    let author = match entry.author.role() {
        Some(role) => desk.text(&format!("role-{role}")),
        None => entry.author.shown().to_owned(),
    };
    let said = entry.detail.split_once(", revision ");
    let said = match said.and_then(|(state, number)| Some((state.parse().ok()?, number))) {
        Some((state, number)) => {
            let state: crate::domain::audit::life::State = state;
            let state = desk.text(&format!("staff-audit-state-{state}"));
            let said = [("state", state.into()), ("revision", number.into())];
            desk.language.text_with("staff-audit-step", said)
        }
        None if &*entry.detail == "withdrawn" => desk.text("staff-audit-withdrawn"),
        None if &*entry.detail == PHOTO_ADDED => desk.text("staff-photo-added"),
        None if &*entry.detail == PHOTO_REMOVED => desk.text("staff-photo-removed"),
        None => desk.text(&format!("trail-{}", entry.action)),
    };
    html! { (trail::moment(desk, entry.at)) " · " (author) " · " (said) }
}
