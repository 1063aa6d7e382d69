//! Who lives where: kept, placed and told alike by every program that reads the store.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use miteinander::city::{City, Clock};
use miteinander::domain::change::CityChange;
use miteinander::domain::grid::GridCell;
use miteinander::domain::residents::{Ages, Count, ResidentCell, ResidentSource, Residents};
use miteinander::domain::trail::Author;
use miteinander::snapshot::{Known, Snapshot};
use miteinander::store::Store;

use crate::cli::Desk;
use crate::fixture::{adding, at, begun, both_stores, place, settings, stored};
use crate::postgres::say;

/// A grid in which somebody lives in both districts of the test city, and somebody beside them.
fn grid(people: u32) -> Residents {
    let squares = [
        (9.16, Count::Given(people)),
        (9.18, Count::Given(7_000)),
        (9.22, Count::Given(1_000)),
        (9.23, Count::Withheld),
        (9.26, Count::Given(3_000)),
    ];
    let cells = squares.map(|(lon, count)| ResidentCell {
        cell: GridCell::at(at(lon, 48.9)).unwrap(),
        count,
        ages: Ages {
            under_18: Some(500),
            ..Ages::default()
        },
        is_coarse: false,
    });
    let mut cells = Vec::from(cells);
    cells.sort_unstable_by_key(|own| own.cell);
    Residents {
        source: ResidentSource::Census,
        year: Some(2022),
        attribution: Some(
            "Statistische Ämter des Bundes und der Länder"
                .parse()
                .unwrap(),
        ),
        cells,
    }
}

fn bringing(residents: Residents) -> CityChange {
    CityChange {
        residents: Some(Arc::new(residents)),
        ..CityChange::by(Author::import("population"))
    }
}

/// Whether every district with a figure sums to it, square by square, or says that it has no square.
fn assert_figures_are_met(city: &Snapshot) {
    let placed = city.residents().unwrap();
    for ((slot, district), own) in (0_u16..).zip(city.districts()).zip(&placed.districts) {
        let squares = placed
            .inhabited
            .iter()
            .filter(|own| own.district == Some(slot));
        let sum: u64 = squares.map(|own| u64::from(own.milli_persons)).sum();
        assert_eq!(
            sum,
            own.milli_persons.unwrap_or_default(),
            "{}",
            district.name
        );
        if let Some(figure) = district.population {
            let told = own.milli_persons.or(own.unplaced);
            assert_eq!(
                told,
                Some(u64::from(figure.count) * 1_000),
                "{}",
                district.name
            );
        }
    }
}

both_stores! {
    async fn what_is_imported_is_read_back_and_meets_the_figures(kept: &Kept) {
        let city = begun(kept, [place(1, 9.18, 48.9)]).await;
        assert!(city.snapshot().residents().is_none());
        city.apply(bringing(grid(3_000)), city.snapshot().revision()).await.unwrap();
        let data = stored(&kept.open().await).await;
        assert_eq!(data.residents, Some(grid(3_000)));
        let snapshot = city.snapshot();
        let placed = snapshot.residents().unwrap();
        assert_figures_are_met(&snapshot);
        assert_eq!(placed.total(), 2_000_000);
        let west: Vec<_> = placed.inhabited.iter().filter(|own| own.district == Some(1)).collect();
        let west: Vec<_> = west.iter().map(|own| own.milli_persons).collect();
        assert_eq!(west, [300_000, 700_000]);
        assert_eq!((placed.outside_milli_persons, placed.withheld_cells), (3_000, 1));
        assert_eq!(placed.year, Some(2022));
    }

    async fn a_replica_follows_and_reads_again_only_what_is_new(kept: &Kept) {
        let city = begun(kept, [place(1, 9.18, 48.9)]).await;
        let other = City::open(kept.open().await, Clock::System).await.unwrap();
        let brought = city.apply(bringing(grid(3_000)), city.snapshot().revision()).await.unwrap();
        other.refresh().await.unwrap();
        let followed = other.snapshot();
        assert_eq!(followed.residents_revision(), Some(brought));
        assert_eq!(followed.residents(), city.snapshot().residents());
        // A change of all settings reads the city anew, but not its residents.
        let new_settings = CityChange { settings: Some(settings()), ..adding([place(2, 9.21, 48.9)]) };
        city.apply(new_settings, city.snapshot().revision()).await.unwrap();
        other.refresh().await.unwrap();
        let after = other.snapshot();
        assert!(after.place(crate::fixture::place_id(2)).is_some());
        assert!(std::ptr::eq(after.residents().unwrap(), followed.residents().unwrap()));
        let known = Known { residents: Some(brought), map: None };
        let data = kept.open().await.load(known).await.unwrap().unwrap();
        assert_eq!((data.residents_revision, data.residents), (Some(brought), None));
    }

    async fn a_new_import_takes_the_place_of_the_old_one_and_both_are_in_the_trail(kept: &Kept) {
        let city = begun(kept, []).await;
        for people in [3_000, 13_000] {
            city.apply(bringing(grid(people)), city.snapshot().revision()).await.unwrap();
        }
        let snapshot = city.snapshot();
        assert_eq!(snapshot.stored_residents(), Some(&grid(13_000)));
        let told = city.store().check_trail(None).await.unwrap();
        assert_eq!(told.fault_count(), 0);
        // Another city has other residents.
        let another = CityChange {
            settings: Some(settings()),
            forget_places: true,
            ..CityChange::by(Author::import("osm"))
        };
        city.apply(another, city.snapshot().revision()).await.unwrap();
        assert!(city.snapshot().residents().is_none());
    }
}

/// A file of the shared data, or nothing, with the reason printed.
fn data(path: &str) -> Option<PathBuf> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../shared/data")
        .join(path);
    if file.is_file() {
        return Some(file);
    }
    say(&format!("skipped: {} is not here", file.display()));
    None
}

async fn city_at(desk: &Desk) -> Arc<Snapshot> {
    let store = Store::open_folder(&desk.data()).await.unwrap();
    let city = City::open(store.clone(), Clock::System).await.unwrap();
    let snapshot = city.snapshot();
    store.close().await;
    snapshot
}

#[tokio::test]
async fn the_census_of_kaiserslautern_is_placed_where_its_squares_are() {
    let (Some(osm), Some(hectares), Some(kilometres)) = (
        data("osm/kaiserslautern.osm.pbf"),
        data("population/zensus2011-100m-kaiserslautern.csv"),
        data("population/zensus2011-1km-kaiserslautern.csv"),
    ) else {
        return;
    };
    let desk = Desk::empty();
    let path = |path: &Path| path.display().to_string();
    let done = desk.run(&["import", "osm", &path(&osm)]);
    assert_eq!(done.code, Some(0), "{}", done.err);
    let files = [path(&hectares), path(&kilometres)];
    let dry = desk.run(&["import", "population", &files[0], &files[1], "--dry-run"]);
    assert_eq!(dry.code, Some(0), "{}", dry.err);
    assert!(city_at(&desk).await.stored_residents().is_none());
    let done = desk.run(&[
        "import",
        "population",
        &files[0],
        &files[1],
        "--year",
        "2011",
    ]);
    assert!(
        done.out.contains("squares; no districts are known"),
        "{}{}",
        done.out,
        done.err
    );
    say(&done.out);
    let again = desk.run(&[
        "import",
        "population",
        &files[0],
        &files[1],
        "--year",
        "2011",
    ]);
    assert!(
        again.out.contains("all of it is known already"),
        "{}",
        again.out
    );
    let city = city_at(&desk).await;
    let placed = city.residents().unwrap();
    assert_eq!(placed.source, ResidentSource::Census);
    // The extract has no district, so all its people live outside of one: as the census has them, without a factor.
    assert!(placed.inhabited.len() > 500);
    assert!(
        placed.outside_milli_persons > 50_000_000,
        "{}",
        placed.outside_milli_persons
    );
    let live = placed
        .inhabited
        .iter()
        .map(|own| u64::from(own.milli_persons));
    assert_eq!(live.sum::<u64>(), placed.outside_milli_persons);
}

#[tokio::test]
async fn the_people_of_liechtenstein_are_estimated_by_its_homes() {
    let Some(osm) = data("osm/liechtenstein.osm.pbf") else {
        return;
    };
    let desk = Desk::empty();
    let done = desk.run(&["import", "osm", &osm.display().to_string()]);
    assert_eq!(done.code, Some(0), "{}", done.err);
    let city = city_at(&desk).await;
    let placed = city.residents().unwrap();
    assert_eq!(placed.source, ResidentSource::Estimated);
    assert_eq!(city.districts().len(), 11);
    assert_figures_are_met(&city);
    for (district, own) in city.districts().iter().zip(&placed.districts) {
        say(&format!(
            "{}: {:?} {own:?}",
            district.name, district.population
        ));
        // The map has the figures of settlements, which stand for the municipalities around them.
        assert!(
            district.population.is_some_and(|own| own.estimated),
            "{}",
            district.name
        );
        assert!(own.inhabited_cells > 10, "{}", district.name);
    }
    let told = desk.run(&["check"]);
    assert!(
        told.out.contains("estimated by the floor area of homes"),
        "{}",
        told.out
    );
}

#[test]
fn a_bad_file_is_refused_with_every_line_and_nothing_is_stored() {
    let desk = Desk::with_city();
    let text = "GITTER_ID_100m;x_mp_100m;y_mp_100m;Einwohner\nhello;1;2;3\nyou;1;2;3\n";
    let file = desk.file("r.csv", text.as_bytes());
    let refused = desk.run(&["import", "population", &file]);
    assert_eq!(refused.code, Some(1));
    for part in [
        "2 complaints, nothing was stored",
        "line 2",
        "line 3",
        "GITTER_ID_100m",
    ] {
        assert!(refused.err.contains(part), "{part}: {}", refused.err);
    }
    let missing = desk.run(&["import", "population", "nowhere.csv"]);
    assert!(missing.err.contains("nowhere.csv"), "{}", missing.err);
    let usage = desk.run(&["import", "population", &file, "--source", "estimated"]);
    assert_eq!(usage.code, Some(2));
    let told = desk.run(&["check"]);
    assert!(told.out.contains("who lives where"), "{}", told.out);
}

#[test]
fn there_must_be_a_city_to_place_people_in() {
    let desk = Desk::empty();
    let file = desk.file("r.csv", b"lon,lat,persons\n9.2,48.9,3\n");
    let refused = desk.run(&["import", "population", &file]);
    assert_eq!(refused.code, Some(1), "{}", refused.out);
}
