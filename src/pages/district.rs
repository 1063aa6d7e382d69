//! The districts of the city: an overview, and one page for each.

mod known;
mod overview;
mod places;

use chrono::NaiveDate;
use maud::{Markup, html};

use super::changes::feed_of;
use super::frame::{self, Meta, Page, icon};
use super::messages::Language;
use super::question::kept;
use super::{events, wording};
use crate::domain::survey::Survey;
use crate::domain::{Boundary, District, DistrictId, Population};
use crate::query::Base;
use crate::snapshot::{Located, PlaceFilter, Snapshot, Within};

pub(super) use known::unknown_percent;
pub(super) use overview::render as overview;

/// The address of a district's page.
pub(super) fn address(id: &DistrictId, language: Language) -> String {
    kept(&format!("/stadtteile/{id}"), language, &[])
}

/// The page of a district.
pub(super) fn render(
    snapshot: &Snapshot,
    district: &District,
    language: Language,
    base: &Base,
    today: NaiveDate,
) -> Markup {
    let places = places_of(snapshot, district);
    let name = district.name.as_str();
    let content = html! {
        main #content.text-page tabindex="-1" {
            nav.crumbs aria-label=(language.text("place-ways")) {
                a.button.secondary href=(kept("/stadtteile", language, &[])) { (icon("ui-back")) (language.text("districts-all")) }
                a.button.secondary href=(within("/", &district.id, language)) { (icon("ui-list")) (language.text("district-list")) }
                a.button.secondary href=(within(events::PATH, &district.id, language)) { (language.text("events-link")) }
                a.button.secondary href=(on_map(district, language)) { (icon("ui-map")) (language.text("place-on-map")) }
                a.button.secondary href=(kept(&format!("{}/{}", super::planning::PATH, district.id), language, &[])) { (language.text("planning-link")) }
                a.button.secondary href=(feed_of(Some(&district.id), language)) { (language.text("feed-link")) }
            }
            h1 { (language.text_with("district-title", [("name", name.into())])) }
            (survey(snapshot, district, language, today))
            (about(snapshot, district, language))
            (super::safety::card(snapshot, district, language))
            (places::render(snapshot, &places, language))
            (known::render(&places, language))
        }
    };
    Page {
        language,
        snapshot,
        title: Some(name.to_owned()),
        class: "page",
        skips: &[("content", "skip-content")],
        translated: &|other| address(&district.id, other),
        meta: Meta {
            address: Some((base.clone(), format!("/stadtteile/{}", district.id))),
            description: Some(description(snapshot, name, language)),
            feed: Some(feed_of(Some(&district.id), language)),
            ..Meta::default()
        },
        content,
    }
    .render()
}

fn description(snapshot: &Snapshot, name: &str, language: Language) -> String {
    let city = snapshot.settings().name.as_str();
    language.text_with(
        "district-description",
        [("name", name.into()), ("city", city.into())],
    )
}

/// The places of a district that residents look for, by name.
pub(super) fn places_of<'a>(snapshot: &'a Snapshot, district: &District) -> Vec<&'a Located> {
    let filter = PlaceFilter {
        status: super::question::SHOWN.to_vec(),
        ..PlaceFilter::default()
    };
    let within = Within::District(district.id.clone());
    let mut places = snapshot.find(&within, &filter, None, usize::MAX).places;
    places.sort_by(|a, b| {
        let by_name = a.folded_name().cmp(b.folded_name());
        by_name.then_with(|| a.place.id.cmp(&b.place.id))
    });
    places
}

/// Whether somebody of the city has confirmed that everything is recorded. Where not, what is missing here may only be missing
/// from the data.
fn survey(
    snapshot: &Snapshot,
    district: &District,
    language: Language,
    today: NaiveDate,
) -> Markup {
    let survey = snapshot.survey(&district.id);
    let said = survey.map(|own| surveyed(language, own));
    let is_current = survey.is_some_and(|own| own.is_current(today));
    html! {
        @if is_current {
            p { (said.unwrap_or_default()) }
        } @else {
            (not_surveyed(language))
            @if let Some(said) = said { p.hint { (said) " " (language.text("district-survey-expired")) } }
        }
    }
}

/// Who confirmed it, and for which day.
fn surveyed(language: Language, survey: &Survey) -> String {
    let role = language.text(&format!("role-{}", survey.confirmed_by_role));
    let day = wording::date(language, survey.complete_since);
    language.text_with(
        "district-surveyed",
        [("day", day.into()), ("role", role.into())],
    )
}

fn not_surveyed(language: Language) -> Markup {
    html! {
        p.notice {
            strong { (language.text("district-not-surveyed")) } " "
            (language.text("district-not-surveyed-note"))
        }
    }
}

fn about(snapshot: &Snapshot, district: &District, language: Language) -> Markup {
    let quarters = snapshot.quarters().iter();
    let quarters = quarters.filter(|quarter| quarter.district == district.id);
    let mut quarters: Vec<_> = quarters.map(|quarter| quarter.name.as_str()).collect();
    quarters.sort_by_key(|name| crate::domain::folding::fold(name));
    let source = snapshot.settings().sources.as_ref();
    let source = source.and_then(|sources| {
        language.pick(
            sources.population_de.as_ref(),
            sources.population_en.as_ref(),
        )
    });
    html! {
        dl.facts {
            dt { (language.text("district-population")) }
            dd {
                (population(language, district.population))
                @if let (Some(source), true) = (source, district.population.is_some()) {
                    " " span.hint { (source) }
                }
            }
            @if !quarters.is_empty() {
                dt { (language.text("district-quarters")) }
                dd { (quarters.join(", ")) }
            }
            dt { (language.text("district-boundary")) }
            dd { (boundary(snapshot, district.boundary, language)) }
        }
    }
}

/// How many people live in a district, of which year and how well that is known.
fn population(language: Language, population: Option<Population>) -> String {
    let Some(Population {
        count,
        year,
        estimated,
    }) = population
    else {
        return language.text("fact-unknown");
    };
    let year = year.map(|year| year.to_string());
    let estimated = estimated.then(|| language.text("estimated"));
    let remarks: Vec<_> = year.into_iter().chain(estimated).collect();
    let count = wording::number(usize::try_from(count).unwrap_or(usize::MAX));
    if remarks.is_empty() {
        count
    } else {
        format!("{count} ({})", remarks.join(", "))
    }
}

/// Where the outline comes from, in the city's own words where it says so.
fn boundary(snapshot: &Snapshot, boundary: Boundary, language: Language) -> String {
    let own = frame::boundary_label(language, snapshot).filter(|_| boundary == Boundary::Demo);
    own.unwrap_or_else(|| language.text(&format!("boundary-{boundary}")))
}

/// The address of a page that shows only what is in a district.
fn within(path: &str, id: &DistrictId, language: Language) -> String {
    let query = kept("", language, &[]).replacen('?', "&", 1);
    format!("{path}?district={id}{query}")
}

fn on_map(district: &District, language: Language) -> String {
    let label = district.label();
    format!(
        "{}#karte=13.50/{:.5}/{:.5}&ansicht=karte",
        within("/", &district.id, language),
        label.lat(),
        label.lon()
    )
}
