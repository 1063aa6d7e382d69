use chrono::TimeZone;
use chrono_tz::Europe::Berlin;

use super::*;
use crate::domain::calendar::Holidays;

mod properties;

/// Public holidays of Baden-Württemberg, and its school holidays around the year 2026.
const BADEN_WUERTTEMBERG: &str = r#"
    public = [
        { name = "Neujahr", on = "01-01" },
        { name = "Heilige Drei Könige", on = "01-06" },
        { name = "Karfreitag", easter = -2 },
        { name = "Ostermontag", easter = 1 },
        { name = "Tag der Arbeit", on = "05-01" },
        { name = "Christi Himmelfahrt", easter = 39 },
        { name = "Pfingstmontag", easter = 50 },
        { name = "Fronleichnam", easter = 60 },
        { name = "Tag der Deutschen Einheit", on = "10-03" },
        { name = "Allerheiligen", on = "11-01" },
        { name = "Erster Weihnachtstag", on = "12-25" },
        { name = "Zweiter Weihnachtstag", on = "12-26" },
    ]
    school = [
        { name = "Weihnachtsferien", from = "2025-12-22", to = "2026-01-05" },
        { name = "Osterferien", from = "2026-03-30", to = "2026-04-11" },
        { name = "Pfingstferien", from = "2026-05-26", to = "2026-06-05" },
        { name = "Sommerferien", from = "2026-07-30", to = "2026-09-12" },
        { name = "Herbstferien", from = "2026-10-26", to = "2026-10-31" },
        { name = "Weihnachtsferien", from = "2026-12-23", to = "2027-01-09" },
    ]
"#;

fn ludwigsburg() -> Arc<Calendar> {
    calendar(toml::from_str(BADEN_WUERTTEMBERG).unwrap())
}

fn without_holidays() -> Arc<Calendar> {
    calendar(Holidays::default())
}

fn calendar(holidays: Holidays) -> Arc<Calendar> {
    Arc::new(Calendar::new(Berlin, Some((9.1922, 48.8975)), holidays).unwrap())
}

fn hours(raw: &str) -> Hours {
    Hours::parse(raw, &ludwigsburg())
}

/// A Berlin wall time.
fn berlin(wall: &str) -> DateTime<Utc> {
    let wall = NaiveDateTime::parse_from_str(wall, "%Y-%m-%d %H:%M").unwrap();
    Berlin.from_local_datetime(&wall).unwrap().to_utc()
}

fn utc(instant: &str) -> DateTime<Utc> {
    instant.parse().unwrap()
}

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

#[track_caller]
fn claim(raw: &str, answers: &[(&str, Answer)]) {
    let hours = hours(raw);
    assert!(hours.is_understood(), "{raw} is not understood");
    for (wall, answer) in answers {
        assert_eq!(hours.answer(berlin(wall)), *answer, "{raw} at {wall}");
    }
}

fn until(instant: &str) -> Opening {
    Opening::Open {
        until: Some(utc(instant).with_timezone(&Berlin)),
    }
}

fn opens(instant: &str) -> Opening {
    Opening::Closed {
        opens: Some(utc(instant).with_timezone(&Berlin)),
    }
}

use Answer::{ByAppointment, Closed, Open, Unknown};

#[test]
fn every_second_saturday_follows_the_calendar_week() {
    claim(
        "Tu-Th 15:00-20:00; Fr 15:00-21:00; week 2-52/2 Sa 15:00-20:00",
        &[
            ("2026-03-06 20:30", Open),
            ("2026-03-07 16:00", Open),
            ("2026-03-14 16:00", Closed),
            ("2026-03-09 16:00", Closed),
        ],
    );
}

#[test]
fn a_day_may_have_two_intervals() {
    let library = "Tu 14:00-18:00; We,Th 10:00-13:00,14:00-18:00; Fr 10:00-13:00";
    claim(
        library,
        &[
            ("2026-03-04 12:59", Open),
            ("2026-03-04 13:00", Closed),
            ("2026-03-05 14:00", Open),
        ],
    );
    assert_eq!(
        hours(library).state(berlin("2026-03-04 13:30")),
        opens("2026-03-04T13:00:00Z")
    );
}

#[test]
fn weekdays_and_lists_of_weekdays_are_read() {
    claim(
        "Mo-Fr 10:00-17:00",
        &[("2026-03-06 16:59", Open), ("2026-03-07 12:00", Closed)],
    );
    claim(
        "Su-Th 11:00-22:00; Fr,Sa 11:00-23:00",
        &[("2026-03-07 22:30", Open), ("2026-03-08 22:30", Closed)],
    );
    claim(
        "Tu,Th 16:00-20:00",
        &[("2026-03-05 19:00", Open), ("2026-03-04 19:00", Closed)],
    );
}

#[test]
fn always_open_never_changes() {
    assert_eq!(
        hours("24/7").state(berlin("2026-03-29 03:30")),
        Opening::Open { until: None }
    );
    assert_eq!(
        hours("off").state(berlin("2026-03-29 03:30")),
        Opening::Closed { opens: None }
    );
}

#[test]
fn hours_past_midnight_belong_to_the_day_they_begin() {
    let bar = "Fr 22:00-02:00; Sa 10:00-12:00";
    claim(
        bar,
        &[
            ("2026-03-07 01:59", Open),
            ("2026-03-07 02:00", Closed),
            ("2026-03-07 11:00", Open),
        ],
    );
    assert_eq!(
        hours(bar).state(berlin("2026-03-06 23:00")),
        until("2026-03-07T01:00:00Z")
    );
    // Saturday's closing says nothing of Friday's night.
    claim(
        "Fr 22:00-02:00; Sa off",
        &[("2026-03-07 01:00", Open), ("2026-03-07 22:30", Closed)],
    );
}

#[test]
fn a_night_out_ends_at_the_first_half_past_two_in_autumn() {
    let bar = hours("Sa 22:00-02:30");
    assert_eq!(
        bar.state(utc("2026-10-25T00:15:00Z")),
        until("2026-10-25T00:30:00Z")
    );
    assert_eq!(bar.answer(utc("2026-10-25T00:45:00Z")), Closed);
    assert_eq!(
        bar.answer(utc("2026-10-25T01:15:00Z")),
        Closed,
        "the second pass does not reopen"
    );
    assert_eq!(
        hours("Su 02:30-06:00").answer(utc("2026-10-25T01:15:00Z")),
        Open
    );
    assert_eq!(
        hours("Su 08:00-09:00").state(utc("2026-10-25T00:15:00Z")),
        opens("2026-10-25T07:00:00Z")
    );
}

#[test]
fn a_time_that_spring_skips_comes_when_the_clock_jumps() {
    assert_eq!(
        hours("Sa 22:00-02:30").state(utc("2026-03-29T00:59:00Z")),
        until("2026-03-29T01:00:00Z")
    );
    assert_eq!(
        hours("Sa 22:00-02:30").answer(utc("2026-03-29T01:00:00Z")),
        Closed
    );
    assert_eq!(
        hours("Su 02:30-06:00").state(utc("2026-03-29T00:30:00Z")),
        opens("2026-03-29T01:00:00Z")
    );
    assert_eq!(
        hours("Su 02:30-06:00").state(utc("2026-03-29T01:00:00Z")),
        until("2026-03-29T04:00:00Z")
    );
}

#[test]
fn public_holidays_are_those_of_the_state() {
    let town_hall = "Mo-Fr 09:00-17:00; PH off";
    let days = [
        "2026-01-06",
        "2026-04-03",
        "2026-04-06",
        "2026-05-01",
        "2026-05-14",
        "2026-05-25",
        "2026-06-04",
        "2027-11-01",
    ];
    for day in days {
        claim(town_hall, &[(&format!("{day} 10:00"), Closed)]);
    }
    claim(
        town_hall,
        &[("2026-08-17 10:00", Open), ("2026-12-24 10:00", Open)],
    );
    claim(
        "Sa,PH 10:00-12:00",
        &[
            ("2026-06-04 11:00", Open),
            ("2026-06-05 11:00", Closed),
            ("2026-06-06 11:00", Open),
        ],
    );
}

#[test]
fn school_holidays_are_known_between_the_first_and_the_last_listed_day() {
    let youth_club = "Mo-Fr 15:00-20:00; SH off";
    claim(
        youth_club,
        &[
            ("2026-08-12 16:00", Closed),
            ("2026-07-15 16:00", Open),
            ("2026-12-31 16:00", Closed),
        ],
    );
    claim(
        youth_club,
        &[("2027-08-12 16:00", Unknown), ("2027-08-12 21:00", Closed)],
    );
    claim(
        "SH Mo-Fr 10:00-12:00",
        &[
            ("2026-08-12 11:00", Open),
            ("2026-08-15 11:00", Closed),
            ("2026-07-15 11:00", Closed),
        ],
    );
    claim(
        "SH,Sa 10:00-12:00",
        &[
            ("2026-08-15 11:00", Open),
            ("2026-08-12 11:00", Open),
            ("2026-07-18 11:00", Open),
        ],
    );
}

#[test]
fn without_a_holiday_list_only_what_holds_either_way_is_decided() {
    let town_hall = Hours::parse("Mo-Fr 09:00-17:00; PH off", &without_holidays());
    assert_eq!(town_hall.answer(berlin("2026-03-04 10:00")), Unknown);
    assert_eq!(town_hall.answer(berlin("2026-03-04 18:00")), Closed);
    let park = Hours::parse("08:00-20:00; PH 10:00-20:00", &without_holidays());
    assert_eq!(park.answer(berlin("2026-03-04 09:00")), Unknown);
    assert_eq!(
        park.state(berlin("2026-03-04 10:00")),
        until("2026-03-04T19:00:00Z")
    );
}

#[test]
fn an_appointment_is_an_answer_of_its_own() {
    claim(
        "Mo-Fr 08:00-12:00 || \"nach Vereinbarung\"",
        &[
            ("2026-03-04 09:00", Open),
            ("2026-03-04 13:00", ByAppointment),
        ],
    );
    claim("\"by appointment\"", &[("2026-03-04 09:00", ByAppointment)]);
    claim(
        "Mo 09:00-11:00; Tu open \"Nur mit Termin\"",
        &[
            ("2026-03-03 09:00", ByAppointment),
            ("2026-03-04 09:00", Closed),
        ],
    );
    claim(
        "Mo-Fr 09:00-11:00; PH off \"nach Vereinbarung\"",
        &[("2026-01-06 10:00", Closed)],
    );
}

#[test]
fn a_remark_without_a_state_decides_nothing() {
    claim(
        "\"Wegen Umbau geschlossen\"",
        &[("2026-03-04 09:00", Unknown)],
    );
    claim(
        "Mo 09:00-11:00 \"Küche\"",
        &[("2026-03-02 10:00", Unknown), ("2026-03-02 12:00", Closed)],
    );
    claim(
        "Mo 09:00-11:00 open \"Küche\"",
        &[("2026-03-02 10:00", Open)],
    );
}

#[test]
fn after_an_open_end_nothing_is_known() {
    claim(
        "We 10:00+",
        &[
            ("2026-03-04 09:59", Closed),
            ("2026-03-04 10:00", Unknown),
            ("2026-03-05 00:30", Closed),
        ],
    );
    claim(
        "We 17:00-22:00+",
        &[
            ("2026-03-04 21:00", Open),
            ("2026-03-04 23:00", Unknown),
            ("2026-03-05 05:59", Unknown),
        ],
    );
    assert_eq!(
        hours("We 17:00-22:00+").state(berlin("2026-03-04 18:00")),
        until("2026-03-04T21:00:00Z")
    );
}

#[test]
fn a_text_that_is_not_understood_is_neither_open_nor_closed() {
    let long = "Mo 10:00-12:00; ".repeat(100);
    let texts = [
        "",
        "nach Lust und Laune",
        "Mo-Fr 25:00-26:00",
        "08.00 bis 22.00",
        "01.05-30.09",
        "Mo-Fr PH 10:00-12:00",
        "Mo-Fr 08:00-12:00; 13:00-18:00",
        "10:00-16:00/01:30",
        "2026 Nov-Feb 10:00-12:00",
        "10:00",
        "Mo 10:00-12:00 \"offen",
        long.as_str(),
    ];
    for raw in texts {
        let hours = hours(raw);
        assert!(!hours.is_understood(), "{raw}");
        assert_eq!(hours.raw(), raw);
        assert_eq!(
            hours.state(berlin("2026-03-04 11:00")),
            Opening::Unknown,
            "{raw}"
        );
        assert!(
            hours
                .week(date("2026-03-02"))
                .iter()
                .all(|day| day.intervals[0].answer == Unknown),
            "{raw}"
        );
    }
}

#[test]
fn the_sun_opens_and_closes_a_park() {
    let park = "sunrise-sunset";
    // Ludwigsburg: sunrise 05:19, sunset 21:30 on the longest day; 08:14 and 16:29 on the shortest.
    claim(
        park,
        &[
            ("2026-06-21 05:10", Closed),
            ("2026-06-21 05:30", Open),
            ("2026-06-21 21:20", Open),
            ("2026-06-21 21:40", Closed),
        ],
    );
    claim(
        park,
        &[
            ("2026-12-21 08:05", Closed),
            ("2026-12-21 08:25", Open),
            ("2026-12-21 16:40", Closed),
        ],
    );
    claim(
        "(sunrise+01:00)-(sunset-01:00)",
        &[("2026-06-21 06:10", Closed), ("2026-06-21 06:30", Open)],
    );
    let nowhere = Arc::new(Calendar::new(Berlin, None, Holidays::default()).unwrap());
    assert_eq!(
        Hours::parse(park, &nowhere).answer(berlin("2026-06-21 12:00")),
        Unknown
    );
}

#[test]
fn seasons_dates_and_years_are_read() {
    claim(
        "Apr-Oct 09:00-18:00; Nov-Mar 10:00-16:00",
        &[("2026-04-01 09:30", Open), ("2026-11-01 09:30", Closed)],
    );
    claim(
        "Oct 15-Apr 15: 10:00-12:00",
        &[("2026-01-10 11:00", Open), ("2026-06-10 11:00", Closed)],
    );
    claim(
        "2026 Mar 10:00-12:00",
        &[
            ("2026-03-31 11:00", Open),
            ("2026-04-01 11:00", Closed),
            ("2027-03-10 11:00", Closed),
        ],
    );
    claim(
        "2026Nov-Feb 10:00-12:00",
        &[("2027-02-28 11:00", Open), ("2026-02-10 11:00", Closed)],
    );
    claim(
        "Feb 29 10:00-12:00",
        &[
            ("2028-02-29 11:00", Open),
            ("2027-02-28 11:00", Closed),
            ("2027-03-01 11:00", Closed),
        ],
    );
    claim(
        "Sa[1],Su[-1] 10:00-12:00",
        &[
            ("2026-03-07 11:00", Open),
            ("2026-03-14 11:00", Closed),
            ("2026-03-29 11:00", Open),
        ],
    );
    claim(
        "easter -2 days-easter +1 day off",
        &[("2026-04-04 11:00", Closed)],
    );
    claim(
        "10:00-12:00; easter +49 days off",
        &[("2026-05-24 11:00", Closed), ("2026-05-25 11:00", Open)],
    );
    claim(
        "10:00-12:00; Dec 24,26 off",
        &[
            ("2026-12-24 11:00", Closed),
            ("2026-12-25 11:00", Open),
            ("2026-12-26 11:00", Closed),
        ],
    );
}

#[test]
fn a_season_that_begins_in_months_is_announced() {
    let pool = hours("May-Sep 08:00-20:00");
    assert_eq!(
        pool.state(berlin("2026-10-10 12:00")),
        opens("2027-05-01T06:00:00Z")
    );
}

#[test]
fn a_week_shows_holidays_and_nights() {
    let week = hours("Th 22:00-02:00; Fr 10:00-12:00; PH off").week(date("2026-06-01"));
    assert_eq!(week[3].date, date("2026-06-04"));
    assert_eq!(week[3].holiday.as_deref(), Some("Fronleichnam"));
    assert_eq!(week[3].intervals, []);
    let week = hours("Th 22:00-02:00; Fr 10:00-12:00; PH off").week(date("2026-06-08"));
    let night = Interval {
        answer: Open,
        from: date("2026-06-11").and_hms_opt(22, 0, 0).unwrap(),
        to: date("2026-06-12").and_hms_opt(2, 0, 0).unwrap(),
    };
    assert_eq!(week[3].intervals, [night]);
    assert_eq!(week[4].intervals.len(), 1, "the night is shown once");
}

#[test]
fn the_ends_of_the_calendar_are_unknown() {
    for at in [DateTime::<Utc>::MIN_UTC, DateTime::<Utc>::MAX_UTC] {
        assert_eq!(hours("24/7").state(at), Opening::Unknown);
    }
    let last = hours("24/7").week(NaiveDate::MAX);
    assert_eq!(last[6].intervals[0].answer, Unknown);
}
