use super::*;

/// Six places, one of them with an address.
async fn city() -> TestCity {
    let mut places = six_places();
    let address = miteinander::domain::place::Address {
        street: "Karl-Müller-Straße".parse().ok(),
        housenumber: "3".parse().ok(),
        postcode: "71634".parse().ok(),
        city: "Teststadt".parse().ok(),
    };
    places[0].facts.address = Some(Box::new(address));
    TestCity::with(places).await
}

fn labels(answer: &Answer) -> Vec<String> {
    let json = answer.json();
    let features = json["features"].as_array().unwrap();
    let label = |own: &Value| own["properties"]["label"].as_str().unwrap().to_owned();
    features.iter().map(label).collect()
}

#[tokio::test]
async fn an_address_a_district_and_a_place_are_found_as_geojson() {
    let city = city().await;
    for (query, label, kind) in [
        (
            "karl+mueller+str+3",
            "Karl-Müller-Straße 3, 71634 Teststadt, WEST",
            "house",
        ),
        ("ost", "OST, Teststadt", "district"),
        ("B%C3%BCcherei", "Bücherei, Teststadt, WEST", "place"),
    ] {
        let answer = city.get(&format!("/api/addresses?q={query}")).await;
        assert_eq!(answer.header(header::CONTENT_TYPE), "application/geo+json");
        let json = answer.json();
        let first = &json["features"][0]["properties"];
        assert_eq!(
            (&first["label"], &first["kind"], &first["quality"]),
            (&label.into(), &kind.into(), &"exact".into()),
            "{json}"
        );
        assert_eq!(json["revision"], 1);
        geojson::FeatureCollection::try_from(answer.text().parse::<geojson::GeoJson>().unwrap())
            .unwrap();
    }
}

#[tokio::test]
async fn another_number_than_the_one_asked_for_is_said_to_be_another() {
    let city = city().await;
    let json = city
        .get("/api/addresses?q=Karl-M%C3%BCller-Str+7")
        .await
        .json();
    let first = &json["features"][0]["properties"];
    assert_eq!(first["name"], "Karl-Müller-Straße 3");
    assert_eq!(
        (&first["number"], &first["asked_number"]),
        (&"nearest".into(), &"7".into())
    );
}

#[tokio::test]
async fn a_closed_place_and_one_that_nobody_named_are_no_spots() {
    let city = city().await;
    let answer = city.get("/api/addresses?q=Altes+Haus").await;
    assert_eq!(labels(&answer), Vec::<String>::new());
}

#[tokio::test]
async fn the_limit_holds_and_the_nearer_comes_first() {
    let places = (1..=20u32).map(|number| {
        named(
            number.into(),
            "Am Bach",
            "park",
            9.15 + f64::from(number) * 0.01,
            48.9,
        )
    });
    let city = TestCity::with(places).await;
    assert_eq!(
        labels(&city.get("/api/addresses?q=am+bach&limit=3").await).len(),
        3
    );
    assert_eq!(labels(&city.get("/api/addresses?q=am+bach").await).len(), 8);
    let json = city
        .get("/api/addresses?q=am+bach&lon=9.35&lat=48.9&limit=2")
        .await
        .json();
    let lons: Vec<_> = (0..2)
        .map(|at| {
            json["features"][at]["geometry"]["coordinates"][0]
                .as_f64()
                .unwrap()
        })
        .collect();
    assert!((lons[0] - 9.35).abs() < 1e-9, "{lons:?}");
}

#[tokio::test]
async fn no_shared_cache_keeps_what_was_asked_and_an_unchanged_city_is_not_sent_again() {
    let city = city().await;
    let path = "/api/addresses?q=ost";
    let first = city.get(path).await;
    assert_eq!(first.header(header::CACHE_CONTROL), "private, no-cache");
    let tag = first.header(header::ETAG).to_owned();
    let again = city.get_with(path, &[("if-none-match", &tag)]).await;
    assert_eq!(again.status, StatusCode::NOT_MODIFIED);
    assert_eq!(again.header(header::CACHE_CONTROL), "private, no-cache");
}

#[tokio::test]
async fn a_wrong_question_is_refused_by_field() {
    let city = city().await;
    let long = format!("q={}", "a".repeat(401));
    for (query, field, rule) in [
        ("", "q", "missing"),
        ("q=", "q", "missing"),
        ("q=%00", "q", "control characters"),
        ("q=%FF", "q", "UTF-8"),
        (&long, "q", "400 characters"),
        ("q=a&q=b", "q", "twice"),
        ("q=a&lon=9", "lat", "with lon"),
        ("q=a&lat=9", "lon", "with lat"),
        ("q=a&lon=9&lat=91", "lat", "between"),
        ("q=a&limit=0", "limit", "1 to 50"),
        ("q=a&street=b", "street", "not known here"),
    ] {
        let answer = city.get(&format!("/api/addresses?{query}")).await;
        let detail = answer.problem(400, "/problems/invalid-value", Some(field));
        assert!(detail.contains(rule), "{query}: {detail}");
    }
}

#[tokio::test]
async fn odd_text_is_a_question_like_any_other() {
    let city = city().await;
    for query in [
        "%F0%9F%99%82",
        "%E2%80%AE",
        "..%2F..%2Fetc",
        "%27%3B+drop+table+place%3B--",
        "%3Cscript%3E",
        "5",
        "%C3%9F%C3%9F%C3%9F",
    ] {
        let answer = city.get(&format!("/api/addresses?q={query}")).await;
        assert_eq!(answer.status, StatusCode::OK, "{query}: {}", answer.text());
    }
}

#[tokio::test]
async fn what_was_asked_stands_in_no_log() {
    let log = Log::default();
    let writer = log.clone();
    let subscriber = tracing_subscriber::fmt()
        .with_max_level(tracing::Level::TRACE)
        .with_writer(move || writer.clone())
        .finish();
    let _guard = tracing::subscriber::set_default(subscriber);
    let city = city().await;
    for path in [
        "/api/addresses?q=Geheimgasse+7",
        "/api/addresses?q=Geheimgasse&limit=0",
        "/api/addresses?Geheimgasse=1",
    ] {
        city.get(path).await;
    }
    tracing::trace!("the log is listened to");
    let told = String::from_utf8_lossy(&log.0.lock().unwrap()).into_owned();
    assert!(told.contains("the log is listened to"));
    assert!(!told.to_lowercase().contains("geheimgasse"), "{told}");
}

/// What would be written to the log.
#[derive(Clone, Default)]
struct Log(Arc<std::sync::Mutex<Vec<u8>>>);

impl std::io::Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}
