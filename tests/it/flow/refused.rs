//! What is refused on the way to a report, and how quietly.

use axum::body::Body;
use axum::http::{Method, Request, StatusCode, header};

use super::{Said, whole};
use crate::fixture::{Database, Kept};
use crate::safety::Slot;

async fn said(slot: &Slot, request: Request<Body>) -> Said {
    let (status, headers, body) = slot.send(request).await;
    Said {
        status,
        headers,
        text: String::from_utf8(body).unwrap(),
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_another_site_filled_in_does_not_stand_there_ready_to_be_sent() {
    let kept = Kept::new(Database::Sqlite).await.unwrap();
    let slot = Slot::open(&kept).await;
    let form = format!("{}&factors=hedges&wish=light&avoid=yes", whole());
    let foreign = slot
        .fill_in_from("cross-site", "/umfeld/angaben", &form)
        .await;
    assert_eq!(foreign.status, StatusCode::FORBIDDEN);
    assert!(!foreign.text.contains(" checked"));
    assert!(!foreign.text.contains(" selected"));
    // Whoever stands on our own page finds what was chosen again.
    let own = slot.fill_in(&form.replace("band=night", "band=")).await;
    assert!(own.text.contains(" checked") && own.text.contains(" selected"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_browser_that_says_only_from_which_host_it_comes_may_report() {
    let kept = Kept::new(Database::Sqlite).await.unwrap();
    let slot = Slot::open(&kept).await;
    for (origin, status) in [
        ("http://x", StatusCode::SEE_OTHER),
        ("http://y", StatusCode::FORBIDDEN),
        ("null", StatusCode::FORBIDDEN),
    ] {
        let request = Request::post("/umfeld/angaben")
            .header(header::HOST, "x")
            .header(header::ORIGIN, origin)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(Body::from(whole()));
        let answer = said(&slot, request.unwrap()).await;
        assert_eq!(answer.status, status, "{origin}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_fails_below_a_quiet_path_fails_quietly() {
    let kept = Kept::new(Database::Sqlite).await.unwrap();
    let slot = Slot::open(&kept).await;
    for (method, path, status) in [
        (Method::GET, "/umfeld/", StatusCode::NOT_FOUND),
        (Method::GET, "/umfeld/x", StatusCode::NOT_FOUND),
        (Method::GET, "/beratung/x?lang=en", StatusCode::NOT_FOUND),
        (Method::POST, "/umfeld", StatusCode::METHOD_NOT_ALLOWED),
        (
            Method::DELETE,
            "/umfeld/angaben",
            StatusCode::METHOD_NOT_ALLOWED,
        ),
    ] {
        let request = Request::builder()
            .method(&method)
            .uri(path)
            .header(header::HOST, "x")
            .header("sec-fetch-site", "same-origin")
            .body(Body::empty());
        let answer = said(&slot, request.unwrap()).await;
        assert_eq!(answer.status, status, "{method} {path}");
        assert_eq!(
            answer.header("cache-control"),
            "no-store",
            "{method} {path}"
        );
        assert!(answer.text.contains("id=\"quick-exit\""), "{method} {path}");
        assert!(answer.title().ends_with("Umfeld") || path.contains("lang"));
        assert_eq!(
            answer.header("allow").is_empty(),
            status == StatusCode::NOT_FOUND
        );
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_question_is_described_by_its_fault_only_where_there_is_one() {
    let kept = Kept::new(Database::Sqlite).await.unwrap();
    let slot = Slot::open(&kept).await;
    let fresh = slot.page("/umfeld/angaben").await.text;
    assert!(!fresh.contains("aria-describedby=\"band-fault\""));
    assert!(fresh.contains("aria-required=\"true\""));
    let wrong = slot.fill_in(&whole().replace("band=night", "band=")).await;
    assert!(wrong.text.contains("aria-describedby=\"band-fault\""));
    assert!(!wrong.text.contains("aria-describedby=\"daytype-fault\""));
}
