//! The releases of the built-in city are made by the code that releases, of reports that one plan makes up, and the files are
//! what comes out.

use std::path::Path;

use miteinander::city::{City, Clock};
use miteinander::domain::report::{Epsilon, IsoWeek, Period, Product};
use miteinander::import::folder::CityFolder;
use miteinander::reports::{Counts, Reports};
use miteinander::safety::{Group, ReleaseFile};
use miteinander::store::Store;

use crate::built_in_city::built_in;
use crate::cli::Desk;
use crate::fixture::both_stores;
use crate::server::Program;

const FOLDER: &str = "geodata/ludwigsburg/releases";

/// What was released: five quarters in a row, and the year that is over.
fn released() -> Vec<(Product, Period)> {
    let quarter = |year, quarter| (Product::Districts, Period::Quarter { year, quarter });
    let quarters = [(2025, 3), (2025, 4), (2026, 1), (2026, 2), (2026, 3)];
    let year = (Product::Cells, Period::Year(2025));
    let quarters = quarters.map(|(year, of)| quarter(year, of));
    quarters.into_iter().chain([year]).collect()
}

fn path(id: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join(FOLDER)
        .join(format!("{id}.json"))
}

#[test]
fn sample_releases_are_what_the_plan_and_the_code_that_releases_make() {
    let (city, plan) = (
        built_in(),
        CityFolder::BuiltIn.sample_plan().unwrap().unwrap(),
    );
    for what in released() {
        let ground = (city.safety_ground(), city.settings().safety.sensitive);
        let made = plan.release(what, ground, Epsilon::DEFAULT, what.1.release_from());
        if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
            std::fs::create_dir_all(path(&made.id).parent().unwrap()).unwrap();
            std::fs::write(path(&made.id), made.text()).unwrap();
        }
        let kept = std::fs::read_to_string(path(&made.id)).unwrap_or_default();
        assert!(
            kept == made.text(),
            "{}.json is stale: run `UPDATE_SNAPSHOTS=1 cargo test sample_releases`",
            made.id
        );
    }
}

#[test]
fn the_city_comes_with_its_sample_releases_and_some_of_each_group_can_be_seen() {
    let change = CityFolder::BuiltIn.read().unwrap();
    let ids: Vec<_> = change
        .releases
        .iter()
        .map(|own| (own.product, own.period))
        .collect();
    assert_eq!(ids.len(), released().len());
    assert!(released().iter().all(|own| ids.contains(own)));
    for own in &change.releases {
        let file: ReleaseFile = serde_json::from_str(&own.content).unwrap();
        assert!(file.is_sample);
        for group in own.product.groups() {
            let classes = file.areas.iter().map(|area| area.groups[group]);
            let shown = classes.clone().flatten().count();
            // What was done to people is not taken in this city.
            assert_eq!(
                shown == 0,
                *group == Group::Sensitive,
                "{}: {group}",
                file.id
            );
            assert!(shown < file.areas.len(), "{}: {group}", file.id);
        }
    }
}

#[test]
fn what_was_released_as_a_sample_is_not_released_again() {
    let desk = Desk::empty();
    let data = desk.data();
    let runtime = tokio::runtime::Runtime::new().unwrap();
    runtime.block_on(async {
        let store = Store::open_folder(&data).await.unwrap();
        let city = City::begin(store, CityFolder::BuiltIn.read().unwrap(), Clock::System);
        city.await.unwrap().store().close().await;
    });
    let at = ["--stop-clock-at", "2026-11-22T15:00:00+01:00"];
    let again = desk.run(&[&["release", "--period", "2026-Q3"], &at[..]].concat());
    assert_eq!(again.code, Some(1));
    assert!(again.err.contains("once"), "{}", again.err);
}

#[test]
fn where_another_city_takes_the_place_of_the_sample_nothing_that_was_made_up_stays() {
    let desk = Desk::empty();
    let (data, plan) = (
        desk.data(),
        CityFolder::BuiltIn.sample_plan().unwrap().unwrap(),
    );
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let reports = || async { Reports::open_folder(&data).await.unwrap() };
    runtime.block_on(async {
        let store = Store::open_folder(&data).await.unwrap();
        let city = City::begin(store, CityFolder::BuiltIn.read().unwrap(), Clock::System);
        let city = city.await.unwrap();
        let reports = reports().await;
        let (intake, task) = reports.intake();
        let week = "2026-W47".parse().unwrap();
        for own in plan.reports(week, city.snapshot().safety_ground(), false) {
            intake.put(own).await.unwrap();
        }
        drop(intake);
        task.await.unwrap();
        assert!(!reports.all().await.unwrap().is_empty());
        reports.close().await;
        city.store().close().await;
    });
    let square = r#"{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"name":"Mitte"},"geometry":
        {"type":"Polygon","coordinates":[[[9.0,48.0],[9.1,48.0],[9.1,48.1],[9.0,48.1],[9.0,48.0]]]}}]}"#;
    let file = desk.file("d.geojson", square.as_bytes());
    let done = desk.run(&["import", "districts", &file, "--city-name", "Teststadt"]);
    assert_eq!((done.code, &*done.err), (Some(0), ""));
    let at = ["--stop-clock-at", "2026-11-22T15:00:00+01:00"];
    let released = desk.run(&[&["release", "--period", "2026-Q3"], &at[..]].concat());
    assert_eq!((released.code, &*released.err), (Some(0), ""));
    runtime.block_on(async {
        assert!(reports().await.all().await.unwrap().is_empty());
        let city = City::open(Store::open_folder(&data).await.unwrap(), Clock::System)
            .await
            .unwrap();
        let snapshot = city.snapshot();
        let files: Vec<_> = snapshot
            .releases()
            .iter()
            .map(|own| own.file.as_ref().unwrap())
            .collect();
        assert_eq!(files.len(), 1);
        assert!(files[0].id == "districts-2026-Q3" && !files[0].is_sample);
    });
}

fn folder_of(settings: &str, files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::TempDir::new().unwrap();
    std::fs::create_dir(folder.path().join("releases")).unwrap();
    let districts = std::fs::read(
        Path::new(env!("CARGO_MANIFEST_DIR")).join("geodata/ludwigsburg/districts.geojson"),
    );
    std::fs::write(folder.path().join("districts.geojson"), districts.unwrap()).unwrap();
    let head = "id = \"x\"\nname = \"X\"\ntimezone = \"Europe/Berlin\"\ncenter = [9.2, 48.9]\n";
    std::fs::write(folder.path().join("city.toml"), format!("{head}{settings}")).unwrap();
    for (name, text) in files {
        std::fs::write(folder.path().join(name), text).unwrap();
    }
    folder
}

#[test]
fn only_a_sample_city_has_made_up_reports_and_releases() {
    let release = std::fs::read_to_string(path("cells-2025")).unwrap();
    let plan = std::fs::read_to_string(
        Path::new(env!("CARGO_MANIFEST_DIR")).join("geodata/ludwigsburg/sample_reports.toml"),
    )
    .unwrap();
    let files = [
        ("releases/cells-2025.json", &*release),
        ("sample_reports.toml", &*plan),
    ];
    for (settings, is_taken) in [("sample = true\n", true), ("", false)] {
        let folder = folder_of(settings, &files);
        let city = CityFolder::Disk(folder.path().to_owned());
        assert_eq!(city.sample_plan().is_ok(), is_taken, "{settings}");
        let read = city.read();
        assert_eq!(read.is_ok(), is_taken, "{settings}");
        if let Err(refused) = read {
            let told = refused.to_string();
            assert!(
                told.contains("cells-2025.json") && told.contains("sample = true"),
                "{told}"
            );
        }
    }
}

#[test]
fn a_release_that_does_not_say_what_it_is_is_refused() {
    let release = std::fs::read_to_string(path("cells-2025")).unwrap();
    for (from, to, field) in [
        ("\"is_sample\":true", "\"is_sample\":false", "is_sample"),
        ("\"id\":\"cells-2025\"", "\"id\":\"cells-2024\"", "id"),
        ("\"product\":\"cells\"", "\"product\":\"districts\"", "id"),
        ("\"period\":\"2025\"", "\"period\":\"25\"", "period"),
        ("\"threshold\":10", "\"threshold\":\"ten\"", "json"),
    ] {
        let folder = folder_of(
            "sample = true\n",
            &[("releases/a.json", &release.replace(from, to))],
        );
        let refused = CityFolder::Disk(folder.path().to_owned())
            .read()
            .unwrap_err();
        assert!(refused.to_string().contains(field), "{refused}");
    }
}

both_stores! {
    async fn a_served_sample_city_has_reports_of_the_last_weeks_and_has_them_once(kept: &Kept) {
        let serve = || {
            let more = ["--stop-clock-at", "2026-11-22T15:00:00+01:00"].map(str::to_owned);
            Program::serve(kept.arguments().into_iter().chain(more), "warn")
        };
        // Two that begin together, and one that starts again. None ends before what it puts in is in.
        let (one, other) = tokio::join!(serve(), serve());
        for program in [one, other] {
            program.ask("/health/live").await;
            assert_eq!(program.end("-TERM").await, (Some(0), String::new()));
        }
        let third = serve().await;
        third.ask("/health/live").await;
        assert_eq!(third.end("-TERM").await, (Some(0), String::new()));
        let (city, plan) = (built_in(), CityFolder::BuiltIn.sample_plan().unwrap().unwrap());
        let (ground, today) = (city.safety_ground(), "2026-11-22".parse().unwrap());
        let weeks = (1..=16).map(|back| IsoWeek::of(today).back(back));
        let expected: usize = weeks.map(|week| plan.reports(week, ground, false).len()).sum();
        let reports = kept.open_reports().await;
        assert_eq!(reports.all().await.unwrap().len(), expected);
        let counts = Counts::new(reports);
        let (_, rows) = counts.table(today, |area| ground.district_of(area).cloned()).await.unwrap();
        assert!(rows.len() > 10);
    }
}
