//! What is known of a place, in a table of words.

use maud::{Markup, html};

use super::{View, row, title};
use crate::domain::Fact;
use crate::domain::place::{Address, Audience, Restriction};
use crate::domain::words::Name;
use crate::pages::messages::Language;
use crate::pages::{district, need, wording};

impl View<'_> {
    pub(super) fn facts(&self, is_page: bool) -> Markup {
        let language = self.language;
        let facts = &self.located.place.facts;
        let named = |family: &str, member: Option<String>| {
            member.map(|member| language.text(&format!("{family}-{member}")))
        };
        let cost = named("cost", facts.cost.map(|cost| cost.to_string()));
        let cost = match (&facts.cost_text, cost) {
            (Some(text), Some(cost)) => Some(format!("{cost} ({})", text.as_str())),
            (Some(text), None) => Some(text.to_string()),
            (None, cost) => cost,
        };
        let known = |family: &str, fact: Fact| {
            fact.is_known()
                .then(|| wording::fact(language, family, fact))
        };
        let rows = [
            ("place-address", facts.address.as_deref().and_then(postal)),
            (
                "place-access",
                named("access", facts.access.map(|access| access.to_string())),
            ),
            (
                "place-audience",
                facts
                    .audience
                    .map(|audience| audience_text(language, audience)),
            ),
            ("place-cost", cost),
            (
                "place-consumption",
                known("consumption", facts.consumption_required),
            ),
            ("place-own-food", known("own-food", facts.own_food_allowed)),
            ("place-toilets", self.toilets()),
        ];
        let extra = [
            ("place-bookable", known("fact", facts.bookable)),
            ("place-seats", facts.seats.map(|seats| seats.to_string())),
            (
                "place-rooms",
                facts.room_count.map(|rooms| rooms.to_string()),
            ),
            (
                "place-floor-area",
                facts.floor_area_m2.map(|area| {
                    language.text_with(
                        "place-floor-area-m2",
                        [("area", wording::number(area as usize).into())],
                    )
                }),
            ),
            (
                "place-languages",
                (!facts.languages.is_empty()).then(|| spoken(language, &facts.languages)),
            ),
            ("place-operator", self.operator()),
        ];
        html! {
            section {
                (title(is_page, &language.text("place-facts")))
                dl.facts {
                    dt { (language.text("place-district")) }
                    dd { (self.district()) }
                    @for (label, said) in rows { (row(language, label, said)) }
                    @for (label, said) in extra.into_iter().filter(|(_, said)| said.is_some()) { (row(language, label, said)) }
                }
            }
        }
    }

    fn district(&self) -> Markup {
        let language = self.language;
        let Some(district) = self.snapshot.district_of(self.located) else {
            return html! { (language.text("place-no-district")) };
        };
        let quarter = self.snapshot.quarter_at(self.located.place.shape.label());
        let name = match quarter.filter(|quarter| quarter.district == district.id) {
            Some(quarter) if quarter.name != district.name => language.text_with(
                "place-quarter",
                [
                    ("quarter", (*quarter.name).into()),
                    ("district", (*district.name).into()),
                ],
            ),
            _ => district.name.to_string(),
        };
        html! {
            a href=(district::address(&district.id, language)) { (name) }
            @if self.located.near_border { ", " (language.text("place-border")) }
        }
    }

    fn toilets(&self) -> Option<String> {
        let facts = &self.located.place.facts;
        let said = need::toilets(self.language, &self.located.place, facts.toilets?);
        Some(if facts.eurokey.is_yes() {
            format!("{said}, {}", self.language.text("toilets-eurokey"))
        } else {
            said
        })
    }

    fn operator(&self) -> Option<String> {
        let facts = &self.located.place.facts;
        let sort = facts
            .operator_type
            .map(|sort| self.language.text(&format!("operator-{sort}")));
        match (&facts.operator, sort) {
            (Some(name), Some(sort)) => Some(format!("{} ({sort})", name.as_str())),
            (Some(name), None) => Some(name.to_string()),
            (None, sort) => sort,
        }
    }
}

pub(in crate::pages) fn postal(address: &Address) -> Option<String> {
    let line = |parts: [&Option<Name>; 2]| {
        let words: Vec<_> = parts.into_iter().flatten().map(Name::as_str).collect();
        (!words.is_empty()).then(|| words.join(" "))
    };
    let lines = [
        line([&address.street, &address.housenumber]),
        line([&address.postcode, &address.city]),
    ];
    let lines: Vec<_> = lines.into_iter().flatten().collect();
    (!lines.is_empty()).then(|| lines.join(", "))
}

fn audience_text(language: Language, audience: Audience) -> String {
    if audience.restriction != Restriction::Age {
        return language.text(&format!("audience-{}", audience.restriction));
    }
    match (audience.min_age, audience.max_age) {
        (Some(min), Some(max)) => language.text_with(
            "audience-age-between",
            [("min", min.into()), ("max", max.into())],
        ),
        (Some(min), None) => language.text_with("audience-age-from", [("min", min.into())]),
        (None, Some(max)) => language.text_with("audience-age-to", [("max", max.into())]),
        (None, None) => language.text("audience-other"),
    }
}

/// Codes of languages that have a name in the messages.
pub(in crate::pages) const LANGUAGES: [&str; 12] = [
    "ar",
    "de",
    "de-leicht",
    "dgs",
    "en",
    "es",
    "fa",
    "fr",
    "it",
    "ru",
    "tr",
    "uk",
];

/// The names of languages.
pub(in crate::pages) fn spoken(language: Language, codes: &[Name]) -> String {
    let names = codes.iter().map(|code| {
        let is_named = LANGUAGES.contains(&code.as_str());
        if is_named {
            language.text(&format!("language-{}", code.as_str()))
        } else {
            code.to_string()
        }
    });
    names.collect::<Vec<_>>().join(", ")
}
