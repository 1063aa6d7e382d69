//! The pages on which people say how safe they feel, as a browser without script gets them.

mod defect;
mod entering;
mod refused;

use std::collections::BTreeSet;
use std::sync::Arc;

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use miteinander::city::{City, Clock};
use miteinander::domain::change::CityChange;
use miteinander::domain::grid::grid_metres;
use miteinander::domain::report::{
    Band, Category, DayType, Factor, ReportSource, SafetyCell, Wish,
};
use miteinander::domain::{CitySettings, Location};
use serde_json::json;

use crate::fixture::{Database, Kept, beginning, both_stores, place, wednesday_afternoon};
use crate::random::Dice;
use crate::safety::{HERE, NOWHERE, Slot};
use crate::server::{IMPATIENT, Serving, read};

/// Every page of the flow.
const PAGES: [&str; 4] = [
    "/umfeld",
    "/umfeld/anliegen",
    "/umfeld/angaben",
    "/umfeld/danke",
];

/// A city whose `city.toml` goes on like this.
async fn city_with(kept: &Kept, more: &str) -> Arc<City> {
    let text = format!(
        "id = \"teststadt\"\nname = \"Teststadt\"\ntimezone = \"Europe/Berlin\"\ncenter = [9.2, 48.9]\n{more}"
    );
    let first = CityChange {
        settings: Some(CitySettings::from_toml(&text).unwrap()),
        ..beginning([place(1, 9.19, 48.9)])
    };
    let clock = Clock::Stopped(wednesday_afternoon());
    City::begin(kept.open().await, first, clock).await.unwrap()
}

/// What a page of the flow said.
struct Said {
    status: StatusCode,
    headers: Vec<(String, String)>,
    text: String,
}

impl Said {
    fn header(&self, name: &str) -> &str {
        let found = self.headers.iter().find(|(own, _)| own == name);
        found.map_or("", |(_, value)| value)
    }

    fn title(&self) -> &str {
        let (_, rest) = self.text.split_once("<title>").unwrap();
        rest.split_once("</title>").unwrap().0
    }
}

impl Slot {
    async fn page(&self, path: &str) -> Said {
        let (status, headers, body) = self.get(path).await;
        let text = String::from_utf8(body).unwrap();
        Said {
            status,
            headers,
            text,
        }
    }

    /// Sends the form as a browser does that stands on the page.
    async fn fill_in(&self, form: &str) -> Said {
        self.fill_in_from("same-origin", "/umfeld/angaben", form)
            .await
    }

    async fn fill_in_from(&self, site: &str, path: &str, form: &str) -> Said {
        let request = Request::post(path)
            .header(header::HOST, "x")
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header("sec-fetch-site", site)
            .body(Body::from(form.to_owned()));
        let (status, headers, body) = self.send(request.unwrap()).await;
        let text = String::from_utf8(body).unwrap();
        Said {
            status,
            headers,
            text,
        }
    }
}

fn whole() -> String {
    format!("cell_500={HERE}&category=dark&band=night&daytype=fr_sa")
}

both_stores! {
    async fn a_report_without_script_is_kept_and_thanked_for_on_a_page_of_its_own(kept: &Kept) {
        let slot = Slot::open(kept).await;
        let said = slot.fill_in(&format!("{}&factors=hedges&factors=lighting&wish=light&avoid=yes", whole())).await;
        assert_eq!((said.status, said.header("location")), (StatusCode::SEE_OTHER, "/umfeld/danke"));
        assert_eq!(said.header("cache-control"), "no-store");
        let all = slot.kept().await;
        let [own] = all.as_slice() else { panic!("{all:?}") };
        assert_eq!((own.category, own.band, own.day), (Category::Dark, Band::Night, DayType::WeekendNight));
        assert!(own.factors.iter().eq([Factor::Lighting, Factor::Hedges]));
        assert_eq!((own.wish, own.avoids, own.source), (Some(Wish::Light), Some(true), ReportSource::Web));
        // Nothing of it is anywhere but in its own place.
        assert_eq!(slot.city.snapshot().revision().0, 1);
        let thanks = slot.page("/umfeld/danke").await;
        assert!(!thanks.text.contains(HERE) && !thanks.text.contains("dunkel"));
    }

    async fn what_is_missing_is_told_at_its_field_and_what_was_chosen_is_kept(kept: &Kept) {
        let slot = Slot::open(kept).await;
        let said = slot.fill_in("cell_500=&category=lonely&band=&factors=smell&wish=activity&avoid=yes").await;
        assert_eq!(said.status, StatusCode::BAD_REQUEST);
        assert_eq!(said.header("cache-control"), "no-store");
        for field in ["cell_500", "band", "daytype"] {
            assert!(said.text.contains(&format!("href=\"#{field}\"")), "{field} is not in the list");
            assert!(said.text.contains(&format!("id=\"{field}-fault\">")), "{field} is not marked");
        }
        assert!(said.text.contains("id=\"category-fault\" hidden"));
        for chosen in [
            "value=\"lonely\" checked", "value=\"smell\" checked", "value=\"activity\" selected",
            "name=\"avoid\" value=\"yes\" checked",
        ] {
            assert!(said.text.contains(chosen), "{chosen} is lost");
        }
        assert!(slot.kept().await.is_empty());
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_page_of_the_flow_is_quiet() {
    let kept = Kept::new(Database::Sqlite).await.unwrap();
    let slot = Slot::open(&kept).await;
    let mut titles = BTreeSet::new();
    for path in PAGES {
        for address in [
            path.to_owned(),
            format!("{path}?lang=en"),
            format!("{path}?lang=de-simple"),
            format!("{path}?x=1"),
        ] {
            let said = slot.page(&address).await;
            let expected = if address.ends_with("x=1") {
                StatusCode::BAD_REQUEST
            } else {
                StatusCode::OK
            };
            assert_eq!(said.status, expected, "{address}");
            assert_eq!(said.header("cache-control"), "no-store", "{address}");
            // Its own host may know that the form was sent from its page; nobody else learns anything from either.
            let policy = if path == "/umfeld/angaben" && expected == StatusCode::OK {
                "same-origin"
            } else {
                "no-referrer"
            };
            assert_eq!(said.header("referrer-policy"), policy, "{address}");
            assert!(
                said.header("content-security-policy")
                    .starts_with("default-src 'none'"),
                "{address}"
            );
            assert_eq!(
                (said.header("set-cookie"), said.header("etag")),
                ("", ""),
                "{address}"
            );
            titles.insert(said.title().to_owned());
            assert!(said.text.contains("id=\"quick-exit\""), "{address}");
            for loud in [
                "/assets/main",
                "app.webmanifest",
                "sw.js",
                "canonical",
                "og:",
                "alternate\"",
                "svelte",
                "woff2",
                "preload",
            ] {
                assert!(!said.text.contains(loud), "{address}: {loud}");
            }
            for loaded in said.text.split("src=\"").skip(1) {
                assert!(
                    loaded.starts_with("/assets/quiet"),
                    "{address}: {loaded:.60}"
                );
            }
        }
    }
    // One neutral title for all of them, in every language.
    assert_eq!(
        titles.into_iter().collect::<Vec<_>>(),
        ["Teststadt – Umfeld"]
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_order_is_danger_then_what_it_is_about_then_help_before_any_question() {
    let kept = Kept::new(Database::Sqlite).await.unwrap();
    let slot = Slot::open(&kept).await;
    let start = slot.page("/umfeld").await.text;
    let at = |text: &str, part: &str| text.find(part).unwrap_or_else(|| panic!("no {part}"));
    assert!(at(&start, "tel:110") < at(&start, "tel:112"));
    assert!(at(&start, "tel:112") < at(&start, "/umfeld/anliegen"));
    assert!(
        !start.contains("/umfeld/angaben"),
        "nobody reports before the danger screen"
    );
    let doors = slot.page("/umfeld/anliegen").await.text;
    assert!(doors.contains("/umfeld/angaben") && doors.contains("/beratung"));
    assert!(!doors.contains("<form"), "nothing is stored behind a door");
    let form = slot.page("/umfeld/angaben").await.text;
    assert!(at(&form, "/beratung") < at(&form, "<form"));
    let first_page = slot.page("/").await.text;
    assert!(first_page.contains("href=\"/umfeld\""));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_door_leads_where_the_city_says_or_says_where_to_turn() {
    let kept = Kept::new(Database::Sqlite).await.unwrap();
    let without = Slot::open(&kept).await.page("/umfeld/anliegen").await.text;
    assert!(without.contains("Stadtverwaltung") && without.contains("Straßenverkehrsbehörde"));
    let kept = Kept::new(Database::Sqlite).await.unwrap();
    let more = "[safety]\nexit = \"https://wetter.example.org/\"\n\
                defects = { name = \"Mängelmelder\", url = \"https://melden.example.org/neu\" }\n\
                traffic = { name = \"Verkehr\", url = \"https://verkehr.example.org/\" }\n";
    let slot = Slot::around(&kept, city_with(&kept, more).await).await;
    let doors = slot.page("/umfeld/anliegen").await.text;
    for there in [
        "https://melden.example.org/neu",
        "Mängelmelder",
        "https://verkehr.example.org/",
    ] {
        assert!(doors.contains(there), "{there}");
    }
    assert!(!doors.contains("Stadtverwaltung"));
    for path in PAGES {
        let said = slot.page(path).await.text;
        let (_, exit) = said.split_once("id=\"quick-exit\"").unwrap();
        let (exit, _) = exit.split_once('>').unwrap();
        assert!(
            exit.contains("href=\"https://wetter.example.org/\""),
            "{path}: {exit}"
        );
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_no_form_of_ours_is_refused_and_nothing_is_kept() {
    let kept = Kept::new(Database::Sqlite).await.unwrap();
    let slot = Slot::open(&kept).await;
    for more in [
        "&text=Es+war+Herr+M.",
        "&lat=48.9&lon=9.2",
        "&source=paper",
        "&band=night",
        "&category=hate",
    ] {
        let said = slot.fill_in(&(whole() + more)).await;
        assert_eq!(said.status, StatusCode::BAD_REQUEST, "{more}");
        assert!(
            !said.text.contains("Herr M."),
            "what was sent is not said back"
        );
    }
    for (old, new, field) in [
        (HERE, NOWHERE, "cell_500"),
        (HERE, "9.19,48.9", "cell_500"),
        ("=dark", "=hate", "category"),
        ("=dark", "=violence", "category"),
        ("=night", "=23:10", "band"),
        ("=fr_sa", "=today", "daytype"),
    ] {
        let said = slot.fill_in(&whole().replace(old, new)).await;
        assert_eq!(said.status, StatusCode::BAD_REQUEST, "{new}");
        assert!(
            said.text.contains(&format!("id=\"{field}-fault\">")),
            "{new}"
        );
        assert!(!said.text.contains("9.19,48.9"));
    }
    let foreign = slot
        .fill_in_from("cross-site", "/umfeld/angaben", &whole())
        .await;
    assert_eq!(foreign.status, StatusCode::FORBIDDEN);
    let json = Request::post("/umfeld/angaben")
        .header(header::HOST, "x")
        .header("sec-fetch-site", "same-origin")
        .header(header::CONTENT_TYPE, "application/json")
        .body(Body::from("{}"));
    assert_eq!(slot.send(json.unwrap()).await.0, StatusCode::BAD_REQUEST);
    let long = slot
        .fill_in(&format!("{}&wish={}", whole(), "x".repeat(5_000)))
        .await;
    assert_eq!(long.status, StatusCode::PAYLOAD_TOO_LARGE);
    // Also a page that the gate shuts is a quiet one.
    assert_eq!(
        (long.header("cache-control"), long.title()),
        ("no-store", "Teststadt – Umfeld")
    );
    assert!(slot.kept().await.is_empty());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn without_script_the_whole_city_may_send_sixty_an_hour_and_with_script_it_still_may() {
    let kept = Kept::new(Database::Sqlite).await.unwrap();
    let slot = Slot::open(&kept).await;
    for _ in 0..60 {
        assert_eq!(slot.fill_in(&whole()).await.status, StatusCode::SEE_OTHER);
    }
    let refused = slot.fill_in(&whole()).await;
    assert_eq!(refused.status, StatusCode::TOO_MANY_REQUESTS);
    assert!(refused.header("retry-after").parse::<u32>().unwrap() <= 3_600);
    assert!(refused.text.contains("JavaScript") && refused.text.contains("value=\"dark\" checked"));
    let (puzzle, number) = slot.solved().await;
    let report =
        json!({ "cell_500": HERE, "category": "dark", "band": "night", "daytype": "fr_sa" });
    let sent = json!({ "report": report, "puzzle": puzzle, "number": number }).to_string();
    let request = Request::post("/api/safety/reports")
        .header(header::HOST, "x")
        .header("sec-fetch-site", "same-origin")
        .header(header::CONTENT_TYPE, "application/json")
        .body(Body::from(sent));
    assert_eq!(slot.send(request.unwrap()).await.0, StatusCode::NO_CONTENT);
    assert_eq!(slot.kept().await.len(), 61);
}

/// How many of so many reports without script from one address are taken.
async fn taken_from(serving: &Serving, client: [u8; 4], tries: u32) -> u32 {
    let form = whole();
    let mut taken = 0;
    for _ in 0..tries {
        let request = format!(
            "POST /umfeld/angaben HTTP/1.1\r\nhost: x\r\nsec-fetch-site: same-origin\r\nconnection: close\r\n\
             content-type: application/x-www-form-urlencoded\r\ncontent-length: {}\r\n\r\n{form}",
            form.len()
        );
        let answer = read(serving.send_from(client, &request).await).await;
        let is_taken = answer.starts_with("HTTP/1.1 303");
        assert!(is_taken || answer.starts_with("HTTP/1.1 429"), "{answer}");
        taken += u32::from(is_taken);
    }
    taken
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_network_sends_five_a_day_and_a_shared_one_what_the_city_registered() {
    let kept = Kept::new(Database::Sqlite).await.unwrap();
    let more = "[safety]\nshared_networks = [{ net = \"127.0.40.0/23\", per_day = 12 }]\n";
    let slot = Slot::around(&kept, city_with(&kept, more).await).await;
    let serving = Serving::start(IMPATIENT, slot.router.clone()).await;
    assert_eq!(taken_from(&serving, [127, 0, 9, 1], 8).await, 5);
    assert_eq!(taken_from(&serving, [127, 0, 40, 1], 8).await, 8);
    // All of it together, not each prefix in it.
    assert_eq!(taken_from(&serving, [127, 0, 41, 1], 8).await, 4);
    assert_eq!(taken_from(&serving, [127, 0, 42, 1], 8).await, 5);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_was_done_to_people_is_asked_only_where_the_city_takes_it() {
    for (more, is_asked) in [("", false), ("[safety]\nsensitive = true\n", true)] {
        let kept = Kept::new(Database::Sqlite).await.unwrap();
        let slot = Slot::around(&kept, city_with(&kept, more).await).await;
        let form = slot.page("/umfeld/angaben").await.text;
        assert_eq!(form.contains("value=\"harassed\""), is_asked);
        let said = slot.fill_in(&whole().replace("=dark", "=harassed")).await;
        assert_eq!(said.status == StatusCode::SEE_OTHER, is_asked);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_squares_of_the_list_are_those_of_the_drawing_and_all_that_may_be_reported_on() {
    let kept = Kept::new(Database::Sqlite).await.unwrap();
    let slot = Slot::open(&kept).await;
    let form = slot.page("/umfeld/angaben").await.text;
    let all = |begin: &str| -> BTreeSet<String> {
        let parts = form.split(begin).skip(1);
        parts
            .filter_map(|rest| rest.split('"').next())
            .map(str::to_owned)
            .collect()
    };
    let listed = all("option value=\"CRS");
    assert_eq!(listed, all("data-cell=\"CRS"));
    assert_eq!(
        listed.len(),
        slot.city.snapshot().safety_ground().cells().count()
    );
}

#[test]
fn the_browser_and_the_program_put_a_spot_into_the_same_square() {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/web/src/quiet/squares.json");
    let mut dice = Dice(35);
    let spots = (0..1_600).map(|_| {
        let lon = (dice.between(5.8, 15.1) * 1e6).round() / 1e6;
        let lat = (dice.between(47.2, 55.1) * 1e6).round() / 1e6;
        let cell = SafetyCell::at(Location::from_lon_lat(lon, lat).unwrap()).unwrap();
        format!("[{lon},{lat},{},{}]", cell.row, cell.column)
    });
    let text = format!("[\n{}\n]\n", spots.collect::<Vec<_>>().join(",\n"));
    if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
        std::fs::write(file, &text).unwrap();
    }
    assert_eq!(std::fs::read_to_string(file).unwrap(), text);
    // The grid is the one of everybody: a spot of the guidance note of EPSG for this projection.
    let metres = grid_metres(geo::Coord { x: 5.0, y: 50.0 });
    assert!(
        (metres.x - 3_962_799.45).abs() < 0.01 && (metres.y - 2_999_718.85).abs() < 0.01,
        "{metres:?}"
    );
}
