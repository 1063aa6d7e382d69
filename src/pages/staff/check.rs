//! Places that nobody has confirmed for a year, or ever: a list to work through, one click each where everything is still right.

use axum::body::Bytes;
use axum::extract::Extension;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::Desk;
use super::places::{PER_PAGE, chosen, finish};
use crate::domain::place::Status;
use crate::domain::staff::Actor;
use crate::domain::{Place, folding};
use crate::editing;
use crate::import::record::Record;
use crate::pages::form::Fields;
use crate::pages::place as public;
use crate::pages::wording;
use crate::snapshot::Located;

/// Where they are.
pub(super) const PATH: &str = "/verwaltung/orte/pruefen";

/// `GET /verwaltung/orte/pruefen`
pub(super) async fn show(desk: Desk) -> Response {
    let ToCheck {
        stale,
        outdated,
        never,
    } = ToCheck::of(&desk);
    let counts = [("stale", stale.len().into()), ("outdated", outdated.into())];
    let stale_about = desk.language.text_with("staff-check-count", counts);
    let never_about = [("count", never.len().into())];
    let never_about = desk
        .language
        .text_with("staff-check-never-about", never_about);
    let content = html! {
        @if stale.is_empty() && never.is_empty() { p.unknown { (desk.text("staff-todo-nothing")) } }
        (group(&desk, "staff-check-stale", &stale_about, &stale))
        (group(&desk, "staff-place-never-verified", &never_about, &never))
    };
    desk.page(StatusCode::OK, PATH, desk.text("staff-check"), &content)
}

/// The places whose entries somebody should look at.
pub(super) struct ToCheck<'a> {
    /// Those that somebody has confirmed, but not for a year; the oldest first.
    pub(super) stale: Vec<&'a Located>,
    /// How many of them nobody has confirmed for two years.
    pub(super) outdated: usize,
    /// Those that nobody has ever confirmed: they may be right, nobody knows.
    pub(super) never: Vec<&'a Located>,
}

impl<'a> ToCheck<'a> {
    pub(super) fn of(desk: &'a Desk) -> Self {
        let today = desk.today();
        let is_stale =
            |place: &Place| place.lifecycle.status != Status::Closed && place.is_stale(today);
        let places = desk.snapshot.places();
        let (mut stale, mut never): (Vec<_>, Vec<_>) = places
            .filter(|own| is_stale(&own.place))
            .partition(|own| own.place.last_verified_at.is_some());
        stale.sort_by_key(|own| (own.place.last_verified_at, own.place.id));
        never.sort_by_cached_key(|own| (folding::fold(&own.place.name), own.place.id));
        let outdated = stale.iter().filter(|own| own.place.is_outdated(today));
        Self {
            outdated: outdated.count(),
            stale,
            never,
        }
    }
}

/// Places of which the same is to be said.
fn group(desk: &Desk, heading: &str, about: &str, places: &[&Located]) -> Markup {
    let today = desk.today();
    let more = places.len().saturating_sub(PER_PAGE);
    html! {
        @if !places.is_empty() {
            section {
                h2 { (desk.text(heading)) }
                p { (about) }
                ul.checks {
                    @for own in places.iter().take(PER_PAGE) { li { (to_check(desk, own, today)) } }
                }
                @if more > 0 { p.hint { (desk.language.text_with("staff-check-more", [("count", more.into())])) } }
            }
        }
    }
}

fn to_check(desk: &Desk, own: &Located, today: chrono::NaiveDate) -> Markup {
    let place = &own.place;
    let badge = match place.last_verified_at {
        Some(_) if place.is_outdated(today) => "staff-place-outdated",
        _ => "staff-place-stale",
    };
    let right = desk.text("staff-still-right");
    html! {
        div {
            strong { a href=(desk.link(&super::place::path(place.id))) { (place.name) } } " "
            span.badge.stale { (desk.text(badge)) }
            p.hint {
                (crate::pages::results::kind_name(desk.language, place.kind))
                @if let Some(district) = desk.snapshot.district_of(own) { ", " (district.name) }
                " · "
                @match place.last_verified_at {
                    Some(day) => (desk.language.text_with("staff-place-verified", [("day", wording::date(desk.language, day).into())])),
                    None => (desk.text("staff-place-never-verified")),
                }
                @if let Some(hours) = &place.opening_hours { " · " (hours.as_str()) }
            }
        }
        form.buttons action=(desk.link(PATH)) method="post" {
            input type="hidden" name="place" value=(format!("{} {}", place.id, place.version()));
            button.button.secondary type="submit" aria-label=(format!("{right}: {}", place.name)) { (right) }
            a.button.secondary href=(public::address(&public::slug(place), desk.language, &[])) { (desk.text("staff-place-public")) }
        }
    }
}

/// `POST /verwaltung/orte/pruefen`
pub(super) async fn still_right(
    desk: Desk,
    Extension(actor): Extension<Actor>,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let form = Fields::read(&headers, &body);
    let seen = form
        .as_ref()
        .and_then(chosen)
        .filter(|seen| !seen.is_empty());
    let Some(seen) = seen else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    let said = Record::saying_nothing();
    finish(
        &desk,
        editing::bulk(&desk.city, actor, seen, said).await,
        PATH,
    )
}
