//! The hours of the next seven days, with their holidays.

use chrono::NaiveDate;
use maud::{Markup, html};

use super::{View, title};
use crate::domain::hours::Hours;
use crate::pages::messages::Language;
use crate::pages::wording;

impl View<'_> {
    pub(super) fn hours(&self, is_page: bool) -> Markup {
        let language = self.language;
        let source = &self.located.place.facts.opening_hours_source;
        html! {
            @if let Some(hours) = self.snapshot.hours_of(self.located) {
                section.hours {
                    (title(is_page, &language.text("place-hours")))
                    @if hours.is_understood() { (week(language, hours, self.snapshot.date_at(self.at))) }
                    dl.facts {
                        dt { (language.text("place-hours-raw")) }
                        dd { (hours.raw()) }
                        @if let Some(source) = source {
                            dt { (language.text("place-hours-source")) }
                            dd { (source.as_str()) }
                        }
                    }
                }
            }
        }
    }
}

/// The week that begins on `today`: what hours mean on each of its days.
pub(in crate::pages) fn week(language: Language, hours: &Hours, today: NaiveDate) -> Markup {
    html! {
        table.week {
            @for day in hours.week(today) {
                tr.today[day.date == today] {
                    th scope="row" {
                        (wording::weekday(language, day.date))
                        @if day.date == today { " (" (language.text("hours-today")) ")" }
                        " " span.date { (wording::short_date(language, day.date)) }
                        @if let Some(holiday) = &day.holiday { " · " (holiday) }
                    }
                    td {
                        (wording::day_hours(language, &day))
                        @if let Some(doubt) = wording::holiday_doubt(language, hours, &day) { " " span.badge.stale { (doubt) } }
                    }
                }
            }
        }
    }
}
