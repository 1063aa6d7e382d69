//! Hours, dates, distances and numbers as people say them.

use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, NaiveTime, Timelike, Utc, Weekday};
use chrono_tz::Tz;

use super::messages::Language;
use crate::domain::Fact;
use crate::domain::hours::{Answer, DayHours, Interval, Opening};
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
fn moment(language: Language, at: DateTime<Tz>, now: DateTime<Tz>) -> String {
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

fn clock(time: NaiveTime) -> String {
    format!("{}:{:02}", time.hour(), time.minute())
}

fn day_key(weekday: Weekday) -> &'static str {
    ["mo", "tu", "we", "th", "fr", "sa", "su"][weekday.num_days_from_monday() as usize]
}

/// The name of a weekday in full.
pub(super) fn weekday(language: Language, date: NaiveDate) -> String {
    language.text(&format!("weekday-{}", day_key(date.weekday())))
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

/// A distance, no finer than the positions are.
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
mod tests {
    use std::sync::Arc;

    use chrono::TimeZone;

    use super::*;
    use crate::domain::calendar::{Calendar, Holidays};
    use crate::domain::hours::Hours;

    const BERLIN: Tz = chrono_tz::Europe::Berlin;

    /// Sunday, 22 November 2026.
    fn sunday(hour: u32, minute: u32) -> DateTime<Tz> {
        BERLIN
            .with_ymd_and_hms(2026, 11, 22, hour, minute, 0)
            .unwrap()
    }

    fn hours(text: &str) -> Hours {
        let calendar = Calendar::new(BERLIN, None, Holidays::default()).unwrap();
        Hours::parse(text, &Arc::new(calendar))
    }

    fn said(language: Language, text: &str, now: DateTime<Tz>) -> String {
        opening(language, &hours(text).state(now.with_timezone(&Utc)), now).1
    }

    #[test]
    fn an_open_place_says_until_when() {
        assert_eq!(
            said(Language::De, "Mo-Su 10:00-18:00", sunday(12, 0)),
            "Offen bis 18:00"
        );
        assert_eq!(
            said(Language::En, "Mo-Su 10:00-18:00", sunday(12, 0)),
            "Open until 18:00"
        );
        assert_eq!(
            said(Language::De, "24/7", sunday(12, 0)),
            "Immer zugänglich"
        );
    }

    #[test]
    fn the_small_hours_belong_to_the_night_before() {
        assert_eq!(
            said(Language::De, "Su 18:00-02:00", sunday(20, 0)),
            "Offen bis 2:00"
        );
        assert_eq!(
            said(Language::De, "Mo 02:00-03:00", sunday(1, 0)),
            "Geschlossen, öffnet morgen 2:00"
        );
    }

    #[test]
    fn a_closed_place_says_when_it_opens() {
        let now = sunday(12, 0);
        assert_eq!(
            said(Language::De, "Su 14:00-16:00", now),
            "Geschlossen, öffnet 14:00"
        );
        assert_eq!(
            said(Language::De, "Mo 09:00-12:00", now),
            "Geschlossen, öffnet morgen 9:00"
        );
        assert_eq!(
            said(Language::De, "Tu 14:00-18:00", now),
            "Geschlossen, öffnet Di 14:00"
        );
        assert_eq!(
            said(Language::En, "Tu 14:00-18:00", now),
            "Closed, opens Tue 14:00"
        );
        assert_eq!(
            said(Language::De, "Dec 03 14:00-15:00", now),
            "Geschlossen, öffnet 3.12.2026 14:00"
        );
        assert_eq!(said(Language::De, "off", now), "Geschlossen");
    }

    #[test]
    fn what_is_not_understood_is_unclear_and_never_open() {
        let now = sunday(12, 0);
        let state = opening(
            Language::De,
            &hours("nach Lust und Laune").state(now.with_timezone(&Utc)),
            now,
        );
        assert_eq!(
            state,
            (OpenState::Unknown, "Öffnungszeiten unklar".to_owned())
        );
        assert_eq!(
            said(Language::De, "\"nach Vereinbarung\"", now),
            "Nach Vereinbarung"
        );
    }

    #[test]
    fn a_week_says_closed_all_day_and_several_times() {
        let week = |text: &str| {
            let week = hours(text).week(NaiveDate::from_ymd_opt(2026, 11, 23).unwrap());
            week.map(|day| day_hours(Language::De, &day))
        };
        let [monday, tuesday, ..] = week("Mo 10:00-13:00,14:00-18:00; Tu 20:00-24:00");
        assert_eq!(monday, "10:00–13:00, 14:00–18:00");
        assert_eq!(tuesday, "20:00–24:00");
        assert_eq!(week("24/7")[0], "ganztägig");
        assert_eq!(week("Mo 10:00-12:00")[6], "geschlossen");
        assert_eq!(week("irgendwann")[0], "unklar");
    }

    #[test]
    fn plain_german_says_hours_in_words() {
        let now = sunday(12, 0);
        let simple = Language::Simple;
        assert_eq!(
            said(simple, "Tu 14:00-18:00", now),
            "Jetzt zu. Offen ab Dienstag 14:00 Uhr"
        );
        assert_eq!(said(simple, "Su 10:00-18:00", now), "Offen bis 18:00 Uhr");
        let week = hours("Mo 10:00-12:00").week(NaiveDate::from_ymd_opt(2026, 11, 23).unwrap());
        assert_eq!(day_hours(simple, &week[0]), "10:00 bis 12:00 Uhr");
        assert_eq!(day_hours(simple, &week[1]), "zu");
        let epiphany = NaiveDate::from_ymd_opt(2027, 1, 6).unwrap();
        assert_eq!(date(simple, epiphany), "6. Januar 2027");
        assert_eq!(distance(simple, 347.0), "350 Meter");
        assert_eq!(
            fact(simple, "consumption", Fact::Unknown),
            "Das wissen wir nicht"
        );
    }

    #[test]
    fn distances_are_as_coarse_as_positions() {
        assert_eq!(distance(Language::De, 0.0), "direkt hier");
        assert_eq!(distance(Language::De, 347.0), "350 m");
        assert_eq!(distance(Language::De, 1249.0), "1,2 km");
        assert_eq!(distance(Language::En, 12_000.0), "12.0 km");
    }

    #[test]
    fn thousands_stand_apart() {
        assert_eq!(number(999), "999");
        assert_eq!(number(1234), "1\u{202f}234");
        assert_eq!(number(1_000_000), "1\u{202f}000\u{202f}000");
    }

    #[test]
    fn an_unknown_fact_is_neither_yes_nor_no() {
        assert_eq!(
            fact(Language::De, "consumption", Fact::Unknown),
            "nicht bekannt"
        );
        assert_eq!(
            fact(Language::De, "consumption", Fact::No),
            "Ohne Verzehrzwang"
        );
    }
}
