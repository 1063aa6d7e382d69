//! The places of a district by what they are to the goal: those that count, those that do not and why, those to find
//! something out about.

use maud::{Markup, html};

use super::overview::to_do_list;
use super::wording;
use crate::domain::Class;
use crate::export::coverage::PlaceLists;
use crate::pages::messages::Language;
use crate::snapshot::Snapshot;

/// The places that count, and those that would but for the ages they are for.
pub(super) fn counted(language: Language, city: &Snapshot, lists: &PlaceLists) -> Markup {
    html! {
        @if lists.counted.is_empty() {
            p { (language.text("planning-counted-none")) }
        } @else {
            ul.plain {
                @for own in &lists.counted {
                    li { (wording::named(language, city, own)) " (" (language.text(cls(own.cls))) ")" }
                }
            }
        }
        @if !lists.for_ages.is_empty() {
            h3 { (language.text("planning-for-ages")) }
            ul.plain {
                @for own in &lists.for_ages {
                    li {
                        (wording::named(language, city, &own.place)) ": "
                        (language.text(&format!("planning-ages-{}", own.ages)))
                    }
                }
            }
        }
    }
}

fn cls(class: Class) -> &'static str {
    if class == Class::Room {
        "place-cls-room"
    } else {
        "place-cls-outdoor"
    }
}

/// The to-do list of a district.
pub(super) fn to_do(language: Language, city: &Snapshot, lists: &PlaceLists) -> Markup {
    html! {
        @if lists.to_do.is_empty() {
            p { (language.text("planning-to-do-none")) }
        } @else {
            (to_do_list(language, city, &lists.to_do))
        }
    }
}

/// The places that do not count, each with every reason.
pub(super) fn rejected(language: Language, city: &Snapshot, lists: &PlaceLists) -> Markup {
    html! {
        @if !lists.rejected.is_empty() {
            ul.plain {
                @for own in &lists.rejected {
                    li {
                        (wording::named(language, city, &own.place)) ": "
                        (wording::failing(language, &own.reasons))
                    }
                }
            }
        }
    }
}
