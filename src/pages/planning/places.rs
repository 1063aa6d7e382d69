//! The places of a district by what they are to the goal: those that count, those that do not and why, those to find
//! something out about.

use maud::{Markup, html};

use super::wording;
use crate::domain::Class;
use crate::export::coverage::{PlaceLists, UndecidedPlace};
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

/// The to-do list of a district: places with the fields that are missing, those together that lack the same.
pub(super) fn to_do(language: Language, city: &Snapshot, places: &[UndecidedPlace]) -> Markup {
    let groups = grouped(places, |own| wording::missing(language, &own.missing));
    html! {
        @if places.is_empty() {
            p { (language.text("planning-to-do-none")) }
        } @else {
            ul.plain {
                @for (missing, places) in &groups {
                    li {
                        (language.text_with("planning-is-missing", [("fields", missing.as_str().into())]))
                        ul.names { @for own in places { li { (wording::named(language, city, &own.place)) } } }
                    }
                }
            }
        }
    }
}

/// The places that do not count with every reason, those together that have the same.
pub(super) fn rejected(language: Language, city: &Snapshot, lists: &PlaceLists) -> Markup {
    let groups = grouped(&lists.rejected, |own| {
        wording::failing(language, &own.reasons)
    });
    html! {
        @if !groups.is_empty() {
            ul.plain {
                @for (reasons, places) in &groups {
                    li {
                        (reasons)
                        ul.names { @for own in places { li { (wording::named(language, city, &own.place)) } } }
                    }
                }
            }
        }
    }
}

/// Places by what they have in common, what most have first; otherwise in their order.
fn grouped<P, K: PartialEq>(places: &[P], key: impl Fn(&P) -> K) -> Vec<(K, Vec<&P>)> {
    let mut groups: Vec<(K, Vec<&P>)> = Vec::new();
    for own in places {
        let common = key(own);
        match groups.iter_mut().find(|(other, _)| *other == common) {
            Some((_, places)) => places.push(own),
            None => groups.push((common, vec![own])),
        }
    }
    groups.sort_by_key(|(_, places)| std::cmp::Reverse(places.len()));
    groups
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_most_places_lack_stands_first_and_order_is_kept() {
        let places = [("a", 1), ("b", 2), ("c", 1), ("d", 3)];
        let names = |places: &[&(&str, u8)]| places.iter().map(|own| own.0).collect::<String>();
        let groups = grouped(&places, |own| own.1);
        let told: Vec<_> = groups.iter().map(|(key, all)| (*key, names(all))).collect();
        assert_eq!(
            told,
            [
                (1, "ac".to_owned()),
                (2, "b".to_owned()),
                (3, "d".to_owned())
            ]
        );
    }
}
