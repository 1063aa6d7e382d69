use chrono_tz::Europe::Berlin;
use uuid::Uuid;

use super::*;
use crate::domain::event::{Demand, Effort, EventStatus, Length, WebAddress};
use crate::domain::place::{Cost, Lifecycle, Origin, Place};
use crate::domain::{Location, Shape, Topic};

const MARKET: PlaceId = PlaceId(Uuid::from_u128(2));

fn context() -> Context {
    let place = |id, name: &str| Place {
        id,
        name: name.parse().unwrap(),
        kind: "library".parse().unwrap(),
        lifecycle: Lifecycle::default(),
        shape: Shape::Point(Location::from_lon_lat(9.2, 48.9).unwrap()),
        opening_hours: None,
        last_verified_at: None,
        origin: Origin::Local,
        facts: Box::default(),
    };
    let places = [
        place(PlaceId(Uuid::from_u128(1)), "Bücherei"),
        place(MARKET, "Marktplatz"),
    ];
    Context {
        source: "treff".parse().unwrap(),
        origin: EventOrigin::Calendar,
        timezone: Berlin,
        place: None,
        organiser: None,
        gazetteer: Gazetteer::new(&places, "Musterstadt"),
    }
}

/// A calendar of these events, each its lines joined by `|`.
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

fn found(events: &[&str]) -> Found {
    read("x.ics", calendar(events).as_bytes(), &context()).unwrap()
}

/// The one event of a calendar about which nobody complains.
fn one(lines: &str) -> Event {
    let mut found = found(&[lines]);
    assert_eq!(told(&found), Vec::<String>::new());
    assert_eq!(found.events.len(), 1);
    found.events.remove(0)
}

fn told(found: &Found) -> Vec<String> {
    found.complaints.iter().map(ToString::to_string).collect()
}

const BASE: &str = "UID:1|SUMMARY:Repair-Café|DTSTART;TZID=Europe/Berlin:20261124T180000|DTEND;TZID=Europe/Berlin:20261124T200000|LOCATION:Marktplatz";

#[test]
fn everything_that_is_known_of_an_offer_is_taken() {
    let event = one(
        "UID:1|SUMMARY:Repair-Café|DTSTART;TZID=Europe/Berlin:20261124T180000|DURATION:PT2H|RRULE:FREQ=WEEKLY;BYDAY=TU|\
         EXDATE;TZID=Europe/Berlin:20261222T180000,20261229T180000|RDATE;VALUE=DATE:20261226|LOCATION:Bücherei\\, Lesesaal|\
         DESCRIPTION:Wir reparieren\\, was kaputt ist.|CATEGORIES:Reparieren,Ehrenamt|URL:https://example.org/repair|\
         STATUS:TENTATIVE|SEQUENCE:3|LAST-MODIFIED:20261001T100000Z|X-MITEINANDER-COST:donation|\
         X-MITEINANDER-COST-TEXT:Spende für Teile|X-MITEINANDER-LANGUAGES:de,tr|X-MITEINANDER-ORGANISER:Werkstatt e. V.|\
         X-MITEINANDER-EFFORT:regular|X-MITEINANDER-DEMAND:moderate",
    );
    assert_eq!(
        (
            event.uid.as_str(),
            event.title.as_str(),
            event.source.as_str()
        ),
        ("1", "Repair-Café", "treff")
    );
    assert_eq!(event.venue.place, Some(PlaceId(Uuid::from_u128(1))));
    assert_eq!(event.venue.spot.as_deref(), Some("Lesesaal"));
    assert_eq!(
        event.schedule.start.to_string(),
        "2026-11-24T18:00:00[Europe/Berlin]"
    );
    assert_eq!(event.schedule.length.map(Length::seconds), Some(7200));
    assert_eq!(
        event.schedule.rule.as_ref().unwrap().to_string(),
        "FREQ=WEEKLY;BYDAY=TU"
    );
    assert_eq!(event.schedule.except.len(), 2);
    assert_eq!(
        event.schedule.also[0].to_string(),
        "2026-12-26T18:00:00[Europe/Berlin]"
    );
    assert_eq!((event.status, event.sequence), (EventStatus::Tentative, 3));
    assert_eq!(event.revised_at.to_rfc3339(), "2026-10-01T10:00:00+00:00");
    let engagement = event.engagement.unwrap();
    assert_eq!(
        (engagement.effort, engagement.demand),
        (Some(Effort::Regular), Some(Demand::Moderate))
    );
    let facts = &event.facts;
    assert_eq!(
        facts.summary.as_deref(),
        Some("Wir reparieren, was kaputt ist.")
    );
    assert_eq!(
        facts.topics.iter().collect::<Vec<_>>(),
        [Topic::RepairMake, Topic::Volunteering]
    );
    assert_eq!(facts.cost, Some(Cost::Donation));
    assert_eq!(facts.languages.len(), 2);
    assert_eq!(facts.organiser.as_deref(), Some("Werkstatt e. V."));
    assert_eq!(
        facts.url.as_ref().map(WebAddress::as_str),
        Some("https://example.org/repair")
    );
}

#[test]
fn what_a_calendar_does_not_say_is_unknown() {
    let event = one("UID:1|SUMMARY:A|DTSTART:20261124");
    assert_eq!(event.facts, Box::default());
    assert_eq!(
        (event.engagement, event.schedule.length, event.status),
        (None, None, EventStatus::Confirmed)
    );
    assert_eq!(event.venue, crate::domain::event::Venue::default());
    assert_eq!(event.revised_at, chrono::DateTime::UNIX_EPOCH);
}

#[test]
fn a_good_event_is_kept_beside_a_bad_one_and_each_fault_is_told_with_its_field() {
    let found = found(&[
        "UID:1|SUMMARY:A|DTSTART:20261324",
        BASE,
        "UID:3|DTSTART:20261124",
        "SUMMARY:D|DTSTART:20261124T180000Z|DTEND:20261124T170000Z|RRULE:FREQ=SECONDLY|EXDATE:gestern,20261125T180000Z|\
         URL:mailto:a@example.org|GEO:x|STATUS:VIELLEICHT|X-MITEINANDER-COST:billig|X-MITEINANDER-LANGUAGES:deutsch!",
    ]);
    let titles: Vec<_> = found.events.iter().map(|own| own.title.as_str()).collect();
    assert_eq!(titles, ["Repair-Café", "D"]);
    assert_eq!(found.counted, (4, 2));
    let fields: Vec<_> = found
        .complaints
        .iter()
        .map(|own| (own.feature.as_str(), own.field.as_str()))
        .collect();
    for expected in [
        ("event 1 (1)", "DTSTART"),
        ("event 3 (3)", "SUMMARY"),
        ("event 4", "UID"),
        ("event 4", "DTEND"),
        ("event 4", "RRULE"),
        ("event 4", "EXDATE"),
        ("event 4", "URL"),
        ("event 4", "GEO"),
        ("event 4", "STATUS"),
        ("event 4", "X-MITEINANDER-COST"),
        ("event 4", "X-MITEINANDER-LANGUAGES"),
    ] {
        assert!(
            fields.contains(&expected),
            "{expected:?} in {:#?}",
            told(&found)
        );
    }
    assert_eq!(fields.len(), 11, "{:#?}", told(&found));
    let event = &found.events[1];
    assert_eq!(
        (
            event.schedule.length,
            &event.schedule.rule,
            event.schedule.except.len()
        ),
        (None, &None, 1)
    );
    assert!(
        found
            .unreadable
            .contains(&EventId::of(&"1".parse().unwrap()))
    );
    assert!(
        told(&found)
            .iter()
            .all(|line| line.starts_with("x.ics, event "))
    );
}

#[test]
fn no_person_is_taken_over() {
    let found = found(&[
        "UID:maria.muster@example.org|SUMMARY:Spieletreff (maria.muster@example.org)|DTSTART:20261124T180000|\
         DESCRIPTION:Kommen Sie! Fragen an Tel. 07141 910-2345 oder maria.muster(at)example.org|\
         ORGANIZER;CN=Maria Muster:mailto:maria.muster@example.org|ATTENDEE;CN=Max Muster:mailto:max@example.org|\
         CONTACT:Maria Muster\\, 07141 910-2345|COMMENT:bei Maria Muster klingeln|LOCATION:bei Muster\\, Tel. 0171 1234567",
    ]);
    let stored = format!("{:?}", found.events);
    for part in ["aria", "Max", "910", "0171", "example.org"] {
        assert!(!stored.contains(part), "{part} in {stored}");
    }
    assert_eq!(found.events[0].title.as_str(), "Spieletreff");
    let told = told(&found);
    assert_eq!(told.len(), 3, "{told:#?}");
    assert!(
        told.iter().all(|line| line.contains("left out")),
        "{told:#?}"
    );
}

#[test]
fn private_events_and_places_of_refuge_are_refused_without_being_repeated() {
    let found = found(&[
        "UID:1|SUMMARY:Geheim|CLASS:PRIVATE|DTSTART:20261124",
        "UID:2|SUMMARY:Offenes Treffen|LOCATION:Frauenhaus\\, Gasse 7|DTSTART:20261124",
        "UID:3|SUMMARY:Fest im Frauenhaus|LOCATION:Gasse 7|DTSTART:20261124",
        "UID:4|SUMMARY:Kaffee|LOCATION:Marktplatz|X-MITEINANDER-ORGANISER:Frauenhaus Nord|DTSTART:20261124",
        "UID:5|SUMMARY:Konzert für das Frauenhaus|LOCATION:Marktplatz|DTSTART:20261124",
    ]);
    let titles: Vec<_> = found.events.iter().map(|own| own.title.as_str()).collect();
    assert_eq!(
        titles,
        ["Konzert für das Frauenhaus"],
        "at a public place one may speak of it"
    );
    assert_eq!(found.refused.len(), 4);
    let told = told(&found).join("\n");
    assert!(
        !told.contains("Gasse") && !told.contains("Geheim"),
        "{told}"
    );
    assert_eq!(told.matches("shelter block list").count(), 3);
}

#[test]
fn a_series_with_a_refused_date_is_not_stored() {
    let found = found(&[
        &format!("{BASE}|RRULE:FREQ=WEEKLY"),
        "UID:1|RECURRENCE-ID;TZID=Europe/Berlin:20261201T180000|SUMMARY:A|DTSTART:20261201T180000|LOCATION:Schutzhaus",
    ]);
    assert!(found.events.is_empty() && found.refused.len() == 1);
}

#[test]
fn moved_and_cancelled_dates_belong_to_their_series_in_any_order() {
    let found = found(&[
        "UID:1|RECURRENCE-ID;VALUE=DATE:20261201|SUMMARY:Repair-Café|DTSTART;TZID=Europe/Berlin:20261202T190000|\
         DTEND;TZID=Europe/Berlin:20261202T200000|LOCATION:Marktplatz",
        &format!("{BASE}|RRULE:FREQ=WEEKLY"),
        "UID:1|RECURRENCE-ID:20261208T170000Z|SUMMARY:Repair-Café fällt aus|DTSTART:20261208T170000Z|STATUS:CANCELLED|LOCATION:Bücherei",
    ]);
    assert_eq!(told(&found), Vec::<String>::new());
    let [event] = found.events.as_slice() else {
        panic!("one event")
    };
    let [moved, cancelled] = event.schedule.changes.as_slice() else {
        panic!("two changes")
    };
    assert_eq!(moved.of.to_string(), "2026-12-01T18:00:00[Europe/Berlin]");
    assert_eq!(
        moved.start.to_string(),
        "2026-12-02T19:00:00[Europe/Berlin]"
    );
    assert_eq!(
        (
            moved.length.map(Length::seconds),
            &moved.title,
            &moved.venue
        ),
        (Some(3600), &None, &None)
    );
    assert_eq!(cancelled.status, EventStatus::Cancelled);
    assert_eq!(cancelled.title.as_deref(), Some("Repair-Café fällt aus"));
    assert_eq!(
        cancelled.venue.as_ref().and_then(|own| own.place),
        Some(PlaceId(Uuid::from_u128(1)))
    );
    let dates = event.occurrences(
        "2026-11-30T00:00:00Z".parse().unwrap(),
        "2026-12-16T00:00:00Z".parse().unwrap(),
        Berlin,
        9,
    );
    let dates: Vec<_> = dates
        .iter()
        .map(|own| (own.begins.to_rfc3339(), own.status))
        .collect();
    assert_eq!(
        dates,
        [
            (
                "2026-12-02T18:00:00+00:00".to_owned(),
                EventStatus::Confirmed
            ),
            (
                "2026-12-08T17:00:00+00:00".to_owned(),
                EventStatus::Cancelled
            ),
            (
                "2026-12-15T17:00:00+00:00".to_owned(),
                EventStatus::Confirmed
            ),
        ]
    );
}

#[test]
fn a_calendar_that_takes_back_what_it_names_cancels_it() {
    let text = calendar(&[BASE]).replace("VERSION:2.0", "METHOD:CANCEL");
    let found = read("x.ics", text.as_bytes(), &context()).unwrap();
    assert_eq!(found.events[0].status, EventStatus::Cancelled);
}

#[test]
fn changed_dates_without_their_series_stand_for_themselves() {
    let found = found(&[
        "UID:1|RECURRENCE-ID:20261201T170000Z|SUMMARY:A|DTSTART:20261202T170000Z",
        "UID:1|RECURRENCE-ID:20261208T170000Z|SUMMARY:A|DTSTART:20261208T170000Z",
    ]);
    let event = &found.events[0];
    let dates = event.occurrences(
        "2026-11-01T00:00:00Z".parse().unwrap(),
        "2027-01-01T00:00:00Z".parse().unwrap(),
        Berlin,
        9,
    );
    let days: Vec<_> = dates
        .iter()
        .map(|own| own.begins.format("%d").to_string())
        .collect();
    assert_eq!(days, ["02", "08"]);
}

#[test]
fn periods_and_later_versions_are_understood() {
    let event = one(&format!(
        "{BASE}|RDATE;VALUE=PERIOD:20261126T170000Z/PT1H,20261127T170000Z/20261127T190000Z"
    ));
    assert_eq!(
        (event.schedule.also.len(), event.schedule.changes.len()),
        (2, 1),
        "one lasts as long as the others"
    );
    let found = found(&[
        &format!("{BASE}|SEQUENCE:2"),
        &BASE.replace("Repair-Café", "Alt"),
    ]);
    assert_eq!(found.events[0].title.as_str(), "Repair-Café");
    assert!(told(&found)[0].contains("stands twice"));
}

#[test]
fn what_the_caller_says_holds_for_events_that_say_nothing() {
    let context = Context {
        place: Some(MARKET),
        organiser: "Stadtbibliothek".parse().ok(),
        ..context()
    };
    let text = calendar(&[
        "UID:1|SUMMARY:A|DTSTART:20261124|LOCATION:Lesesaal",
        "UID:2|SUMMARY:B|DTSTART:20261124|LOCATION:Bücherei|X-MITEINANDER-ORGANISER:Verein",
        &format!(
            "UID:3|SUMMARY:C|DTSTART:20261124|X-MITEINANDER-PLACE:{}",
            Uuid::from_u128(1)
        ),
        &format!(
            "UID:4|SUMMARY:D|DTSTART:20261124|X-MITEINANDER-PLACE:{}",
            Uuid::from_u128(7)
        ),
    ]);
    let found = read("x.ics", text.as_bytes(), &context).unwrap();
    let places: Vec<_> = found
        .events
        .iter()
        .map(|own| own.venue.place.unwrap().0.as_u128())
        .collect();
    assert_eq!(places, [2, 1, 1, 2]);
    assert_eq!(found.events[0].venue.spot.as_deref(), Some("Lesesaal"));
    assert_eq!(
        found.events[0].facts.organiser.as_deref(),
        Some("Stadtbibliothek")
    );
    assert_eq!(found.events[1].facts.organiser.as_deref(), Some("Verein"));
    assert_eq!(told(&found).len(), 1, "{:?}", told(&found));
}

#[test]
fn online_locations_and_categories_without_a_topic_are_told() {
    let found = found(&[
        "UID:1|SUMMARY:A|DTSTART:20261124|LOCATION:https://meet.example.org/x|CATEGORIES:Gremium,Sport",
        "UID:2|SUMMARY:B|DTSTART:20261124|CATEGORIES:Gremium",
    ]);
    assert_eq!(
        told(&found),
        [
            "x.ics, event 1 (1), LOCATION: is a web address and no place; it is left out",
            "x.ics, CATEGORIES: these words mean no topic here: Gremium",
        ]
    );
}

#[test]
fn a_file_that_is_no_calendar_or_too_large_is_refused_whole() {
    for bytes in [
        &b""[..],
        b"hello",
        b"{\"type\":\"FeatureCollection\"}",
        &[0xff, 0xfe, 0x00],
    ] {
        assert!(
            read("x", bytes, &context())
                .unwrap_err()
                .to_string()
                .contains("is no calendar")
        );
    }
    let large = vec![b' '; MOST_BYTES + 1];
    assert!(
        read("x", &large, &context())
            .unwrap_err()
            .to_string()
            .contains("larger than 32 MiB")
    );
    assert!(
        read("x", b"BEGIN:VCALENDAR\nEND:VCALENDAR", &context())
            .unwrap()
            .events
            .is_empty()
    );
}

#[test]
fn a_latin_1_title_is_told_and_a_rule_without_end_does_not_hang() {
    let mut bytes = calendar(&["UID:1|SUMMARY:CafX|DTSTART:20261124"]).into_bytes();
    let at = bytes.iter().position(|byte| *byte == b'X').unwrap();
    bytes[at] = 0xe9;
    let found = read("x.ics", &bytes, &context()).unwrap();
    assert!(found.events.is_empty());
    assert!(
        told(&found)[0].contains("SUMMARY: is not UTF-8"),
        "{:?}",
        told(&found)
    );
    let text = calendar(&["UID:1|SUMMARY:A|DTSTART:19000101T000000|RRULE:FREQ=SECONDLY"]);
    let found = read("x.ics", text.as_bytes(), &context()).unwrap();
    assert!(found.events[0].schedule.rule.is_none());
    assert!(
        told(&found)[0].contains("must be one of DAILY"),
        "{:?}",
        told(&found)
    );
}

#[test]
fn a_flood_of_faults_is_told_by_its_beginning_and_a_number() {
    let line = format!("RDATE:{}\r\n", "x,".repeat(900));
    let text = format!(
        "BEGIN:VEVENT\r\nUID:1\r\nSUMMARY:A\r\nDTSTART:20261124\r\n{}END:VEVENT",
        line.repeat(200)
    );
    let found = read("x.ics", text.as_bytes(), &context()).unwrap();
    assert_eq!(found.complaints.len(), crate::import::MOST_COMPLAINTS + 1);
    assert!(told(&found).last().unwrap().ends_with("more complaints"));
}
