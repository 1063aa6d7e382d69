//! Tiles and styles of the base map.

use axum::http::{Method, StatusCode, header};
use flate2::read::GzDecoder;
use miteinander::domain::CityMap;
use miteinander::domain::change::CityChange;
use miteinander::domain::corner::{Corner, Trace};
use miteinander::domain::ground::{Course, Drawn, Layer, Outline};
use miteinander::domain::trail::Author;

use super::*;

/// A street at the middle of the test city, in the tile 14/8610/5633.
fn street(name: &str) -> CityMap {
    let corner = |lon, lat| Corner { lon, lat };
    CityMap {
        ground: vec![Drawn {
            layer: Layer::Streets,
            kind: "residential".into(),
            name: Some(name.into()),
            reference: None,
            course: Course::Ground,
            is_minor: false,
            from_zoom: 12,
            outline: Outline::Line(Trace(vec![
                corner(9_190_000, 48_900_000),
                corner(9_195_000, 48_902_000),
            ])),
        }],
        ..CityMap::default()
    }
}

/// The six places with a map under them.
async fn drawn(name: &str) -> TestCity {
    let city = TestCity::of_six().await;
    draw(&city, name).await;
    city
}

async fn draw(city: &TestCity, name: &str) {
    let mut change = CityChange::by(Author::import("osm"));
    change.map = Some(Arc::new(street(name)));
    let revision = city.city.snapshot().revision();
    city.city.apply(change, revision).await.unwrap();
}

const TILE: &str = "/api/tiles/base/14/8610/5633.mvt";

#[tokio::test]
async fn a_tile_holds_the_street_and_its_name() {
    let city = drawn("Kirchgasse").await;
    let answer = city.get(TILE).await;
    assert_eq!(answer.status, StatusCode::OK);
    assert_eq!(
        answer.header(header::CONTENT_TYPE),
        "application/vnd.mapbox-vector-tile"
    );
    let reader = mvt_reader::Reader::new(answer.body).unwrap();
    assert_eq!(
        reader.get_layer_names().unwrap(),
        ["streets", "street_labels"]
    );
}

#[tokio::test]
async fn a_tile_comes_compressed_to_those_who_take_it_and_plain_to_others_under_another_strong_tag()
{
    let city = drawn("Kirchgasse").await;
    let plain = city.get(TILE).await;
    let packed = city.get_with(TILE, &[("accept-encoding", "gzip")]).await;
    assert_eq!(packed.header(header::CONTENT_ENCODING), "gzip");
    let mut unpacked = Vec::new();
    std::io::Read::read_to_end(&mut GzDecoder::new(&packed.body[..]), &mut unpacked).unwrap();
    assert_eq!(unpacked, plain.body);
    let tags = [plain.header(header::ETAG), packed.header(header::ETAG)];
    assert!(tags.iter().all(|tag| tag.starts_with('"')), "{tags:?}");
    assert_ne!(tags[0], tags[1]);
}

#[tokio::test]
async fn an_unchanged_tile_is_not_sent_again_even_when_the_places_changed() {
    let city = drawn("Kirchgasse").await;
    let tag = city.get(TILE).await.header(header::ETAG).to_owned();
    draw(&city, "Kirchgasse").await;
    let again = city.get_with(TILE, &[("if-none-match", &tag)]).await;
    assert_eq!(
        (again.status, again.body.len()),
        (StatusCode::NOT_MODIFIED, 0)
    );
    draw(&city, "Marktgasse").await;
    let other = city.get_with(TILE, &[("if-none-match", &tag)]).await;
    assert_eq!(other.status, StatusCode::OK);
}

#[tokio::test]
async fn a_tile_asked_by_its_revision_may_be_kept_and_others_are_asked_for_again() {
    let city = drawn("Kirchgasse").await;
    let kept = |answer: &Answer| answer.header(header::CACHE_CONTROL).to_owned();
    let style = city.get("/api/style.json").await.json();
    let address = style["sources"]["base"]["tiles"][0]
        .as_str()
        .unwrap()
        .to_owned();
    let address = address.replace("{z}/{x}/{y}", "14/8610/5633");
    assert!(kept(&city.get(&address).await).contains("immutable"));
    assert_eq!(kept(&city.get(TILE).await), "no-cache");
    assert_eq!(
        kept(&city.get(&format!("{TILE}?drawing=1")).await),
        "no-cache"
    );
}

#[tokio::test]
async fn where_nothing_is_drawn_there_is_no_tile_and_no_failure() {
    let city = drawn("Kirchgasse").await;
    for path in ["/api/tiles/base/14/0/0.mvt", "/api/tiles/base/3/4/2.mvt"] {
        let answer = city.get(path).await;
        assert_eq!(
            (answer.status, answer.body.len()),
            (StatusCode::NO_CONTENT, 0),
            "{path}"
        );
    }
    let without_map = TestCity::of_six().await;
    assert_eq!(without_map.get(TILE).await.status, StatusCode::NO_CONTENT);
}

#[tokio::test]
async fn a_tile_that_cannot_be_is_refused_by_the_number_that_is_wrong() {
    let city = drawn("Kirchgasse").await;
    for (path, field) in [
        ("/api/tiles/base/15/0/0.mvt", "z"),
        ("/api/tiles/base/1/2/0.mvt", "x"),
        ("/api/tiles/base/1/0/2.mvt", "y"),
        ("/api/tiles/base/1/0/0.png", "y"),
        ("/api/tiles/base/-1/0/0.mvt", "z"),
    ] {
        city.get(path)
            .await
            .problem(400, "/problems/invalid-value", Some(field));
    }
    let typo = city.get(&format!("{TILE}?drawin=1")).await;
    typo.problem(400, "/problems/invalid-value", Some("drawin"));
    let posted = city.send(Method::POST, TILE, &[], Body::empty()).await;
    posted.problem(405, "/problems/wrong-method", None);
}

#[tokio::test]
async fn every_theme_of_the_style_leads_to_our_own_tiles_and_nowhere_else() {
    let city = drawn("Kirchgasse").await;
    for theme in ["light", "dark", "contrast", "contrast-dark", "print"] {
        let path = format!("/api/style.json?theme={theme}");
        let answer = city.get_with(&path, &[("host", "treff.example.org")]).await;
        assert_eq!(answer.status, StatusCode::OK, "{theme}");
        let style = answer.json();
        let tiles = style["sources"]["base"]["tiles"][0].as_str().unwrap();
        assert!(
            tiles.starts_with("http://treff.example.org/api/tiles/base/"),
            "{tiles}"
        );
        assert!(style["layers"].as_array().unwrap().len() > 80);
        let text = answer.text();
        let hosts = text
            .split("://")
            .skip(1)
            .filter(|rest| !rest.starts_with("treff.example.org/"));
        assert_eq!(hosts.count(), 0, "{theme}");
    }
    city.get("/api/style.json?theme=pink").await.problem(
        400,
        "/problems/invalid-value",
        Some("theme"),
    );
}

/// A file with one tile, as a city might bring it.
fn archive_with(tile: &[u8], z: u8, x: u32, y: u32) -> tempfile::NamedTempFile {
    let file = tempfile::NamedTempFile::new().unwrap();
    let writer = pmtiles::PmTilesWriter::new(pmtiles::TileType::Mvt).max_zoom(z);
    let mut writer = writer.create(file.reopen().unwrap()).unwrap();
    writer
        .add_tile(pmtiles::TileCoord::new(z, x, y).unwrap(), tile)
        .unwrap();
    writer.finalize().unwrap();
    file
}

#[tokio::test]
async fn a_city_may_bring_its_own_tiles_in_a_file() {
    let file = archive_with(b"a tile of the state", 13, 4305, 2816);
    let path = file.path().display().to_string();
    let archive = miteinander::api::Archive::open(&path).await.unwrap();
    let mut city = drawn("Kirchgasse").await;
    city.app = city.app.layer(axum::Extension(Arc::new(archive)));
    let theirs = city.get("/api/tiles/base/13/4305/2816.mvt").await;
    assert_eq!(
        (theirs.status, theirs.text()),
        (StatusCode::OK, "a tile of the state".to_owned())
    );
    assert_eq!(city.get(TILE).await.status, StatusCode::NO_CONTENT);
    let source = city.get("/api/style.json").await.json()["sources"]["base"].clone();
    assert_eq!(source["maxzoom"], 13);
}

#[tokio::test]
async fn a_file_that_is_no_archive_is_refused_with_its_name() {
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), b"not tiles").unwrap();
    let path = file.path().display().to_string();
    for path in [path.as_str(), "/nowhere/at/all.pmtiles"] {
        let error = miteinander::api::Archive::open(path).await.err().unwrap();
        assert!(
            error.to_string().starts_with(&format!("base map {path}: ")),
            "{error}"
        );
    }
}
