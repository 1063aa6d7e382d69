//! What is held at a place in the next two weeks.

use chrono::Days;
use maud::{Markup, html};

use super::{View, title};
use crate::domain::event::Start;
use crate::pages::events::{Entry, PATH, day_name};
use crate::pages::messages::Language;
use crate::pages::question;
use crate::snapshot::EventFilter;

/// Today and as many days after.
const DAYS: u64 = 14;

/// The most dates that are named; all of them are on the page of events.
const MOST: usize = 8;

impl View<'_> {
    pub(super) fn events(&self, is_page: bool) -> Markup {
        let (language, snapshot) = (self.language, self.snapshot);
        let filter = EventFilter {
            place: Some(self.located.place.id),
            ..EventFilter::default()
        };
        let city = snapshot.settings().timezone;
        let today = snapshot.date_at(self.at);
        let end = today.checked_add_days(Days::new(DAYS)).unwrap_or(today);
        let dates = snapshot.happenings(&filter, self.at, Start::Day(end).instant(city));
        let has_any = || {
            snapshot
                .events()
                .any(|own| own.event.venue.place == filter.place)
        };
        html! {
            // Where nobody has entered anything nothing is said: that is not the same as nothing being on.
            @if !dates.is_empty() || has_any() {
                section.events {
                    (title(is_page, &language.text("place-events")))
                    @if dates.is_empty() { p.hint { (language.text("place-events-none")) } }
                    ul.dates role="list" {
                        @for happening in dates.iter().take(MOST) {
                            @let begins = happening.occurrence.begins.with_timezone(&city).date_naive();
                            @let day = begins.max(today);
                            (Entry { language, snapshot, happening, day, city }.at_place(&day_name(language, day, today)))
                        }
                    }
                    p.hint { (language.text("place-events-hint")) }
                    p.links {
                        a href=(self.all_events()) { (language.text("place-events-all")) }
                        a href=(format!("/api/events.ics?place={}", self.located.place.id)) { (language.text("events-subscribe")) }
                    }
                }
            }
        }
    }

    fn all_events(&self) -> String {
        let language = self.language;
        let place = ("place", self.located.place.id.to_string());
        let language =
            (language != Language::default()).then(|| ("lang", language.tag().to_owned()));
        question::address(PATH, [place].into_iter().chain(language))
    }
}
