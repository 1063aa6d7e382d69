//! What is done with bytes from outside, one function for each sort of input. Each reads them, and then does what the
//! program does with what was read: that must not crash, hang or grow without end, and must keep what it promises.

use std::cell::OnceCell;
use std::hint::black_box;
use std::io::{Seek, Write};
use std::sync::Arc;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Method, Request, header};
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use chrono_tz::Europe::Berlin;
use miteinander::city::{City, Clock};
use miteinander::domain::barrier::Barriers;
use miteinander::domain::district::Boundary;
use miteinander::domain::event::{Event, EventOrigin};
use miteinander::domain::grid::GridWindow;
use miteinander::domain::hours::Hours;
use miteinander::domain::place::Origin;
use miteinander::domain::tile::{LAST_ZOOM, TileId, WorldSpot};
use miteinander::domain::{CityMap, CitySettings, Corner, District, Location, Place, PlaceId};
use miteinander::export::{geojson, icalendar, tile};
use miteinander::gate::Gate;
use miteinander::import::districts::{self, Naming};
use miteinander::import::events::{self, Context, Gazetteer};
use miteinander::import::folder::CityFolder;
use miteinander::import::{barriers, osm, places as place_files, residents};
use miteinander::snapshot::{CityData, MapLayers, Revision, Snapshot};
use miteinander::store::Store;
use miteinander::{api, pages};
use tempfile::{NamedTempFile, TempDir};
use tokio::runtime::Runtime;
use tower::ServiceExt;
use uuid::Uuid;

/// GeoJSON or CSV of places. What our export writes of them is read back as the same places.
pub fn places(bytes: &[u8]) {
    let Ok(places) = read_places(bytes) else {
        return;
    };
    let snapshot = city_of(places.clone(), Vec::new(), Vec::new());
    let all = || snapshot.places().map(|own| (own, None));
    let head = serde_json::json!({ "type": "FeatureCollection" });
    let written = geojson::place_collection(&snapshot, &head, all());
    let mut read = read_places(&written).expect("our own export can be read");
    read.sort_by_key(|place| place.id);
    let kept = snapshot.places().map(|own| &own.place);
    assert!(kept.eq(&read), "our own export changes nothing");
    black_box(snapshot.find_spots("rathaus", None, 5));
}

fn read_places(bytes: &[u8]) -> Result<Vec<Place>, miteinander::import::Refused> {
    let mut numbers = 1..;
    let new_id = || Uuid::from_u128(numbers.next().unwrap_or_default());
    place_files::read("places", bytes, Origin::Local, &[], new_id)
}

/// GeoJSON of districts, quarters, barriers or crossings, and CSV of residents.
pub fn districts(bytes: &[u8]) {
    let naming = Naming::default();
    if let Ok(found) = districts::read("districts", bytes, &naming, Boundary::Official) {
        let snapshot = city_of(Vec::new(), Vec::new(), found.districts);
        for location in [(9.19, 48.89), (0.0, 0.0), (180.0, 90.0)] {
            let location = Location::from_lon_lat(location.0, location.1);
            let location = location.expect("on the earth");
            let _ = (
                snapshot.district_at(location),
                snapshot.border_distance_m(location),
            );
        }
    }
    let _ = districts::read_quarters("quarters", bytes);
    let _ = districts::read_population("population", bytes);
    squares(bytes);
    if let Ok(lines) = barriers::read_barriers("barriers", bytes) {
        draw(CityMap {
            ground: Barriers {
                lines: lines.clone(),
                crossings: Vec::new(),
            }
            .drawn(),
            ..CityMap::default()
        });
        let _ = barriers::read_crossings("crossings", bytes, lines);
    }
}

/// Who lives where, in a city that reaches from 9° E, 48° N to 10° E, 49° N. Nobody is lost between a file and its districts.
fn squares(bytes: &[u8]) {
    let bbox = "9,48,10,49".parse().expect("a box");
    let window = GridWindow::around(bbox, 0.0).expect("in Europe");
    let context = residents::Context {
        window: &window,
        homes: &[],
        source: None,
        year: None,
        attribution: None,
    };
    let input = residents::Input {
        name: "residents",
        content: Box::new(bytes),
    };
    if let Ok(found) = residents::read(vec![input], &context) {
        let placed = city_of(Vec::new(), Vec::new(), Vec::new()).placing(&found.residents);
        let people = placed.inhabited.iter();
        let people: u64 = people.map(|own| u64::from(own.milli_persons)).sum();
        assert_eq!(people, placed.outside_milli_persons, "nobody is lost");
    }
}

/// iCalendar. What our export writes of it is read back as the same events.
pub fn calendar(bytes: &[u8]) {
    let Some(events) = read_calendar(bytes) else {
        return;
    };
    let (from, to) = (
        moment("2026-01-01T00:00:00Z"),
        moment("2027-01-01T00:00:00Z"),
    );
    for event in &events {
        black_box(event.occurrences(from, to, Berlin, 1_000));
        black_box(event.next_occurrences(from, Berlin, 5));
        black_box(event.span(Berlin));
    }
    let mut ids: Vec<_> = events.iter().map(|event| event.id).collect();
    ids.sort_unstable();
    let snapshot = city_of(Vec::new(), events, Vec::new());
    let held: Vec<_> = snapshot.events().collect();
    let written = icalendar::calendar(&snapshot, Some("Teststadt"), &held);
    let read = read_calendar(&written).expect("our own calendar can be read");
    let mut again: Vec<_> = read.iter().map(|event| event.id).collect();
    again.sort_unstable();
    assert_eq!(again, ids, "our own calendar loses nothing");
}

fn read_calendar(bytes: &[u8]) -> Option<Vec<Event>> {
    let context = Context {
        source: "fuzz".parse().expect("a short word is a name"),
        origin: EventOrigin::Calendar,
        timezone: Berlin,
        place: None,
        organiser: None,
        gazetteer: Gazetteer::new([], "Teststadt"),
    };
    Some(events::read("calendar", bytes, &context).ok()?.events)
}

/// Opening hours, as OpenStreetMap writes them.
pub fn hours(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let center = Location::from_lon_lat(9.19, 48.89).expect("on the earth");
    let settings = CitySettings::named("Teststadt").expect("a plain name");
    let hours = Hours::parse(&text, &Arc::new(settings.calendar(center)));
    for day in [day(), NaiveDate::MIN, NaiveDate::MAX] {
        black_box(hours.week(day));
        black_box(hours.longest_open(day, 0..2_000));
    }
    for days in [0, 2, 65] {
        let at = moment("2026-10-23T15:07:00Z") + TimeDelta::days(days);
        black_box(hours.state(at));
        black_box(hours.answer(at));
    }
    black_box(hours.names_public_holidays());
}

/// `city.toml`.
pub fn settings(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    if let Ok(settings) = CitySettings::from_toml(&text) {
        let again = CitySettings::from_toml(settings.to_toml()).expect("it was read before");
        let center = again.center().expect("it was checked");
        let anywhere = Location::from_lon_lat(9.19, 48.89).expect("on the earth");
        let calendar = Arc::new(again.calendar(center.unwrap_or(anywhere)));
        black_box(Hours::parse("Mo-Fr 09:00-17:00; PH off", &calendar).week(day()));
    }
}

/// An extract of OpenStreetMap: what was read becomes a city with its map and its ways.
pub fn pbf(bytes: &[u8]) {
    let mut file = NamedTempFile::new().expect("there is room for a file");
    file.write_all(bytes).expect("there is room for a file");
    file.rewind().expect("a file has a beginning");
    let Ok(extract) = osm::read(file.path(), &osm::Options::default()) else {
        return;
    };
    let mut numbers = 1..;
    let mut id = |_: &_| PlaceId(Uuid::from_u128(numbers.next().unwrap_or_default()));
    let places = extract
        .objects
        .iter()
        .map(|object| object.place(&mut id))
        .collect();
    let districts = extract.districts(None).districts;
    let _ = serde_json::to_string(&extract.report).expect("a report is JSON");
    draw(extract.map);
    city_of(places, Vec::new(), districts);
}

/// The request of a stranger: `path`, newline, query, and after another newline the body of a form.
pub fn requests(bytes: &[u8]) {
    thread_local! { static SITE: OnceCell<Site> = const { OnceCell::new() } }
    SITE.with(|site| site.get_or_init(Site::open).ask(bytes));
}

/// The built-in city with its pages, its clock stopped.
struct Site {
    runtime: Runtime,
    app: Router,
    _data: TempDir,
}

impl Site {
    fn open() -> Self {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build();
        let runtime = runtime.expect("a thread can be had");
        let data = TempDir::new().expect("there is room for a folder");
        let app = runtime.block_on(async {
            let store = Store::open_folder(data.path())
                .await
                .expect("an empty folder");
            let first = CityFolder::BuiltIn.read().expect("the built-in city");
            let clock = Clock::Stopped(moment("2026-11-22T14:00:00Z"));
            let city = City::begin(store, first, clock)
                .await
                .expect("a first city");
            let router = api::router(Arc::clone(&city)).merge(pages::router(Arc::clone(&city)));
            api::within_limits(router, city, Gate::default())
        });
        Self {
            runtime,
            app,
            _data: data,
        }
    }

    fn ask(&self, bytes: &[u8]) {
        let mut parts = bytes.splitn(3, |byte| *byte == b'\n');
        let mut part = || parts.next().unwrap_or_default();
        let (path, query, body) = (escaped(part()), escaped(part()), part());
        let request = Request::builder()
            .method(if body.is_empty() {
                Method::GET
            } else {
                Method::POST
            })
            .uri(format!("/{}?{query}", path.trim_start_matches('/')))
            .header(header::HOST, "treff.example.org")
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(Body::from(body.to_vec()));
        let Ok(request) = request else { return };
        self.runtime.block_on(async {
            let answer = self
                .app
                .clone()
                .oneshot(request)
                .await
                .expect("it always answers");
            assert!(!answer.status().is_server_error(), "{}", answer.status());
            to_bytes(answer.into_body(), usize::MAX)
                .await
                .expect("answers are whole");
        });
    }
}

/// What cannot stand in an address is written as `%XX`, as every browser does.
fn escaped(bytes: &[u8]) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"!$%&'()*+,-./:;=@_~".contains(&byte);
    let letter = |byte: u8| {
        if plain(byte) {
            char::from(byte).to_string()
        } else {
            format!("%{byte:02X}")
        }
    };
    bytes.iter().copied().map(letter).collect()
}

fn city_of(places: Vec<Place>, events: Vec<Event>, districts: Vec<District>) -> Snapshot {
    Snapshot::build(CityData {
        districts,
        places,
        events,
        ..empty_city()
    })
}

fn empty_city() -> CityData {
    CityData {
        surveys: Vec::new(),
        audits: Vec::new(),
        criteria: Vec::new(),
        measured_ways: Vec::new(),
        help_lines: Vec::new(),
        focus_areas: Vec::new(),
        releases: Vec::new(),
        revision: Revision(1),
        lineage: "fuzz".into(),
        settings: CitySettings::named("Teststadt").expect("a plain name"),
        districts: Vec::new(),
        quarters: Vec::new(),
        places: Vec::new(),
        events: Vec::new(),
        map_revision: None,
        residents_revision: None,
        residents: None,
        map: None,
    }
}

/// Makes of a map what a started server makes of it, and draws the tile of one of its corners at every zoom.
fn draw(map: CityMap) {
    let snapshot = Snapshot::build(CityData {
        map_revision: Some(Revision(1)),
        residents_revision: None,
        residents: None,
        map: Some(map),
        ..empty_city()
    });
    let Some(bounds) = snapshot.map().and_then(MapLayers::bounds) else {
        return;
    };
    let [west, _, _, north] = bounds.to_array();
    let corner = Location::from_lon_lat(west, north).expect("a box lies on the earth");
    let spot = WorldSpot::from(Corner::from(corner));
    for zoom in 0..=LAST_ZOOM {
        let at = |steps: u32| steps.checked_shr(32 - u32::from(zoom)).unwrap_or(0);
        let id = TileId::new(zoom, at(spot.x), at(spot.y)).expect("a tile there is");
        let layers = snapshot.map().expect("it has bounds");
        tile::base_tile(layers, id).expect("a tile can be drawn");
    }
}

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 10, 23).expect("a day")
}

fn moment(text: &str) -> DateTime<Utc> {
    text.parse().expect("a moment")
}
