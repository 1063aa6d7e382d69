//! What was released of one area, good and bad side by side; and the card on the page of a district.

use maud::{Markup, html};

use super::asked::{Asked, released};
use super::{PATH, measures, words};
use crate::domain::District;
use crate::domain::report::Product;
use crate::pages::messages::Language;
use crate::pages::question::kept;
use crate::safety::release::ReleasedArea;
use crate::snapshot::Snapshot;

/// What was told of an area, each group with its class.
pub(super) fn groups(language: Language, product: Product, area: &ReleasedArea) -> Markup {
    html! {
        dl.safety-groups {
            @for group in product.groups() {
                @let shown = area.groups.get(group).copied().flatten();
                div data-group=(group) data-class=(words::class_name(shown)) {
                    dt { (language.text(&format!("safety-group-{group}"))) }
                    dd.unknown[shown.is_none()] { (words::class(language, shown)) }
                }
            }
        }
    }
}

/// The card on the page of a district: the newest release, and the way to all of it. Nothing where nothing was released.
pub(in crate::pages) fn render(city: &Snapshot, district: &District, language: Language) -> Markup {
    let file = Asked::default().file(city, Product::Districts);
    let found = file.and_then(|file| {
        let mut areas = file.areas.iter();
        Some((file, areas.find(|own| own.area == district.id.as_str())?))
    });
    let has_any = released(city, Product::Districts).next().is_some();
    html! {
        @if let Some((file, area)) = found {
            section.safety-card aria-labelledby="safety-title" {
                h2 #safety-title { (language.text("safety-title")) }
                p { (words::period(language, &file.period)) ": " (language.text("safety-perception")) }
                @if file.is_sample { p.hint { (language.text("safety-sample")) } }
                (groups(language, Product::Districts, area))
                (measures::list(city, Some(&district.id), language))
                p { a href=(kept(PATH, language, &[])) { (language.text("safety-more")) } }
            }
        } @else if has_any {
            p { a href=(kept(PATH, language, &[])) { (language.text("safety-more")) } }
        }
    }
}
