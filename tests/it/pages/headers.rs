//! Every answer says what it is and what may be done with it: pages, assets, data, failures.

use axum::http::Method;

use super::*;

/// One address of each sort of answer, with what it is asked by, and its status.
const ANSWERS: [(Method, &str, u16); 38] = [
    (Method::GET, "/", 200),
    (Method::GET, "/?q=x&lang=en", 200),
    (Method::GET, "/?colour=red", 400),
    (Method::GET, "/liste", 200),
    (Method::GET, "/orte/x-00000000", 404),
    (Method::GET, "/weg/x-00000000?lon=9.19&lat=48.9", 404),
    (Method::GET, "/stadtteile", 200),
    (Method::GET, "/stadtteile/mitte", 200),
    (Method::GET, "/stadtteile/nowhere", 404),
    (Method::GET, "/termine", 200),
    (Method::GET, "/vorschlagen", 200),
    (Method::POST, "/vorschlagen", 400),
    (Method::GET, "/vorschlagen/danke", 200),
    (Method::GET, "/datenschutz", 200),
    (Method::GET, "/anmelden", 200),
    (Method::POST, "/anmelden", 400),
    (Method::GET, "/verwaltung", 303),
    (Method::POST, "/verwaltung/konten", 303),
    (Method::GET, "/assets/nothing.js", 404),
    (Method::GET, "/sw.js", 200),
    (Method::GET, "/app.webmanifest", 200),
    (Method::GET, "/nothing", 404),
    (Method::PUT, "/", 405),
    (Method::GET, "/health/live", 200),
    (Method::GET, "/health/ready", 200),
    (Method::GET, "/api", 200),
    (Method::GET, "/api/openapi.json", 200),
    (Method::GET, "/api/collections/places/items", 200),
    (Method::GET, "/api/collections/places/items?x=y", 400),
    (Method::GET, "/api/collections/nothing", 404),
    (Method::GET, "/api/addresses?q=markt", 200),
    (Method::GET, "/api/events.ics", 200),
    (Method::GET, "/api/style.json", 200),
    (Method::GET, "/api/tiles/base/14/0/0.mvt", 204),
    (Method::GET, "/api/tiles/base/99/0/0.mvt", 400),
    (Method::GET, "/api/nothing", 404),
    (Method::POST, "/api", 405),
    (Method::HEAD, "/api", 200),
];

impl Site {
    async fn headers(
        &self,
        method: Method,
        address: &str,
        more: &[(&str, &str)],
    ) -> (u16, HeaderMap) {
        let mut request = Request::builder().method(method).uri(address);
        for (name, value) in more {
            request = request.header(*name, *value);
        }
        let request = request.body(Body::empty()).unwrap();
        let answer = self.app.clone().oneshot(request).await.unwrap();
        (answer.status().as_u16(), answer.headers().clone())
    }
}

fn assert_guarded(address: &str, headers: &HeaderMap) {
    let of = |name: &str| {
        let all: Vec<_> = headers.get_all(name).iter().collect();
        assert_eq!(all.len(), 1, "{address}: {name}");
        all[0].to_str().unwrap().to_owned()
    };
    assert_eq!(of("x-content-type-options"), "nosniff", "{address}");
    // A form may be told where it stands, by its own site alone.
    let referrer = of("referrer-policy");
    assert!(
        ["no-referrer", "same-origin"].contains(&&*referrer),
        "{address}: {referrer}"
    );
    let policy = of("content-security-policy");
    for part in ["default-src 'none'", "frame-ancestors 'none'"] {
        assert!(policy.contains(part), "{address}: {policy}");
    }
    for hole in ["unsafe-", "*", "http:", "https:"] {
        assert!(!policy.contains(hole), "{address}: {policy}");
    }
    let is_page = headers
        .get(header::CONTENT_TYPE)
        .is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
    if is_page {
        assert!(policy.contains("script-src 'self'"), "{address}: {policy}");
        assert!(of("permissions-policy").contains("camera=()"), "{address}");
    } else if address.starts_with("/api") || address.starts_with("/health") {
        assert!(!policy.contains("-src 'self'"), "{address}: {policy}");
    }
}

#[tokio::test]
async fn every_sort_of_answer_has_the_headers_that_keep_it_what_it_is() {
    let site = Site::open().await;
    for (method, address, expected) in ANSWERS {
        let name = format!("{method} {address}");
        let (status, headers) = site.headers(method, address, &[]).await;
        assert_eq!(status, expected, "{name}");
        assert_guarded(address, &headers);
    }
    let long = [("content-length", "99999999")];
    for (address, refused) in [
        ("/api", "application/problem+json"),
        ("/vorschlagen", "text/html"),
    ] {
        let (status, headers) = site.headers(Method::POST, address, &long).await;
        assert_eq!(status, 413);
        assert!(
            headers[header::CONTENT_TYPE]
                .to_str()
                .unwrap()
                .starts_with(refused)
        );
        assert_guarded(address, &headers);
    }
    let (status, headers) = site
        .headers(Method::GET, "/api", &[("accept-encoding", "identity;q=0")])
        .await;
    assert_eq!(status, 406);
    assert_guarded("/api", &headers);
    let (_, first) = site.headers(Method::GET, "/api", &[]).await;
    let known = [("if-none-match", first[header::ETAG].to_str().unwrap())];
    let (status, headers) = site.headers(Method::GET, "/api", &known).await;
    assert_eq!(status, 304);
    assert_guarded("/api", &headers);
}

#[tokio::test]
async fn every_path_of_the_table_has_them_whoever_asks() {
    let site = Site::open().await;
    for (method, path, _) in miteinander::auth::access::TABLE {
        let address = path.replace("{z}", "1").replace(['{', '}'], "x");
        let (status, headers) = site.headers(method.parse().unwrap(), &address, &[]).await;
        assert!(status < 500, "{method} {address}: {status}");
        assert_guarded(&address, &headers);
        if path.starts_with("/verwaltung") || path.starts_with("/api/staff") {
            assert_eq!(
                headers[header::CACHE_CONTROL],
                "no-store",
                "{method} {address}"
            );
        }
    }
}
