use super::*;

const INVALID: &str = "/problems/invalid-value";

#[tokio::test]
async fn a_path_that_is_not_there_is_a_problem_document() {
    let city = TestCity::of_six().await;
    let long = format!("/{}", "a".repeat(5000));
    for path in [
        "/api/plces",
        "/nothing",
        "/API",
        "/api/collections/places/items/a/b",
        "/..%2f..%2fetc/passwd",
        &long,
    ] {
        let detail = city
            .get(path)
            .await
            .problem(404, "/problems/unknown-path", None);
        assert!(detail.contains("/api"), "{detail}");
    }
}

#[tokio::test]
async fn a_method_that_is_not_possible_is_a_problem_document_that_says_which_are() {
    let city = TestCity::of_six().await;
    for path in [
        "/api",
        "/api/collections/places/items",
        "/api/places/near",
        "/health/live",
    ] {
        for method in [Method::POST, Method::PUT, Method::DELETE, Method::PATCH] {
            let answer = city.send(method, path, &[], Body::from("{}")).await;
            answer.problem(405, "/problems/wrong-method", None);
            assert!(answer.header(header::ALLOW).contains("GET"), "{path}");
        }
    }
}

#[tokio::test]
async fn a_wrong_value_is_named_with_its_rule() {
    let city = TestCity::of_six().await;
    let cases = [
        ("limt=3", "limt", "not known here; this path takes"),
        ("LIMIT=3", "LIMIT", "not known here"),
        ("limit=3&limit=4", "limit", "twice"),
        ("limit=0", "limit", "from 1 to 10000"),
        ("limit=-1", "limit", "from 1 to 10000"),
        ("limit=1.5", "limit", "from 1 to 10000"),
        ("limit=ten", "limit", "from 1 to 10000"),
        ("after=7", "after", "UUID"),
        ("bbox=1,2,3", "bbox", "four numbers"),
        ("bbox=1,2,3,4,5", "bbox", "four numbers"),
        ("bbox=9.1,48.8,9.3,NaN", "bbox", "between -90 and 90"),
        ("bbox=9.1,48.8,9.3,1e999", "bbox", "between -90 and 90"),
        ("bbox=9.1,48.8,190,49", "bbox", "between -180 and 180"),
        ("bbox=9.1,49,9.3,48", "bbox", "second number"),
        ("kind=sauna", "kind", "\"sauna\""),
        ("kind=bench", "kind", "\"bench\""),
        ("kind=library,", "kind", ""),
        ("cls=amenity", "cls", "room or outdoor"),
        ("cls=indoor", "cls", "room"),
        ("topics=coffee", "topics", "\"coffee\""),
        ("free=yes", "free", "true or false"),
        ("no_consumption=1", "no_consumption", "true or false"),
        ("wc=no", "wc", "yes or wheelchair"),
        ("status=open", "status", "active"),
        ("district=../etc", "district", "lower-case"),
        ("open_at=yesterday", "open_at", "now, a local time"),
        ("open_at=sunday,morning", "open_at", "evening or sunday"),
        (
            "open_at=now,2026-02-03T10:00",
            "open_at",
            "at most one moment",
        ),
        ("open_at=2026-02-30T10:00", "open_at", "now, a local time"),
        (
            "open_at=%2B262142-12-31T23:30",
            "open_at",
            "now, a local time",
        ),
        ("datetime=2026-02-30", "datetime", "must be a date"),
        (
            "datetime=2026-02-02/2026-02-01",
            "datetime",
            "end before it begins",
        ),
        ("datetime=../..", "datetime", "beginning or an end"),
        ("q=%FF", "q", "UTF-8"),
        ("q=%00", "q", "control characters"),
        ("f=json", "f", "not known here"),
        ("%FF=1", "\u{fffd}", "not known here"),
        ("", "", ""),
    ];
    for (query, field, rule) in cases {
        let answer = city
            .get(&format!("/api/collections/places/items?{query}"))
            .await;
        if field.is_empty() || query == "kind=library," {
            assert_eq!(answer.status, StatusCode::OK, "{query}");
            continue;
        }
        let detail = answer.problem(400, INVALID, Some(field));
        assert!(detail.contains(rule), "{query}: {detail}");
    }
}

#[tokio::test]
async fn a_very_long_question_is_refused_in_a_short_sentence() {
    let city = TestCity::of_six().await;
    let items = "/api/collections/places/items";
    let long = "a".repeat(60_000);
    for (query, field) in [
        (format!("q={long}"), "q"),
        (format!("q={}", "a".repeat(201)), "q"),
        (format!("kind={long}"), "kind"),
        (format!("status={}", "active,".repeat(8_000)), "status"),
    ] {
        city.get(&format!("{items}?{query}"))
            .await
            .problem(400, INVALID, Some(field));
    }
    let unknown = city.get(&format!("{items}?{long}=1")).await;
    let detail = unknown.problem(400, INVALID, Some(&"a".repeat(40)));
    assert!(detail.len() < 400, "{detail}");
}

#[tokio::test]
async fn a_path_that_is_no_text_is_refused_as_the_callers_mistake() {
    let city = TestCity::of_six().await;
    for path in [
        "/api/collections/%FF",
        "/api/collections/%FF/items",
        "/api/collections/places/items/%C3%28",
    ] {
        let detail = city.get(path).await.problem(400, INVALID, Some("path"));
        assert!(detail.contains("UTF-8"), "{detail}");
    }
    for path in [
        "/api/collections/pl%00aces",
        "/api/collections/places/items/%00",
        "/api/collections/%E2%80%AE",
    ] {
        let answer = city.get(path).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
        let text = answer.text();
        assert!(
            !text.contains(char::is_control) && !text.contains('\u{202e}'),
            "{text}"
        );
    }
}

#[tokio::test]
async fn a_body_nobody_asked_for_is_refused_unread() {
    let city = TestCity::of_six().await;
    let ten_megabytes = vec![b'x'; 10 << 20];
    let length = ten_megabytes.len().to_string();
    for method in [Method::POST, Method::PUT, Method::GET] {
        let headers = [("content-length", &*length)];
        let answer = city
            .send(
                method,
                "/api/places/near",
                &headers,
                Body::from(ten_megabytes.clone()),
            )
            .await;
        let detail = answer.problem(413, "/problems/too-large", None);
        assert!(detail.contains("65536 bytes"), "{detail}");
    }
}

#[tokio::test]
async fn what_the_caller_wrote_is_repeated_as_text_and_never_as_markup_or_a_header() {
    let city = TestCity::of_six().await;
    let answer = city
        .get("/api/collections/%3Cscript%3E%0D%0ASet-Cookie:x")
        .await;
    let detail = answer.problem(404, "/problems/unknown-collection", None);
    assert!(detail.contains("<script>\\r\\nSet-Cookie:x"), "{detail}");
    assert_eq!(answer.headers.get("set-cookie"), None);
}

#[tokio::test]
async fn who_refuses_every_encoding_is_told_so_and_who_refuses_gzip_gets_plain_text() {
    let city = TestCity::with(many()).await;
    let path = "/api/collections/places/items";
    let ask = async |accepted| city.get_with(path, &[("accept-encoding", accepted)]).await;
    for nothing in ["identity;q=0", "gzip;q=0, *;q=0"] {
        let detail = ask(nothing)
            .await
            .problem(406, "/problems/not-acceptable", None);
        assert!(detail.contains("Accept-Encoding"), "{detail}");
    }
    for plain in ["gzip;q=0", "", "br", "gzip;q=0, identity;q=0.1"] {
        let answer = ask(plain).await;
        assert_eq!(answer.header(header::CONTENT_ENCODING), "", "{plain}");
        assert_eq!(answer.names().len(), 100, "{plain}");
    }
}
