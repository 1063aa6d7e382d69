//! A whole real city: the 86 districts of Cologne, and the 909 polling places of its elections, each of which
//! says in which district it stands.

use std::path::{Path, PathBuf};
use std::process::Command;

use geojson::{FeatureCollection, GeoJson};
use miteinander::city::{City, Clock};
use miteinander::domain::Location;
use miteinander::store::Store;

use crate::postgres::say;

/// The folder with the city's open data, or nothing, with the reason printed.
fn data() -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data/koeln");
    if folder.join("stadtteile-wgs84.geojson").is_file() {
        return Some(folder);
    }
    say(&format!("skipped: {} is not here", folder.display()));
    None
}

fn features(path: &Path) -> FeatureCollection {
    match std::fs::read_to_string(path).unwrap().parse().unwrap() {
        GeoJson::FeatureCollection(all) => all,
        _ => panic!("no collection"),
    }
}

#[tokio::test]
async fn every_polling_place_lies_in_the_district_it_names_and_those_of_the_next_city_in_none() {
    let Some(data) = data() else { return };
    let folder = tempfile::tempdir().unwrap();
    let import = Command::new(env!("CARGO_BIN_EXE_miteinander"))
        .args([
            "import",
            "districts",
            "--id-field",
            "STT_NR",
            "--name-field",
            "STT_NAME",
            "--city-name",
            "Köln",
        ])
        .arg(data.join("stadtteile-wgs84.geojson"))
        .arg("--data")
        .arg(folder.path())
        .output()
        .unwrap();
    let said = String::from_utf8(import.stdout).unwrap();
    assert!(
        import.status.success(),
        "{}",
        String::from_utf8_lossy(&import.stderr)
    );
    assert!(
        said.starts_with("Köln: 86 districts in place of 0\n"),
        "{said}"
    );
    let store = Store::open_folder(folder.path()).await.unwrap();
    let city = City::open(store, Clock::System).await.unwrap().snapshot();
    assert_eq!(city.districts().len(), 86);

    let (mut inside, mut outside) = (0, 0);
    for feature in features(&data.join("wahllokale-wgs84.geojson")).features {
        let point: geo::Point<f64> = feature
            .geometry
            .as_ref()
            .unwrap()
            .clone()
            .try_into()
            .unwrap();
        let location = Location::from_lon_lat(point.x(), point.y()).unwrap();
        let named = feature
            .property("WLK_STADTTEIL")
            .and_then(serde_json::Value::as_str)
            .unwrap_or_default();
        match city.district_at(location) {
            Some(district) => {
                assert_eq!(&*district.name, named);
                inside += 1;
            }
            None => outside += 1,
        }
    }
    assert_eq!((inside, outside), (800, 109));
}
