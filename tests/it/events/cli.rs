//! `miteinander import events` as the city's staff call it.

use crate::cli::{Desk, Ended};

/// A desk with a city and one place.
fn desk() -> Desk {
    let desk = Desk::with_city();
    let file = desk.file(
        "p.csv",
        format!("id,name,kind,lon,lat\n{PLACE},Marktplatz,square,9.05,48.05\n").as_bytes(),
    );
    assert_eq!(desk.run(&["import", "places", &file]).code, Some(0));
    desk
}

const PLACE: &str = "7e57ab1e-0000-4000-8000-000000000001";

fn calendar(events: &[&str]) -> String {
    let events: Vec<_> = events
        .iter()
        .map(|lines| {
            format!(
                "BEGIN:VEVENT\r\n{}\r\nEND:VEVENT\r\n",
                lines.replace('|', "\r\n")
            )
        })
        .collect();
    format!(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{}END:VCALENDAR\r\n",
        events.concat()
    )
}

const WEEKLY: &str = "UID:w|SUMMARY:Sprachcafé|DTSTART:20260106T180000|DURATION:PT1H|RRULE:FREQ=WEEKLY|LOCATION:Marktplatz";
const YEARLY: &str = "UID:y|SUMMARY:Stadtfest|DTSTART:20260620|RRULE:FREQ=YEARLY";

fn import(desk: &Desk, name: &str, events: &[&str], flags: &[&str]) -> Ended {
    let file = desk.file(name, calendar(events).as_bytes());
    let mut arguments = vec!["import", "events", &file];
    arguments.extend(flags);
    desk.run(&arguments)
}

fn report(ended: &Ended) -> serde_json::Value {
    assert_eq!(ended.code, Some(0), "{}{}", ended.out, ended.err);
    serde_json::from_str(&ended.out).unwrap()
}

#[test]
fn a_calendar_is_tried_taken_and_taken_again_without_effect() {
    let desk = desk();
    let tried = import(&desk, "treff.ics", &[WEEKLY, YEARLY], &["--dry-run"]);
    assert!(
        tried.out.contains("added: 2\n  Sprachcafé\n  Stadtfest\n"),
        "{}",
        tried.out
    );
    assert!(
        tried
            .out
            .contains("at no place of the city: 1\n  Stadtfest"),
        "{}",
        tried.out
    );
    assert!(
        tried.out.ends_with("dry run: nothing was stored\n"),
        "{}",
        tried.out
    );
    assert_eq!(
        report(&import(&desk, "treff.ics", &[WEEKLY, YEARLY], &["--json"]))["added"]
            .as_array()
            .unwrap()
            .len(),
        2
    );
    let again = report(&import(&desk, "treff.ics", &[WEEKLY, YEARLY], &["--json"]));
    assert_eq!(
        (&again["unchanged"], &again["source"]),
        (&2.into(), &"treff".into())
    );
    let check = desk.run(&["check"]);
    assert!(
        check
            .out
            .starts_with("Teststadt: 1 districts, 1 places, 2 events\n"),
        "{}",
        check.out
    );
    assert!(
        check.out.contains("the place, of 1 events"),
        "{}",
        check.out
    );
}

#[test]
fn good_events_are_taken_beside_bad_ones_and_the_command_says_both() {
    let desk = desk();
    let done = import(
        &desk,
        "treff.ics",
        &[
            WEEKLY,
            "UID:b|SUMMARY:B|DTSTART:gestern",
            "UID:c|SUMMARY:C|DTSTART:20261124|RRULE:FREQ=SECONDLY",
        ],
        &[],
    );
    assert_eq!(done.code, Some(0), "{}", done.err);
    assert!(done.out.contains("added: 2"), "{}", done.out);
    assert!(
        done.out.contains("event 2 (b), DTSTART: must be a date"),
        "{}",
        done.out
    );
    assert!(
        done.out
            .contains("event 3 (c), RRULE: must be one of DAILY"),
        "{}",
        done.out
    );
    assert!(done.out.ends_with("stored\n"), "{}", done.out);
}

#[test]
fn a_calendar_without_a_good_event_and_a_file_that_is_none_are_refused() {
    let desk = desk();
    let refused = import(
        &desk,
        "treff.ics",
        &["UID:b|SUMMARY:B|DTSTART:gestern"],
        &[],
    );
    assert_eq!(refused.code, Some(1));
    assert!(
        refused.err.contains("event 1 (b), DTSTART"),
        "{}",
        refused.err
    );
    let file = desk.file("x.ics", b"hello");
    let refused = desk.run(&["import", "events", &file]);
    assert!(
        refused.code == Some(1) && refused.err.contains("is no calendar"),
        "{}",
        refused.err
    );
    let file = desk.file("treff.ics", calendar(&[WEEKLY]).as_bytes());
    let refused = desk.run(&[
        "import",
        "events",
        &file,
        "--place",
        "7e57ab1e-0000-4000-8000-00000000000f",
    ]);
    assert!(
        refused.code == Some(1) && refused.err.contains("is no place of Teststadt"),
        "{}",
        refused.err
    );
    assert_eq!(
        desk.run(&["import", "events", &file, "--place", "x"]).code,
        Some(2)
    );
}

#[test]
fn coming_events_that_vanish_go_and_not_in_masses_or_all_by_a_slip() {
    let desk = desk();
    import(&desk, "treff.ics", &[WEEKLY, YEARLY], &[]);
    // Another calendar takes nothing away from this one.
    assert_eq!(
        report(&import(
            &desk,
            "verein.ics",
            &["UID:v|SUMMARY:V|DTSTART:20260101|RRULE:FREQ=DAILY"],
            &["--json"]
        ))["gone"],
        serde_json::json!([])
    );
    let gone = report(&import(&desk, "treff.ics", &[WEEKLY], &["--json"]));
    assert_eq!(gone["gone"], serde_json::json!(["Stadtfest"]));
    let empty = import(&desk, "treff.ics", &[], &[]);
    assert!(
        empty.code == Some(1) && empty.err.contains("--remove-missing"),
        "{}{}",
        empty.out,
        empty.err
    );
    let many: Vec<String> = (0..30)
        .map(|number| YEARLY.replace("UID:y", &format!("UID:y{number}")))
        .collect();
    let many: Vec<&str> = many.iter().map(String::as_str).collect();
    import(&desk, "viele.ics", &many, &[]);
    let thin = import(&desk, "viele.ics", &many[..10], &[]);
    assert!(
        thin.code == Some(1)
            && thin
                .err
                .contains("20 of 30 coming events of the calendar viele"),
        "{}",
        thin.err
    );
    let done = report(&import(
        &desk,
        "viele.ics",
        &many[..10],
        &["--remove-missing", "--json"],
    ));
    assert_eq!(done["gone"].as_array().unwrap().len(), 20);
}

#[test]
fn place_organiser_and_calendar_can_be_said_by_the_caller() {
    let desk = desk();
    let done = report(&import(
        &desk,
        "export-2026-11.ics",
        &["UID:a|SUMMARY:A|DTSTART:20261124|LOCATION:Lesesaal"],
        &[
            "--place",
            PLACE,
            "--organiser",
            "Stadtbibliothek",
            "--source",
            "Bibliothek",
            "--json",
        ],
    ));
    assert_eq!(
        (&done["source"], &done["at_no_place"]),
        (&"Bibliothek".into(), &serde_json::json!([]))
    );
}

#[test]
fn no_command_ever_repeats_what_it_leaves_out() {
    let desk = desk();
    let done = import(
        &desk,
        "treff.ics",
        &[
            "UID:a|SUMMARY:Spiele|DTSTART:20261124|DESCRIPTION:Fragen an maria@example.org",
            "UID:b|SUMMARY:Treffen|LOCATION:Frauenhaus\\, Gasse 7|DTSTART:20261124",
        ],
        &["--json"],
    );
    let all = format!("{}{}", done.out, done.err);
    assert!(!all.contains("maria") && !all.contains("Gasse"), "{all}");
    assert!(
        all.contains("e-mail address or a telephone number"),
        "{all}"
    );
}
