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
