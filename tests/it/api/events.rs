use miteinander::domain::change::{CityChange, EventChange};
use miteinander::domain::event::{
    Change, Demand, Effort, Engagement, Event, EventId, EventOrigin, EventStatus, Length, Schedule,
    Venue,
};
use miteinander::domain::place::Cost;
use miteinander::domain::trail::Author;

use super::*;
use crate::fixture::{at, place_id};

fn series(start: &str, hours: u32, rule: &str) -> Schedule {
    let length = (hours > 0).then(|| Length::new(0, hours * 3600).unwrap());
    Schedule {
        rule: (!rule.is_empty()).then(|| rule.parse().unwrap()),
        ..Schedule::once(start.parse().unwrap(), length)
    }
}

fn event(uid: &str, title: &str, place: Option<u128>, schedule: Schedule) -> Event {
    let uid = uid.parse().unwrap();
    Event {
        id: EventId::of(&uid),
        uid,
        source: "treff".parse().unwrap(),
        origin: EventOrigin::Calendar,
        title: title.parse().unwrap(),
        venue: Venue {
            place: place.map(place_id),
            ..Venue::default()
        },
        status: EventStatus::Confirmed,
        schedule,
        engagement: None,
        revised_at: "2026-01-02T03:04:05Z".parse().unwrap(),
        sequence: 2,
        facts: Box::default(),
    }
}

/// On Wednesday 4 March 2026: a weekly offer, one in the park, one at a spot in words, one that is over, and one that
/// asks for helping hands.
fn five_events() -> Vec<Event> {
    let mut language = event(
        "a",
        "Sprachcafé",
        Some(1),
        series("2026-01-06T18:00:00[Europe/Berlin]", 2, "FREQ=WEEKLY"),
    );
    language.facts.topics = "language,talk_coffee".parse().unwrap();
    language.facts.cost = Some(Cost::Free);
    language.facts.languages = vec!["de".parse().unwrap(), "tr".parse().unwrap()];
    language.facts.summary = "Reden, üben; lachen".parse().ok();
    language.facts.url = "https://example.org/sprache".parse().ok();
    language.schedule.except = vec!["2026-03-10".parse().unwrap()];
    language.schedule.changes = vec![
        Change {
            of: "2026-03-17T18:00:00[Europe/Berlin]".parse().unwrap(),
            start: "2026-03-18T19:00:00[Europe/Berlin]".parse().unwrap(),
            length: None,
            status: EventStatus::Confirmed,
            title: "Sprachcafé im Hof".parse().ok(),
            venue: None,
        },
        Change {
            of: "2026-03-24T18:00:00[Europe/Berlin]".parse().unwrap(),
            start: "2026-03-24T18:00:00[Europe/Berlin]".parse().unwrap(),
            length: None,
            status: EventStatus::Cancelled,
            title: None,
            venue: None,
        },
    ];

    let mut fest = event("b", "Parkfest", Some(3), series("2026-03-07", 0, ""));
    fest.schedule.length = Length::new(2, 0).ok();
    fest.facts.cost = Some(Cost::Fee);

    let mut walk = event(
        "c",
        "Spaziergang",
        None,
        series("2026-03-04T09:00:00[UTC]", 1, "FREQ=DAILY;COUNT=3"),
    );
    walk.venue.spot = "Brunnen am Markt".parse().ok();
    walk.venue.location = Some(at(9.16, 48.9));

    let past = event(
        "d",
        "Altes Konzert",
        Some(2),
        series("2025-05-01T20:00:00[Europe/Berlin]", 2, ""),
    );

    let mut help = event(
        "e",
        "Vorlesen: Menschen gesucht",
        Some(1),
        series("2026-03-05T15:00:00[Europe/Berlin]", 1, "FREQ=WEEKLY"),
    );
    help.engagement = Some(Engagement {
        effort: Some(Effort::Regular),
        demand: Some(Demand::Easy),
    });
    vec![language, fest, walk, past, help]
}

async fn city() -> TestCity {
    let city = TestCity::of_six().await;
    let change = CityChange {
        events: five_events().into_iter().map(EventChange::added).collect(),
        ..CityChange::by(Author::import("events"))
    };
    let revision = city.city.snapshot().revision();
    city.city.apply(change, revision).await.unwrap();
    city
}

/// Titles of the events that a question finds, in order.
async fn titles(city: &TestCity, query: &str) -> Vec<String> {
    let answer = city
        .get(&format!("/api/collections/events/items?{query}"))
        .await;
    assert_eq!(answer.status, StatusCode::OK, "{query}: {}", answer.text());
    let json = answer.json();
    let features = json["features"].as_array().unwrap().clone();
    assert_eq!(json["numberReturned"], features.len());
    let mut titles: Vec<_> = features
        .iter()
        .map(|own| own["properties"]["title"].as_str().unwrap().to_owned())
        .collect();
    titles.sort();
    titles
}

fn id(uid: &str) -> EventId {
    EventId::of(&uid.parse().unwrap())
}

#[tokio::test]
async fn an_event_names_its_next_dates_on_its_own_clock_and_where_it_is() {
    let city = city().await;
    let own = city
        .get(&format!("/api/collections/events/items/{}", id("a")))
        .await
        .json();
    let properties = &own["properties"];
    assert_eq!(
        own["geometry"]["coordinates"],
        serde_json::json!([9.19, 48.9])
    );
    assert_eq!(properties["timezone"], "Europe/Berlin");
    assert_eq!(properties["starts"], "2026-01-06T18:00:00+01:00");
    assert_eq!(properties["ends"], "2026-01-06T20:00:00+01:00");
    assert_eq!(properties["rrule"], "FREQ=WEEKLY");
    assert_eq!(
        (&properties["district"], &properties["place_name"]),
        (&"west".into(), &"Bücherei".into())
    );
    assert!(
        properties["place_url"]
            .as_str()
            .unwrap()
            .starts_with("/orte/buecherei-")
    );
    assert_eq!(
        properties["topics"],
        serde_json::json!(["talk_coffee", "language"])
    );
    assert_eq!(properties["cost"], "free");
    let next: Vec<_> = properties["next"]
        .as_array()
        .unwrap()
        .iter()
        .map(|date| {
            (
                date["starts"].as_str().unwrap(),
                date["status"].as_str().unwrap(),
                date["moved"].as_bool().unwrap_or(false),
            )
        })
        .collect();
    assert_eq!(
        next,
        [
            ("2026-03-18T19:00:00+01:00", "confirmed", true),
            ("2026-03-24T18:00:00+01:00", "cancelled", false),
            // The clocks have changed; it is still six.
            ("2026-03-31T18:00:00+02:00", "confirmed", false),
            ("2026-04-07T18:00:00+02:00", "confirmed", false),
            ("2026-04-14T18:00:00+02:00", "confirmed", false),
        ]
    );
    let fest = city
        .get(&format!("/api/collections/events/items/{}", id("b")))
        .await
        .json();
    let properties = &fest["properties"];
    assert_eq!(
        (
            &properties["all_day"],
            &properties["starts"],
            &properties["ends"]
        ),
        (&true.into(), &"2026-03-07".into(), &"2026-03-08".into())
    );
    assert!(properties.get("timezone").is_none() && properties.get("topics").is_none());
    let walk = city
        .get(&format!("/api/collections/events/items/{}", id("c")))
        .await
        .json();
    assert_eq!(
        walk["geometry"]["coordinates"],
        serde_json::json!([9.16, 48.9])
    );
    assert_eq!(
        (&walk["properties"]["spot"], &walk["properties"]["district"]),
        (&"Brunnen am Markt".into(), &"west".into())
    );
    assert_eq!(
        walk["properties"]["next"][0]["starts"], "2026-03-05T09:00:00Z",
        "today's is over"
    );
}

#[tokio::test]
async fn every_filter_narrows_and_unknown_never_passes() {
    let city = city().await;
    for (query, expected) in [
        (
            "",
            &[
                "Altes Konzert",
                "Parkfest",
                "Spaziergang",
                "Sprachcafé",
                "Vorlesen: Menschen gesucht",
            ][..],
        ),
        ("free=true", &["Sprachcafé"]),
        ("topics=language,advice", &["Sprachcafé"]),
        ("language=tr", &["Sprachcafé"]),
        ("engagement=true", &["Vorlesen: Menschen gesucht"]),
        ("effort=regular,one_off", &["Vorlesen: Menschen gesucht"]),
        ("effort=permanent", &[]),
        (
            "demand=easy&engagement=true",
            &["Vorlesen: Menschen gesucht"],
        ),
        ("district=ost", &["Altes Konzert", "Parkfest"]),
        (
            "bbox=9.15,48.89,9.195,48.91",
            &["Spaziergang", "Sprachcafé", "Vorlesen: Menschen gesucht"],
        ),
        ("datetime=2026-03-04", &["Spaziergang"]),
        ("datetime=2026-03-08", &["Parkfest"]),
        (
            "datetime=2026-03-09/2026-03-15",
            &["Vorlesen: Menschen gesucht"],
        ),
        (
            "datetime=2026-03-04/..",
            &[
                "Parkfest",
                "Spaziergang",
                "Sprachcafé",
                "Vorlesen: Menschen gesucht",
            ],
        ),
        ("datetime=../2025-12-31", &["Altes Konzert"]),
        ("datetime=2026-03-31T16:00:00Z", &["Sprachcafé"]),
        ("datetime=2026-03-31T18:00:00Z", &[]),
    ] {
        assert_eq!(titles(&city, query).await, expected, "{query}");
    }
    let query = format!("place={}", place_id(1));
    assert_eq!(
        titles(&city, &query).await,
        ["Sprachcafé", "Vorlesen: Menschen gesucht"]
    );
}

#[tokio::test]
async fn a_wrong_parameter_is_a_problem_that_names_it() {
    let city = city().await;
    for (query, field) in [
        ("kind=park", "kind"),
        ("topics=coffee", "topics"),
        ("effort=much", "effort"),
        ("place=1", "place"),
        ("datetime=later", "datetime"),
        ("after=x", "after"),
        ("limit=0", "limit"),
        ("free=1", "free"),
    ] {
        city.get(&format!("/api/collections/events/items?{query}"))
            .await
            .problem(400, "/problems/invalid-value", Some(field));
    }
    for (query, field) in [
        ("bbox=1,2,3,4", "bbox"),
        ("language=Deutsch", "language"),
        ("district=nirgends", "district"),
        ("place=7e57ab1e-0000-4000-8000-000000000001", "place"),
    ] {
        city.get(&format!("/api/events.ics?{query}")).await.problem(
            400,
            "/problems/invalid-value",
            Some(field),
        );
    }
    for path in [
        "/api/events/x.ics",
        "/api/events/x",
        &format!("/api/events/{}", id("a")),
        "/api/collections/events/items/x",
    ] {
        city.get(path)
            .await
            .problem(404, "/problems/unknown-feature", None);
    }
}

#[tokio::test]
async fn pages_follow_the_link_next_to_the_end() {
    let city = city().await;
    let mut path = "/api/collections/events/items?limit=2&datetime=2026-01-01/..".to_owned();
    let mut seen = Vec::new();
    for _ in 0..9 {
        let answer = city.get(&path).await;
        assert_eq!(answer.json()["numberMatched"], 4);
        let json = answer.json();
        seen.extend(
            json["features"]
                .as_array()
                .unwrap()
                .iter()
                .map(|own| own["id"].as_str().unwrap().to_owned()),
        );
        match answer.link("next") {
            Some(next) => path = next,
            None => break,
        }
    }
    assert_eq!(seen.len(), 4);
    assert!(seen.is_sorted());
}

/// A calendar as its lines, put together where they are folded.
fn lines(answer: &Answer) -> Vec<String> {
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.text());
    assert_eq!(
        answer.header(header::CONTENT_TYPE),
        "text/calendar; charset=utf-8"
    );
    let text = answer.text();
    assert!(text.ends_with("\r\n") && !text.replace("\r\n", "").contains(['\r', '\n']));
    assert!(text.split("\r\n").all(|line| line.len() <= 75), "{text}");
    text.replace("\r\n ", "")
        .split("\r\n")
        .map(str::to_owned)
        .collect()
}

#[tokio::test]
async fn a_calendar_holds_what_comes_with_its_zone_and_its_changed_dates() {
    let city = city().await;
    let all = lines(&city.get("/api/events.ics").await);
    assert_eq!(all[0], "BEGIN:VCALENDAR");
    for line in [
        "VERSION:2.0",
        "X-WR-CALNAME:Teststadt",
        "BEGIN:VTIMEZONE",
        "TZID:Europe/Berlin",
        "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
        "UID:a",
        "DTSTAMP:20260102T030405Z",
        "DTSTART;TZID=Europe/Berlin:20260106T180000",
        "DTEND;TZID=Europe/Berlin:20260106T200000",
        "RRULE:FREQ=WEEKLY",
        "EXDATE;TZID=Europe/Berlin:20260310T180000",
        "RECURRENCE-ID;TZID=Europe/Berlin:20260317T180000",
        "DTSTART;TZID=Europe/Berlin:20260318T190000",
        "SUMMARY:Sprachcafé im Hof",
        "STATUS:CANCELLED",
        "DESCRIPTION:Reden\\, üben\\; lachen",
        "URL:https://example.org/sprache",
        "CATEGORIES:Talk and coffee,Practising a language",
        "DTSTART;VALUE=DATE:20260307",
        "DTEND;VALUE=DATE:20260309",
        "DTSTART:20260304T090000Z",
        "LOCATION:Brunnen am Markt",
        "GEO:48.9;9.16",
    ] {
        assert!(all.iter().any(|own| own == line), "{line} in {all:#?}");
    }
    assert!(
        !all.iter().any(|line| line == "UID:d"),
        "what is long over is left out"
    );
    assert_eq!(all.iter().filter(|line| *line == "BEGIN:VEVENT").count(), 6);
}

#[tokio::test]
async fn a_calendar_is_narrowed_like_the_items_and_named_after_what_it_is_of() {
    let city = city().await;
    let count = |lines: &[String]| {
        lines
            .iter()
            .filter(|line| line.starts_with("UID:"))
            .collect::<std::collections::BTreeSet<_>>()
            .len()
    };
    let of_place = lines(
        &city
            .get(&format!("/api/events.ics?place={}", place_id(1)))
            .await,
    );
    assert_eq!(count(&of_place), 2);
    assert!(of_place.contains(&"NAME:Bücherei".to_owned()));
    let of_district = lines(&city.get("/api/events.ics?district=ost&free=false").await);
    assert_eq!(count(&of_district), 1);
    assert!(of_district.contains(&"NAME:Teststadt\\, OST".to_owned()));
    assert_eq!(
        count(&lines(&city.get("/api/events.ics?topics=language").await)),
        1
    );
    assert_eq!(
        count(&lines(&city.get("/api/events.ics?engagement=true").await)),
        1
    );
    // Nothing is on: still a calendar.
    assert_eq!(
        count(&lines(&city.get("/api/events.ics?topics=self_help").await)),
        0
    );
}

#[tokio::test]
async fn one_event_is_a_file_with_all_its_dates() {
    let city = city().await;
    let answer = city.get(&format!("/api/events/{}.ics", id("a"))).await;
    assert_eq!(
        answer.header(header::CONTENT_DISPOSITION),
        format!("attachment; filename=\"{}.ics\"", id("a"))
    );
    let all = lines(&answer);
    assert_eq!(all.iter().filter(|line| *line == "UID:a").count(), 3);
    assert!(
        !all.iter().any(|line| line.starts_with("NAME")),
        "a file is no calendar to subscribe to"
    );
    // What is over can still be looked up.
    assert_eq!(
        city.get(&format!("/api/events/{}.ics", id("d")))
            .await
            .status,
        StatusCode::OK
    );
}

#[tokio::test]
async fn a_calendar_is_the_same_bytes_until_the_city_changes() {
    let city = city().await;
    let first = city.get("/api/events.ics").await;
    assert_eq!(first.body, city.get("/api/events.ics").await.body);
    let tag = first.header(header::ETAG).to_owned();
    let again = city
        .get_with("/api/events.ics", &[("if-none-match", &tag)])
        .await;
    assert_eq!(
        (again.status, again.body.len()),
        (StatusCode::NOT_MODIFIED, 0)
    );
    let mut changed = five_events().remove(0);
    changed.title = "Anders".parse().unwrap();
    let change = CityChange {
        events: EventChange::between(&five_events()[0], changed)
            .into_iter()
            .collect(),
        ..CityChange::by(Author::import("events"))
    };
    city.city
        .apply(change, city.city.snapshot().revision())
        .await
        .unwrap();
    let after = city
        .get_with("/api/events.ics", &[("if-none-match", &tag)])
        .await;
    assert_eq!(after.status, StatusCode::OK);
    assert!(lines(&after).contains(&"SUMMARY:Anders".to_owned()));
}
