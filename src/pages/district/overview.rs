//! All districts at a glance.

use chrono::{Datelike, NaiveDate};
use maud::{Markup, html};

use super::{address, not_surveyed, places_of, population};
use crate::domain::suggestion::figures::Figures;
use crate::domain::{Class, District, folding};
use crate::pages::changes::feed_of;
use crate::pages::frame::{self, Meta, Page, icon};
use crate::pages::messages::Language;
use crate::pages::question::kept;
use crate::pages::wording;
use crate::query::Base;
use crate::snapshot::Snapshot;

/// The page of all districts.
pub(in crate::pages) fn render(
    snapshot: &Snapshot,
    language: Language,
    base: &Base,
    today: NaiveDate,
    participation: Option<&Figures>,
) -> Markup {
    let mut districts: Vec<_> = snapshot.districts().iter().collect();
    districts.sort_by_key(|district| folding::fold(&district.name));
    let title = language.text("districts-title");
    let content = html! {
        main #content.text-page tabindex="-1" {
            nav.crumbs aria-label=(language.text("place-ways")) {
                a.button.secondary href=(frame::home(language)) { (icon("ui-back")) (language.text("place-back")) }
                a.button.secondary href=(feed_of(None, language)) { (language.text("feed-link")) }
            }
            h1 { (title) }
            @if districts.is_empty() {
                p { (language.text("districts-none")) }
            } @else {
                @if !districts.iter().all(|own| is_surveyed(snapshot, own, today)) { (not_surveyed(language)) }
                ul.districts role="list" {
                    @for district in &districts { (card(snapshot, district, language, today)) }
                }
                @if let Some(label) = frame::boundary_label(language, snapshot) { p.hint { (label) } }
            }
            @if let Some(figures) = participation { (quarters(figures, language)) }
        }
    };
    Page {
        language,
        snapshot,
        title: Some(title),
        class: "page",
        skips: &[("content", "skip-content")],
        translated: &|other| kept("/stadtteile", other, &[]),
        meta: Meta {
            address: Some((base.clone(), "/stadtteile".to_owned())),
            feed: Some(feed_of(None, language)),
            ..Meta::default()
        },
        content,
    }
    .render()
}

/// The last quarters are told: so many suggestions of the whole city that nobody finds themselves in them.
const QUARTERS: usize = 4;

/// What residents suggested, and what became of it.
fn quarters(figures: &Figures, language: Language) -> Markup {
    html! {
        @if !figures.quarters.is_empty() {
            section {
                h2 { (language.text("participation-title")) }
                p { (language.text("participation-about")) }
                div.wide tabindex="0" role="region" aria-label=(language.text("participation-title")) {
                    table.known {
                        thead {
                            tr {
                                th scope="col" { (language.text("participation-quarter")) }
                                th scope="col" { (language.text("participation-received")) }
                                th scope="col" { (language.text("participation-soon")) }
                                th scope="col" { (language.text("participation-accepted")) }
                            }
                        }
                        tbody {
                            @for own in figures.quarters.iter().take(QUARTERS) {
                                tr {
                                    th scope="row" { (own.begins_on.month0() / 3 + 1) "/" (own.begins_on.year()) }
                                    @for count in [own.received, own.decided_soon, own.accepted] {
                                        td { (wording::number(count as usize)) }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn is_surveyed(snapshot: &Snapshot, district: &District, today: NaiveDate) -> bool {
    let survey = snapshot.survey(&district.id);
    survey.is_some_and(|own| own.is_current(today))
}

fn card(snapshot: &Snapshot, district: &District, language: Language, today: NaiveDate) -> Markup {
    let places = places_of(snapshot, district);
    let count = |class: Class| {
        let own = places.iter().filter(|own| own.place.class() == class);
        match own.count() {
            0 => language.text("district-none-known"),
            count => wording::number(count),
        }
    };
    html! {
        li {
            h2 { a href=(address(&district.id, language)) { (district.name) } }
            dl {
                @for class in [Class::Room, Class::Outdoor] {
                    div { dt { (language.text(&format!("district-{class}"))) } dd { (count(class)) } }
                }
                div {
                    dt { (language.text("district-survey")) }
                    dd {
                        @match snapshot.survey(&district.id).filter(|own| own.is_current(today)) {
                            Some(own) => (wording::date(language, own.complete_since)),
                            None => (language.text("district-survey-none")),
                        }
                    }
                }
                div {
                    dt { (language.text("district-population")) }
                    dd { (population(language, district.population)) }
                }
            }
        }
    }
}
