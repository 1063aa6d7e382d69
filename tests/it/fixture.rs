//! Stores and small cities that tests are about.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use geo::{LineString, MultiPolygon, Polygon};
use miteinander::city::{City, Clock};
use miteinander::domain::change::{CityChange, Districts, PlaceChange};
use miteinander::domain::place::Origin;
use miteinander::domain::trail::Author;
use miteinander::domain::{
    Boundary, CitySettings, District, Location, Place, PlaceId, Population, Shape,
};
use miteinander::reports::Reports;
use miteinander::snapshot::{CityData, Known};
use miteinander::store::Store;
use tempfile::TempDir;
use uuid::Uuid;

use crate::postgres::{self, TestDatabase};

/// The two databases a city can be kept in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Database {
    Sqlite,
    Postgres,
}

/// A database of one test, empty at first and gone with this value.
pub(crate) enum Kept {
    Folder(TempDir),
    Server(Box<TestDatabase>),
}

impl Kept {
    /// None, with the reason printed, where there is no PostgreSQL server.
    pub(crate) async fn new(database: Database) -> Option<Self> {
        match database {
            Database::Sqlite => Some(Self::Folder(TempDir::new().unwrap())),
            Database::Postgres => postgres::fresh_database()
                .await
                .map(|database| Self::Server(Box::new(database))),
        }
    }

    /// Connects to the database, as another program would.
    pub(crate) async fn open(&self) -> Store {
        match self {
            Self::Folder(folder) => Store::open_folder(folder.path()).await.unwrap(),
            Self::Server(database) => Store::open_address(&database.url).await.unwrap(),
        }
    }

    /// Connects to the reports that belong to it.
    pub(crate) async fn open_reports(&self) -> Reports {
        match self {
            Self::Folder(folder) => Reports::open_folder(folder.path()).await.unwrap(),
            Self::Server(database) => Reports::open_address(&database.url).await.unwrap(),
        }
    }

    /// What the command line is told to find this database.
    pub(crate) fn arguments(&self) -> [String; 2] {
        match self {
            Self::Folder(folder) => ["--data".into(), folder.path().display().to_string()],
            Self::Server(database) => ["--database".into(), database.url.clone()],
        }
    }
}

/// Runs one statement behind the program's back.
pub(crate) async fn tamper(store: &Store, statement: &'static str) {
    match store {
        Store::Sqlite { writer, .. } => drop(sqlx::query(statement).execute(writer).await.unwrap()),
        Store::Postgres(pool) => drop(sqlx::query(statement).execute(pool).await.unwrap()),
    }
}

/// Defines each test twice: on a fresh SQLite file and on a fresh PostgreSQL database.
macro_rules! both_stores {
    ($( $(#[$meta:meta])* async fn $name:ident($kept:ident: &Kept) $body:block )+) => { $(
        mod $name {
            use super::*;

            async fn claim($kept: &$crate::fixture::Kept) $body

            $(#[$meta])*
            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn on_sqlite() {
                let kept = $crate::fixture::Kept::new($crate::fixture::Database::Sqlite).await;
                claim(&kept.unwrap()).await;
            }

            $(#[$meta])*
            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn on_postgresql() {
                if let Some(kept) = $crate::fixture::Kept::new($crate::fixture::Database::Postgres).await {
                    claim(&kept).await;
                }
            }
        }
    )+ };
}

pub(crate) use both_stores;

/// Wednesday 4 March 2026, 15:00 in Ludwigsburg.
pub(crate) fn wednesday_afternoon() -> DateTime<Utc> {
    "2026-03-04T15:00:00+01:00".parse().unwrap()
}

pub(crate) fn at(lon: f64, lat: f64) -> Location {
    Location::from_lon_lat(lon, lat).unwrap()
}

/// A city in German time whose only holiday is New Year.
pub(crate) fn settings() -> CitySettings {
    CitySettings::from_toml(
        "id = \"teststadt\"\nname = \"Teststadt\"\ntimezone = \"Europe/Berlin\"\ncenter = [9.2, 48.9]\n\
         [holidays]\npublic = [{ name = \"Neujahr\", on = \"01-01\" }]\n",
    )
    .unwrap()
}

/// A rectangle from west, south, east and north in degrees.
pub(crate) fn rectangle(west: f64, south: f64, east: f64, north: f64) -> MultiPolygon<f64> {
    let ring = vec![(west, south), (east, south), (east, north), (west, north)];
    Polygon::new(LineString::from(ring), Vec::new()).into()
}

pub(crate) fn district(id: &str, area: MultiPolygon<f64>) -> District {
    District {
        id: id.parse().unwrap(),
        name: id.to_uppercase().parse().unwrap(),
        area,
        population: Some(Population {
            count: 1000,
            year: Some(2025),
            estimated: false,
        }),
        boundary: Boundary::Official,
    }
}

/// West and east of a common border at 9.2° E.
pub(crate) fn two_districts() -> Districts {
    Districts {
        districts: vec![
            district("ost", rectangle(9.2, 48.85, 9.25, 48.95)),
            district("west", rectangle(9.15, 48.85, 9.2, 48.95)),
        ],
        quarters: Vec::new(),
    }
}

/// The place of a number: a library of which only the name and the position are known.
pub(crate) fn place(number: u128, lon: f64, lat: f64) -> Place {
    Place {
        id: place_id(number),
        name: format!("Ort {number}").parse().unwrap(),
        kind: "library".parse().unwrap(),
        lifecycle: miteinander::domain::place::Lifecycle::default(),
        shape: Shape::Point(at(lon, lat)),
        opening_hours: None,
        last_verified_at: None,
        origin: Origin::Local,
        facts: Box::default(),
    }
}

pub(crate) fn place_id(number: u128) -> PlaceId {
    PlaceId(Uuid::from_u128(number << 64 | number))
}

/// The change that brings `places` to a city that is there.
pub(crate) fn adding(places: impl IntoIterator<Item = Place>) -> CityChange {
    CityChange {
        places: places.into_iter().map(PlaceChange::added).collect(),
        ..CityChange::by(Author::import("places"))
    }
}

/// The first change of a city: settings, two districts and `places`.
pub(crate) fn beginning(places: impl IntoIterator<Item = Place>) -> CityChange {
    CityChange {
        settings: Some(settings()),
        districts: Some(two_districts()),
        ..adding(places)
    }
}

/// A running city of two districts and `places`, its clock stopped on [`wednesday_afternoon`].
pub(crate) async fn begun(kept: &Kept, places: impl IntoIterator<Item = Place>) -> Arc<City> {
    City::begin(
        kept.open().await,
        beginning(places),
        Clock::Stopped(wednesday_afternoon()),
    )
    .await
    .unwrap()
}

/// What is stored, places and districts by id.
pub(crate) async fn stored(store: &Store) -> CityData {
    let mut data = store
        .load(Known::default())
        .await
        .unwrap()
        .expect("a city is stored");
    data.places.sort_by_key(|place| place.id);
    data.districts.sort_by(|a, b| a.id.cmp(&b.id));
    data.quarters.sort_by(|a, b| a.id.cmp(&b.id));
    data
}
