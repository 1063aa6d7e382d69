//! Hours, dates, distances and numbers as people say them.

use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, NaiveTime, Timelike, Utc, Weekday};
use chrono_tz::Tz;

use super::messages::Language;
use crate::domain::Fact;
use crate::domain::hours::{Answer, DayHours, Hours, Interval, Opening};
use crate::domain::place::{Lifecycle, Place};
use crate::snapshot::{Located, Snapshot};
use crate::walk::Engine;

/// Whether one can go there, for icons and markers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum OpenState {
    /// Surely open.
    Open,
    /// Surely closed.
    Closed,
    /// Only by appointment.
    Appointment,
    /// Nobody knows.
    Unknown,
}

impl OpenState {
    /// Its name in the page, for styles and for the map.
    pub(super) const fn as_str(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Closed => "closed",
            Self::Appointment => "appointment",
            Self::Unknown => "unknown",
        }
    }
}

/// Whether a place can be visited at an instant: for the eye, and in words.
pub(super) fn open_state(
    language: Language,
    snapshot: &Snapshot,
    located: &Located,
    at: DateTime<Utc>,
) -> (OpenState, String) {
    let lifecycle = &located.place.lifecycle;
    let today = Some(snapshot.date_at(at));
    if lifecycle.status.is_in_use() && !lifecycle.meets(today, today) {
        return (OpenState::Closed, language.text("status-not-today"));
    }
    if !lifecycle.status.is_in_use() {
        return (
            OpenState::Closed,
            language.text(&format!("status-{}", lifecycle.status)),
        );
    }
    let Some(hours) = snapshot.hours_of(located) else {
        return (OpenState::Unknown, language.text("hours-unknown"));
    };
    let now = at.with_timezone(&snapshot.settings().timezone);
    match hours.state(at) {
        // No end within sight is not yet "always": only the text can say that.
        Opening::Open { until: None } if hours.raw() != "24/7" => {
            (OpenState::Open, language.text("hours-open"))
        }
        opening => self::opening(language, &opening, now),
    }
}

fn opening(language: Language, opening: &Opening, now: DateTime<Tz>) -> (OpenState, String) {
    match opening {
        Opening::Open { until: None } => (OpenState::Open, language.text("hours-always")),
        Opening::Open { until: Some(until) } => {
            let until = moment(language, *until, now);
            (
                OpenState::Open,
                language.text_with("hours-open-until", [("until", until.into())]),
            )
        }
        Opening::Closed { opens: None } => (OpenState::Closed, language.text("hours-closed")),
        Opening::Closed { opens: Some(at) } => {
            let at = moment(language, *at, now);
            (
                OpenState::Closed,
                language.text_with("hours-opens", [("at", at.into())]),
            )
        }
        Opening::ByAppointment => (OpenState::Appointment, language.text("hours-appointment")),
        Opening::Unknown => (OpenState::Unknown, language.text("hours-unclear")),
    }
}

/// A moment as short as it is clear: "18:00", "morgen 9:00", "Di 14:00", "3.12.2026 14:00".
pub(super) fn moment(language: Language, at: DateTime<Tz>, now: DateTime<Tz>) -> String {
    let time = clock(at.time());
    let days = (at.date_naive() - now.date_naive()).num_days();
    match days {
        0 => time,
        // The small hours still belong to the night one is in.
        1 if at.hour() < 5 && now.hour() >= 12 => time,
        1 => format!("{} {time}", language.text("day-tomorrow")),
        2..=6 => format!(
            "{} {time}",
            language.text(&format!("day-{}", day_key(at.weekday())))
        ),
        _ => format!("{} {time}", date(language, at.date_naive())),
    }
}

/// A time of day.
pub(super) fn clock(time: NaiveTime) -> String {
    format!("{}:{:02}", time.hour(), time.minute())
}

fn day_key(weekday: Weekday) -> &'static str {
    ["mo", "tu", "we", "th", "fr", "sa", "su"][weekday.num_days_from_monday() as usize]
}

/// The name of a weekday in full.
pub(super) fn weekday(language: Language, date: NaiveDate) -> String {
    language.text(&format!("weekday-{}", day_key(date.weekday())))
}

/// A day of the year, for a week whose year everybody knows.
pub(super) fn short_date(language: Language, date: NaiveDate) -> String {
    let format = language.either("%-d.%-m.", "%-d %b");
    date.format(format).to_string()
}

/// A date as the language writes it.
pub(super) fn date(language: Language, date: NaiveDate) -> String {
    match language {
        Language::De => date.format("%-d.%-m.%Y").to_string(),
        Language::En => date.format("%-d %b %Y").to_string(),
        Language::Simple => {
            let month = language.text(&format!("month-{}", date.month()));
            format!("{}. {month} {}", date.day(), date.year())
        }
    }
}

/// The hours of one day.
pub(super) fn day_hours(language: Language, day: &DayHours) -> String {
    if day.intervals.is_empty() {
        return language.text("hours-day-closed");
    }
    let midnight = NaiveDateTime::from(day.date);
    let said = day
        .intervals
        .iter()
        .map(|interval| span(language, interval, midnight));
    said.collect::<Vec<_>>().join(", ")
}

/// The hours of the day that a question is about, when the place has hours that are understood.
pub(super) fn asked_hours(
    language: Language,
    snapshot: &Snapshot,
    located: &Located,
    asked: NaiveDate,
    today: NaiveDate,
) -> Option<String> {
    let hours = snapshot
        .hours_of(located)
        .filter(|hours| hours.is_understood())?;
    let day = if asked == today {
        capitalised(&language.text("hours-today"))
    } else {
        format!("{} {}", weekday(language, asked), date(language, asked))
    };
    Some(format!(
        "{day}: {}",
        day_hours(language, &hours.day_hours(asked))
    ))
}

/// What must be said on a holiday about hours that were perhaps written with an ordinary week in mind.
pub(super) fn holiday_doubt(language: Language, hours: &Hours, day: &DayHours) -> Option<String> {
    let is_doubtful = day.holiday.is_some()
        && !day.intervals.is_empty()
        && !hours.names_public_holidays()
        && hours.raw() != "24/7";
    is_doubtful.then(|| language.text("hours-holiday-doubt"))
}

/// The same for the day of an instant, when the place has hours that are understood.
pub(super) fn doubt_at(
    language: Language,
    snapshot: &Snapshot,
    located: &Located,
    at: DateTime<Utc>,
) -> Option<String> {
    let hours = snapshot.hours_of(located)?;
    let day = hours.day_hours(snapshot.date_at(at));
    holiday_doubt(language, hours, &day).filter(|_| hours.is_understood())
}

fn span(language: Language, interval: &Interval, midnight: NaiveDateTime) -> String {
    let is_all_day = interval.from == midnight && (interval.to - interval.from).num_hours() >= 24;
    let time = if is_all_day {
        language.text("hours-all-day")
    } else {
        let to = interval.to.time();
        let to = if to == NaiveTime::MIN {
            "24:00".to_owned()
        } else {
            clock(to)
        };
        let from = clock(interval.from.time());
        language.text_with("hours-span", [("from", from.into()), ("to", to.into())])
    };
    match interval.answer {
        Answer::Open | Answer::Closed => time,
        Answer::ByAppointment => format!("{time} ({})", language.text("hours-appointment")),
        Answer::Unknown if is_all_day => language.text("hours-day-unclear"),
        Answer::Unknown => format!("{time} ({})", language.text("hours-day-unclear")),
    }
}

/// The status of a place with its days, when there is more to say than "in use".
pub(super) fn status(language: Language, place: &Place) -> Option<String> {
    let Lifecycle { status, .. } = place.lifecycle;
    let from = place.lifecycle.valid_from().map(|day| date(language, day));
    let to = place.lifecycle.valid_to().map(|day| date(language, day));
    if status == crate::domain::place::Status::Active && to.is_none() {
        return None;
    }
    let name = language.text(&format!("status-{status}"));
    let days = match (from, to) {
        (None, None) => return Some(name),
        (Some(from), None) => language.text_with("status-from", [("from", from.into())]),
        (None, Some(to)) => language.text_with("status-until", [("until", to.into())]),
        (Some(from), Some(to)) => language.text_with(
            "status-from-until",
            [("from", from.into()), ("until", to.into())],
        ),
    };
    Some(format!("{name} {days}"))
}

/// How long one walks. A line that knows no barriers is named: it promises too much.
pub(super) fn walk(language: Language, seconds: f64, engine: Engine) -> String {
    let minutes = format!("{:.0}", (seconds / 60.0).ceil().max(1.0));
    let key = match engine {
        Engine::Network => "walk-minutes",
        Engine::BarrierLine => "walk-minutes-about",
        Engine::Line => "walk-minutes-line",
    };
    language.text_with(key, [("minutes", minutes.into())])
}

/// A distance, no finer than the positions are.
pub(super) fn distance(language: Language, metres: f64) -> String {
    if metres < 5.0 {
        return language.text("distance-here");
    }
    if metres < 995.0 {
        let tens = (metres / 10.0).round() * 10.0;
        return language.text_with("distance-m", [("metres", format!("{tens:.0}").into())]);
    }
    let kilometres = format!("{:.1}", metres / 1000.0);
    let kilometres = language.either(kilometres.replace('.', ","), kilometres);
    language.text_with("distance-km", [("kilometres", kilometres.into())])
}

/// A number with its thousands apart, by a space that does not break.
pub(super) fn number(count: usize) -> String {
    let digits = count.to_string();
    let mut parted = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            parted.push('\u{202f}');
        }
        parted.push(digit);
    }
    parted
}

/// `text` as the beginning of a line: data files write English labels as within a sentence.
pub(super) fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters.as_str().chars()).collect()
}

/// A three-valued fact with words of its own for yes and no.
pub(super) fn fact(language: Language, family: &str, fact: Fact) -> String {
    if fact.is_known() {
        language.text(&format!("{family}-{fact}"))
    } else {
        language.text("fact-unknown")
    }
}

#[cfg(test)]
mod tests;
