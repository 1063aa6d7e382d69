//! The places of a district by kind, indoors and outdoors.

use maud::{Markup, html};

use crate::domain::{Class, folding};
use crate::pages::messages::Language;
use crate::pages::place::{address, slug};
use crate::pages::results::{kind_name, mark};
use crate::pages::wording;
use crate::snapshot::{Located, Snapshot};

pub(super) fn render(snapshot: &Snapshot, places: &[&Located], language: Language) -> Markup {
    html! {
        @for class in [Class::Room, Class::Outdoor] {
            (one_class(snapshot, class, places, language))
        }
    }
}

fn one_class(snapshot: &Snapshot, class: Class, places: &[&Located], language: Language) -> Markup {
    let own = places.iter().filter(|own| own.place.class() == class);
    let own: Vec<_> = own.copied().collect();
    html! {
        section {
            h2 { (language.text(&format!("district-{class}"))) " (" (wording::number(own.len())) ")" }
            @if own.is_empty() {
                p.unknown { (language.text("district-none-known")) }
            }
            @for (name, of_kind) in by_kind(&own, language) {
                h3 { (mark(class, &of_kind[0].place.kind.kind().icon)) span { (name) } }
                ul.plain {
                    @for located in of_kind { (entry(snapshot, located, language)) }
                }
            }
        }
    }
}

/// Places under the name of their kind, in the order of these names.
fn by_kind<'a>(places: &[&'a Located], language: Language) -> Vec<(String, Vec<&'a Located>)> {
    let mut kinds: Vec<(String, Vec<&Located>)> = Vec::new();
    for located in places {
        let known = kinds
            .iter_mut()
            .find(|(_, of_kind)| of_kind[0].place.kind == located.place.kind);
        match known {
            Some((_, of_kind)) => of_kind.push(located),
            None => kinds.push((kind_name(language, located.place.kind), vec![located])),
        }
    }
    kinds.sort_by_key(|(name, _)| folding::fold(name));
    kinds
}

fn entry(snapshot: &Snapshot, located: &Located, language: Language) -> Markup {
    let place = &located.place;
    let quarter = snapshot.quarter_at(place.shape.label());
    let quarter = quarter.map(|quarter| quarter.name.as_str());
    html! {
        li {
            a href=(address(&slug(place), language, &[])) { (place.name.as_str()) }
            @if let Some(quarter) = quarter { ", " (quarter) }
            @if let Some(status) = wording::status(language, place) { " – " (status) }
        }
    }
}
