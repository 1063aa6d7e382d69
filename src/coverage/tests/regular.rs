//! What is regular: the same on every day that is asked, and nothing that happens every other week.

use std::sync::Arc;

use chrono::{Datelike, NaiveDate};

use crate::coverage::{HOURS, RegularWeek, answers, ordinary_weeks};
use crate::domain::calendar::Calendar;
use crate::domain::hours::{Answer, Hours};
use crate::domain::{CitySettings, Location};

/// With the real holidays of a city.
fn calendar() -> Arc<Calendar> {
    let text = include_str!("../../../geodata/ludwigsburg/city.toml");
    let settings = CitySettings::from_toml(text).unwrap();
    Arc::new(settings.calendar(Location::from_lon_lat(9.19, 48.89).unwrap()))
}

/// Every day of the years whose holidays are listed, and beyond.
fn days() -> impl Iterator<Item = NaiveDate> {
    let first: NaiveDate = "2026-01-01".parse().unwrap();
    first.iter_days().take(2 * 365)
}

#[test]
fn what_happens_every_other_week_is_regular_on_no_day_that_is_asked() {
    let calendar = calendar();
    let weekly = "Tu-Th 15:00-20:00; Fr 15:00-21:00";
    let minutes = (3 * 5 + 6) * 60;
    for sometimes in [
        "week 2-52/2 Sa 15:00-20:00",
        "week 1-53/2 Sa 10:00-13:00",
        "week 1-53/4 Sa 10:00-13:00",
        "Sa[1] 10:00-13:00",
        "Sa[1,3] 10:00-13:00",
    ] {
        let hours = Hours::parse(&format!("{weekly}; {sometimes}"), &calendar);
        let always = Hours::parse(weekly, &calendar);
        for day in days() {
            let of = |hours| RegularWeek::of(hours, &calendar, day, 17 * 60);
            assert_eq!(of(&hours), of(&always), "{sometimes} on {day}");
            assert_eq!(
                (of(&hours).minutes(), of(&hours).days()),
                (minutes, 4),
                "{day}"
            );
        }
    }
}

#[test]
fn an_hour_of_every_other_week_is_neither_surely_open_nor_closed() {
    let calendar = calendar();
    let text = "Mo 15:00-16:00; week 2-52/2 Sa 15:00-20:00; Su \"nach Vereinbarung\"";
    let hours = Hours::parse(text, &calendar);
    for day in days() {
        let told = answers(Some(&hours), &calendar, ordinary_weeks(&calendar, day));
        assert_eq!(told.len(), HOURS);
        let count = |meant| told.iter().filter(|own| **own == meant).count();
        assert_eq!(
            (told[15], told[5 * 24 + 15]),
            (Answer::Open, Answer::Unknown),
            "{day}"
        );
        assert_eq!(
            (count(Answer::Open), count(Answer::Unknown)),
            (1, 5),
            "{day}"
        );
    }
    let nobody_knows = answers(
        None,
        &calendar,
        ordinary_weeks(&calendar, days().next().unwrap()),
    );
    assert_eq!(nobody_knows, [Answer::Unknown; HOURS]);
}

#[test]
fn an_even_and_an_odd_week_without_holidays_follow_each_other() {
    let calendar = calendar();
    for day in days() {
        let [first, second] = ordinary_weeks(&calendar, day);
        assert_eq!((second - first).num_days(), 7, "{day}");
        assert_ne!(
            first.iso_week().week() % 2,
            second.iso_week().week() % 2,
            "{day}"
        );
        let is_free = |own: NaiveDate| {
            calendar.is_public_holiday(own) == Some(true)
                || calendar.is_school_holiday(own) == Some(true)
        };
        assert!(!first.iter_days().take(14).any(is_free), "{day}");
    }
}

#[test]
fn where_every_week_has_holidays_an_even_and_an_odd_one_stand_for_all() {
    let settings = CitySettings::from_toml(
        "id = \"x\"\nname = \"X\"\ntimezone = \"Europe/Berlin\"\n[holidays]\npublic = []\n\
         school = [{ name = \"Ferien\", from = \"2026-01-01\", to = \"2028-12-31\" }]\n",
    );
    let location = Location::from_lon_lat(9.19, 48.89).unwrap();
    let calendar = settings.unwrap().calendar(location);
    for day in days() {
        let [first, second] = ordinary_weeks(&calendar, day);
        assert!(first <= day && (day - first).num_days() < 7, "{day}");
        assert_ne!(
            first.iso_week().week() % 2,
            second.iso_week().week() % 2,
            "{day}"
        );
        // After week 53 comes week 1: the one after that is the next even one.
        assert!((7..=14).contains(&(second - first).num_days()), "{day}");
    }
}
