use super::*;

#[tokio::test]
async fn there_are_places_districts_events_audits_and_released_areas_each_with_its_items_and_extent()
 {
    let city = TestCity::of_six().await;
    let all = city.get("/api/collections").await.json();
    let ids: Vec<_> = all["collections"]
        .as_array()
        .unwrap()
        .iter()
        .map(|own| own["id"].clone())
        .collect();
    assert_eq!(
        ids,
        ["places", "districts", "events", "audits", "safety-cells"]
    );
    for (own, id) in all["collections"].as_array().unwrap().iter().zip([
        "places",
        "districts",
        "events",
        "audits",
        "safety-cells",
    ]) {
        let alone = city.get(&format!("/api/collections/{id}")).await;
        assert_eq!(alone.json(), *own);
        assert_eq!(own["itemType"], "feature");
        // Every place lies in the box, the one far out and the whole park too.
        assert_eq!(
            own["extent"]["spatial"]["bbox"],
            serde_json::json!([[9.15, 48.85, 9.4, 48.95]])
        );
        let items = alone.link("items").unwrap();
        assert_eq!(
            city.get(&items).await.header(header::CONTENT_TYPE),
            "application/geo+json"
        );
        assert_eq!(
            alone.link("self").unwrap(),
            format!("/api/collections/{id}")
        );
    }
}

#[tokio::test]
async fn a_collection_that_is_not_there_is_named() {
    let city = TestCity::of_six().await;
    for path in [
        "/api/collections/trees",
        "/api/collections/trees/items",
        "/api/collections/trees/items/1",
    ] {
        let detail = city
            .get(path)
            .await
            .problem(404, "/problems/unknown-collection", None);
        assert!(detail.contains("\"trees\""), "{detail}");
    }
}
