//! A place in full: the same article beside the list, on its own page, and on paper.

mod about;
mod barriers;
mod events;
mod facts;
pub(super) mod hours;
mod markup;
mod share;

use chrono::{DateTime, Utc};
use maud::{Markup, html};

#[cfg(test)]
pub(super) use facts::LANGUAGES;
pub(super) use facts::{postal, spoken};

use super::frame::{Meta, Page, icon};
use super::messages::Language;
use super::question::kept;
use super::results::{kind_name, mark, state_badge};
use super::wording;
use crate::domain::place::Place;
use crate::domain::{Amenity, Fact, Need, folding};
use crate::query::Base;
use crate::snapshot::{Located, Snapshot};

/// The last part of a place's address: its name for people, the begin of its id for the program.
pub(super) fn slug(place: &Place) -> String {
    format!("{}-{}", folding::slug(&place.name), place.id.short())
}

/// The address of a place's own page, which says there too what is known about `needs`.
pub(super) fn address(slug: &str, language: Language, needs: &[Need]) -> String {
    super::question::kept(&format!("/orte/{slug}"), language, needs)
}

/// The place that a slug names, whatever its name part says.
pub(super) fn find<'a>(snapshot: &'a Snapshot, slug: &str) -> Option<&'a Located> {
    let (_, short) = slug.rsplit_once('-')?;
    let places = snapshot.places_by_short_id(short);
    let named = places.iter().find(|own| self::slug(&own.place) == slug);
    named.or(places.first()).copied()
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
    /// What the visitor needs.
    pub(super) needs: &'a [Need],
    /// Now.
    pub(super) at: DateTime<Utc>,
}

impl View<'_> {
    /// The place's own page; its address begins with `base`.
    pub(super) fn page(&self, base: &Base) -> Markup {
        let language = self.language;
        let slug = slug(&self.located.place);
        let own = format!("{}{}", base.as_str(), address(&slug, language, &[]));
        let marker = self.located.place.shape.label();
        let home = kept("/", language, self.needs);
        let on_map = format!(
            "{home}#ort={slug}&karte=15.00/{:.5}/{:.5}&ansicht=karte",
            marker.lat(),
            marker.lon()
        );
        let content = html! {
            main #content.place-page tabindex="-1" {
                nav.crumbs aria-label=(language.text("place-ways")) {
                    a.button.secondary href=(home) { (icon("ui-back")) (language.text("place-back")) }
                    a.button.secondary href=(on_map) { (icon("ui-map")) (language.text("place-on-map")) }
                }
                (self.article(true))
                (self.share(&own))
            }
        };
        let translated = |other: Language| address(&slug, other, self.needs);
        Page {
            language,
            snapshot: self.snapshot,
            title: Some(self.located.place.name.to_string()),
            class: "page",
            skips: &[("content", "skip-content")],
            translated: &translated,
            meta: Meta {
                address: Some((base.clone(), format!("/orte/{slug}"))),
                description: Some(self.description()),
                data: Some(self.schema(&own)),
                ..Meta::default()
            },
            content,
        }
        .render()
    }

    /// What the place is and where.
    fn description(&self) -> String {
        let place = &self.located.place;
        let kind = kind_name(self.language, place.kind);
        let district = self.snapshot.district_of(self.located);
        let district = district.map(|own| own.name.to_string());
        let address = place.facts.address.as_deref().and_then(facts::postal);
        let parts = [Some(kind), district, address];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
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
                (self.hours(is_page))
                (self.events(is_page))
                (self.facts(is_page))
                (self.barriers(is_page))
                (self.topics(is_page))
                (self.amenities(is_page))
                (self.about(is_page))
                p.missing { a href=(super::suggest::link(language, Some(place))) { (language.text("suggest-wrong-link")) } }
                @if !is_page {
                    p { a href=(address(&slug(place), language, self.needs)) { (language.text("panel-full-page")) } }
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
                @if let Some(doubt) = wording::doubt_at(language, self.snapshot, self.located, self.at) { span.badge.stale { (doubt) } }
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
                        a href=(address(&slug(&moved_to.place), language, self.needs)) {
                            (language.text_with("status-relocated-to", [("name", moved_to.place.name.as_str().into())]))
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
}

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
