//! What somebody needs, and what is known about it: what an audit found, and apart from that the words of
//! OpenStreetMap. The two are never mixed, and a need alone hides no place.

use chrono::NaiveDate;
use maud::{Markup, html};

use super::barriers;
use super::messages::Language;
use crate::domain::Need;
use crate::domain::place::{Facts, Origin, Place, Toilets};
use crate::snapshot::Located;

/// Values of tags that have words of their own.
const VALUES: [&str; 4] = ["yes", "limited", "no", "designated"];

/// What is known about each of `needs`, for an entry of the list on a day.
pub(super) fn in_list(
    language: Language,
    located: &Located,
    needs: &[Need],
    today: NaiveDate,
) -> Markup {
    html! {
        @if !needs.is_empty() {
            ul.needs role="list" {
                @for need in needs {
                    li { span { (name(language, *need)) ": " } (known(language, located, *need, today)) }
                }
            }
        }
    }
}

/// The name of a need.
pub(super) fn name(language: Language, need: Need) -> String {
    language.text(&format!("need-{need}"))
}

/// What an audit found; where nobody has looked, what OpenStreetMap says stands beside that, and changes nothing of it.
fn known(language: Language, located: &Located, need: Need, today: NaiveDate) -> Markup {
    let audited = located.audited();
    let said = match audited {
        Some(_) => Vec::new(),
        None => osm_words(language, &located.place.facts, need),
    };
    html! {
        (barriers::answer(language, located, need))
        @if let Some(own) = audited {
            (barriers::flags(language, own, own.ratings().map(|all| all.rated(need)), today))
        }
        @if !said.is_empty() {
            " "
            span.osm { (language.text_with("need-osm", [("said", said.join(", ").into())])) }
        }
    }
}

/// The tags that speak to a need, each with its value in words where there are words for it.
pub(super) fn osm_words(language: Language, facts: &Facts, need: Need) -> Vec<String> {
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
