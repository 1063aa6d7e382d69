//! One place at the desk: the form to enter and change it, and its history.

mod fields;
pub(super) mod form;
mod history;
mod suggested;
mod told;
mod typed;

use std::collections::BTreeMap;

use axum::body::Bytes;
use axum::extract::{Extension, Path, RawQuery};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

pub(super) use history::{history, take_back};

use self::fields::Input;
use self::form::Form;
use self::suggested::Following;
use self::typed::{Typed, together};
use super::Desk;
use crate::domain::place::Version;
use crate::domain::place::columns::GEOMETRY;
use crate::domain::staff::Actor;
use crate::domain::suggestion::SuggestionId;
use crate::domain::{Catalogue, Invalid, Place, PlaceId};
use crate::editing::{self, Edit, NotWritten};
use crate::error::Error;
use crate::pages::form::Fields;
use crate::pages::place as public;

/// The columns that have a message of their own, as it is called.
#[cfg(test)]
pub(super) fn columns_with_messages() -> impl Iterator<Item = String> {
    let columns = fields::all().map(|(column, _)| column);
    let own = columns.filter(|column| column.parse::<crate::domain::Amenity>().is_err());
    own.map(|column| column.replace('_', "-"))
}

/// Where a new place is entered.
pub(super) const NEW: &str = "/verwaltung/orte/neu";

/// Whether a path is that of a form for a place, which is read and sent at the same address.
pub(super) fn is_form(address: &str) -> bool {
    let rest = address.strip_prefix(super::places::PATH);
    let rest = rest.and_then(|rest| rest.strip_prefix('/'));
    rest.is_some_and(|id| !id.is_empty() && !id.contains('/'))
}

/// Where a place is changed.
pub(super) fn path(id: PlaceId) -> String {
    format!("{}/{id}", super::places::PATH)
}

/// Where the history of a place is; it stays when the place goes.
pub(super) fn history_path(id: PlaceId) -> String {
    format!("{}/verlauf", path(id))
}

/// `GET /verwaltung/orte/neu`
pub(super) async fn new(desk: Desk, RawQuery(query): RawQuery) -> Response {
    match Following::asked(&desk, &query.unwrap_or_default()).await {
        Ok(following) => {
            let typed = following.fill(&desk, None);
            View::new(&desk, None, typed, following).answer(StatusCode::OK)
        }
        Err(answer) => answer,
    }
}

/// `POST /verwaltung/orte/neu`
pub(super) async fn add(
    desk: Desk,
    Extension(actor): Extension<Actor>,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let Some(form) = Fields::read(&headers, &body) else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    let following = match Following::named(&desk, form.value("suggestion")).await {
        Ok(following) => following,
        Err(answer) => return answer,
    };
    let mut view = View::sent(&desk, None, &form, following);
    if form.value("do") == "look" {
        return view.answer(StatusCode::OK);
    }
    if view.typed.has_broken_shape() {
        view.faults
            .insert("geometry", desk.text("staff-rule-shape"));
        return view.answer(StatusCode::BAD_REQUEST);
    }
    let edit = view.edit(actor, &form);
    match editing::add(&desk.city, edit).await {
        Ok(id) => desk.saved(id, "staff-done-place-added"),
        Err(hindrance) => view.hindered(hindrance),
    }
}

/// `GET /verwaltung/orte/{id}`
pub(super) async fn show(
    desk: Desk,
    Path(id): Path<String>,
    RawQuery(query): RawQuery,
) -> Response {
    let Some(place) = desk.place(&id) else {
        return desk.no_such_place();
    };
    match Following::asked(&desk, &query.unwrap_or_default()).await {
        Ok(following) => {
            let typed = following.fill(&desk, Some(&place));
            View::new(&desk, Some(&place), typed, following).answer(StatusCode::OK)
        }
        Err(answer) => answer,
    }
}

/// `POST /verwaltung/orte/{id}`
pub(super) async fn change(
    desk: Desk,
    Extension(actor): Extension<Actor>,
    Path(id): Path<String>,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let Some(form) = Fields::read(&headers, &body) else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    let Some(place) = desk.place(&id) else {
        return desk.no_such_place();
    };
    let Ok(seen) = form.value("version").parse::<Version>() else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    let following = match Following::named(&desk, form.value("suggestion")).await {
        Ok(following) => following,
        Err(answer) => return answer,
    };
    let mut view = View::sent(&desk, Some(&place), &form, following);
    view.seen = Some((seen, Typed::read_back(form.value("base"))));
    if form.value("do") == "look" {
        return view.answer(StatusCode::OK);
    }
    if view.typed.has_broken_shape() {
        view.faults
            .insert("geometry", desk.text("staff-rule-shape"));
        return view.answer(StatusCode::BAD_REQUEST);
    }
    let edit = view.edit(actor, &form);
    match editing::change(&desk.city, place.id, seen, edit).await {
        Ok(_) => desk.saved(place.id, "staff-done-place"),
        Err(hindrance) => view.hindered(hindrance),
    }
}

/// `GET /verwaltung/stunden`: what a text with opening hours means, for the form to show while one types.
pub(super) async fn look_at_hours(desk: Desk, RawQuery(query): RawQuery) -> Response {
    let query = query.unwrap_or_default();
    let mut pairs = form_urlencoded::parse(query.as_bytes());
    let text = pairs.find(|(name, _)| name == "text");
    let text: String = text.map_or_else(String::new, |(_, text)| text.chars().take(1000).collect());
    let today = desk.snapshot.date_at(desk.city.now());
    let shown = form::preview(desk.language, &desk.snapshot, &text, today);
    crate::pages::page(StatusCode::OK, shown)
}

impl Desk {
    /// The place with the id in an address.
    pub(super) fn place(&self, id: &str) -> Option<Place> {
        let located = self.snapshot.place(id.parse().ok()?)?;
        Some(located.place.clone())
    }

    /// Back to the form of a place that was saved: with `done`, or with a warning where nobody understands its hours.
    fn saved(&self, id: PlaceId, done: &'static str) -> Response {
        let snapshot = self.city.snapshot();
        let hours = snapshot.place(id).and_then(|own| snapshot.hours_of(own));
        let is_unclear = hours.is_some_and(|hours| !hours.is_understood());
        let said = if is_unclear {
            super::HOURS_UNCLEAR
        } else {
            done
        };
        self.done(&path(id), said)
    }

    pub(super) fn no_such_place(&self) -> Response {
        let content = html! { p role="alert" { (self.text("staff-no-place")) } };
        let title = self.text("staff-places");
        self.page(StatusCode::NOT_FOUND, super::places::PATH, title, &content)
    }
}

/// The page with the form.
struct View<'a> {
    desk: &'a Desk,
    place: Option<&'a Place>,
    typed: Typed,
    seen: Option<(Version, Typed)>,
    faults: BTreeMap<&'static str, String>,
    meanwhile: Vec<typed::Meanwhile>,
    is_confirmed: bool,
    following: Following,
}

impl<'a> View<'a> {
    fn new(desk: &'a Desk, place: Option<&'a Place>, typed: Typed, following: Following) -> Self {
        Self {
            desk,
            place,
            typed,
            seen: place.map(|place| (place.version(), Typed::of(place))),
            faults: BTreeMap::new(),
            meanwhile: Vec::new(),
            // Who enters a place knows it; what a resident suggests or what stands there already is to be checked.
            is_confirmed: place.is_none() && matches!(following, Following::Nothing),
            following,
        }
    }

    /// The page with a form as it was sent.
    fn sent(desk: &'a Desk, place: Option<&'a Place>, form: &Fields, following: Following) -> Self {
        Self {
            is_confirmed: form.value("confirmed") == "yes",
            ..Self::new(desk, place, Typed::sent(form), following)
        }
    }

    fn edit(&self, actor: Actor, form: &Fields) -> Edit {
        Edit {
            actor,
            said: self.typed.said(),
            is_confirmed: self.is_confirmed,
            suggestion: form.value("suggestion").parse::<SuggestionId>().ok(),
        }
    }

    /// The form again, with what stands in its way.
    fn hindered(mut self, hindrance: NotWritten) -> Response {
        match hindrance {
            NotWritten::Rules(broken) => {
                for invalid in broken {
                    let (column, said) = self.fault(&invalid);
                    self.faults.entry(column).or_insert(said);
                }
                self.answer(StatusCode::BAD_REQUEST)
            }
            NotWritten::Meanwhile(now) => {
                let base = self.seen.take().map(|(_, base)| base).unwrap_or_default();
                let (merged, meanwhile) = together(&base, &self.typed, &Typed::of(&now));
                self.typed = merged;
                self.meanwhile = meanwhile;
                self.seen = Some((now.version(), Typed::of(&now)));
                self.answer(StatusCode::CONFLICT)
            }
            // Saved again, it is an edit like any other.
            NotWritten::Failed(Error::Decided(_)) => {
                self.following = Following::Late;
                self.answer(StatusCode::CONFLICT)
            }
            NotWritten::Failed(error) => self.desk.failed(&error),
            NotWritten::Unknown
            | NotWritten::AnotherSurvey
            | NotWritten::AnotherMeasurement
            | NotWritten::AnotherState
            | NotWritten::Several(_)
            | NotWritten::NotUndone(_) => self.desk.no_such_place(),
        }
    }

    /// The field at which a broken rule is told, and the sentence in the language of the page.
    fn fault(&self, invalid: &Invalid) -> (&'static str, String) {
        let has_drawn = !self.typed.value(GEOMETRY).is_empty();
        if invalid.field == GEOMETRY && !has_drawn {
            // Without a shape it is the point that is missing or cannot be read.
            let is_missing = |column: &&str| self.typed.value(column).is_empty();
            let column = ["lon", "lat"].into_iter().find(is_missing);
            return (column.unwrap_or("lon"), self.desk.text("staff-rule-spot"));
        }
        let field = fields::all().find(|(column, _)| *column == invalid.field);
        // What no field is named for is told at the name.
        let (column, input) = field.unwrap_or(("name", Input::Line));
        let is_empty = self.typed.value(column).is_empty();
        let is_refuge = Catalogue::shipped().is_blocked_name(self.typed.value(column));
        let message = match (column, input) {
            _ if is_refuge || invalid.reason.contains("shelter") => "staff-rule-refuge",
            ("valid_to", _) if !is_empty && invalid.reason.contains("before") => "staff-rule-order",
            ("valid_to", _) if invalid.reason.contains("over") => "staff-rule-over",
            ("max_age", _) if invalid.reason.contains("below") => "staff-rule-order",
            ("lon", _) if invalid.reason.contains("outside") => "staff-rule-outside",
            _ if is_empty => "staff-rule-needed",
            (_, Input::Number) => "staff-rule-number",
            (_, Input::Day) => "staff-rule-day",
            (_, Input::Degrees) => "staff-rule-degrees",
            (_, Input::Place) => "staff-rule-place",
            (_, Input::Shape) => "staff-rule-shape",
            (_, Input::Line | Input::Lines) => "staff-rule-text",
            (_, Input::Kind | Input::Topics | Input::Fact | Input::OneOf(..)) => {
                "staff-rule-choice"
            }
        };
        (column, self.desk.text(message))
    }

    fn answer(&self, status: StatusCode) -> Response {
        let desk = self.desk;
        let (title, at) = match self.place {
            None => (desk.text("staff-place-new"), NEW.to_owned()),
            Some(place) => (place.name.to_string(), path(place.id)),
        };
        let form = Form {
            desk,
            action: self.action(&at),
            typed: &self.typed,
            seen: self.seen.as_ref(),
            faults: &self.faults,
            meanwhile: &self.meanwhile,
            is_confirmed: self.is_confirmed,
            suggestion: self.following.id(),
        };
        let content = html! {
            @if let Some(place) = self.place { (self.about(place)) }
            (self.following.note(desk))
            (form.render())
        };
        desk.page(status, &at, title, &content)
    }

    /// Where the form is sent: an address that shows the same form, for those who have to log in again first.
    fn action(&self, at: &str) -> String {
        let suggestion = self.following.id().map(|id| id.to_string());
        let said: Vec<_> = suggestion
            .iter()
            .map(|id| ("vorschlag", id.as_str()))
            .collect();
        super::link(at, self.desk.language, &said)
    }

    /// What there is to know about the entry itself, and where else one may go.
    fn about(&self, place: &Place) -> Markup {
        let desk = self.desk;
        let day = |day| crate::pages::wording::date(desk.language, day);
        let is_stale = place.is_stale(desk.snapshot.date_at(desk.city.now()));
        html! {
            p.buttons {
                a.button.secondary href=(public::address(&public::slug(place), desk.language, &[])) { (desk.text("staff-place-public")) }
                a.button.secondary href=(desk.link(&history_path(place.id))) { (desk.text("staff-place-history")) }
            }
            p.hint {
                @match place.last_verified_at {
                    Some(verified) => (desk.language.text_with("staff-place-verified", [("day", day(verified).into())])),
                    None => (desk.text("staff-place-never-verified")),
                }
                @if is_stale { " · " span.badge.stale { (desk.text("staff-place-stale")) } }
            }
        }
    }
}
