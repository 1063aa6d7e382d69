//! Places that nobody has confirmed for a year: a list to work through, one click each where everything is still right.

use axum::body::Bytes;
use axum::extract::Extension;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::Desk;
use super::places::{PER_PAGE, chosen, finish};
use crate::domain::place::Status;
use crate::domain::staff::Actor;
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
    let today = desk.snapshot.date_at(desk.city.now());
    let mut places: Vec<_> = desk
        .snapshot
        .places()
        .filter(|own| own.place.lifecycle.status != Status::Closed && own.place.is_stale(today))
        .collect();
    places.sort_by_key(|own| (own.place.last_verified_at, own.place.id));
    let outdated = places
        .iter()
        .filter(|own| own.place.is_outdated(today))
        .count();
    let content = html! {
        p {
            (desk.language.text_with("staff-check-count", [("stale", places.len().into()), ("outdated", outdated.into())]))
        }
        ul.checks {
            @for own in places.iter().take(PER_PAGE) { li { (to_check(&desk, own, today)) } }
        }
        @if places.len() > PER_PAGE { p.hint { (desk.language.text_with("staff-check-more", [("count", (places.len() - PER_PAGE).into())])) } }
    };
    desk.page(StatusCode::OK, PATH, desk.text("staff-check"), &content)
}

fn to_check(desk: &Desk, own: &Located, today: chrono::NaiveDate) -> Markup {
    let place = &own.place;
    let badge = if place.is_outdated(today) {
        "staff-place-outdated"
    } else {
        "staff-place-stale"
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
