//! All places at the desk: a table to look through, and the same change for several of them.

use std::collections::BTreeMap;

use axum::body::Bytes;
use axum::extract::{Extension, RawQuery};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use serde_json::Value;

use super::{Desk, link};
use crate::domain::place::{Status, Version};
use crate::domain::staff::Actor;
use crate::domain::{DistrictId, PlaceId};
use crate::editing::{self, Hindrances, NotWritten};
use crate::import::record::Record;
use crate::pages::form::Fields;
use crate::pages::wording;
use crate::snapshot::{Located, PlaceFilter, Within};

/// Where the places are.
pub(super) const PATH: &str = "/verwaltung/orte";

/// Rows on one page.
pub(super) const PER_PAGE: usize = 100;

/// Columns that can be set for several places at once, each to one of its names.
const COLUMNS: [&str; 7] = [
    "status",
    "access",
    "cost",
    "consumption_required",
    "own_food_allowed",
    "toilets",
    "operator_type",
];

/// The column that can be set to any words.
const WORDS: &str = "operator";

/// What the table is asked for.
#[derive(Default)]
struct Asked {
    text: String,
    district: Option<DistrictId>,
    status: Option<Status>,
    after: Option<PlaceId>,
}

impl Asked {
    fn read(query: &str) -> Self {
        let mut asked = Self::default();
        for (name, value) in form_urlencoded::parse(query.as_bytes()) {
            match &*name {
                "q" => asked.text = value.trim().chars().take(200).collect(),
                "district" => asked.district = value.parse().ok(),
                "status" => asked.status = value.parse().ok(),
                "after" => asked.after = value.parse().ok(),
                _ => {}
            }
        }
        asked
    }

    fn filter(&self) -> PlaceFilter {
        let text = Some(self.text.clone()).filter(|text| !text.is_empty());
        PlaceFilter {
            text,
            district: self.district.clone(),
            status: self.status.into_iter().collect(),
            ..PlaceFilter::default()
        }
    }

    /// The same question from another row on.
    fn from(&self, desk: &Desk, after: PlaceId) -> String {
        let (district, after) = (
            self.district.as_ref().map(ToString::to_string),
            after.to_string(),
        );
        let mut said: Vec<(&'static str, &str)> = vec![("after", &after)];
        if !self.text.is_empty() {
            said.push(("q", &self.text));
        }
        if let Some(district) = &district {
            said.push(("district", district));
        }
        if let Some(status) = self.status {
            said.push(("status", status.as_str()));
        }
        link(PATH, desk.language, &said)
    }
}

/// `GET /verwaltung/orte`
pub(super) async fn show(desk: Desk, RawQuery(query): RawQuery) -> Response {
    let asked = Asked::read(&query.unwrap_or_default());
    answer(&desk, &asked, StatusCode::OK, None)
}

/// `POST /verwaltung/orte`
pub(super) async fn change_several(
    desk: Desk,
    Extension(actor): Extension<Actor>,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let Some(form) = Fields::read(&headers, &body) else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    let Some(seen) = chosen(&form) else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    let problem = |said: &str| Some(html! { p.notice role="alert" { (desk.text(said)) } });
    let refused = |said| {
        answer(
            &desk,
            &Asked::default(),
            StatusCode::BAD_REQUEST,
            problem(said),
        )
    };
    if seen.is_empty() {
        return refused("staff-none-chosen");
    }
    let Some(fields) = wanted(&form) else {
        return refused("staff-no-column");
    };
    let said = Record::saying(fields);
    finish(
        &desk,
        editing::bulk(&desk.city, actor, seen, said).await,
        PATH,
    )
}

/// What is to be said of the places ticked: one column, and with a status its reason and days.
fn wanted(form: &Fields) -> Option<BTreeMap<String, Value>> {
    let (column, value) = form.value("set").split_once(':')?;
    let is_known = COLUMNS.contains(&column) || column == WORDS;
    let value = if column == WORDS {
        form.value(WORDS)
    } else {
        value
    };
    let opens = value == Status::Active.as_str();
    let value = match value {
        "" => Value::Null,
        text => text.into(),
    };
    let mut fields = BTreeMap::from([(column.to_owned(), value)]);
    if column == "status" {
        if opens {
            // Why and when it closed is over with the closing.
            let over = ["status_reason", "valid_to"];
            fields.extend(over.map(|column| (column.to_owned(), Value::Null)));
        }
        for column in ["status_reason", "valid_from", "valid_to"] {
            let text = form.value(column);
            if !text.is_empty() {
                fields.insert(column.to_owned(), text.into());
            }
        }
    }
    is_known.then_some(fields)
}

/// The places ticked, each once, with the version it was seen in.
pub(super) fn chosen(form: &Fields) -> Option<Vec<(PlaceId, Version)>> {
    let chosen = form.values("place").iter().map(|own| {
        let (id, version) = own.split_once(' ')?;
        Some((id.parse().ok()?, version.parse().ok()?))
    });
    let mut chosen: Vec<(PlaceId, Version)> = chosen.collect::<Option<_>>()?;
    chosen.sort_by_key(|(id, _)| *id);
    chosen.dedup();
    Some(chosen)
}

pub(super) fn finish(
    desk: &Desk,
    done: Result<crate::snapshot::Revision, NotWritten>,
    path: &str,
) -> Response {
    match done {
        Ok(_) => desk.done(path, "staff-done-places"),
        Err(NotWritten::Several(hindrances)) => {
            let told = Some(told(desk, &hindrances));
            answer(desk, &Asked::default(), StatusCode::CONFLICT, told)
        }
        Err(NotWritten::Failed(error)) => desk.failed(&error),
        Err(_) => StatusCode::BAD_REQUEST.into_response(),
    }
}

/// Why nothing was changed, place by place.
fn told(desk: &Desk, hindrances: &Hindrances) -> Markup {
    let name = |id: PlaceId| {
        let place = desk.snapshot.place(id);
        place.map_or_else(|| id.to_string(), |own| own.place.name.to_string())
    };
    html! {
        div.notice role="alert" {
            p { strong { (desk.text("staff-several-not")) } }
            ul {
                @for id in &hindrances.meanwhile {
                    li { (name(*id)) ": " (desk.text("staff-several-meanwhile")) }
                }
                @for (id, rule) in &hindrances.broken {
                    li { (name(*id)) ": " (super::place::form::label(desk.language, &rule.field)) " – " (desk.text("staff-rule-needed-or-wrong")) }
                }
            }
        }
    }
}

fn answer(desk: &Desk, asked: &Asked, status: StatusCode, told: Option<Markup>) -> Response {
    let found = desk
        .snapshot
        .find(&Within::Everywhere, &asked.filter(), asked.after, PER_PAGE);
    let content = html! {
        @if let Some(told) = told { (told) }
        p.buttons {
            a.button href=(desk.link(super::place::NEW)) { (desk.text("staff-place-new")) }
            a.button.secondary href=(desk.link(super::check::PATH)) { (desk.text("staff-check")) }
            a.button.secondary href=(desk.link(super::table::PATH)) { (desk.text("staff-table")) }
        }
        (search(desk, asked))
        p.count role="status" { (desk.language.text_with("staff-places-count", [("count", found.matched.into())])) }
        form.several action=(desk.link(PATH)) method="post" {
            (table(desk, &found.places))
            (several(desk))
        }
        @if let Some(after) = found.next {
            p { a.button.secondary href=(asked.from(desk, after)) { (desk.text("staff-more")) } }
        }
    };
    desk.page(status, PATH, desk.text("staff-places"), &content)
}

fn search(desk: &Desk, asked: &Asked) -> Markup {
    html! {
        form.entry.line action=(PATH) method="get" role="search" {
            @if desk.language != crate::pages::messages::Language::De { input type="hidden" name="lang" value=(desk.language.tag()); }
            div.field { label for="q" { (desk.text("staff-search")) } input id="q" type="search" name="q" value=(asked.text); }
            div.field {
                label for="district" { (desk.text("place-district")) }
                select id="district" name="district" {
                    option value="" { (desk.text("staff-all")) }
                    @for district in desk.snapshot.districts() {
                        option value=(district.id) selected[asked.district.as_ref() == Some(&district.id)] { (district.name) }
                    }
                }
            }
            div.field {
                label for="status-asked" { (desk.text("staff-place-status")) }
                select id="status-asked" name="status" {
                    option value="" { (desk.text("staff-all")) }
                    @for status in Status::ALL {
                        option value=(status) selected[asked.status == Some(*status)] { (desk.text(&format!("status-{status}"))) }
                    }
                }
            }
            p.buttons { button.button.secondary type="submit" { (desk.text("staff-show")) } }
        }
    }
}

fn table(desk: &Desk, places: &[&Located]) -> Markup {
    let today = desk.snapshot.date_at(desk.city.now());
    html! {
        div.wide tabindex="0" role="region" aria-label=(desk.text("staff-places")) {
            table.rows {
                thead {
                    tr {
                        th scope="col" { span.visually-hidden { (desk.text("staff-choose")) } }
                        th scope="col" { (desk.text("staff-place-name")) }
                        th scope="col" { (desk.text("staff-place-kind")) }
                        th scope="col" { (desk.text("place-district")) }
                        th scope="col" { (desk.text("staff-place-status")) }
                        th scope="col" { (desk.text("staff-place-checked")) }
                        th scope="col" { (desk.text("staff-place-complete")) }
                    }
                }
                tbody {
                    @for own in places {
                        @let place = &own.place;
                        tr {
                            td { input type="checkbox" name="place" value=(format!("{} {}", place.id, place.version())) aria-label=(desk.language.text_with("staff-choose-place", [("name", place.name.as_str().into())])); }
                            th scope="row" { a href=(desk.link(&super::place::path(place.id))) { (place.name) } }
                            td { (crate::pages::results::kind_name(desk.language, place.kind)) }
                            td { @if let Some(district) = desk.snapshot.district_of(own) { (district.name) } }
                            td { (desk.text(&format!("status-{}", place.lifecycle.status))) }
                            td {
                                @if let Some(day) = place.last_verified_at { (wording::date(desk.language, day)) }
                                @if place.is_stale(today) { " " span.badge.stale { (desk.text("staff-place-stale")) } }
                            }
                            td { (place.completeness_percent()) " %" }
                        }
                    }
                }
            }
        }
    }
}

/// The change for those that are ticked.
fn several(desk: &Desk) -> Markup {
    let label = |column: &str| super::place::form::label(desk.language, column);
    html! {
        fieldset.entry.line {
            legend { (desk.text("staff-several")) }
            div.field {
                label for="set" { (desk.text("staff-several-field")) }
                select id="set" name="set" {
                    option value="" { (desk.text("staff-place-choose")) }
                    @for column in COLUMNS {
                        optgroup label=(label(column)) {
                            @for (name, said) in super::place::form::options(desk.language, column) {
                                option value=(format!("{column}:{name}")) { (label(column)) ": " (said) }
                            }
                        }
                    }
                    option value=(format!("{WORDS}:")) { (label(WORDS)) }
                }
            }
            div.field { label for=(WORDS) { (label(WORDS)) } input id=(WORDS) type="text" name=(WORDS) autocomplete="off"; }
            @for (column, kind) in [("status_reason", "text"), ("valid_from", "date"), ("valid_to", "date")] {
                div.field {
                    label for=(column) { (label(column)) }
                    p.hint id=(format!("{column}-hint")) { (desk.text("staff-several-with-status")) }
                    input id=(column) type=(kind) name=(column) autocomplete="off" aria-describedby=(format!("{column}-hint"));
                }
            }
            p.buttons { button.button type="submit" { (desk.text("staff-several-do")) } }
        }
    }
}
