//! All districts at a glance.

use maud::{Markup, html};

use super::{address, places_of, population, survey};
use crate::domain::{Class, District, folding};
use crate::pages::changes::feed_of;
use crate::pages::frame::{self, Meta, Page, icon};
use crate::pages::messages::Language;
use crate::pages::question::kept;
use crate::pages::wording;
use crate::query::Base;
use crate::snapshot::Snapshot;

/// The page of all districts.
pub(in crate::pages) fn render(snapshot: &Snapshot, language: Language, base: &Base) -> Markup {
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
                (survey(language))
                ul.districts role="list" {
                    @for district in &districts { (card(snapshot, district, language)) }
                }
                @if let Some(label) = frame::boundary_label(language, snapshot) { p.hint { (label) } }
            }
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

fn card(snapshot: &Snapshot, district: &District, language: Language) -> Markup {
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
                    dt { (language.text("district-population")) }
                    dd { (population(language, district.population)) }
                }
            }
        }
    }
}
