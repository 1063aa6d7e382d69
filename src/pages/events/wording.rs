//! Days and times of events as people say them.

use chrono::{DateTime, Datelike, NaiveDate, NaiveTime, TimeDelta, Utc, Weekday};
use chrono_tz::Tz;

use crate::domain::event::{Engagement, Event, Occurrence, Start};
use crate::export::events::last_day;
use crate::pages::messages::Language;
use crate::pages::wording::{clock, date, short_date, weekday};

/// A day with what it is called from today: "Heute, Sonntag, 22.11.", "Dienstag, 24.11."
pub(in crate::pages) fn day_name(language: Language, day: NaiveDate, today: NaiveDate) -> String {
    let plain = plain_day(language, day);
    match (day - today).num_days() {
        0 => format!("{}, {plain}", language.text("events-today")),
        1 => format!("{}, {plain}", language.text("events-tomorrow")),
        _ => plain,
    }
}

/// A day by its weekday and date.
pub(super) fn plain_day(language: Language, day: NaiveDate) -> String {
    format!("{}, {}", weekday(language, day), short_date(language, day))
}

/// When a date begins and ends, in the city's time: "18:00–19:30", "ab 18:00", "ganztägig", "bis 29.11."
pub(super) fn time(language: Language, own: &Occurrence, day: NaiveDate, city: Tz) -> String {
    let begins = own.begins.with_timezone(&city).naive_local();
    if own.start.is_day() {
        let last = own.ends.and_then(|ends| last_day(ends, city));
        return match last.filter(|last| *last > day) {
            Some(last) => language.text_with(
                "events-until-day",
                [("day", short_date(language, last).into())],
            ),
            None => language.text("hours-all-day"),
        };
    }
    let from = if begins.date() < day {
        format!(
            "{} {}",
            short_date(language, begins.date()),
            clock(begins.time())
        )
    } else {
        clock(begins.time())
    };
    let Some(ends) = own.ends.map(|ends| ends.with_timezone(&city).naive_local()) else {
        return language.text_with("events-from", [("from", from.into())]);
    };
    // The small hours still belong to the night before.
    let is_night = ends.date() == begins.date() + TimeDelta::days(1) && ends.time() < small_hours();
    let to = if ends.date() == day.max(begins.date()) || is_night {
        clock(ends.time())
    } else {
        format!(
            "{} {}",
            short_date(language, ends.date()),
            clock(ends.time())
        )
    };
    format!("{from}–{to}")
}

fn small_hours() -> NaiveTime {
    NaiveTime::from_hms_opt(6, 0, 0).unwrap_or_default()
}

/// The machine's name of a begin: a day, or an instant with the offset of the city.
pub(super) fn datetime(own: &Occurrence, city: Tz) -> String {
    let begins = own.begins.with_timezone(&city);
    if own.start.is_day() {
        begins.date_naive().to_string()
    } else {
        begins.to_rfc3339_opts(chrono::SecondsFormat::Secs, true)
    }
}

/// The day under which a date stands: the one it begins on, or the first that is asked about.
pub(super) fn day_of(own: &Occurrence, first: NaiveDate, city: Tz) -> NaiveDate {
    own.begins.with_timezone(&city).date_naive().max(first)
}

/// When a moved date would have been.
pub(super) fn instead_of(language: Language, own: &Occurrence, city: Tz) -> String {
    let planned = own.of.instant(city).with_timezone(&city);
    let day = date(language, planned.date_naive());
    if own.of.is_day() {
        day
    } else {
        format!("{day}, {}", clock(planned.time()))
    }
}

/// How a series repeats, where that can be said in a few words.
pub(super) fn repeats(language: Language, event: &Event) -> Option<String> {
    let rule = event.schedule.rule.as_ref()?;
    let days = rule.plain_weekdays()?;
    let days = if days.is_empty() {
        vec![event.schedule.start.date().weekday()]
    } else {
        days
    };
    let names: Vec<_> = days
        .iter()
        .map(|day| language.text(day_key(*day)))
        .collect();
    let days = names.join(", ");
    Some(match rule.interval() {
        1 => language.text_with("events-weekly", [("days", days.into())]),
        weeks => language.text_with(
            "events-every-weeks",
            [("weeks", weeks.into()), ("days", days.into())],
        ),
    })
}

fn day_key(day: Weekday) -> &'static str {
    [
        "weekday-mo",
        "weekday-tu",
        "weekday-we",
        "weekday-th",
        "weekday-fr",
        "weekday-sa",
        "weekday-su",
    ][day.num_days_from_monday() as usize]
}

/// What is asked of helping hands.
pub(super) fn engagement(language: Language, asks: Engagement) -> Vec<String> {
    let effort = asks
        .effort
        .map(|effort| language.text(&format!("effort-{effort}")));
    let demand = asks
        .demand
        .map(|demand| language.text(&format!("demand-{demand}")));
    effort.into_iter().chain(demand).collect()
}

/// The midnights that a question of days is framed by.
pub(super) fn midnight(day: NaiveDate, city: Tz) -> DateTime<Utc> {
    Start::Day(day).instant(city)
}
