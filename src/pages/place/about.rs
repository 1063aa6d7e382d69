//! Where the facts about a place come from, and how old they are.

use maud::{Markup, html};

use super::{View, row, title};
use crate::pages::wording;

impl View<'_> {
    pub(super) fn about(&self, is_page: bool) -> Markup {
        let language = self.language;
        let place = &self.located.place;
        let facts = &place.facts;
        let today = self.snapshot.date_at(self.at);
        let verified = place.last_verified_at.map_or_else(
            || language.text("place-verified-never"),
            |day| wording::date(language, day),
        );
        let rows = [
            (
                "place-source",
                facts.source.as_ref().map(ToString::to_string),
            ),
            (
                "place-licence",
                facts.licence.as_ref().map(ToString::to_string),
            ),
            (
                "place-origin",
                Some(language.text(&format!("origin-{}", place.origin))),
            ),
            (
                "place-position",
                facts
                    .position_quality
                    .map(|quality| language.text(&format!("position-{quality}"))),
            ),
        ];
        html! {
            section.about {
                (title(is_page, &language.text("place-about")))
                @if self.snapshot.settings().sample { p { (language.text("place-sample")) } }
                @if !facts.estimated.is_empty() {
                    p { (language.text_with("place-estimated", [("fields", self.estimated().into())])) }
                }
                dl.facts {
                    @for (label, said) in rows { (row(language, label, said)) }
                    dt { (language.text("place-verified")) }
                    dd {
                        (verified)
                        @if place.is_stale(today) { " " span.badge.stale { (language.text("place-verified-stale")) } }
                    }
                    dt { (language.text("place-revision")) }
                    dd { (self.snapshot.revision().0) }
                }
            }
        }
    }

    /// The facts that are estimates, in words where there are words for them.
    fn estimated(&self) -> String {
        let words = self.located.place.facts.estimated.iter().map(|field| {
            let label = ESTIMATED.iter().find(|(own, _)| *own == field.as_str());
            label.map_or_else(
                || field.to_string(),
                |(_, message)| self.language.text(message),
            )
        });
        words.collect::<Vec<_>>().join(", ")
    }
}

/// What people call the members of a place that may be estimates.
const ESTIMATED: [(&str, &str); 12] = [
    ("opening_hours", "place-hours"),
    ("last_verified_at", "place-verified"),
    ("topics", "place-topics"),
    ("access", "place-access"),
    ("cost", "place-cost"),
    ("consumption_required", "place-consumption"),
    ("own_food_allowed", "place-own-food"),
    ("audience", "place-audience"),
    ("toilets", "place-toilets"),
    ("seats", "place-seats"),
    ("floor_area_m2", "place-floor-area"),
    ("amenities", "place-amenities"),
];
