//! What is known about the places of a district and what is not: of how many of them each key fact is there.

use maud::{Markup, html};

use crate::domain::Place;
use crate::pages::messages::Language;
use crate::pages::wording;
use crate::snapshot::Located;

/// A fact by its message, and whether it is known of a place.
type Known = (&'static str, fn(&Place) -> bool);

/// What residents need to know before they go.
const FACTS: [Known; 7] = [
    ("place-hours", |place| place.opening_hours.is_some()),
    ("place-access", |place| place.facts.access.is_some()),
    ("place-cost", |place| place.facts.cost.is_some()),
    ("place-consumption", |place| {
        place.facts.consumption_required.is_known()
    }),
    ("place-toilets", |place| place.facts.toilets.is_some()),
    ("place-topics", |place| !place.facts.topics.is_empty()),
    ("place-verified", |place| place.last_verified_at.is_some()),
];

/// How much of what residents need to know is not known of these places, in percent; none where there are no places.
pub(in crate::pages) fn unknown_percent(places: &[&Located]) -> Option<usize> {
    let asked = places.len() * FACTS.len();
    let is_unknown = |own: &&Located| {
        let facts = FACTS.iter().filter(|(_, is_known)| !is_known(&own.place));
        facts.count()
    };
    let unknown: usize = places.iter().map(is_unknown).sum();
    (unknown * 100 + asked / 2).checked_div(asked)
}

pub(super) fn render(places: &[&Located], language: Language) -> Markup {
    let total = places.len();
    html! {
        @if total > 0 {
            section {
                h2 { (language.text("district-known")) }
                table.known {
                    thead {
                        tr {
                            th scope="col" { (language.text("district-known-fact")) }
                            th scope="col" { (language.text("district-known-yes")) }
                            th scope="col" { (language.text("district-known-no")) }
                        }
                    }
                    tbody {
                        @for (fact, is_known) in FACTS {
                            @let known = places.iter().filter(|own| is_known(&own.place)).count();
                            tr {
                                th scope="row" { (language.text(fact)) }
                                td { (wording::number(known)) }
                                td { (wording::number(total - known)) }
                            }
                        }
                    }
                }
            }
        }
    }
}
