//! Clients follow links as they are written, so a link has to be whole.

use axum::Extension;
use miteinander::api::PublicUrl;

use super::*;

/// Every address with links, and how many it has.
const LINKED: &[(&str, usize)] = &[
    ("/api", 6),
    ("/api/collections", 11),
    ("/api/collections/places", 2),
    ("/api/collections/audits/items", 1),
    ("/api/collections/places/items?limit=2", 2),
    (
        "/api/collections/districts/items?limit=1&bbox=9,48,10,49",
        2,
    ),
    ("/api/collections/districts/items/ost", 2),
];

impl TestCity {
    /// The same city behind the address that its operator gave it.
    fn called(mut self, public_url: &str) -> Self {
        let public_url: PublicUrl = public_url.parse().unwrap();
        self.app = self.app.layer(Extension(public_url));
        self
    }
}

impl Answer {
    /// Every address in a link of this answer.
    fn hrefs(&self) -> Vec<String> {
        fn collect(value: &Value, found: &mut Vec<String>) {
            match value {
                Value::Object(members) => {
                    found.extend(
                        members
                            .get("href")
                            .and_then(Value::as_str)
                            .map(str::to_owned),
                    );
                    members.values().for_each(|member| collect(member, found));
                }
                Value::Array(entries) => entries.iter().for_each(|entry| collect(entry, found)),
                _ => {}
            }
        }
        let mut found = Vec::new();
        collect(&self.json(), &mut found);
        found
    }
}

#[tokio::test]
async fn every_link_begins_with_the_host_that_was_asked() {
    let city = TestCity::of_six().await;
    for host in ["treff.example:8080", "127.0.0.1:49152", "[::1]:80"] {
        for &(path, count) in LINKED {
            let hrefs = city.get_with(path, &[("host", host)]).await.hrefs();
            assert_eq!(hrefs.len(), count, "{path}: {hrefs:?}");
            for href in hrefs {
                assert!(href.starts_with(&format!("http://{host}/")), "{href}");
                let followed = city.get_with(&href, &[("host", host)]).await;
                assert!(
                    href.ends_with('/') || followed.status == StatusCode::OK,
                    "{href}"
                );
            }
        }
    }
}

#[tokio::test]
async fn the_operators_word_outranks_what_a_caller_says() {
    let city = TestCity::of_six().await.called("https://treff.example");
    for headers in [
        vec![],
        vec![("host", "elsewhere.example")],
        vec![("host", "a b")],
        vec![
            ("x-forwarded-host", "elsewhere.example"),
            ("x-forwarded-proto", "ftp"),
        ],
    ] {
        for &(path, _) in LINKED {
            for href in city.get_with(path, &headers).await.hrefs() {
                assert!(
                    href.starts_with("https://treff.example/"),
                    "{headers:?} {href}"
                );
            }
        }
    }
}

#[tokio::test]
async fn what_a_proxy_may_add_is_not_believed_and_a_host_in_the_request_line_is() {
    let city = TestCity::of_six().await;
    let added = [
        ("host", "treff.example"),
        ("x-forwarded-host", "elsewhere.example"),
        ("forwarded", "host=elsewhere.example;proto=https"),
    ];
    let link = city.get_with("/api", &added).await.link("self");
    assert_eq!(link.as_deref(), Some("http://treff.example/api"));
    let whole = city.get_with("http://other.example/api", &added).await;
    assert_eq!(
        whole.link("self").as_deref(),
        Some("http://other.example/api")
    );
}

#[tokio::test]
async fn a_host_that_cannot_be_one_is_refused() {
    let city = TestCity::of_six().await;
    for wrong in [
        "a b",
        "user@treff.example",
        "treff.example/x",
        "\"><script>",
        "treff.example:port",
        "",
    ] {
        let refused = city.get_with("/api", &[("host", wrong)]).await;
        refused.problem(400, "/problems/invalid-value", Some("host"));
    }
    let twice = [("host", "one.example"), ("host", "other.example")];
    let refused = city.get_with("/api/collections", &twice).await;
    refused.problem(400, "/problems/invalid-value", Some("host"));
}

#[tokio::test]
async fn an_answer_for_one_host_is_never_taken_for_that_of_another() {
    let city = TestCity::of_six().await;
    for &(path, _) in LINKED {
        let tag = |host| {
            let city = &city;
            async move {
                let answer = city.get_with(path, &[("host", host)]).await;
                answer.header(header::ETAG).to_owned()
            }
        };
        let (one, other) = (tag("one.example").await, tag("other.example").await);
        assert_ne!(one, other, "{path}");
        assert_eq!(one, tag("ONE.example").await, "{path}");
        let asked = [("host", "other.example"), ("if-none-match", &*one)];
        assert_eq!(
            city.get_with(path, &asked).await.status,
            StatusCode::OK,
            "{path}"
        );
    }
}

#[tokio::test]
async fn the_entrance_is_found_with_a_slash_behind_it_too() {
    let city = TestCity::of_six().await;
    let (plain, slash) = (city.get("/api").await, city.get("/api/").await);
    assert_eq!(plain.json(), slash.json());
    assert_eq!(plain.header(header::ETAG), slash.header(header::ETAG));
}
