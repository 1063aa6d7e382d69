//! Nobody can be found: a place of refuge comes in by no path and is found by none, on both databases (specification, C.3; attacks
//! A19 and A20). Each test tries to bring one in; then everything that is stored and everything that is answered is searched.

use axum::body::Body;
use axum::http::{Method, StatusCode};
use miteinander::city::{City, Clock};
use miteinander::domain::change::{CityChange, EventChange};
use miteinander::domain::staff::Role;
use miteinander::domain::trail::{Author, TrailFilter};
use serde_json::{Value, json};
use std::process::{Command, Output};

use crate::audits::{Worker, all_met, audit};
use crate::fixture::{
    Kept, adding, beginning, both_stores, place, place_id, tamper, wednesday_afternoon,
};
use crate::pbf_writer::Pbf;
use crate::random::Dice;
use crate::staff::Office;

/// How somebody may write it.
const NAMES: [&str; 6] = [
    "Frauenhaus Nord",
    "Frauen\u{ad}haus Nord",
    "F r a u e n – H A U S",
    "Frаuеnhaus Nord", // with Cyrillic letters
    "Mädchenzuflucht",
    "Women’s Refuge",
];

/// A spot that stands for the house: no answer and no log may have it.
const LON: &str = "9.187654";

fn worker<'a>(office: &'a Office, cookies: &str) -> Worker<'a> {
    Worker {
        office,
        cookies: cookies.to_owned(),
    }
}

fn run(kept: &Kept, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_miteinander"))
        .args(arguments)
        .args(kept.arguments())
        .env_remove("MITEINANDER_DATA")
        .env_remove("MITEINANDER_DATABASE")
        .output()
        .unwrap()
}

fn said(output: &Output) -> String {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    format!("{}{}", text(&output.stdout), text(&output.stderr))
}

/// Everything that anybody can read: nothing of it tells of the house.
async fn nothing_is_told(office: &Office) {
    for address in [
        "/api/collections/places/items",
        "/api/collections/events/items",
        "/api/collections/districts/items",
        "/api/collections/audits/items",
        "/api/counselling",
        "/api/addresses?q=Frauenhaus",
        "/api/addresses?q=frauenhaus+nord",
        "/api/addresses?q=Zuflucht",
        "/api/events.ics",
        "/api/changes.atom",
        "/api/audits.csv",
        "/?q=zuflucht",
        "/liste?near=Frauenhaus",
        "/beratung",
        "/praevention",
        "/termine",
        "/stadtteile",
    ] {
        let told = office.get(address, "").await;
        assert!(told.status.is_success(), "{address}: {}", told.status);
        let text = told.text.to_lowercase();
        // What somebody asked for may be repeated to them.
        let text = text.replace("value=\"frauenhaus\"", "");
        assert!(
            !text.contains("frauenhaus nord") && !text.contains(LON),
            "{address}: {text}"
        );
    }
}

/// Nothing was kept: the city is at the revision it had, and the trail tells of no such name.
async fn nothing_is_kept(office: &Office, before: i64) {
    office.city.refresh().await.unwrap();
    assert_eq!(office.city.snapshot().revision().0, before);
    let entries = office
        .city
        .store()
        .trail(&TrailFilter::newest(500))
        .await
        .unwrap();
    let told = format!("{entries:?}").to_lowercase();
    assert!(
        !told.contains("haus nord") && !told.contains("zuflucht"),
        "{told}"
    );
    assert!(office.city.store().suggestions().await.unwrap().is_empty());
    nothing_is_told(office).await;
}

both_stores! {
    async fn nobody_brings_one_in_by_the_desk_a_table_or_the_api(kept: &Kept) {
        let office = Office::open(kept).await;
        let all = office.cookies(Role::ALL).await;
        let staff = worker(&office, &all);
        let before = office.city.snapshot().revision().0;
        let version = staff.get(&format!("/api/staff/places/{}", place_id(1))).await.version;
        for name in NAMES {
            let place = json!({ "type": "Feature", "geometry": { "type": "Point", "coordinates": [9.187_654, 48.9] },
                "properties": { "name": name, "kind": "library" } });
            let told = staff.send((Method::POST, "/api/staff/places"), None, &place).await;
            assert_eq!(told.status, StatusCode::BAD_REQUEST, "{name}: {}", told.json);
            assert!(!told.json.to_string().contains(LON), "{}", told.json);
            for member in ["name", "note_de", "operator", "name_easy", "opening_hours", "status_reason"] {
                let body = json!({ "properties": { member: name } }).to_string();
                let request = axum::http::Request::builder()
                    .method(Method::PATCH)
                    .uri(format!("/api/staff/places/{}", place_id(1)))
                    .header("host", crate::staff::HOST)
                    .header("sec-fetch-site", "same-origin")
                    .header("content-type", "application/merge-patch+json")
                    .header("if-match", &version)
                    .header("cookie", &all);
                let told = office.send(request.body(Body::from(body)).unwrap()).await;
                assert_eq!(told.status, StatusCode::BAD_REQUEST, "{member} = {name}: {}", told.text);
            }
            let table = format!("name;kind;lon;lat\n\"{name}\";library;{LON};48.9\n");
            let told = office.ask(Method::PUT, "/api/staff/places.csv", &all, "text/csv", table).await;
            assert_eq!(told.status, StatusCode::BAD_REQUEST, "{name}: {}", told.text);
            assert!(!told.text.contains(LON), "{}", told.text);
        }
        nothing_is_kept(&office, before).await;
    }

    async fn nobody_brings_one_in_by_what_else_people_of_the_city_write(kept: &Kept) {
        let office = Office::open(kept).await;
        let all = office.cookies(Role::ALL).await;
        let staff = worker(&office, &all);
        let before = office.city.snapshot().revision().0;
        for (number, name) in (1_u128..).zip(NAMES) {
            let id = uuid::Uuid::from_u128(number);
            let survey = json!({ "complete_since": "2026-03-01", "note": name });
            let line = json!({ "name": "Beratung", "scope": "local", "needs": ["crisis"], "phone": "116 123", "source": "x", "remark": name });
            let named = json!({ "name": name, "scope": "local", "needs": ["crisis"], "phone": "116 123", "source": "x" });
            let planned = json!({ "open": { "name": name, "kind": "library", "lon": 9.187_654, "lat": 48.9 } });
            let scenario = json!({ "name": "Plan", "changes": [planned] });
            let called = json!({ "name": name, "changes": [{ "close": place_id(1) }] });
            let own_audit = format!("/api/staff/audits/{id}");
            let measure = json!({ "criteria": ["C14"], "description": name, "status": "proposed" });
            for (method, address, body) in [
                (Method::PUT, "/api/staff/surveys/ost".to_owned(), survey),
                (Method::PUT, format!("/api/staff/counselling/{id}"), line),
                (Method::PUT, format!("/api/staff/counselling/{id}"), named),
                (Method::POST, "/api/staff/scenarios".to_owned(), scenario),
                (Method::POST, "/api/staff/scenarios".to_owned(), called),
                (Method::POST, "/api/coverage/what-if".to_owned(), json!({ "changes": [planned] })),
                (Method::POST, "/api/coverage/siting".to_owned(), json!({ "p": 1, "candidates": [{ "lon": 9.187_654, "lat": 48.9, "name": name }] })),
                (Method::PUT, format!("{own_audit}/measures/{id}"), measure),
            ] {
                let told = staff.send((method, &address), None, &body).await;
                let is_refused = matches!(told.status, StatusCode::BAD_REQUEST | StatusCode::NOT_FOUND);
                assert!(is_refused, "{address} with {name}: {} {}", told.status, told.json);
                assert!(!told.json.to_string().contains(LON), "{}", told.json);
            }
            let focus = [("id", &*id.to_string()), ("title", name), ("about", "x"), ("district", ""), ("zone", ""),
                ("since", "2026-03-01"), ("state", "running"), ("office", "Amt")].map(|(a, b)| (a, b.to_owned()));
            let focus: Vec<_> = focus.iter().map(|(name, value)| (*name, value.as_str())).collect();
            let told = office.post("/verwaltung/praevention", &all, &focus).await;
            assert_eq!(told.status, StatusCode::BAD_REQUEST, "{name}");
        }
        nothing_is_kept(&office, before).await;
    }

    async fn an_audit_brings_none_in_either(kept: &Kept) {
        let office = Office::open(kept).await;
        let all = office.cookies(Role::ALL).await;
        let staff = worker(&office, &all);
        let own = format!("/api/staff/audits/{}", uuid::Uuid::from_u128(7));
        let sent = staff.put(&own, None, &audit(1, &all_met())).await;
        assert_eq!(sent.status, StatusCode::CREATED, "{}", sent.json);
        for name in NAMES {
            let mut sheet = audit(1, &all_met());
            sheet["sheet"]["equivalents"] = json!({ "C14": { "reason": name, "decided_by": "Amt" } });
            let told = staff.put(&own, Some(&sent.version), &sheet).await;
            assert_eq!(told.status, StatusCode::BAD_REQUEST, "{name}: {}", told.json);
            let measure = json!({ "criteria": ["C14"], "description": name, "status": "proposed" });
            let told = staff.put(&format!("{own}/measures/{}", uuid::Uuid::from_u128(8)), None, &measure).await;
            assert_eq!(told.status, StatusCode::BAD_REQUEST, "{name}: {}", told.json);
            let withdrawn = staff.post(&own, "withdraw", &json!({ "reason": name })).await;
            assert!(withdrawn.status.is_client_error(), "{name}: {}", withdrawn.json);
        }
        nothing_is_told(&office).await;
    }

    async fn nobody_brings_one_in_by_a_suggestion(kept: &Kept) {
        let office = Office::open(kept).await;
        let before = office.city.snapshot().revision().0;
        for name in NAMES {
            for field in ["name", "address", "hours", "remark"] {
                let form = ["name", "address", "hours", "remark"].map(|own| (own, if own == field { name } else { "Treff" }));
                let more = [("kind", "square"), ("free", "unknown"), ("consumption", "unknown"), ("toilets", "unknown"),
                    ("website", ""), ("lon", LON), ("lat", "48.9")];
                let form: Vec<_> = form.into_iter().chain(more).collect();
                let told = office.post("/vorschlagen", "", &form).await;
                assert!(!told.status.is_server_error(), "{field} = {name}");
            }
        }
        nothing_is_kept(&office, before).await;
    }

    async fn nobody_brings_one_in_by_a_file(kept: &Kept) {
        let office = Office::open(kept).await;
        let before = office.city.snapshot().revision().0;
        let folder = tempfile::TempDir::new().unwrap();
        let file = |name: &str, bytes: &[u8]| {
            let path = folder.path().join(name);
            std::fs::write(&path, bytes).unwrap();
            path.display().to_string()
        };
        for name in NAMES {
            let csv = format!("name;kind;lon;lat\n\"{name}\";library;{LON};48.9\n");
            let geojson = json!({ "type": "FeatureCollection", "features": [{ "type": "Feature",
                "properties": { "name": name, "kind": "library" }, "geometry": { "type": "Point", "coordinates": [9.187_654, 48.9] } }] });
            let ring = [[9.0, 48.0], [9.1, 48.0], [9.1, 48.1], [9.0, 48.1], [9.0, 48.0]];
            let district = json!({ "type": "FeatureCollection", "features": [{ "type": "Feature",
                "properties": { "name": name, "id": "neu" }, "geometry": { "type": "Polygon", "coordinates": [ring] } }] });
            for (command, path) in [
                ("places", file("a.csv", csv.as_bytes())),
                ("places", file("b.geojson", geojson.to_string().as_bytes())),
                ("districts", file("c.geojson", district.to_string().as_bytes())),
            ] {
                let done = run(kept, &["import", command, &path]);
                assert_eq!(done.status.code(), Some(1), "{command}: {name}: {}", said(&done));
                assert!(!said(&done).contains(LON), "{}", said(&done));
            }
            let calendar = format!(
                "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:a\r\nSUMMARY:Treffen\r\nDTSTART:20260306T180000\r\n\
                 LOCATION:{name}\r\nGEO:48.9;{LON}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
            );
            let done = run(kept, &["import", "events", &file("d.ics", calendar.as_bytes())]);
            assert!(!said(&done).contains(LON) && !said(&done).contains("haus Nord"), "{}", said(&done));
        }
        let a11y = json!([{ "properties": { "name": NAMES[0], "category": "library", "originalId": place_id(77) },
            "geometry": { "type": "Point", "coordinates": [9.187_654, 48.9] } }]);
        let done = run(kept, &["import", "audits", &file("e.json", a11y.to_string().as_bytes()), "--on", "2026-03-01", "--source", "audit"]);
        assert_ne!(done.status.code(), Some(0), "{}", said(&done));
        nothing_is_kept(&office, before).await;
    }

    async fn nobody_brings_one_in_by_a_citys_folder(kept: &Kept) {
        let folder = tempfile::TempDir::new().unwrap();
        let write = |name: &str, text: String| std::fs::write(folder.path().join(name), text).unwrap();
        let built_in = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("geodata/ludwigsburg");
        for name in ["city.toml", "districts.geojson"] {
            std::fs::copy(built_in.join(name), folder.path().join(name)).unwrap();
        }
        let line = |properties: Value| json!({ "type": "FeatureCollection", "features": [{ "type": "Feature", "properties": properties,
            "geometry": { "type": "LineString", "coordinates": [[9.187_654, 48.9], [9.19, 48.9]] } }] });
        let ring = [[9.18, 48.89], [9.19, 48.89], [9.19, 48.9], [9.18, 48.9], [9.18, 48.89]];
        for name in NAMES {
            let quarter = json!({ "type": "FeatureCollection", "features": [{ "type": "Feature",
                "properties": { "name": name, "district": "mitte" }, "geometry": { "type": "Polygon", "coordinates": [ring] } }] });
            let place = json!({ "type": "FeatureCollection", "features": [{ "type": "Feature", "properties": { "name": name, "kind": "library" },
                "geometry": { "type": "Point", "coordinates": [9.187_654, 48.9] } }] });
            for (file, text) in [
                ("quarters.geojson", quarter.to_string()),
                ("places.geojson", place.to_string()),
                ("barriers.geojson", line(json!({ "id": "x", "kind": "river", "name": name })).to_string()),
                ("counselling.toml", format!("[[line]]\nid = \"00000000-0000-4000-8000-000000000001\"\nname = \"{name}\"\nscope = \"local\"\nneeds = [\"crisis\"]\nphone = \"116 123\"\nsource = \"x\"\n")),
                ("prevention.toml", format!("[[focus_area]]\nid = \"00000000-0000-4000-8000-000000000001\"\ntitle = \"{name}\"\nabout = \"x\"\nsince = \"2026-01-01\"\nstate = \"running\"\noffice = \"Amt\"\n")),
            ] {
                write(file, text);
                let done = Command::new(env!("CARGO_BIN_EXE_miteinander"))
                    .args(["check", "--city", &folder.path().display().to_string()])
                    .output()
                    .unwrap();
                assert_eq!(done.status.code(), Some(1), "{file}: {name}: {}", said(&done));
                assert!(!said(&done).contains(LON), "{}", said(&done));
                std::fs::remove_file(folder.path().join(file)).unwrap();
            }
        }
        // The folder alone is fine: what was refused was the name.
        let done = run(kept, &["check", "--city", &folder.path().display().to_string()]);
        assert!(!said(&done).contains("block list"), "{}", said(&done));
    }

    async fn an_extract_of_openstreetmap_brings_in_neither_house_nor_address_nor_way(kept: &Kept) {
        let mut pbf = Pbf::new();
        let shelter = [("amenity", "social_facility"), ("social_facility", "shelter"), ("social_facility:for", "woman")];
        pbf.node(1, (9.187_654, 48.9), &[&shelter[..], &[("name", "Haus am Bach"), ("addr:street", "Bachweg"), ("addr:housenumber", "7")]].concat());
        pbf.node(2, (9.187_655, 48.9), &[("amenity", "library"), ("name", "Frauenhaus Nord")]);
        pbf.node(3, (9.187_656, 48.9), &[("amenity", "library"), ("name", "Stadtbücherei"), ("note", "hier ist das Frauenhaus")]);
        pbf.node(4, (9.19, 48.9), &[("amenity", "library"), ("name", "Bücherei")]);
        pbf.node(5, (9.187_657, 48.901), &[("addr:street", "Am Frauenhaus"), ("addr:housenumber", "3")]);
        pbf.node(6, (9.19, 48.901), &[("addr:street", "Frauenhausgasse"), ("addr:housenumber", "5")]);
        for (id, at) in [(10, (9.187, 48.9005)), (11, (9.1875, 48.9005)), (12, (9.19, 48.9015)), (13, (9.191, 48.9015))] {
            pbf.node(id, at, &[]);
        }
        pbf.way(20, &[10, 11], &[("highway", "residential"), ("name", "Am Frauenhaus")]);
        pbf.way(21, &[12, 13], &[("highway", "residential"), ("name", "Frauenhausgasse")]);
        let folder = tempfile::TempDir::new().unwrap();
        let path = folder.path().join("x.osm.pbf");
        std::fs::write(&path, pbf.bytes()).unwrap();
        let done = run(kept, &["import", "osm", &path.display().to_string(), "--city-name", "Teststadt"]);
        assert_eq!(done.status.code(), Some(0), "{}", said(&done));
        let log = said(&done);
        assert!(!log.contains("9.18765") && !log.contains("Haus am Bach") && !log.contains("Frauenhaus Nord"), "{log}");
        let city = City::open(kept.open().await, Clock::Stopped(wednesday_afternoon())).await.unwrap();
        let names: Vec<_> = city.snapshot().places().map(|own| own.place.name.to_string()).collect();
        assert_eq!(names, ["Bücherei"]);
        let office = Office::around(city);
        for (asked, found) in [
            ("Frauenhaus", 0),
            ("frauen haus", 0),
            ("Am Frauenhaus", 0),
            ("Am Frauenhaus 3", 0),
            ("Bachweg 7", 0),
            ("Haus am Bach", 0),
            // Only called so, and typed as a street.
            ("Frauenhausgasse 5", 1),
        ] {
            let told = office.get(&format!("/api/addresses?q={}", asked.replace(' ', "+")), "").await;
            let told: Value = serde_json::from_str(&told.text).unwrap();
            assert_eq!(told["numberReturned"], found, "{asked}: {told}");
        }
        // Nor does the base map or the way to a place name it.
        let snapshot = office.city.snapshot();
        let drawn = snapshot.map().unwrap().map();
        let ways: Vec<_> = drawn.walkways.ways.iter().filter_map(|own| own.name.as_deref()).collect();
        assert_eq!(ways, ["Frauenhausgasse"]);
        let labels: Vec<_> = drawn.ground.iter().filter_map(|own| own.name.as_deref()).collect();
        assert!(!labels.contains(&"Am Frauenhaus"), "{labels:?}");
        nothing_is_told(&office).await;
    }

    async fn what_older_rules_let_in_is_forgotten_when_the_server_starts_and_told_to_nobody(kept: &Kept) {
        let store = kept.open().await;
        let mut hidden = place(2, 9.187_654, 48.9);
        hidden.name = "Mädchenhaus Nord".parse().unwrap();
        let first = beginning([place(1, 9.19, 48.9)]);
        let empty = store.revision().await.unwrap();
        let now = Box::pin(store.commit(&first, empty, wednesday_afternoon())).await.unwrap();
        let now = Box::pin(store.commit(&adding([hidden]), now, wednesday_afternoon())).await.unwrap();
        let mut event = Dice(5).event(100, &[]);
        event.title = "Treffen im Mädchenhaus Nord".parse().unwrap();
        event.venue.place = None;
        let change = CityChange { events: vec![EventChange::added(event)], ..CityChange::by(Author::import("events")) };
        Box::pin(store.commit(&change, now, wednesday_afternoon())).await.unwrap();
        let city = City::open(store, Clock::Stopped(wednesday_afternoon())).await.unwrap();
        assert_eq!(city.snapshot().events().len(), 0);
        assert_eq!(city.forget_refuges().await.unwrap(), 1);
        assert_eq!(city.forget_refuges().await.unwrap(), 0);
        assert_eq!(city.snapshot().places().count(), 1);
        let entries = city.store().trail(&TrailFilter::newest(99)).await.unwrap();
        let about = entries.iter().filter(|own| own.subject.as_str().starts_with("place/"));
        assert!(about.clone().count() > 0);
        assert!(!format!("{:?}", about.collect::<Vec<_>>()).contains("Mädchenhaus"));
        assert!(city.store().check_trail(None).await.unwrap().fault_count() == 0);
    }
}

both_stores! {
    async fn what_an_older_list_let_in_among_topics_and_lines_is_left_out_and_the_city_is_read(kept: &Kept) {
        let office = Office::open(kept).await;
        for statement in [
            "insert into focus_area (id, content) values ('7d6b1a52-3f1f-4c7a-9a31-5a8f1b7c00aa', \
             '{\"title\":\"Frauenhaus\",\"about\":\"x\",\"since\":\"2026-01-01\",\"state\":\"running\",\"office\":\"Amt\"}')",
            "insert into counselling (id, line) values ('7d6b1a52-3f1f-4c7a-9a31-5a8f1b7c00ab', '{\"name\":\"Frauenhaus\",\"remark\":\"Frauenhaus\"}')",
        ] {
            tamper(office.city.store(), statement).await;
        }
        let city = City::open(kept.open().await, Clock::Stopped(wednesday_afternoon())).await.unwrap();
        assert!(city.snapshot().focus_areas().is_empty());
        assert!(city.snapshot().help_lines().iter().all(|own| own.is_as_shipped));
        // What is broken otherwise is still told and not left out.
        tamper(office.city.store(), "insert into focus_area (id, content) values ('7d6b1a52-3f1f-4c7a-9a31-5a8f1b7c00ac', '{}')").await;
        assert!(City::open(kept.open().await, Clock::Stopped(wednesday_afternoon())).await.is_err());
    }
}
