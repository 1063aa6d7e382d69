use super::*;

#[tokio::test]
async fn the_landing_page_leads_to_everything_and_every_link_is_answered() {
    let city = TestCity::of_six().await;
    let landing = city.get("/api").await;
    assert_eq!(landing.status, StatusCode::OK);
    assert_eq!(landing.json()["title"], "miteinander: Teststadt");
    assert_eq!(landing.json()["revision"], 1);
    for rel in ["self", "service-desc", "conformance", "data"] {
        let href = landing.link(rel).unwrap_or_else(|| panic!("no link {rel}"));
        let answer = city.get(&href).await;
        assert_eq!(answer.status, StatusCode::OK, "{href}");
        let json = landing.json();
        let link = json["links"]
            .as_array()
            .unwrap()
            .iter()
            .find(|link| link["rel"] == rel)
            .unwrap();
        assert_eq!(
            answer.header(header::CONTENT_TYPE),
            link["type"].as_str().unwrap(),
            "{href}"
        );
    }
}

#[tokio::test]
async fn it_claims_the_core_and_geojson_classes() {
    let city = TestCity::of_six().await;
    let classes = city.get("/api/conformance").await.json()["conformsTo"].clone();
    for class in ["core", "geojson", "oas30"] {
        let uri = format!("http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/{class}");
        assert!(classes.as_array().unwrap().contains(&uri.into()), "{class}");
    }
}

#[tokio::test]
async fn a_page_without_parameters_refuses_any() {
    let city = TestCity::of_six().await;
    for path in [
        "/api",
        "/api/conformance",
        "/api/collections",
        "/api/collections/places",
    ] {
        let refused = city.get(&format!("{path}?f=html")).await;
        refused.problem(400, "/problems/invalid-value", Some("f"));
    }
}
