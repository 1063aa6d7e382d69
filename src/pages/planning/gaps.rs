//! Where people live who are too far from everything that was asked about: a list, and the same on the map.

use maud::{Markup, html};

use super::{numbers, wording};
use crate::export::coverage::GapRow;
use crate::pages::messages::Language;
use crate::snapshot::Snapshot;

/// The gaps with their numbers on the map: persons, the nearest place, how far it is.
pub(super) fn list(language: Language, city: &Snapshot, gaps: &[(usize, GapRow)]) -> Markup {
    html! {
        @if gaps.is_empty() {
            p { (language.text("planning-gaps-none")) }
        } @else {
            ol.plain.gaps {
                @for (number, own) in gaps {
                    li value=(number) data-gap=(number) {
                        strong { (numbers::persons(own.persons)) " " (language.text("planning-persons")) }
                        @if let Some(name) = &own.district_name { " (" (name) ")" }
                        @if let Some(place) = &own.nearest {
                            ". " (language.text("planning-gap-nearest")) ": " (wording::named(language, city, place))
                        }
                        @if own.nearest_min.is_some() {
                            ", " (numbers::minutes(language, own.nearest_min)) " " (language.text("planning-min"))
                        } @else {
                            ". " (language.text("planning-gap-no-way"))
                        }
                    }
                }
            }
        }
    }
}
