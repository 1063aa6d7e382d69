use chrono_tz::America::New_York;
use chrono_tz::Europe::Berlin;

use super::*;
use crate::domain::event::{Change, EventFacts, EventId, EventOrigin, Length, Schedule};

fn start(text: &str) -> Start {
    text.parse().unwrap()
}

fn instant(text: &str) -> DateTime<Utc> {
    DateTime::parse_from_rfc3339(text).unwrap().to_utc()
}

fn event(schedule: Schedule) -> Event {
    let uid = "test".parse().unwrap();
    Event {
        id: EventId::of(&uid),
        uid,
        source: "test".parse().unwrap(),
        origin: EventOrigin::Calendar,
        title: "Repair-Café".parse().unwrap(),
        venue: Venue::default(),
        status: EventStatus::Confirmed,
        schedule,
        engagement: None,
        revised_at: DateTime::UNIX_EPOCH,
        sequence: 0,
        facts: Box::new(EventFacts::default()),
    }
}

/// A series that lasts two hours each time; whole days where the start is one.
fn series(first: &str, rule: &str) -> Schedule {
    let first = start(first);
    let length = (!first.is_day()).then(|| Length::new(0, 7200).unwrap());
    Schedule {
        rule: Some(rule.parse().unwrap()),
        ..Schedule::once(first, length)
    }
}

/// The dates of a schedule in a span, as the clocks in Berlin show their begin.
fn begins(schedule: &Schedule, from: &str, to: &str) -> Vec<String> {
    let found = event(schedule.clone()).occurrences(instant(from), instant(to), Berlin, 1_000);
    let shown = found.iter().map(|own| {
        own.begins
            .with_timezone(&Berlin)
            .format("%d.%m. %H:%M")
            .to_string()
    });
    shown.collect()
}

fn cancelled(of: &str) -> Change {
    Change {
        of: start(of),
        start: start(of),
        length: None,
        status: EventStatus::Cancelled,
        title: None,
        venue: None,
    }
}

#[test]
fn an_offer_on_tuesdays_at_six_stays_at_six_in_both_clock_change_weeks() {
    let weekly = series("2026-03-17T18:00:00[Europe/Berlin]", "FREQ=WEEKLY");
    let spring = ["24.03. 18:00", "31.03. 18:00", "07.04. 18:00"];
    assert_eq!(
        begins(&weekly, "2026-03-23T00:00:00Z", "2026-04-08T00:00:00Z"),
        spring
    );
    let autumn = ["20.10. 18:00", "27.10. 18:00", "03.11. 18:00"];
    assert_eq!(
        begins(&weekly, "2026-10-19T00:00:00Z", "2026-11-04T00:00:00Z"),
        autumn
    );
    // And at another instant.
    let event = event(weekly);
    let of = |from, to| {
        event.occurrences(instant(from), instant(to), Berlin, 9)[0]
            .begins
            .to_rfc3339()
    };
    assert_eq!(
        of("2026-10-20T00:00:00Z", "2026-10-21T00:00:00Z"),
        "2026-10-20T16:00:00+00:00"
    );
    assert_eq!(
        of("2026-10-27T00:00:00Z", "2026-10-28T00:00:00Z"),
        "2026-10-27T17:00:00+00:00"
    );
}

#[test]
fn a_time_that_the_night_skips_is_no_date_and_one_it_has_twice_is_one() {
    let nightly = series("2026-03-27T02:30:00[Europe/Berlin]", "FREQ=DAILY;COUNT=4");
    let spring = [
        "27.03. 02:30",
        "28.03. 02:30",
        "30.03. 02:30",
        "31.03. 02:30",
    ];
    assert_eq!(
        begins(&nightly, "2026-03-01T00:00:00Z", "2026-05-01T00:00:00Z"),
        spring
    );
    let nightly = series("2026-10-24T02:30:00[Europe/Berlin]", "FREQ=DAILY;COUNT=3");
    let autumn = ["24.10. 02:30", "25.10. 02:30", "26.10. 02:30"];
    assert_eq!(
        begins(&nightly, "2026-10-01T00:00:00Z", "2026-12-01T00:00:00Z"),
        autumn
    );
}

#[test]
fn a_single_date_that_the_clock_skips_is_an_hour_later() {
    let once = Schedule::once(start("2026-03-29T02:30:00[Europe/Berlin]"), None);
    assert_eq!(
        begins(&once, "2026-03-28T00:00:00Z", "2026-03-30T00:00:00Z"),
        ["29.03. 03:30"]
    );
}

#[test]
fn a_night_of_eight_hours_has_eight_hours_when_the_clock_changes() {
    let mut night = series("2026-10-24T22:00:00[Europe/Berlin]", "FREQ=WEEKLY");
    night.length = Length::new(0, 8 * 3600).ok();
    let found = event(night).occurrences(
        instant("2026-10-25T04:30:00Z"),
        instant("2026-10-25T05:00:00Z"),
        Berlin,
        9,
    );
    assert_eq!(found.len(), 0, "it ended at five by the new clock");
    let mut night = series("2026-10-24T22:00:00[Europe/Berlin]", "FREQ=WEEKLY");
    night.length = Length::new(1, 0).ok();
    let found = event(night).occurrences(
        instant("2026-10-25T20:30:00Z"),
        instant("2026-10-25T21:30:00Z"),
        Berlin,
        9,
    );
    assert_eq!(
        found.len(),
        1,
        "a day of the calendar has twenty-five hours then"
    );
}

#[test]
fn other_clocks_keep_their_own_time() {
    let abroad = series("2026-03-02T12:00:00[America/New_York]", "FREQ=WEEKLY");
    // Two weeks in March in which New York has changed its clocks and Berlin has not.
    let found = begins(&abroad, "2026-03-01T00:00:00Z", "2026-04-01T00:00:00Z");
    assert_eq!(
        found,
        [
            "02.03. 18:00",
            "09.03. 17:00",
            "16.03. 17:00",
            "23.03. 17:00",
            "30.03. 18:00"
        ]
    );
    assert_eq!(event(abroad).schedule.zone(), Some(New_York));
}

#[test]
fn a_whole_day_lasts_from_midnight_to_midnight_in_the_city() {
    let yearly = series("2020-10-25", "FREQ=YEARLY");
    let found = event(yearly).occurrences(
        instant("2026-10-25T12:00:00Z"),
        instant("2026-10-25T13:00:00Z"),
        Berlin,
        9,
    );
    assert_eq!(found[0].begins, instant("2026-10-24T22:00:00Z"));
    assert_eq!(found[0].ends, Some(instant("2026-10-25T23:00:00Z")));
}

#[test]
fn dates_are_added_left_out_moved_and_cancelled() {
    let mut schedule = series("2026-11-03T18:00:00[Europe/Berlin]", "FREQ=WEEKLY;COUNT=5");
    schedule.also = vec![
        start("2026-11-14T10:00:00[Europe/Berlin]"),
        start("2026-11-10T18:00:00[Europe/Berlin]"),
    ];
    // Written in another zone, and as a whole day.
    schedule.except = vec![start("2026-11-10T17:00:00[UTC]"), start("2026-12-01")];
    let moved = Change {
        start: start("2026-11-18T19:00:00[Europe/Berlin]"),
        status: EventStatus::Confirmed,
        title: "Repair-Café im Hof".parse().ok(),
        ..cancelled("2026-11-17T18:00:00[Europe/Berlin]")
    };
    schedule.changes = vec![moved, cancelled("2026-11-24T17:00:00[UTC]")];
    let event = event(schedule);
    let found = event.occurrences(
        instant("2026-11-01T00:00:00Z"),
        instant("2027-01-01T00:00:00Z"),
        Berlin,
        99,
    );
    let told: Vec<_> = found
        .iter()
        .map(|own| {
            (
                own.begins.format("%d. %H:%M").to_string(),
                own.status,
                own.is_moved(),
                event.title_of(own).as_str(),
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            (
                "03. 17:00".to_owned(),
                EventStatus::Confirmed,
                false,
                "Repair-Café"
            ),
            (
                "14. 09:00".to_owned(),
                EventStatus::Confirmed,
                false,
                "Repair-Café"
            ),
            (
                "18. 18:00".to_owned(),
                EventStatus::Confirmed,
                true,
                "Repair-Café im Hof"
            ),
            (
                "24. 17:00".to_owned(),
                EventStatus::Cancelled,
                false,
                "Repair-Café"
            ),
        ]
    );
}

#[test]
fn a_date_moved_from_far_away_is_found_where_it_is_now() {
    let mut schedule = series("2026-01-06T18:00:00[Europe/Berlin]", "FREQ=WEEKLY");
    schedule.changes = vec![Change {
        start: start("2026-11-18T19:00:00[Europe/Berlin]"),
        status: EventStatus::Confirmed,
        ..cancelled("2026-02-03T18:00:00[Europe/Berlin]")
    }];
    assert_eq!(
        begins(&schedule, "2026-11-18T00:00:00Z", "2026-11-19T00:00:00Z"),
        ["18.11. 19:00"]
    );
    assert!(begins(&schedule, "2026-02-03T00:00:00Z", "2026-02-04T00:00:00Z").is_empty());
}

#[test]
fn what_goes_on_is_there_and_what_is_over_is_not() {
    let weekly = series("2026-01-06T18:00:00[Europe/Berlin]", "FREQ=WEEKLY");
    assert_eq!(
        begins(&weekly, "2026-01-13T18:59:00Z", "2026-01-13T19:00:00Z"),
        ["13.01. 18:00"]
    );
    assert!(begins(&weekly, "2026-01-13T19:00:00Z", "2026-01-13T20:00:00Z").is_empty());
    assert!(begins(&weekly, "2026-01-13T16:00:00Z", "2026-01-13T17:00:00Z").is_empty());
    let mut endless = weekly;
    endless.length = None;
    assert!(
        begins(&endless, "2026-01-13T17:01:00Z", "2026-01-13T20:00:00Z").is_empty(),
        "nobody knows that it goes on"
    );
}

#[test]
fn a_cancelled_event_has_only_cancelled_dates() {
    let mut off = event(series("2026-01-06T18:00:00[Europe/Berlin]", "FREQ=DAILY"));
    off.status = EventStatus::Cancelled;
    let found = off.occurrences(
        instant("2026-02-01T00:00:00Z"),
        instant("2026-02-03T00:00:00Z"),
        Berlin,
        9,
    );
    assert_eq!(
        found.iter().map(|own| own.status).collect::<Vec<_>>(),
        [EventStatus::Cancelled; 2]
    );
}

#[test]
fn an_endless_rule_gives_no_more_than_is_asked_for_at_any_distance() {
    let daily = event(series(
        "1900-01-01T00:00:00[Europe/Berlin]",
        "FREQ=DAILY;BYHOUR=0,6,12,18",
    ));
    let (from, to) = (
        instant("2026-01-01T00:00:00Z"),
        instant("2999-01-01T00:00:00Z"),
    );
    assert_eq!(daily.occurrences(from, to, Berlin, 50).len(), 50);
    let never = event(series(
        "1900-01-01T00:00:00[Europe/Berlin]",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
    ));
    assert!(never.occurrences(from, to, Berlin, 50).is_empty());
    assert!(
        daily
            .occurrences(
                DateTime::<Utc>::MIN_UTC,
                DateTime::<Utc>::MAX_UTC,
                Berlin,
                3
            )
            .len()
            == 3
    );
}

#[test]
fn the_next_dates_are_found_however_far_they_are() {
    let next = |schedule: Schedule, count| {
        let found =
            event(schedule).next_occurrences(instant("2026-11-22T14:00:00Z"), Berlin, count);
        found
            .iter()
            .map(|own| own.of.date().to_string())
            .collect::<Vec<_>>()
    };
    assert_eq!(
        next(series("2020-02-29", "FREQ=YEARLY"), 2),
        ["2028-02-29", "2032-02-29"]
    );
    assert_eq!(
        next(
            series("2026-11-22T15:00:00[Europe/Berlin]", "FREQ=WEEKLY;COUNT=2"),
            5
        ),
        ["2026-11-22", "2026-11-29"]
    );
    assert_eq!(
        next(Schedule::once(start("2030-05-01"), None), 3),
        ["2030-05-01"]
    );
    assert_eq!(
        next(Schedule::once(start("2020-05-01"), None), 3),
        Vec::<String>::new()
    );
}

#[test]
fn a_span_holds_every_date_and_is_open_where_there_is_no_end() {
    let span = |schedule: &Schedule| event(schedule.clone()).span(Berlin);
    let weekly = series("2026-01-06T18:00:00[Europe/Berlin]", "FREQ=WEEKLY");
    assert_eq!(span(&weekly), (instant("2026-01-06T17:00:00Z"), None));
    let mut counted = series("2026-01-06T18:00:00[Europe/Berlin]", "FREQ=WEEKLY;COUNT=3");
    assert_eq!(span(&counted).1, Some(instant("2026-01-20T19:00:00Z")));
    counted.changes = vec![Change {
        start: start("2026-12-24T18:00:00[Europe/Berlin]"),
        ..cancelled("2026-01-13T18:00:00[Europe/Berlin]")
    }];
    counted.also = vec![start("2025-12-24T18:00:00[Europe/Berlin]")];
    assert_eq!(
        span(&counted),
        (
            instant("2025-12-24T17:00:00Z"),
            Some(instant("2026-12-24T19:00:00Z"))
        )
    );
    for end in ["20260120", "20260120T180000", "20260120T170000Z"] {
        let until = series(
            "2026-01-06T18:00:00[Europe/Berlin]",
            &format!("FREQ=WEEKLY;UNTIL={end}"),
        );
        let last = event(until.clone()).occurrences(
            instant("2026-01-01T00:00:00Z"),
            instant("2027-01-01T00:00:00Z"),
            Berlin,
            9,
        );
        assert_eq!(last.len(), 3, "{end}");
        assert!(last[2].ends <= span(&until).1, "{end}");
    }
}
