//! What the city works on so that things do not happen (6.4.2), and how much was said of what was done to people (6.4.3): one
//! class for the whole city and a year, never a map.

use std::sync::Arc;

use axum::extract::{RawQuery, State};
use axum::http::StatusCode;
use axum::response::Response;
use maud::{Markup, html};

use super::asked::Asked;
use super::frame::{self, Meta, Page, icon};
use super::messages::Language;
use super::question::kept;
use super::{Outside, counselling, district, page, refused_page, wording};
use crate::city::City;
use crate::domain::prevention::{FocusArea, FocusMeasure};
use crate::query::Base;
use crate::snapshot::{ReportClass, Snapshot};

/// Where it is.
pub(super) const PATH: &str = "/praevention";

/// `GET /praevention`
pub(super) async fn serve(
    State(city): State<Arc<City>>,
    RawQuery(query): RawQuery,
    Outside(base): Outside,
) -> Response {
    let snapshot = city.snapshot();
    match Asked::read(&query.unwrap_or_default(), &["lang"]) {
        Ok(asked) => page(StatusCode::OK, render(&snapshot, asked.language, &base)),
        Err(refused) => refused_page(&snapshot, &refused),
    }
}

fn render(snapshot: &Snapshot, language: Language, base: &Base) -> Markup {
    let title = language.text("prevention-title");
    let content = html! {
        main #content.text-page tabindex="-1" {
            nav.crumbs aria-label=(language.text("place-ways")) {
                a.button.secondary href=(frame::home(language)) { (icon("ui-back")) (language.text("place-back")) }
            }
            h1 { (title) }
            p { (language.text("prevention-about")) }
            p { a href=(kept(counselling::PATH, language, &[])) { (language.text("prevention-help")) } }
            section {
                h2 { (language.text("prevention-areas")) }
                @if snapshot.focus_areas().is_empty() { p.unknown { (language.text("prevention-none")) } }
                @for (id, own) in snapshot.focus_areas() { (area(snapshot, language, &id.to_string(), own)) }
            }
            (experienced(snapshot, language))
        }
    };
    Page {
        language,
        snapshot,
        title: Some(title),
        class: "page",
        skips: &[("content", "skip-content")],
        translated: &|other| kept(PATH, other, &[]),
        meta: Meta {
            address: Some((base.clone(), PATH.to_owned())),
            ..Meta::default()
        },
        content,
    }
    .render()
}

/// One focus area with its measures. What the city wrote is German, whatever the language of the page.
fn area(snapshot: &Snapshot, language: Language, id: &str, own: &FocusArea) -> Markup {
    let german = (language == Language::En).then_some("de");
    let state = language.text(&format!("prevention-state-{}", own.state));
    let since = [("day", wording::date(language, own.since).into())];
    html! {
        article.focus-area id=(id) {
            h3 lang=[german] { (own.title.as_str()) }
            p {
                strong { (state) } " · "
                (language.text_with(if own.state == crate::domain::prevention::Stage::Planned { "prevention-from" } else { "prevention-since" }, since))
                " · " (ground(snapshot, language, own))
                @if own.is_made_up { " " span.badge.stale { (language.text("prevention-made-up")) } }
            }
            p lang=[german] { (own.about.as_str()) }
            @if own.measures.is_empty() {
                p.unknown { (language.text("prevention-no-measure")) }
            } @else {
                h4 { (language.text("prevention-measures")) }
                ul.plain { @for measure in &own.measures { li { (told(language, measure)) } } }
            }
            p.hint { (language.text_with("prevention-office", [("office", own.office.as_str().into())])) }
        }
    }
}

fn told(language: Language, own: &FocusMeasure) -> Markup {
    let german = (language == Language::En).then_some("de");
    html! {
        span lang=[german] { (own.what.as_str()) } " – "
        (language.text(&format!("prevention-state-{}", own.state))) ", " (wording::date(language, own.on))
        @if let Some(result) = &own.result {
            br;
            (language.text("prevention-result")) " " span lang=[german] { (result.as_str()) }
        }
    }
}

/// Where: the whole city, a district with its own page, a zone.
fn ground(snapshot: &Snapshot, language: Language, own: &FocusArea) -> Markup {
    let known = own
        .ground
        .district
        .as_ref()
        .and_then(|id| snapshot.district(id));
    html! {
        @if own.ground.is_city() { (language.text("prevention-whole-city")) }
        @if let Some(district) = known {
            a href=(district::address(&district.id, language)) { (district.name) }
        } @else if own.ground.district.is_some() {
            (language.text("prevention-district-gone"))
        }
        @if let Some(zone) = &own.ground.zone {
            @if own.ground.district.is_some() { ", " }
            (zone.as_str())
        }
    }
}

/// The one figure about what was done to people: a class for the whole city and a year, from a frozen release.
fn experienced(snapshot: &Snapshot, language: Language) -> Markup {
    let newest = snapshot.newest_city_release();
    html! {
        section {
            h2 { (language.text("prevention-experienced")) }
            @match newest {
                None if !snapshot.settings().safety.sensitive => p.unknown { (language.text("prevention-not-asked")) },
                None => p.unknown { (language.text("prevention-no-release")) },
                Some((file, class)) => {
                    p {
                        (language.text_with("prevention-year", [("year", file.period.as_str().into())])) " "
                        strong { (class.map_or_else(|| language.text("prevention-too-few"), |own| counted(language, own))) }
                        @if file.is_sample { " " span.badge.stale { (language.text("prevention-made-up")) } }
                    }
                    p.hint { (language.text_with("prevention-released", [("day", wording::date(language, file.released_on).into())])) }
                },
            }
            p { (language.text("prevention-perception")) }
        }
    }
}

fn counted(language: Language, class: ReportClass) -> String {
    let from = [("from", class.from.into())];
    match class.to {
        Some(to) => language.text_with(
            "prevention-class",
            [("from", class.from.into()), ("to", to.into())],
        ),
        None => language.text_with("prevention-class-more", from),
    }
}

/// The keys of the messages that are made from names of types.
#[cfg(test)]
pub(super) fn families() -> Vec<String> {
    let all = crate::domain::prevention::Stage::ALL.iter();
    all.map(|own| format!("prevention-state-{own}")).collect()
}
