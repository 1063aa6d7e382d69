use super::*;

#[tokio::test]
async fn a_program_that_serves_is_live_and_ready() {
    let city = TestCity::of_six().await;
    for (path, status) in [("/health/live", "live"), ("/health/ready", "ready")] {
        let answer = city.get(path).await;
        assert_eq!(
            (answer.status, &answer.json()["status"]),
            (StatusCode::OK, &status.into())
        );
        assert_eq!(answer.header(header::CACHE_CONTROL), "no-store");
    }
    assert_eq!(city.get("/health/ready").await.json()["revision"], 1);
}

#[tokio::test]
async fn without_its_store_it_is_live_but_not_ready_and_still_answers_reads() {
    let city = TestCity::of_six().await;
    city.city.store().close().await;
    city.get("/health/ready")
        .await
        .problem(503, "/problems/not-ready", None);
    assert_eq!(city.get("/health/live").await.status, StatusCode::OK);
    assert_eq!(city.names("kind=park").await, ["Stadtpark"]);
}
