//! Where people live who are too far from everything that was asked about: a list, and the same on the map.

use maud::{Markup, html};

use super::{numbers, wording};
use crate::export::coverage::{DistrictRow, GapRow, ReachFigures};
use crate::pages::messages::Language;
use crate::snapshot::Snapshot;

/// The gaps with their numbers on the map: persons, the nearest place, how far it is.
pub(super) fn list(
    language: Language,
    city: &Snapshot,
    gaps: &[(usize, GapRow)],
    asked: &ReachFigures,
) -> Markup {
    html! {
        @if gaps.is_empty() {
            (nowhere(language, asked))
        } @else {
            ol.plain.gaps {
                @for (number, own) in gaps {
                    li value=(number) data-gap=(number) {
                        strong { (numbers::persons(own.persons)) " " (language.text("planning-persons")) }
                        @if let Some(name) = &own.district_name { " (" (name) ")" }
                        (nearest(language, city, own))
                    }
                }
            }
        }
    }
}

/// The gaps of a district: how many of their people live in it.
pub(super) fn of_district(
    language: Language,
    city: &Snapshot,
    gaps: &[(usize, GapRow)],
    row: &DistrictRow,
) -> Markup {
    html! {
        @if gaps.is_empty() {
            (nowhere(language, &row.asked))
        } @else {
            ol.plain.gaps {
                @for (number, own) in gaps {
                    @let here = own.persons_in(&row.id).unwrap_or(own.persons);
                    li value=(number) data-gap=(number) {
                        strong { (numbers::persons(here)) " " (language.text("planning-persons")) }
                        @if here != own.persons {
                            " (" (language.text("planning-gap-whole")) ": " (numbers::persons(own.persons)) ")"
                        }
                        (nearest(language, city, own))
                    }
                }
            }
        }
    }
}

/// That no gap is shown, and why.
fn nowhere(language: Language, asked: &ReachFigures) -> Markup {
    html! {
        @if asked.persons.0 == 0 {
            p.unknown { (language.text("planning-residents-unknown")) }
        } @else if asked.beyond.0 == 0 {
            p { (language.text("planning-gaps-none")) }
        } @else {
            p { (language.text("planning-gaps-small")) }
        }
    }
}

fn nearest(language: Language, city: &Snapshot, own: &GapRow) -> Markup {
    html! {
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
