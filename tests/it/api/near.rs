use super::*;

#[tokio::test]
async fn the_nearest_places_come_first_with_their_distance_in_metres() {
    let city = TestCity::of_six().await;
    let answer = city.get("/api/places/near?lon=9.2&lat=48.9").await;
    let json = answer.json();
    assert_eq!(
        (&json["engine"], &json["revision"], &json["numberReturned"]),
        (&"line".into(), &1.into(), &5.into())
    );
    // The closed house is not where people can meet today.
    let mut names = answer.names();
    let distances: Vec<_> = json["features"]
        .as_array()
        .unwrap()
        .iter()
        .map(|own| own["properties"]["distance_m"].as_f64().unwrap())
        .collect();
    assert!(distances.is_sorted(), "{distances:?}");
    // A hundredth of a degree of longitude is 731 m at 48.9° N; the park's edge lies two of them away.
    assert!(
        (distances[0] - 731.0).abs() < 1.0 && (distances[1] - 731.0).abs() < 1.0,
        "{distances:?}"
    );
    assert!((distances[2] - 1462.0).abs() < 2.0, "{distances:?}");
    names[..2].sort();
    assert_eq!(
        names,
        ["Bücherei", "Nachtcafé", "Stadtpark", "Uferweg", "Draußen"]
    );
}

#[tokio::test]
async fn inside_a_park_its_distance_is_nought() {
    let city = TestCity::of_six().await;
    let answer = city
        .get("/api/places/near?lon=9.225&lat=48.905&limit=1")
        .await;
    assert_eq!(answer.names(), ["Stadtpark"]);
    assert_eq!(
        answer.json()["features"][0]["properties"]["distance_m"],
        0.0
    );
}

#[tokio::test]
async fn it_takes_the_filters_of_the_items() {
    let city = TestCity::of_six().await;
    let cases: &[(&str, &[&str])] = &[
        ("limit=1&kind=park", &["Stadtpark"]),
        ("within_m=1000", &["Bücherei", "Nachtcafé"]),
        ("within_m=0", &[]),
        ("within_m=1000&open_at=now", &["Bücherei"]),
        ("status=closed", &["Altes Haus"]),
        ("wc=wheelchair&free=true", &["Bücherei"]),
        ("district=nowhere", &[]),
    ];
    for (query, expected) in cases {
        let answer = city
            .get(&format!("/api/places/near?lon=9.2&lat=48.9&{query}"))
            .await;
        let mut names = answer.names();
        names.sort();
        assert_eq!(names, *expected, "{query}");
        geojson::FeatureCollection::try_from(answer.text().parse::<geojson::GeoJson>().unwrap())
            .unwrap();
    }
}

#[tokio::test]
async fn a_location_is_needed_and_must_be_one() {
    let city = TestCity::of_six().await;
    let cases = [
        ("", "lon", "missing"),
        ("lon=9.2", "lat", "missing"),
        ("lon=&lat=48.9", "lon", "missing"),
        ("lon=east&lat=48.9", "lon", "number"),
        ("lon=NaN&lat=48.9", "lon", "number"),
        ("lon=9.2&lat=inf", "lat", "number"),
        ("lon=9.2&lat=90.1", "lat", "between -90 and 90"),
        ("lon=-181&lat=48.9", "lon", "between -180 and 180"),
        ("lon=48.9&lat=9.2", "lon", "swapped"),
        ("lon=9,2&lat=48.9", "lon", "number"),
        ("lon=9.2&lat=48.9&within_m=-1", "within_m", "0 to 100000"),
        ("lon=9.2&lat=48.9&within_m=NaN", "within_m", "number"),
        ("lon=9.2&lat=48.9&limit=0", "limit", "1 to 200"),
        ("lon=9.2&lat=48.9&bbox=1,2,3,4", "bbox", "not known here"),
    ];
    for (query, field, rule) in cases {
        let answer = city.get(&format!("/api/places/near?{query}")).await;
        let detail = answer.problem(400, "/problems/invalid-value", Some(field));
        assert!(detail.contains(rule), "{query}: {detail}");
    }
}

#[tokio::test]
async fn it_answers_from_anywhere_on_earth() {
    let city = TestCity::of_six().await;
    for (lon, lat) in [(180, 90), (-180, -90), (0, 0)] {
        let answer = city
            .get(&format!("/api/places/near?lon={lon}&lat={lat}"))
            .await;
        assert_eq!(
            answer.names(),
            Vec::<String>::new(),
            "nothing lies within 100 km"
        );
    }
    let empty = TestCity::with([]).await;
    assert_eq!(
        empty.get("/api/places/near?lon=9.2&lat=48.9").await.json()["numberReturned"],
        0
    );
}
