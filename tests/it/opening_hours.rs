//! Real opening hours against the answers of an independent evaluator.
//!
//! 1,099 distinct values from OpenStreetMap at 26 Berlin moments each, answered by `opening_hours.js` 3.15.0
//! with the holidays of Baden-Württemberg.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use chrono::{DateTime, NaiveDateTime, Utc};
use miteinander::domain::calendar::{Calendar, Holidays};
use miteinander::domain::hours::{Answer, Hours};
use serde::Deserialize;

use crate::postgres::say;

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
"#;

/// The oracle ends a night at midnight when the next day has a rule of its own. A bar that opens on Saturday
/// "until 03:00" is open on Sunday at 01:30, whatever Sunday's hours are.
const NIGHT: &str = "a night belongs to the day it begins";
/// The oracle was given no location and closes before 18:00; in Ludwigsburg the sun set at 18:10 on 4 March
/// and at 20:43 on 12 August.
const SUN: &str = "the sun sets by the place's location";
/// The oracle gives the hours of both rules to the days of both where only a space separates them.
const SPACE: &str = "a weekday after a complete time begins a new rule";

/// Every reviewed disagreement, with its reason.
const REVIEWED: &[(&str, &str)] = &[
    ("Fr-Sa 22:00-04:00; Su-Th off", NIGHT),
    (
        "Mo 11:00-23:00; Tu,We 10:00-23:00; Th 10:00-23:30; Fr 10:00-24:00; Sa 11:00-03:00; Su 12:00-21:30",
        NIGHT,
    ),
    ("Mo-Fr 09:00-18:00 Sa 09:00-14:00", SPACE),
    ("Mo-Sa 10:00-05:00; Su 11:00-05:00", NIGHT),
    ("Mo-Su 10:00-sunset", SUN),
    (
        "Mo-Th 07:00-23:00; Fr 07:00-05:00; Sa 10:00-05:00; Su 11:00-22:00",
        NIGHT,
    ),
    (
        "Mo-Th 08:00-01:00; Fr 08:00-03:00; Sa 09:00-03:00; Su 10:00-19:00",
        NIGHT,
    ),
    (
        "Mo-Th 10:30-00:00; Fr 10:30-02:00; Sa 11:00-02:00; Su 12:00-23:00",
        NIGHT,
    ),
    (
        "Mo-Th 11:00-01:00; Fr-Sa 11:00-02:00; Su 12:00-23:00",
        NIGHT,
    ),
    (
        "Mo-Th 15:00-04:00; Fr-Sa 15:00-05:00; Su 19:00-04:00",
        NIGHT,
    ),
    (
        "Mo-Th 19:00-01:00; Fr,Sa 19:00-03:00; Su 19:00-24:00",
        NIGHT,
    ),
    (
        "Mo-Tu 07:00-23:00; We-Fr 07:00-05:00; Sa 10:00-05:00; Su 11:00-05:00",
        NIGHT,
    ),
    (
        "Mo-Tu 08:30-01:00; Fr-Sa 08:30-02:00; Su 09:30-01:00",
        NIGHT,
    ),
    (
        "Mo-Tu 09:00-01:00; We-Sa 09:00-02:00; Su 09:00-01:00",
        NIGHT,
    ),
    (
        "Mo-Tu 09:00-24:00; We-Th 09:00-01:30; Fr-Sa 09:00-02:00; Su 09:00-24:00",
        NIGHT,
    ),
    (
        "Mo-Tu 10:00-24:00; We 10:00-05:00; Th 10:00-24:00; Fr-Sa 10:00-05:00; Su 10:00-24:00",
        NIGHT,
    ),
    (
        "Mo-Tu 15:00-24:00; We-Th 15:00-01:00; Fr-Sa 15:00-02:00; Su 15:00-24:00",
        NIGHT,
    ),
    (
        "Mo-We 12:00-14:30, 19:00-24:00; Th-Sa 12:00-14:30, 19:00-02:00; Su 12:00-14:30, 19:00-24:00",
        NIGHT,
    ),
    (
        "Mo-We, Sa 17:00-02:00; Th-Fr 17:00-04:00; Su 21:30-02:00",
        NIGHT,
    ),
    (
        "Tu-Th 08:30-00:00; Fr-Sa 08:30-02:00; Su 09:00-23:30",
        NIGHT,
    ),
    ("We-Fr 13:00-18:00 Sa 12:00-18:00", SPACE),
];

/// The file's first line.
#[derive(Deserialize)]
struct Header {
    times_local: Vec<String>,
}

/// One value and the oracle's answers: `o`pen, `c`losed, `u`nknown; none where it refuses the value.
#[derive(Deserialize)]
struct Row {
    value: String,
    states: Option<String>,
}

#[derive(Default)]
struct Tally {
    /// Answers that the oracle decides, that we decide as well, and on which both agree.
    decided: usize,
    both: usize,
    agreed: usize,
    /// Moments of disagreement by value.
    disagreed: BTreeMap<String, Vec<String>>,
    refused_by_the_oracle_alone: Vec<String>,
}

#[test]
fn real_opening_hours_are_answered_as_an_independent_evaluator_does() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../shared/data/opening_hours/oracle-opening_hours-js-3.15.0.jsonl");
    let Ok(text) = std::fs::read_to_string(&path) else {
        say(&format!("skipped: {} is not here", path.display()));
        return;
    };
    let tally = compare(&text);
    let share = |part: usize, whole: usize| part as f64 / whole as f64;
    println!(
        "{} answers decided by the oracle, {} ({:.2} %) by us, agreement {:.2} %",
        tally.decided,
        tally.both,
        100.0 * share(tally.both, tally.decided),
        100.0 * share(tally.agreed, tally.both)
    );
    assert!(tally.decided > 27_000);
    assert!(share(tally.agreed, tally.both) >= 0.998);
    assert!(share(tally.both, tally.decided) >= 0.99);
    assert_eq!(tally.refused_by_the_oracle_alone, Vec::<String>::new());

    let reviewed: BTreeMap<&str, &str> = REVIEWED.iter().copied().collect();
    let new: Vec<_> = tally
        .disagreed
        .iter()
        .filter(|(value, _)| !reviewed.contains_key(value.as_str()))
        .collect();
    assert!(new.is_empty(), "not reviewed: {new:#?}");
    let gone: Vec<_> = reviewed
        .keys()
        .filter(|value| !tally.disagreed.contains_key(**value))
        .collect();
    assert!(gone.is_empty(), "reviewed, but both agree now: {gone:#?}");
}

fn compare(text: &str) -> Tally {
    let holidays: Holidays = toml::from_str(BADEN_WUERTTEMBERG).unwrap();
    let calendar = Arc::new(
        Calendar::new(chrono_tz::Europe::Berlin, Some((9.1922, 48.8975)), holidays).unwrap(),
    );
    let mut lines = text.lines();
    let header: Header = serde_json::from_str(lines.next().unwrap()).unwrap();
    let moments: Vec<(String, DateTime<Utc>)> = header
        .times_local
        .into_iter()
        .map(|local| {
            let wall = NaiveDateTime::parse_from_str(&local, "%Y-%m-%dT%H:%M").unwrap();
            let instant = calendar.instant(wall).to_utc();
            (local, instant)
        })
        .collect();
    let mut tally = Tally::default();
    for row in lines.map(|line| serde_json::from_str::<Row>(line).unwrap()) {
        let hours = Hours::parse(&row.value, &calendar);
        match &row.states {
            Some(states) => tally.count(&hours, states, &moments),
            None if hours.is_understood() => tally.refused_by_the_oracle_alone.push(row.value),
            None => {}
        }
    }
    tally
}

impl Tally {
    fn count(&mut self, hours: &Hours, states: &str, moments: &[(String, DateTime<Utc>)]) {
        assert_eq!(states.len(), moments.len());
        for (theirs, (local, instant)) in states.chars().zip(moments) {
            let ours = match hours.answer(*instant) {
                Answer::Open => 'o',
                Answer::Closed => 'c',
                // The oracle has no word for appointments.
                Answer::ByAppointment | Answer::Unknown => 'u',
            };
            self.decided += usize::from(theirs != 'u');
            if theirs == 'u' || ours == 'u' {
                continue;
            }
            self.both += 1;
            if ours == theirs {
                self.agreed += 1;
            } else {
                let moment = format!("{local}: ours {ours}, theirs {theirs}");
                self.disagreed
                    .entry(hours.raw().to_owned())
                    .or_default()
                    .push(moment);
            }
        }
    }
}
