//! What somebody needs, and what is known about it: what an inspection found, and apart from that the words of
//! OpenStreetMap. The two are never mixed, and a need hides no place.

use maud::{Markup, html};

use super::messages::Language;
use super::results::state_badge;
use super::wording::OpenState;
use crate::domain::Need;
use crate::domain::place::{Facts, Origin, Place, Toilets};

/// Values of tags that have words of their own.
const VALUES: [&str; 4] = ["yes", "limited", "no", "designated"];

/// What is known about each of `needs`, for an entry of the list.
pub(super) fn in_list(language: Language, place: &Place, needs: &[Need]) -> Markup {
    html! {
        @if !needs.is_empty() {
            ul.needs role="list" {
                @for need in needs {
                    li { span { (name(language, *need)) ": " } (known(language, place, *need)) }
                }
            }
        }
    }
}

/// What is known about every need, those that were chosen first.
pub(super) fn in_full(language: Language, place: &Place, chosen: &[Need]) -> Markup {
    let others = Need::ALL.iter().filter(|need| !chosen.contains(need));
    html! {
        dl.facts.needs {
            @for need in chosen.iter().chain(others) {
                dt.chosen[chosen.contains(need)] { (name(language, *need)) }
                dd { (known(language, place, *need)) }
            }
        }
    }
}

/// The name of a need.
pub(super) fn name(language: Language, need: Need) -> String {
    language.text(&format!("need-{need}"))
}

/// No place has been inspected yet; what OpenStreetMap says does not change that.
fn known(language: Language, place: &Place, need: Need) -> Markup {
    let said = osm_words(language, &place.facts, need);
    html! {
        (state_badge(OpenState::Unknown, &language.text("need-not-checked")))
        @if !said.is_empty() {
            " "
            span.osm { (language.text_with("need-osm", [("said", said.join(", ").into())])) }
        }
    }
}

/// The tags that speak to a need, each with its value in words where there are words for it.
fn osm_words(language: Language, facts: &Facts, need: Need) -> Vec<String> {
    let wheelchair = facts.osm_wheelchair.iter();
    let wheelchair = wheelchair
        .filter(|_| need == Need::Wheelchair)
        .map(|value| ("wheelchair", value));
    let tags = facts.osm_access.iter().flat_map(|access| access.iter());
    let tags = tags
        .filter(|(tag, _)| tag.need() == need)
        .map(|(tag, value)| (tag.as_str(), value));
    let said = wheelchair.chain(tags).map(|(tag, value)| {
        let tag = language.text(&format!("osm-tag-{tag}"));
        let value = value.as_str();
        if VALUES.contains(&value) {
            format!("{tag}: {}", language.text(&format!("osm-value-{value}")))
        } else {
            format!("{tag}: {value}")
        }
    });
    said.collect()
}

/// What toilets a place has; whether a wheelchair user can use them is no more than OpenStreetMap's word where the
/// entry comes from there.
pub(super) fn toilets(language: Language, place: &Place, toilets: Toilets) -> String {
    let said = language.text(&format!("toilets-{toilets}"));
    if toilets.is_for_wheelchairs() && place.origin == Origin::Osm {
        format!("{said} ({})", language.text("osm-unchecked"))
    } else {
        said
    }
}
