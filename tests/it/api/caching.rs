use std::io::Read;

use super::*;
use crate::fixture::adding;

const PATHS: &[&str] = &[
    "/api",
    "/api/conformance",
    "/api/collections",
    "/api/collections/places",
    "/api/collections/places/items",
    "/api/collections/places/items?kind=park&open_at=now",
    "/api/collections/districts/items",
    "/api/collections/districts/items/ost",
    "/api/collections/events/items",
    "/api/events.ics",
    "/api/places/near?lon=9.2&lat=48.9",
    "/api/districts/at?lon=9.2&lat=48.9",
    "/api/addresses?q=ost",
];

#[tokio::test]
async fn what_is_unchanged_is_not_sent_again_and_what_is_changed_is() {
    let city = TestCity::of_six().await;
    let mut tags = Vec::new();
    for path in PATHS {
        let first = city.get(path).await;
        let tag = first.header(header::ETAG).to_owned();
        assert!(tag.starts_with("W/\"1-"), "{path}: {tag}");
        for known in [
            &*tag,
            &format!("\"other\", {tag}"),
            tag.trim_start_matches("W/"),
            "*",
        ] {
            let again = city.get_with(path, &[("if-none-match", known)]).await;
            assert_eq!(again.status, StatusCode::NOT_MODIFIED, "{path} {known}");
            assert!(again.body.is_empty());
            assert_eq!(again.header(header::ETAG), tag);
        }
        tags.push(tag);
    }
    let distinct: std::collections::HashSet<_> = tags.iter().collect();
    assert_eq!(distinct.len(), PATHS.len(), "each question has its own tag");

    let change = adding([place(99, 9.2, 48.9)]);
    city.city
        .apply(change, city.city.snapshot().revision())
        .await
        .unwrap();
    for (path, tag) in PATHS.iter().zip(&tags) {
        let again = city.get_with(path, &[("if-none-match", tag)]).await;
        assert_eq!(again.status, StatusCode::OK, "{path}");
        assert_ne!(again.header(header::ETAG), tag);
    }
}

#[tokio::test]
async fn two_stores_never_share_a_tag() {
    let (one, other) = (TestCity::of_six().await, TestCity::of_six().await);
    let tag = one
        .get("/api/collections/places/items")
        .await
        .header(header::ETAG)
        .to_owned();
    let answer = other
        .get_with("/api/collections/places/items", &[("if-none-match", &tag)])
        .await;
    assert_eq!(answer.status, StatusCode::OK);
}

#[tokio::test]
async fn an_answer_about_now_is_new_each_minute_and_another_is_not() {
    let kept = Kept::new(Database::Sqlite).await.unwrap();
    let store = begun(&kept, six_places()).await.store().clone();
    let tag_at = |time: &str, path: &'static str| {
        let (store, time) = (store.clone(), time.parse().unwrap());
        async move {
            let clock = miteinander::city::Clock::Stopped(time);
            let city = City::open(store, clock).await.unwrap();
            let app = miteinander::api::app(city);
            let request = Request::get(path).body(Body::empty()).unwrap();
            Answer::of(app.oneshot(request).await.unwrap())
                .await
                .header(header::ETAG)
                .to_owned()
        }
    };
    let now = "/api/collections/places/items?open_at=now";
    let first = tag_at("2026-03-04T15:00:00Z", now).await;
    assert_eq!(first, tag_at("2026-03-04T15:00:59Z", now).await);
    assert_ne!(first, tag_at("2026-03-04T15:01:00Z", now).await);
    let evening = "/api/collections/places/items?open_at=evening";
    assert_ne!(
        tag_at("2026-03-04T15:00:00Z", evening).await,
        tag_at("2026-03-05T15:00:00Z", evening).await
    );
    let fixed = "/api/collections/places/items?open_at=2026-03-04T15:00";
    assert_eq!(
        tag_at("2026-03-04T15:00:00Z", fixed).await,
        tag_at("2026-03-05T09:00:00Z", fixed).await
    );
}

#[tokio::test]
async fn who_asks_for_gzip_gets_it_and_the_same_bytes() {
    let city = TestCity::with(many()).await;
    let path = "/api/collections/places/items";
    let plain = city.get(path).await;
    let packed = city
        .get_with(path, &[("accept-encoding", "br;q=0.5, gzip")])
        .await;
    assert_eq!(packed.header(header::CONTENT_ENCODING), "gzip");
    assert!(packed.header(header::VARY).contains("accept-encoding"));
    assert!(
        packed.body.len() * 4 < plain.body.len(),
        "{} of {}",
        packed.body.len(),
        plain.body.len()
    );
    let mut text = Vec::new();
    flate2::read::GzDecoder::new(&packed.body[..])
        .read_to_end(&mut text)
        .unwrap();
    assert_eq!(text, plain.body);
    assert_eq!(plain.header(header::CONTENT_ENCODING), "");
    assert_eq!(packed.header(header::ETAG), plain.header(header::ETAG));
}

#[tokio::test]
async fn every_site_may_read_and_ask_and_none_may_write() {
    let city = TestCity::of_six().await;
    let origin = ("origin", "https://example.org");
    for path in PATHS {
        let answer = city.get_with(path, &[origin]).await;
        assert_eq!(
            answer.header(header::ACCESS_CONTROL_ALLOW_ORIGIN),
            "*",
            "{path}"
        );
    }
    let preflight = city
        .send(
            Method::OPTIONS,
            PATHS[4],
            &[origin, ("access-control-request-method", "DELETE")],
            Body::empty(),
        )
        .await;
    assert_eq!(
        preflight.header(header::ACCESS_CONTROL_ALLOW_METHODS),
        "GET,POST",
        "long questions are sent; they change nothing"
    );
    let desk = city
        .send(
            Method::OPTIONS,
            "/api/staff/places",
            &[origin, ("access-control-request-method", "POST")],
            Body::empty(),
        )
        .await;
    assert!(
        !desk
            .headers
            .contains_key(header::ACCESS_CONTROL_ALLOW_ORIGIN)
    );
    // A refusal can be read too, or a script could not say what was wrong.
    let refused = city.get_with("/api/places/near", &[origin]).await;
    assert_eq!(refused.status, StatusCode::BAD_REQUEST);
    assert_eq!(refused.header(header::ACCESS_CONTROL_ALLOW_ORIGIN), "*");
}

#[tokio::test]
async fn head_says_what_get_says_without_the_body() {
    let city = TestCity::of_six().await;
    for path in PATHS {
        let get = city.get(path).await;
        let head = city.send(Method::HEAD, path, &[], Body::empty()).await;
        assert_eq!(
            (head.status, head.body.len()),
            (StatusCode::OK, 0),
            "{path}"
        );
        assert_eq!(head.header(header::ETAG), get.header(header::ETAG));
        assert_eq!(
            head.header(header::CONTENT_LENGTH),
            get.body.len().to_string()
        );
    }
}

#[tokio::test]
async fn the_api_document_is_sent_again_only_to_those_who_have_another() {
    let city = TestCity::of_six().await;
    let path = "/api/openapi.json";
    let first = city.get(path).await;
    let tag = first.header(header::ETAG).to_owned();
    // It may come packed or plain under one tag, so the tag has to be weak.
    let opaque = tag.strip_prefix("W/").expect("a weak tag");
    for known in [&*tag, opaque, "*", &format!("\"a\", {opaque} ,W/\"b\"")] {
        let again = city.get_with(path, &[("if-none-match", known)]).await;
        assert_eq!(again.status, StatusCode::NOT_MODIFIED, "{known}");
        assert!(again.body.is_empty());
    }
    for other in ["", "\"\"", concat!("\"", env!("CARGO_PKG_VERSION"), "\"")] {
        let again = city.get_with(path, &[("if-none-match", other)]).await;
        assert_eq!(again.body, first.body, "{other}");
    }
}
