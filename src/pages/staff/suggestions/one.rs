//! One suggestion: what is said beside what is known, what it may mean already, and the decision.

use axum::http::StatusCode;
use axum::response::Response;
use maud::{Markup, html};

use super::{PATH, compare, decide, facts, path_of, title};
use crate::domain::suggestion::{Decision, Suggestion};
use crate::pages::staff::Desk;
use crate::pages::{district, place, wording};
use crate::snapshot::{Located, LookAlike, SaidSpot};

/// What somebody had typed when the page comes back.
#[derive(Default)]
pub(super) struct Typed {
    pub(super) rejecting: decide::Reason,
    pub(super) removing: decide::Reason,
    /// Whether somebody else was faster.
    pub(super) is_late: bool,
}

/// The page of a suggestion.
pub(super) async fn answer(
    desk: &Desk,
    status: StatusCode,
    own: &Suggestion,
    typed: &Typed,
) -> Response {
    let snapshot = &desk.snapshot;
    let is_open = own.state == Decision::Open;
    let others = if is_open && own.withheld.is_none() {
        desk.city.open_suggestions().await
    } else {
        Ok(Vec::new())
    };
    let others = match others {
        Ok(others) => others,
        Err(error) => return desk.failed(&error),
    };
    let spot = snapshot.spot_of(&own.said);
    let content = html! {
        p { a href=(desk.link(PATH)) { (desk.text("staff-suggestions-back")) } }
        @if typed.is_late { p.notice role="alert" { (desk.text("staff-decided-already")) } }
        p.hint { (facts(desk, own)) }
        @if !is_open { p { strong { (decide::decided(desk, own)) } } }
        (warnings(desk, own))
        div.split {
            div.queue-side {
                (compare::render(desk, own))
                (whereabouts(desk, spot))
                @if is_open {
                    (look_alikes(desk, own))
                    (suggestions_alike(desk, &snapshot.suggestions_alike(own, &others)))
                }
            }
            (desk.map(spot.map(|spot| spot.location)))
        }
        @if is_open { (decision(desk, own, typed)) }
        @if own.state != Decision::Removed { (removal(desk, own, typed)) }
    };
    desk.page(status, PATH, title(desk, snapshot, own), &content)
}

fn warnings(desk: &Desk, own: &Suggestion) -> Markup {
    let doubts = if own.state == Decision::Open {
        desk.snapshot.doubts_about(&own.said)
    } else {
        Vec::new()
    };
    html! {
        @if let Some(why) = own.withheld {
            p.notice { (desk.text(&format!("staff-withheld-about-{why}"))) }
        }
        @for doubt in doubts {
            p.notice {
                strong { (desk.text(&format!("staff-doubt-{doubt}"))) } ". "
                (desk.text(&format!("staff-doubt-about-{doubt}")))
            }
        }
    }
}

/// Where it is, and how that is known.
fn whereabouts(desk: &Desk, spot: Option<SaidSpot>) -> Markup {
    let Some(SaidSpot { location, source }) = spot else {
        return html! { p.unknown { (desk.text("staff-spot-unknown")) } };
    };
    let found = desk.snapshot.district_at(location);
    html! {
        p {
            @match found {
                Some(own) => { a href=(district::address(&own.id, desk.language)) { (own.name) } }
                None => { (desk.text("staff-spot-outside")) }
            }
            " · " (format!("{:.5}, {:.5}", location.lat(), location.lon()))
            " · " span.hint { (desk.text(&format!("staff-spot-{source}"))) }
        }
    }
}

/// Places that may be the same, each to be looked at or to be edited with what is said.
fn look_alikes(desk: &Desk, own: &Suggestion) -> Markup {
    let found = desk.snapshot.look_alikes(&own.said);
    html! {
        section {
            h2 { (desk.text("staff-alike-places")) }
            @if found.is_empty() {
                p.unknown { (desk.text("staff-alike-none")) }
            } @else {
                ul.alike { @for alike in &found { (alike_place(desk, own, alike)) } }
            }
        }
    }
}

fn alike_place(desk: &Desk, own: &Suggestion, alike: &LookAlike<&Located>) -> Markup {
    let place = &alike.found.place;
    let at = place.shape.label();
    let kind = place.kind.kind();
    html! {
        li data-slug=(place.id) data-id=(place.id) data-name=(place.name) data-lon=(format!("{:.6}", at.lon())) data-lat=(format!("{:.6}", at.lat()))
            data-cls=(kind.cls) data-icon=(kind.icon) {
            p {
                a href=(place::address(&place::slug(place), desk.language, &[])) { (place.name) }
                (how_alike(desk, alike.distance_m, alike.is_called_alike))
                @if let Some(status) = wording::status(desk.language, place) { " · " (status) }
            }
            @if own.said.about.is_none() {
                a.button.secondary href=(edit_link(desk, &place.id.to_string(), own)) aria-label=(format!("{}: {}", desk.text("staff-edit-this"), place.name)) {
                    (desk.text("staff-edit-this"))
                }
            }
        }
    }
}

fn how_alike(desk: &Desk, distance_m: Option<f64>, is_called_alike: bool) -> Markup {
    html! {
        @if let Some(metres) = distance_m { " · " (wording::distance(desk.language, metres)) }
        @if is_called_alike { " · " (desk.text("staff-called-alike")) }
    }
}

fn suggestions_alike(desk: &Desk, found: &[LookAlike<&Suggestion>]) -> Markup {
    html! {
        @if !found.is_empty() {
            section {
                h2 { (desk.text("staff-alike-suggestions")) }
                ul.alike {
                    @for alike in found {
                        li {
                            p {
                                a href=(desk.link(&path_of(alike.found.id))) { (title(desk, &desk.snapshot, alike.found)) }
                                " · " (facts(desk, alike.found))
                                (how_alike(desk, alike.distance_m, alike.is_called_alike))
                            }
                        }
                    }
                }
            }
        }
    }
}

/// The form for a place, filled in with what is said.
fn edit_link(desk: &Desk, place: &str, own: &Suggestion) -> String {
    let id = own.id.to_string();
    super::super::link(
        &format!("/verwaltung/orte/{place}"),
        desk.language,
        &[("vorschlag", &id)],
    )
}

fn decision(desk: &Desk, own: &Suggestion, typed: &Typed) -> Markup {
    let about = own.said.about;
    let is_there = about.is_none_or(|id| desk.snapshot.place(id).is_some());
    let (target, message, hint) = match about {
        None => (
            "neu".to_owned(),
            "staff-accept-new",
            "staff-accept-new-hint",
        ),
        Some(id) => (
            id.to_string(),
            "staff-accept-edit",
            "staff-accept-edit-hint",
        ),
    };
    html! {
        section {
            h2 { (desk.text("staff-decide")) }
            @if own.withheld.is_none() && is_there {
                p.hint { (desk.text(hint)) }
                p { a.button href=(edit_link(desk, &target, own)) { (desk.text(message)) } }
            }
            @if own.said.barriers_changed && own.withheld.is_none() && is_there {
                @if own.said.is_report_alone() {
                    (plausible(desk, own))
                } @else {
                    p.hint { (desk.text("staff-accept-report-more")) }
                }
            }
            h3 { (desk.text("staff-reject")) }
            form.entry action=(desk.link(&path_of(own.id))) method="post" {
                (typed.rejecting.wrong(desk))
                (typed.rejecting.fields(desk))
                p { button.button.secondary type="submit" name="do" value="reject" { (desk.text("staff-reject")) } }
            }
        }
    }
}

/// A report of changed barriers asks for no edit: it makes audits from before doubtful.
fn plausible(desk: &Desk, own: &Suggestion) -> Markup {
    html! {
        h3 { (desk.text("staff-accept-report")) }
        form.entry action=(desk.link(&path_of(own.id))) method="post" {
            p.hint { (desk.text("staff-accept-report-hint")) }
            p { button.button type="submit" name="do" value="accept" { (desk.text("staff-accept-report")) } }
        }
    }
}

/// Content that nobody should keep can be taken away, whatever was decided.
fn removal(desk: &Desk, own: &Suggestion, typed: &Typed) -> Markup {
    html! {
        details open[typed.removing.is_wrong()] {
            summary { (desk.text("staff-remove-content")) }
            form.entry action=(desk.link(&path_of(own.id))) method="post" {
                p.hint { (desk.text("staff-remove-content-about")) }
                (typed.removing.wrong(desk))
                (typed.removing.note_field(desk, "removal"))
                p { button.button.secondary type="submit" name="do" value="remove" { (desk.text("staff-remove-content")) } }
            }
        }
    }
}
