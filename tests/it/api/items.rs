use geo::{Area, Validation};
use geojson::{FeatureCollection, GeoJson};

use super::*;
use crate::fixture::place_id;

const ITEMS: &str = "/api/collections/places/items";

#[tokio::test]
async fn next_leads_through_all_places_once_and_every_page_says_how_many_there_are() {
    let city = TestCity::with(many()).await;
    for limit in [1, 10, 50, 104, 105, 10_000] {
        let mut names = Vec::new();
        let mut next = Some(format!("{ITEMS}?limit={limit}&status=active"));
        while let Some(path) = next {
            let page = city.get(&path).await;
            let json = page.json();
            assert_eq!(json["numberMatched"], 105);
            assert_eq!(json["numberReturned"], page.names().len());
            assert_eq!(page.link("self"), Some(path));
            names.extend(page.names());
            next = page.link("next");
        }
        let expected: Vec<_> = (1..=105).map(|number| format!("Ort {number}")).collect();
        assert_eq!(names, expected, "limit {limit}");
    }
}

#[tokio::test]
async fn a_page_has_a_hundred_places_if_nothing_is_said_and_never_more_than_ten_thousand() {
    let city = TestCity::with(many()).await;
    assert_eq!(city.get(ITEMS).await.names().len(), 100);
    for limit in ["10001", "99999999999999999999999"] {
        assert_eq!(city.names(&format!("limit={limit}")).await.len(), 105);
    }
}

#[tokio::test]
async fn a_page_after_any_id_begins_with_the_next_one() {
    let city = TestCity::with(many()).await;
    let after = |id: String| format!("limit=1&after={id}");
    assert_eq!(city.names(&after(place_id(7).to_string())).await, ["Ort 8"]);
    // An id that is not there, and the last one.
    assert_eq!(
        city.names(&after(uuid::Uuid::nil().to_string())).await,
        ["Ort 1"]
    );
    assert_eq!(
        city.names(&after(place_id(105).to_string())).await,
        Vec::<String>::new()
    );
}

#[tokio::test]
async fn every_feature_is_valid_geojson_that_follows_the_right_hand_rule() {
    let city = TestCity::of_six().await;
    for path in [ITEMS, "/api/collections/districts/items"] {
        let text = city.get(path).await.text();
        let GeoJson::FeatureCollection(FeatureCollection { features, .. }) = text.parse().unwrap()
        else {
            panic!("no collection")
        };
        assert!(!features.is_empty());
        for feature in features {
            assert!(feature.id.is_some() && feature.properties.is_some());
            let geometry: geo::Geometry<f64> = feature.geometry.unwrap().try_into().unwrap();
            assert!(geometry.is_valid());
            if let geo::Geometry::Polygon(polygon) = geometry {
                assert!(polygon.signed_area() > 0.0, "counter-clockwise");
            }
        }
    }
}

#[tokio::test]
async fn a_box_finds_what_it_touches_with_and_without_heights() {
    let city = TestCity::of_six().await;
    assert_eq!(
        city.names("bbox=9.15,48.85,9.2,48.95").await,
        ["Bücherei", "Altes Haus", "Uferweg"]
    );
    assert_eq!(
        city.names("bbox=9.15,48.85,-100,9.2,48.95,500").await,
        ["Bücherei", "Altes Haus", "Uferweg"]
    );
    assert_eq!(
        city.names("bbox=9.225,48.905,9.226,48.906").await,
        ["Stadtpark"],
        "inside the park"
    );
    assert_eq!(
        city.names("bbox=170,-90,-170,90").await,
        Vec::<String>::new()
    );
    assert_eq!(
        city.names("bbox=9.3,-90,9.19,90").await,
        ["Bücherei", "Altes Haus", "Uferweg", "Draußen"],
        "round the world"
    );
    let found = city
        .get("/api/collections/districts/items?bbox=9.21,48.9,9.22,48.91")
        .await;
    assert_eq!(found.names(), ["OST"]);
    assert_eq!(found.json()["numberMatched"], 1);
}

#[tokio::test]
async fn each_filter_narrows_and_what_is_unknown_passes_none() {
    let city = TestCity::of_six().await;
    let cases: &[(&str, &[&str])] = &[
        ("kind=park", &["Stadtpark"]),
        ("kind=park,library", &["Bücherei", "Stadtpark"]),
        ("cls=outdoor", &["Stadtpark", "Uferweg", "Draußen"]),
        ("cls=room&status=active", &["Bücherei", "Nachtcafé"]),
        ("topics=talk_coffee", &["Nachtcafé"]),
        ("topics=talk_coffee,read_quiet", &["Bücherei", "Nachtcafé"]),
        ("free=true", &["Bücherei", "Stadtpark"]),
        ("free=false&kind=park", &["Stadtpark"]),
        ("no_consumption=true", &["Bücherei"]),
        ("wc=yes", &["Bücherei", "Nachtcafé"]),
        ("wc=wheelchair", &["Bücherei"]),
        ("status=closed", &["Altes Haus"]),
        ("status=planned", &[]),
        ("district=west", &["Bücherei", "Altes Haus", "Uferweg"]),
        ("district=nowhere", &[]),
        ("q=buecherei", &["Bücherei"]),
        ("q=B%C3%9CCHER", &["Bücherei"]),
        ("q=ost+caf%C3%A9", &["Nachtcafé"]),
        ("q=ost+park&free=true&cls=outdoor", &["Stadtpark"]),
        (
            "datetime=2020-01-01",
            &[
                "Bücherei",
                "Nachtcafé",
                "Stadtpark",
                "Altes Haus",
                "Uferweg",
                "Draußen",
            ],
        ),
        ("datetime=2025-01-01/..&status=closed", &[]),
        ("datetime=../2001-05-01&status=closed", &["Altes Haus"]),
        ("datetime=../2001-04-30&status=closed", &[]),
        (
            "datetime=2024-12-31T22:59:59Z&status=closed",
            &["Altes Haus"],
        ),
        ("datetime=2024-12-31T23:00:00Z&status=closed", &[]),
        (
            "limit=1&kind=library&bbox=9,48,10,49&free=true&wc=yes&district=west",
            &["Bücherei"],
        ),
    ];
    for (query, expected) in cases {
        assert_eq!(city.names(query).await, *expected, "{query}");
    }
}

#[tokio::test]
async fn open_at_means_surely_open_by_the_clocks_of_the_city() {
    let city = TestCity::of_six().await;
    let cases: &[(&str, &[&str])] = &[
        // Unknown hours (the park), no hours (outside) and a closed place are never open; the trail always is.
        ("now", &["Bücherei", "Uferweg"]),
        ("2026-03-04T17:59", &["Bücherei", "Uferweg"]),
        ("2026-03-04T18:00", &["Uferweg"]),
        ("2026-03-04T17:59:00%2B01:00", &["Bücherei", "Uferweg"]),
        ("2026-03-04T17:59:00Z", &["Uferweg"]),
        ("2026-03-02T12:00", &["Uferweg"]),
        // The night to summer time: 02:30 is skipped, 03:59 is before closing time.
        ("2026-03-28T22:00", &["Nachtcafé", "Uferweg"]),
        ("2026-03-29T02:30", &["Nachtcafé", "Uferweg"]),
        ("2026-03-29T03:59", &["Nachtcafé", "Uferweg"]),
        ("2026-03-29T04:00", &["Uferweg"]),
        // The night to winter time: 02:30 is lived twice.
        ("2026-10-25T02:30:00%2B02:00", &["Nachtcafé", "Uferweg"]),
        ("2026-10-25T02:30:00%2B01:00", &["Nachtcafé", "Uferweg"]),
        ("2026-10-25T03:59", &["Nachtcafé", "Uferweg"]),
        ("2026-10-25T04:00", &["Uferweg"]),
        // The library closes when the evening begins; the café's Saturday night is not yet a Sunday.
        ("evening", &["Uferweg"]),
        ("sunday", &["Uferweg"]),
        ("now,evening,sunday", &["Uferweg"]),
    ];
    for (moment, expected) in cases {
        assert_eq!(
            city.names(&format!("open_at={moment}")).await,
            *expected,
            "{moment}"
        );
    }
}

#[tokio::test]
async fn one_feature_stands_alone_with_its_links() {
    let city = TestCity::of_six().await;
    let id = place_id(3);
    let answer = city.get(&format!("{ITEMS}/{id}")).await;
    let json = answer.json();
    assert_eq!(answer.header(header::CONTENT_TYPE), "application/geo+json");
    assert_eq!(json["id"], id.to_string());
    assert_eq!(json["properties"]["district"], "ost");
    assert_eq!(json["properties"]["opening_hours"], "siehe Aushang");
    assert_eq!(answer.link("self").unwrap(), format!("{ITEMS}/{id}"));
    assert_eq!(
        answer.link("collection").unwrap(),
        "/api/collections/places"
    );
    // The same thing as in the list.
    let listed = city.get(&format!("{ITEMS}?kind=park")).await.json()["features"][0].clone();
    assert_eq!(
        (&json["properties"], &json["geometry"]),
        (&listed["properties"], &listed["geometry"])
    );
    let district = city
        .get("/api/collections/districts/items/ost")
        .await
        .json();
    assert_eq!(district["properties"]["population"], 1000);
    assert_eq!(
        district["bbox"],
        serde_json::json!([9.2, 48.85, 9.25, 48.95])
    );
}

#[tokio::test]
async fn a_feature_that_is_not_there_is_named() {
    let city = TestCity::of_six().await;
    let nil = uuid::Uuid::nil().to_string();
    for (collection, id) in [
        ("places", &*nil),
        ("places", "Bücherei"),
        ("places", "%00"),
        ("districts", "sued"),
        ("districts", "OST"),
    ] {
        let id = id.replace('ü', "%C3%BC");
        let answer = city
            .get(&format!("/api/collections/{collection}/items/{id}"))
            .await;
        let detail = answer.problem(404, "/problems/unknown-feature", None);
        assert!(detail.starts_with(collection), "{detail}");
    }
}

#[tokio::test]
async fn districts_are_paged_like_places_and_have_no_time() {
    let city = TestCity::of_six().await;
    let path = "/api/collections/districts/items?limit=1&datetime=2020-01-01";
    let first = city.get(path).await;
    assert_eq!(
        (first.names(), &first.json()["numberMatched"]),
        (vec!["OST".to_owned()], &2.into())
    );
    let second = city.get(&first.link("next").unwrap()).await;
    assert_eq!(
        (second.names(), second.link("next")),
        (vec!["WEST".to_owned()], None)
    );
    let refused = city
        .get("/api/collections/districts/items?datetime=gestern")
        .await;
    refused.problem(400, "/problems/invalid-value", Some("datetime"));
}
