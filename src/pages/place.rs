//! A place in full: the same article beside the list, on its own page, and on paper.

use chrono::{DateTime, Utc};
use maud::{Markup, html};

use super::frame::{self, Page, icon};
use super::messages::Language;
use super::results::{kind_name, mark, state_badge};
use super::wording;
use crate::domain::place::{Audience, Place, Restriction};
use crate::domain::words::Name;
use crate::domain::{Amenity, Fact, folding};
use crate::snapshot::{Located, Snapshot};

/// The last part of a place's address: its name for people, the begin of its id for the program.
pub(super) fn slug(place: &Place) -> String {
    format!("{}-{}", folding::slug(&place.name), place.id.short())
}

/// The address of a place's own page.
pub(super) fn address(slug: &str, language: Language) -> String {
    let path = format!("/orte/{slug}");
    if language == Language::default() {
        path
    } else {
        format!("{path}?lang={}", language.tag())
    }
}

/// The place that a slug names, whatever its name part says.
pub(super) fn find<'a>(snapshot: &'a Snapshot, slug: &str) -> Option<&'a Located> {
    let (_, short) = slug.rsplit_once('-')?;
    snapshot.place_by_short_id(short)
}

/// What a rendering of a place depends on.
#[derive(Clone, Copy)]
pub(super) struct View<'a> {
    /// The language to say it in.
    pub(super) language: Language,
    /// The city it is in.
    pub(super) snapshot: &'a Snapshot,
    /// The place.
    pub(super) located: &'a Located,
    /// Now.
    pub(super) at: DateTime<Utc>,
}

impl View<'_> {
    /// The place's own page.
    pub(super) fn page(&self) -> Markup {
        let language = self.language;
        let slug = slug(&self.located.place);
        let marker = self.located.place.shape.label();
        let on_map = format!(
            "{}#ort={slug}&karte=15.00/{:.5}/{:.5}&ansicht=karte",
            frame::home(language),
            marker.lat(),
            marker.lon()
        );
        let content = html! {
            main #content.place-page tabindex="-1" {
                nav.crumbs aria-label=(language.text("place-ways")) {
                    a.button.secondary href=(frame::home(language)) { (icon("ui-back")) (language.text("place-back")) }
                    a.button.secondary href=(on_map) { (icon("ui-map")) (language.text("place-on-map")) }
                }
                (self.article(true))
            }
        };
        let translated = |other: Language| address(&slug, other);
        Page {
            language,
            snapshot: self.snapshot,
            title: Some(self.located.place.name.to_string()),
            class: "page",
            skips: &[("content", "skip-content")],
            translated: &translated,
            content,
        }
        .render()
    }

    /// The article alone, for the panel beside the list.
    pub(super) fn panel(&self) -> Markup {
        self.article(false)
    }

    fn article(&self, is_page: bool) -> Markup {
        let language = self.language;
        let place = &self.located.place;
        html! {
            article.place aria-labelledby="place-name" {
                (self.heading(is_page))
                (self.now())
                @if let Some(note) = language.pick(place.facts.note_de.as_ref(), place.facts.note_en.as_ref()) {
                    p.note { (note.as_str()) }
                }
                (self.facts(is_page))
                (self.hours(is_page))
                (self.topics(is_page))
                (self.amenities(is_page))
                (self.about(is_page))
                @if !is_page {
                    p { a href=(address(&slug(place), language)) { (language.text("panel-full-page")) } }
                }
            }
        }
    }

    fn heading(&self, is_page: bool) -> Markup {
        let place = &self.located.place;
        let kind = place.kind.kind();
        html! {
            div.heading {
                (mark(kind.cls, &kind.icon))
                @if is_page {
                    h1.name #place-name tabindex="-1" { (place.name.as_str()) }
                } @else {
                    h2.name #place-name tabindex="-1" { (place.name.as_str()) }
                }
                p.what {
                    (kind_name(self.language, place.kind)) " · "
                    (self.language.text(&format!("place-cls-{}", kind.cls)))
                }
            }
        }
    }

    /// Whether one can go there now, and what is special about the place at the moment.
    fn now(&self) -> Markup {
        let language = self.language;
        let place = &self.located.place;
        let (state, said) = wording::open_state(language, self.snapshot, self.located, self.at);
        let today = self.snapshot.date_at(self.at);
        let moved_to = place
            .facts
            .relocated_to
            .and_then(|id| self.snapshot.place(id));
        html! {
            div.now {
                (state_badge(state, &said))
                @if place.opening_hours.is_some() && place.is_stale(today) {
                    span.badge.stale { (language.text("hours-stale")) }
                }
            }
            @if let Some(status) = wording::status(language, place) {
                p.notice {
                    (status)
                    @if let Some(reason) = &place.facts.status_reason { ": " (reason.as_str()) }
                    @if let Some(moved_to) = moved_to {
                        " "
                        a href=(address(&slug(&moved_to.place), language)) {
                            (language.text_with("status-relocated-to", [("name", moved_to.place.name.as_str().into())]))
                        }
                    }
                }
            }
        }
    }

    fn facts(&self, is_page: bool) -> Markup {
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
            ("place-district", Some(self.district())),
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
            ("place-osm-wheelchair", self.osm_wheelchair()),
        ];
        html! {
            section {
                (title(is_page, &language.text("place-facts")))
                dl.facts {
                    @for (label, said) in rows { (row(language, label, said)) }
                    @for (label, said) in extra.into_iter().filter(|(_, said)| said.is_some()) { (row(language, label, said)) }
                }
            }
        }
    }

    fn district(&self) -> String {
        let language = self.language;
        let Some(district) = self.snapshot.district_of(self.located) else {
            return language.text("place-no-district");
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
        if self.located.near_border {
            format!("{name}, {}", language.text("place-border"))
        } else {
            name
        }
    }

    fn toilets(&self) -> Option<String> {
        let facts = &self.located.place.facts;
        let said = self.language.text(&format!("toilets-{}", facts.toilets?));
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

    fn osm_wheelchair(&self) -> Option<String> {
        let said = self.located.place.facts.osm_wheelchair.as_ref()?.as_str();
        let is_known = ["yes", "limited", "no", "designated"].contains(&said);
        Some(if is_known {
            self.language.text(&format!("osm-wheelchair-{said}"))
        } else {
            said.to_owned()
        })
    }

    fn hours(&self, is_page: bool) -> Markup {
        let language = self.language;
        let place = &self.located.place;
        let today = self.snapshot.date_at(self.at);
        html! {
            @if let Some(hours) = self.snapshot.hours_of(self.located) {
                section {
                    (title(is_page, &language.text("place-hours")))
                    @if hours.is_understood() {
                        table.week {
                            @for day in hours.week(today) {
                                tr.today[day.date == today] {
                                    th scope="row" {
                                        (wording::weekday(language, day.date))
                                        @if day.date == today { " (" (language.text("hours-today")) ")" }
                                        @if let Some(holiday) = &day.holiday { " · " (holiday) }
                                    }
                                    td { (wording::day_hours(language, &day)) }
                                }
                            }
                        }
                    }
                    dl.facts {
                        dt { (language.text("place-hours-raw")) }
                        dd { (hours.raw()) }
                        @if let Some(source) = &place.facts.opening_hours_source {
                            dt { (language.text("place-hours-source")) }
                            dd { (source.as_str()) }
                        }
                    }
                }
            }
        }
    }

    fn topics(&self, is_page: bool) -> Markup {
        let language = self.language;
        let topics = self.located.place.facts.topics;
        html! {
            @if !topics.is_empty() {
                section {
                    (title(is_page, &language.text("place-topics")))
                    ul.tags role="list" {
                        @for topic in topics.iter() { li { (language.text(&format!("topic-{topic}"))) } }
                    }
                }
            }
        }
    }

    fn amenities(&self, is_page: bool) -> Markup {
        let language = self.language;
        let amenities = self.located.place.facts.amenities;
        let sign = |fact: Fact| {
            if fact.is_yes() {
                "ui-check"
            } else {
                "ui-close"
            }
        };
        let unknown = Amenity::ALL
            .iter()
            .filter(|&&amenity| !amenities.fact(amenity).is_known());
        let unknown: Vec<_> = unknown
            .map(|amenity| language.text(&format!("amenity-{amenity}")))
            .collect();
        html! {
            section {
                (title(is_page, &language.text("place-amenities")))
                @if !amenities.is_empty() {
                    ul.amenities role="list" {
                        @for (amenity, fact) in amenities.known() {
                            li.(fact.as_str()) {
                                (icon(sign(fact)))
                                span { (language.text(&format!("amenity-{amenity}"))) ": " (wording::fact(language, "fact", fact)) }
                            }
                        }
                    }
                }
                @if !unknown.is_empty() {
                    p.unknown { (language.text_with("place-amenities-unknown", [("list", unknown.join(", ").into())])) }
                }
            }
        }
    }

    fn about(&self, is_page: bool) -> Markup {
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

fn row(language: Language, label: &str, said: Option<String>) -> Markup {
    html! {
        dt { (language.text(label)) }
        @match said {
            Some(said) => dd { (said) },
            None => dd.unknown { (language.text("fact-unknown")) },
        }
    }
}

/// A heading one level below the place's name.
fn title(is_page: bool, text: &str) -> Markup {
    html! {
        @if is_page { h2 { (text) } } @else { h3 { (text) } }
    }
}

fn postal(address: &crate::domain::place::Address) -> Option<String> {
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
pub(super) const LANGUAGES: [&str; 12] = [
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

fn spoken(language: Language, codes: &[Name]) -> String {
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
