use super::*;

#[tokio::test]
async fn a_location_is_in_the_district_around_it() {
    let city = TestCity::of_six().await;
    for (lon, district) in [
        ("9.19", Some("west")),
        ("9.21", Some("ost")),
        ("9.2", Some("ost")),
        ("9.1", None),
    ] {
        let json = city
            .get(&format!("/api/districts/at?lon={lon}&lat=48.9"))
            .await
            .json();
        assert_eq!(json["district"]["id"].as_str(), district, "{lon}");
        assert_eq!(json["revision"], 1);
    }
}

#[tokio::test]
async fn it_says_how_far_the_border_is() {
    let city = TestCity::of_six().await;
    let distance_m = |lon: &'static str| {
        let city = &city;
        async move {
            let json = city
                .get(&format!("/api/districts/at?lon={lon}&lat=48.9"))
                .await
                .json();
            json["border_distance_m"].as_f64().unwrap()
        }
    };
    assert!(distance_m("9.2").await < 0.1);
    assert!((distance_m("9.19").await - 731.0).abs() < 1.0);
    assert!(
        (distance_m("9.26").await - 731.0).abs() < 1.0,
        "from outside too"
    );
}

#[tokio::test]
async fn it_takes_a_location_and_nothing_else() {
    let city = TestCity::of_six().await;
    let at = "/api/districts/at";
    city.get(&format!("{at}?lat=48.9"))
        .await
        .problem(400, "/problems/invalid-value", Some("lon"));
    city.get(&format!("{at}?lon=48.9&lat=9.2")).await.problem(
        400,
        "/problems/invalid-value",
        Some("lon"),
    );
    city.get(&format!("{at}?lon=9.2&lat=48.9&limit=1"))
        .await
        .problem(400, "/problems/invalid-value", Some("limit"));
}
