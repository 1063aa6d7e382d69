//! One date of an event in a list.

use chrono::NaiveDate;
use chrono_tz::Tz;
use maud::{Markup, html};

use crate::domain::event::{EventStatus, Venue};
use crate::export::events::ics_path;
use crate::pages::events::wording;
use crate::pages::frame::icon;
use crate::pages::messages::Language;
use crate::pages::place;
use crate::snapshot::{Happening, Snapshot};

/// A date with what it is told in.
pub(in crate::pages) struct Entry<'a> {
    /// The language to say it in.
    pub(in crate::pages) language: Language,
    /// The city it is in.
    pub(in crate::pages) snapshot: &'a Snapshot,
    /// The date.
    pub(in crate::pages) happening: &'a Happening<'a>,
    /// The day it stands under.
    pub(in crate::pages) day: NaiveDate,
    /// The city's time zone.
    pub(in crate::pages) city: Tz,
}

impl Entry<'_> {
    /// The date in a list of many places.
    pub(super) fn in_list(&self, is_full: bool) -> Markup {
        let event = &self.happening.held.event;
        let facts = &event.facts;
        html! {
            li.(self.state()) {
                (self.time())
                div {
                    h5 { (self.title()) }
                    p.where { (self.place()) }
                    (self.difference())
                    @if is_full {
                        @if let Some(summary) = &facts.summary { p { (summary.as_str()) } }
                    }
                    (self.facts())
                    (self.links())
                }
            }
        }
    }

    /// The date in a list of one place.
    pub(in crate::pages) fn at_place(&self, day_name: &str) -> Markup {
        html! {
            li.(self.state()) {
                p.time {
                    span.day-name { (day_name) } " "
                    time datetime=(self.datetime()) { (self.said()) }
                }
                div {
                    p { strong { (self.title()) } @if let Some(room) = self.room() { " · " (room) } }
                    (self.difference())
                    (self.facts())
                    (self.links())
                }
            }
        }
    }

    fn state(&self) -> &'static str {
        self.happening.occurrence.status.as_str()
    }

    fn title(&self) -> &str {
        let Happening { held, occurrence } = self.happening;
        held.event.title_of(occurrence)
    }

    fn venue(&self) -> &Venue {
        let Happening { held, occurrence } = self.happening;
        held.event.venue_of(occurrence)
    }

    fn room(&self) -> Option<&str> {
        self.venue().spot.as_deref()
    }

    fn said(&self) -> String {
        wording::time(
            self.language,
            &self.happening.occurrence,
            self.day,
            self.city,
        )
    }

    fn datetime(&self) -> String {
        wording::datetime(&self.happening.occurrence, self.city)
    }

    fn time(&self) -> Markup {
        html! { p.time { time datetime=(self.datetime()) { (self.said()) } } }
    }

    /// The place with its own page, the room and the district; nobody knows is said too.
    fn place(&self) -> Markup {
        let venue = self.venue();
        let located = venue.place.and_then(|id| self.snapshot.place(id));
        let district = match located {
            Some(located) => self.snapshot.district_of(located),
            None => venue.location.and_then(|at| self.snapshot.district_at(at)),
        };
        html! {
            @if let Some(located) = located {
                a href=(place::address(&place::slug(&located.place), self.language, &[])) { (located.place.name.as_str()) }
                @if let Some(room) = self.room() { ", " (room) }
            } @else if let Some(spot) = self.room() {
                (spot)
            } @else {
                (self.language.text("events-place-unknown"))
            }
            @if let Some(district) = district { " · " (district.name) }
        }
    }

    /// What is not as the series says.
    fn difference(&self) -> Markup {
        let (language, own) = (self.language, &self.happening.occurrence);
        html! {
            @match own.status {
                EventStatus::Cancelled => p.notice { strong { (language.text("events-cancelled")) } },
                EventStatus::Tentative => p.hint { (language.text("events-tentative")) },
                EventStatus::Confirmed => {},
            }
            @if own.is_moved() && own.status != EventStatus::Cancelled {
                p.hint {
                    (language.text_with("events-moved", [("planned", wording::instead_of(language, own, self.city).into())]))
                }
            }
        }
    }

    /// What is known at a glance; only what is known.
    fn facts(&self) -> Markup {
        let language = self.language;
        let event = &self.happening.held.event;
        let facts = &event.facts;
        let cost = facts
            .cost
            .map(|cost| language.text(&format!("cost-{cost}")));
        let cost = match (cost, &facts.cost_text) {
            (Some(cost), Some(text)) => Some(format!("{cost} ({})", text.as_str())),
            (None, Some(text)) => Some(text.to_string()),
            (cost, None) => cost,
        };
        let languages =
            (!facts.languages.is_empty()).then(|| place::spoken(language, &facts.languages));
        let asks = event
            .engagement
            .map(|asks| wording::engagement(language, asks));
        html! {
            @if let Some(asks) = asks {
                p.asks {
                    (icon("ui-check"))
                    strong { (language.text("events-engagement")) }
                    @for word in asks { " · " (word) }
                }
            }
            p.summary {
                @if let Some(cost) = cost { span { (cost) } }
                @if let Some(languages) = languages { span { (language.text_with("events-languages", [("languages", languages.into())])) } }
                @if let Some(repeats) = wording::repeats(language, event) { span { (repeats) } }
                @if let Some(organiser) = &facts.organiser { span { (language.text_with("events-organiser", [("name", organiser.as_str().into())])) } }
            }
        }
    }

    /// A file for the visitor's calendar, and the organiser's page.
    fn links(&self) -> Markup {
        let language = self.language;
        let event = &self.happening.held.event;
        html! {
            p.links {
                a href=(ics_path(event.id)) download {
                    (icon("ui-calendar"))
                    span { (language.text("events-add")) " " span.visually-hidden { (self.title()) } }
                }
                @if let Some(url) = &event.facts.url {
                    a href=(url.as_str()) rel="noreferrer" {
                        (language.text("events-url")) " " span.visually-hidden { (self.title()) }
                    }
                }
            }
        }
    }
}
