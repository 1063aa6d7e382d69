//! What is on: today, this week, the weeks after, narrowed by a form that needs no script.

mod agenda;
mod entry;
mod form;
mod question;
mod wording;

use std::sync::Arc;

use axum::extract::{RawQuery, State};
use axum::http::StatusCode;
use axum::response::Response;
use maud::{Markup, html};

use super::Outside;
use super::frame::{Meta, Page};
use super::messages::Language;
use super::question::{Refused, kept};
use super::results;
use crate::city::City;
use crate::query::Base;
use crate::snapshot::Snapshot;

pub(super) use entry::Entry;
#[cfg(test)]
pub(super) use question::names;
pub(super) use wording::day_name;

use question::Asked;

/// Where the page is.
pub(super) const PATH: &str = "/termine";

/// `GET /termine`
pub(super) async fn serve(
    State(city): State<Arc<City>>,
    RawQuery(query): RawQuery,
    Outside(base): Outside,
) -> Response {
    let snapshot = city.snapshot();
    match Asked::read(&query.unwrap_or_default(), &snapshot, city.now()) {
        Ok(asked) => super::page(StatusCode::OK, answered(&snapshot, &asked, &base)),
        Err(refused) => super::page(
            StatusCode::BAD_REQUEST,
            refused_page(&snapshot, &refused, &base),
        ),
    }
}

fn answered(snapshot: &Snapshot, asked: &Asked, base: &Base) -> Markup {
    let language = asked.language;
    let content = html! {
        h1 { (language.text("events-title")) }
        p.hint { (language.text("events-hint")) }
        (form::render(snapshot, language, Some(asked)))
        (agenda::render(snapshot, asked))
    };
    page(
        snapshot,
        language,
        &|other| asked.address_in(other),
        base,
        &content,
    )
}

fn refused_page(snapshot: &Snapshot, refused: &Refused, base: &Base) -> Markup {
    let language = refused.language;
    let content = html! {
        h1 { (language.text("events-title")) }
        p.notice role="alert" { (results::sentence(refused)) }
        p { a.button.secondary href=(kept(PATH, language, &[])) { (language.text("finder-reset")) } }
        (form::render(snapshot, language, None))
    };
    page(
        snapshot,
        language,
        &|other| kept(PATH, other, &[]),
        base,
        &content,
    )
}

fn page(
    snapshot: &Snapshot,
    language: Language,
    translated: &dyn Fn(Language) -> String,
    base: &Base,
    content: &Markup,
) -> Markup {
    let city = snapshot.settings().name.as_str();
    let content = html! {
        main #content.events-page tabindex="-1" { (content) }
    };
    Page {
        language,
        snapshot,
        title: Some(language.text("events-title")),
        class: "page",
        skips: &[("content", "skip-content")],
        translated,
        meta: Meta {
            address: Some((base.clone(), PATH.to_owned())),
            description: Some(language.text_with("events-description", [("city", city.into())])),
            ..Meta::default()
        },
        content,
    }
    .render()
}
