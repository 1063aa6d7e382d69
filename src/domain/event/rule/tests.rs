use chrono::{Datelike, Days, NaiveDate, NaiveDateTime, Weekday};
use proptest::prelude::*;

use super::*;

/// A clock that shows every time.
struct Plain;

impl Clock for Plain {
    fn shows(&self, _: NaiveDateTime) -> bool {
        true
    }

    fn is_after(&self, wall: NaiveDateTime, until: Until) -> bool {
        match until {
            Until::Day(day) => wall.date() > day,
            Until::Wall(end) => wall > end,
            Until::At(end) => wall > end.naive_utc(),
        }
    }
}

fn at(text: &str) -> NaiveDateTime {
    NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap()
}

fn dates(rule: &str, first: &str, count: usize) -> Vec<String> {
    let (rule, first): (Rule, _) = (rule.parse().unwrap(), at(first));
    let horizon = first.checked_add_days(Days::new(366 * 40)).unwrap();
    let walls = Repeats::new(&rule, first, first, horizon, Plain);
    walls
        .take(count)
        .map(|wall| wall.format("%Y-%m-%d %H:%M").to_string())
        .collect()
}

/// Days only, for rules that keep the time of the first date.
fn days(rule: &str, first: &str, count: usize) -> Vec<String> {
    let all = dates(rule, &format!("{first} 09:00"), count);
    all.iter().map(|date| date[..10].to_owned()).collect()
}

#[test]
#[expect(clippy::too_many_lines, reason = "a table of the examples of RFC 5545")]
fn the_examples_of_the_standard_come_out_as_it_says() {
    // RFC 5545, 3.8.5.3, each with its first dates.
    for (rule, first, expected) in [
        (
            "FREQ=DAILY;INTERVAL=10;COUNT=5",
            "1997-09-02",
            "1997-09-02 1997-09-12 1997-09-22 1997-10-02 1997-10-12",
        ),
        (
            "FREQ=WEEKLY;INTERVAL=2;WKST=SU",
            "1997-09-02",
            "1997-09-02 1997-09-16 1997-09-30 1997-10-14 1997-10-28",
        ),
        (
            "FREQ=WEEKLY;COUNT=10;WKST=SU;BYDAY=TU,TH",
            "1997-09-02",
            "1997-09-02 1997-09-04 1997-09-09 1997-09-11 1997-09-16",
        ),
        (
            "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO",
            "1997-08-05",
            "1997-08-05 1997-08-10 1997-08-19 1997-08-24",
        ),
        (
            "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU",
            "1997-08-05",
            "1997-08-05 1997-08-17 1997-08-19 1997-08-31",
        ),
        (
            "FREQ=MONTHLY;COUNT=10;BYDAY=1FR",
            "1997-09-05",
            "1997-09-05 1997-10-03 1997-11-07 1997-12-05 1998-01-02",
        ),
        (
            "FREQ=MONTHLY;INTERVAL=2;COUNT=10;BYDAY=1SU,-1SU",
            "1997-09-07",
            "1997-09-07 1997-09-28 1997-11-02 1997-11-30 1998-01-04",
        ),
        (
            "FREQ=MONTHLY;COUNT=6;BYDAY=-2MO",
            "1997-09-22",
            "1997-09-22 1997-10-20 1997-11-17 1997-12-22 1998-01-19",
        ),
        (
            "FREQ=MONTHLY;BYMONTHDAY=-3",
            "1997-09-28",
            "1997-09-28 1997-10-29 1997-11-28 1997-12-29 1998-01-29",
        ),
        (
            "FREQ=MONTHLY;COUNT=10;BYMONTHDAY=2,15",
            "1997-09-02",
            "1997-09-02 1997-09-15 1997-10-02 1997-10-15 1997-11-02",
        ),
        (
            "FREQ=MONTHLY;INTERVAL=18;COUNT=10;BYMONTHDAY=10,11,12,13,14,15",
            "1997-09-10",
            "1997-09-10 1997-09-11 1997-09-12 1997-09-13 1997-09-14 1997-09-15 1999-03-10",
        ),
        (
            "FREQ=YEARLY;COUNT=10;BYMONTH=6,7",
            "1997-06-10",
            "1997-06-10 1997-07-10 1998-06-10 1998-07-10",
        ),
        (
            "FREQ=YEARLY;INTERVAL=3;COUNT=10;BYYEARDAY=1,100,200",
            "1997-01-01",
            "1997-01-01 1997-04-10 1997-07-19 2000-01-01 2000-04-09",
        ),
        (
            "FREQ=YEARLY;BYDAY=20MO",
            "1997-05-19",
            "1997-05-19 1998-05-18 1999-05-17",
        ),
        (
            "FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO",
            "1997-05-12",
            "1997-05-12 1998-05-11 1999-05-17",
        ),
        (
            "FREQ=YEARLY;BYMONTH=3;BYDAY=TH",
            "1997-03-13",
            "1997-03-13 1997-03-20 1997-03-27 1998-03-05",
        ),
        (
            "FREQ=MONTHLY;BYDAY=SA;BYMONTHDAY=7,8,9,10,11,12,13",
            "1997-09-13",
            "1997-09-13 1997-10-11 1997-11-08 1997-12-13",
        ),
        (
            "FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8",
            "1996-11-05",
            "1996-11-05 2000-11-07 2004-11-02",
        ),
        (
            "FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3",
            "1997-09-04",
            "1997-09-04 1997-10-07 1997-11-06",
        ),
        (
            "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2",
            "1997-09-29",
            "1997-09-29 1997-10-30 1997-11-27 1997-12-30",
        ),
        (
            "FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5",
            "2007-01-15",
            "2007-01-15 2007-01-30 2007-02-15 2007-03-15 2007-03-30",
        ),
    ] {
        let expected: Vec<_> = expected.split(' ').collect();
        assert_eq!(days(rule, first, expected.len()), expected, "{rule}");
    }
    assert_eq!(
        dates(
            "FREQ=DAILY;BYHOUR=9,10;BYMINUTE=0,40",
            "1997-09-02 09:00",
            5
        ),
        [
            "1997-09-02 09:00",
            "1997-09-02 09:40",
            "1997-09-02 10:00",
            "1997-09-02 10:40",
            "1997-09-03 09:00"
        ]
    );
}

#[test]
fn days_that_a_month_or_year_does_not_have_are_left_out_and_not_counted() {
    assert_eq!(
        days("FREQ=MONTHLY;COUNT=3", "2026-01-31", 9),
        ["2026-01-31", "2026-03-31", "2026-05-31"]
    );
    assert_eq!(
        days("FREQ=YEARLY;COUNT=2", "2024-02-29", 9),
        ["2024-02-29", "2028-02-29"]
    );
    assert_eq!(
        days("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "2026-01-01", 9),
        ["2026-01-01"]
    );
}

#[test]
fn the_first_date_is_one_whatever_the_rule_says_and_is_counted() {
    assert_eq!(
        days("FREQ=WEEKLY;BYDAY=TH;COUNT=2", "2026-11-24", 9),
        ["2026-11-24", "2026-11-26"]
    );
    assert_eq!(days("FREQ=WEEKLY;COUNT=1", "2026-11-24", 9), ["2026-11-24"]);
    assert_eq!(
        days("FREQ=WEEKLY;UNTIL=20200101", "2026-11-24", 9),
        ["2026-11-24"]
    );
}

#[test]
fn a_rule_ends_with_the_day_or_the_moment_it_names() {
    assert_eq!(days("FREQ=DAILY;UNTIL=20261126", "2026-11-24", 9).len(), 3);
    assert_eq!(
        days("FREQ=DAILY;UNTIL=20261126T085959", "2026-11-24", 9).len(),
        2
    );
    assert_eq!(
        days("FREQ=DAILY;UNTIL=20261126T090000Z", "2026-11-24", 9).len(),
        3
    );
}

#[test]
fn a_rule_reads_as_it_is_written() {
    for text in [
        "FREQ=DAILY",
        "FREQ=WEEKLY;COUNT=10;INTERVAL=2;BYDAY=TU,TH;WKST=SU",
        "FREQ=MONTHLY;UNTIL=20261231T225959Z;BYDAY=1MO,-1FR;BYSETPOS=1,-1",
        "FREQ=YEARLY;UNTIL=20261231;BYMONTH=1,12;BYMONTHDAY=-1,1",
        "FREQ=YEARLY;UNTIL=20261231T235959;BYWEEKNO=20,-1;BYDAY=SA",
        "FREQ=DAILY;BYHOUR=9,10;BYMINUTE=0,30;BYSECOND=0",
    ] {
        assert_eq!(text.parse::<Rule>().unwrap().to_string(), text);
    }
    let loose: Rule = " freq=weekly ; byday=mo,MO,+1tu;;"
        .replace("+1tu", "tu")
        .parse()
        .unwrap();
    assert_eq!(loose.to_string(), "FREQ=WEEKLY;BYDAY=MO,TU");
}

#[test]
fn a_rule_that_is_wrong_or_could_be_without_end_is_refused_by_the_part() {
    for (text, said) in [
        ("", "must say FREQ"),
        ("COUNT=3", "must say FREQ"),
        (
            "FREQ=SECONDLY",
            "must be one of DAILY, WEEKLY, MONTHLY, YEARLY, not \"SECONDLY\"",
        ),
        ("FREQ=HOURLY;COUNT=3", "must be one of"),
        ("FREQ=DAILY;FREQ=DAILY", "FREQ stands twice"),
        ("FREQ=DAILY;COUNT=3;UNTIL=20261126", "both COUNT and UNTIL"),
        (
            "FREQ=DAILY;COUNT=0",
            "COUNT must be a whole number from 1 to 10000",
        ),
        ("FREQ=DAILY;COUNT=99999999999999999999", "COUNT"),
        ("FREQ=DAILY;INTERVAL=0", "INTERVAL"),
        ("FREQ=DAILY;INTERVAL=-1", "INTERVAL"),
        (
            "FREQ=DAILY;UNTIL=tomorrow",
            "UNTIL must be a date or a time, not \"tomorrow\"",
        ),
        ("FREQ=WEEKLY;BYDAY=", "BYDAY does not know \"\""),
        ("FREQ=WEEKLY;BYDAY=1é", "BYDAY"),
        ("FREQ=WEEKLY;BYDAY=é", "BYDAY"),
        ("FREQ=WEEKLY;BYDAY=1MO", "BYDAY with a number"),
        ("FREQ=MONTHLY;BYDAY=54MO", "BYDAY"),
        ("FREQ=YEARLY;BYWEEKNO=20;BYDAY=1MO", "BYWEEKNO"),
        ("FREQ=MONTHLY;BYWEEKNO=20", "BYWEEKNO needs"),
        ("FREQ=WEEKLY;BYMONTHDAY=1", "BYMONTHDAY"),
        ("FREQ=MONTHLY;BYYEARDAY=1", "BYYEARDAY"),
        (
            "FREQ=MONTHLY;BYMONTHDAY=32",
            "BYMONTHDAY does not know \"32\"",
        ),
        ("FREQ=MONTHLY;BYSETPOS=1", "BYSETPOS needs"),
        ("FREQ=YEARLY;BYMONTH=13", "BYMONTH"),
        ("FREQ=YEARLY;BYEASTER=0", "BYEASTER is not understood"),
        ("FREQ=YEARLY;RSCALE=CHINESE", "RSCALE is not understood"),
        ("FREQ=DAILY;WKST=XX", "WKST"),
        (
            "FREQ=DAILY;BYHOUR=0,1,2,3,4;BYMINUTE=0,1,2,3,4;BYSECOND=0,1,2,3,4",
            "100 times a day",
        ),
        ("%n", "NAME=VALUE"),
    ] {
        let refused = text.parse::<Rule>().unwrap_err();
        assert!(refused.reason.contains(said), "{text}: {}", refused.reason);
    }
}

#[test]
fn a_rule_of_weekdays_can_be_told_in_words_and_others_cannot() {
    let plain = |text: &str| text.parse::<Rule>().unwrap().plain_weekdays();
    assert_eq!(
        plain("FREQ=WEEKLY;BYDAY=TU,TH"),
        Some(vec![Weekday::Tue, Weekday::Thu])
    );
    assert_eq!(plain("FREQ=WEEKLY"), Some(vec![]));
    assert_eq!(plain("FREQ=WEEKLY;BYMONTH=5;BYDAY=TU"), None);
    assert_eq!(plain("FREQ=MONTHLY;BYDAY=1TU"), None);
}

/// Every date by looking at each day of the calendar on its own.
mod slow {
    use super::*;

    pub fn dates(rule: &Rule, first: NaiveDateTime, horizon: NaiveDateTime) -> Vec<NaiveDateTime> {
        let mut found = vec![first];
        let mut day = monday_year(first.date());
        let mut set: Vec<NaiveDateTime> = Vec::new();
        while day <= horizon.date().checked_add_days(Days::new(400)).unwrap() {
            if fits(rule, day, first.date()) {
                for hour in own(
                    &rule.hours,
                    &[first
                        .and_utc()
                        .time()
                        .format("%H")
                        .to_string()
                        .parse()
                        .unwrap()],
                ) {
                    for minute in own(
                        &rule.minutes,
                        &[first.format("%M").to_string().parse().unwrap()],
                    ) {
                        set.push(day.and_hms_opt(hour, minute, 0).unwrap());
                    }
                }
            }
            let next = day.succ_opt().unwrap();
            if period(rule, next) != period(rule, day) {
                set.sort();
                found.extend(picked(rule, &set).into_iter().filter(|wall| *wall > first));
                set.clear();
            }
            day = next;
        }
        found.sort();
        if let Some(Ends::Count(count)) = rule.ends {
            found.truncate(count as usize);
        }
        found.retain(|wall| {
            *wall == first
                || *wall <= horizon
                    && match rule.ends {
                        Some(Ends::Until(until)) => !Plain.is_after(*wall, until),
                        _ => true,
                    }
        });
        found
    }

    /// Some day before the first period.
    fn monday_year(date: NaiveDate) -> NaiveDate {
        NaiveDate::from_ymd_opt(date.year() - 1, 1, 1).unwrap()
    }

    fn own(list: &[u32], first: &[u32]) -> Vec<u32> {
        if list.is_empty() {
            first.to_vec()
        } else {
            list.to_vec()
        }
    }

    fn picked(rule: &Rule, set: &[NaiveDateTime]) -> Vec<NaiveDateTime> {
        if rule.positions.is_empty() {
            return set.to_vec();
        }
        let count = i32::try_from(set.len()).unwrap();
        let is_picked = |slot: i32| {
            rule.positions.contains(&(slot + 1)) || rule.positions.contains(&(slot - count))
        };
        (0..count)
            .filter(|slot| is_picked(*slot))
            .map(|slot| set[usize::try_from(slot).unwrap()])
            .collect()
    }

    /// The number of the period a day lies in, counted from a day long ago.
    fn period(rule: &Rule, day: NaiveDate) -> i64 {
        let days = day.num_days_from_ce();
        match rule.frequency {
            Frequency::Daily => i64::from(days),
            Frequency::Weekly => {
                // 1 January of the year 1 was a Monday.
                i64::from(days - 1 - i32::try_from(rule.week_start.num_days_from_monday()).unwrap())
                    .div_euclid(7)
            }
            Frequency::Monthly => i64::from(day.year()) * 12 + i64::from(day.month0()),
            Frequency::Yearly => i64::from(day.year()),
        }
    }

    fn fits(rule: &Rule, day: NaiveDate, first: NaiveDate) -> bool {
        let away = period(rule, day) - period(rule, first);
        if away < 0 || away % i64::from(rule.interval) != 0 {
            return false;
        }
        let nothing_about_days =
            rule.weekdays.is_empty() && rule.month_days.is_empty() && rule.year_days.is_empty();
        let in_month: Vec<_> = same(day, |own| (own.year(), own.month()));
        let in_year: Vec<_> = same(day, |own| (own.year(), 0));
        (rule.months.is_empty() || rule.months.contains(&day.month()))
            && (rule.weeks.is_empty() || in_weeks(rule, day))
            && (rule.month_days.is_empty() || counted(&rule.month_days, &in_month, day))
            && (rule.year_days.is_empty() || counted(&rule.year_days, &in_year, day))
            && (rule.weekdays.is_empty()
                || rule.weekdays.iter().any(|wanted| {
                    let around = if rule.frequency == Frequency::Yearly && rule.months.is_empty() {
                        &in_year
                    } else {
                        &in_month
                    };
                    let alike: Vec<_> = around
                        .iter()
                        .copied()
                        .filter(|own| own.weekday() == wanted.weekday)
                        .collect();
                    alike.contains(&day)
                        && (wanted.ordinal == 0 || counted(&[wanted.ordinal], &alike, day))
                }))
            && (!nothing_about_days
                || match rule.frequency {
                    Frequency::Daily => true,
                    Frequency::Weekly => day.weekday() == first.weekday(),
                    Frequency::Monthly => day.day() == first.day(),
                    Frequency::Yearly if !rule.weeks.is_empty() => day.weekday() == first.weekday(),
                    Frequency::Yearly if !rule.months.is_empty() => day.day() == first.day(),
                    Frequency::Yearly => (day.month(), day.day()) == (first.month(), first.day()),
                })
    }

    fn same(day: NaiveDate, part: impl Fn(NaiveDate) -> (i32, u32)) -> Vec<NaiveDate> {
        let (year, month) = part(day);
        let begin = NaiveDate::from_ymd_opt(year, month.max(1), 1).unwrap();
        let length = if month == 0 { 366 } else { 31 };
        begin
            .iter_days()
            .take(length)
            .filter(|own| part(*own) == part(day))
            .collect()
    }

    fn counted(wanted: &[i32], all: &[NaiveDate], day: NaiveDate) -> bool {
        let slot = i32::try_from(all.iter().position(|own| *own == day).unwrap()).unwrap();
        let count = i32::try_from(all.len()).unwrap();
        wanted
            .iter()
            .any(|wanted| *wanted == slot + 1 || *wanted == slot - count)
    }

    /// Walks through the weeks of the three years around.
    fn in_weeks(rule: &Rule, day: NaiveDate) -> bool {
        (day.year() - 1..=day.year() + 1).any(|year| {
            let begin = NaiveDate::from_ymd_opt(year - 1, 12, 20).unwrap();
            let starts = begin
                .iter_days()
                .take(390)
                .filter(|own| own.weekday() == rule.week_start);
            let weeks: Vec<Vec<NaiveDate>> = starts
                .map(|start| start.iter_days().take(7).collect())
                .collect();
            let weeks: Vec<_> = weeks
                .into_iter()
                .filter(|week| week.iter().filter(|own| own.year() == year).count() >= 4)
                .collect();
            let count = i32::try_from(weeks.len()).unwrap();
            let slot = weeks.iter().position(|week| week.contains(&day));
            slot.is_some_and(|slot| {
                let slot = i32::try_from(slot).unwrap();
                rule.weeks.contains(&(slot + 1)) || rule.weeks.contains(&(slot - count))
            })
        })
    }
}

fn some(values: impl Strategy<Value = String>) -> impl Strategy<Value = String> {
    proptest::collection::vec(values, 1..4).prop_map(|list| list.join(","))
}

fn maybe(
    name: &'static str,
    values: impl Strategy<Value = String>,
    share: f64,
) -> impl Strategy<Value = String> {
    proptest::option::weighted(share, some(values))
        .prop_map(move |value| value.map_or_else(String::new, |value| format!(";{name}={value}")))
}

fn signed_number(most: i32) -> impl Strategy<Value = String> {
    (1..=most, any::<bool>()).prop_map(|(number, is_last)| {
        if is_last {
            format!("-{number}")
        } else {
            number.to_string()
        }
    })
}

fn random_rule() -> impl Strategy<Value = String> {
    let weekday = proptest::sample::select(vec!["MO", "TU", "WE", "TH", "FR", "SA", "SU"]);
    let frequency = proptest::sample::select(vec!["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]);
    let by_day = (
        proptest::option::weighted(0.3, signed_number(5)),
        weekday.clone(),
    )
        .prop_map(|(ordinal, day)| format!("{}{day}", ordinal.unwrap_or_default()));
    let end = prop_oneof![
        Just(String::new()),
        (1..40u32).prop_map(|count| format!(";COUNT={count}")),
        (2024..2030u32, 1..=12u32, 1..=28u32)
            .prop_map(|(y, m, d)| format!(";UNTIL={y}{m:02}{d:02}")),
    ];
    let first = (frequency, 1..5u32, end, weekday);
    let days = (
        maybe("BYMONTH", (1..=12).prop_map(|m: i32| m.to_string()), 0.3),
        maybe("BYWEEKNO", signed_number(53), 0.15),
        maybe("BYYEARDAY", signed_number(366), 0.1),
        maybe("BYMONTHDAY", signed_number(31), 0.25),
        maybe("BYDAY", by_day, 0.5),
    );
    let times = (
        maybe("BYHOUR", (0..24).prop_map(|h: i32| h.to_string()), 0.1),
        maybe("BYMINUTE", (0..60).prop_map(|m: i32| m.to_string()), 0.1),
        maybe("BYSETPOS", signed_number(4), 0.2),
    );
    (first, days, times).prop_map(|((frequency, interval, end, start), days, times)| {
        let (months, weeks, year_days, month_days, by_day) = days;
        let (hours, minutes, positions) = times;
        format!(
            "FREQ={frequency};INTERVAL={interval}{end};WKST={start}{months}{weeks}{year_days}{month_days}{by_day}{hours}{minutes}{positions}"
        )
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn rules_mean_what_looking_at_every_day_finds(text in random_rule(), day in 0..1500u64, hour in 0..24u32) {
        let Ok(rule) = text.parse::<Rule>() else { return Ok(()) };
        let first = NaiveDate::from_ymd_opt(2023, 1, 1).unwrap().checked_add_days(Days::new(day)).unwrap();
        let first = first.and_hms_opt(hour, 30, 0).unwrap();
        let horizon = first.checked_add_days(Days::new(1_100)).unwrap();
        let fast: Vec<_> = Repeats::new(&rule, first, first, horizon, Plain).collect();
        prop_assert_eq!(&fast, &slow::dates(&rule, first, horizon));
        // Beginning later finds the same dates from there on.
        let begin = first.checked_add_days(Days::new(500)).unwrap();
        let later: Vec<_> = Repeats::new(&rule, first, begin, horizon, Plain).filter(|wall| *wall >= begin).collect();
        prop_assert_eq!(later, fast.into_iter().filter(|wall| *wall >= begin).collect::<Vec<_>>());
        prop_assert_eq!(rule.to_string().parse::<Rule>().unwrap(), rule);
    }
}
