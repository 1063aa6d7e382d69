//! Photos of barriers: where the city wants them, of nobody, and for nobody outside.

use axum::http::{Method, StatusCode, header};
use miteinander::domain::CitySettings;
use miteinander::domain::change::CityChange;
use miteinander::domain::staff::Role;
use miteinander::domain::trail::Author;
use serde_json::{Value, json};

use super::{Worker, address, all_met, audit};
use crate::fixture::{both_stores, settings};
use crate::staff::{Answer, Office};

/// A picture of sixteen pixels that says where it was made.
const PNG: &[u8] = include_bytes!("pixel.png");

async fn switch_on(office: &Office) {
    let text = format!("{}\n[audits]\nphotos = true\n", settings().to_toml());
    let change = CityChange {
        settings: Some(CitySettings::from_toml(&text).unwrap()),
        ..CityChange::by(Author::import("city"))
    };
    let revision = office.city.snapshot().revision();
    office.city.apply(change, revision).await.unwrap();
}

/// Sends a file as a program does.
async fn send(office: &Office, cookies: &str, address: &str, kind: &str, file: &[u8]) -> Answer {
    office
        .ask(Method::POST, address, cookies, kind, file.to_vec())
        .await
}

/// Sends a file as the form of a page does.
async fn enter(
    office: &Office,
    cookies: &str,
    address: &str,
    file: &[u8],
    said: &[(&str, &str)],
) -> Answer {
    let mut body = b"--grenze\r\nContent-Disposition: form-data; name=\"file\"; filename=\"IMG_2026.png\"\r\n\r\n".to_vec();
    body.extend(file);
    for (name, value) in said {
        body.extend(
            format!(
                "\r\n--grenze\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}"
            )
            .bytes(),
        );
    }
    body.extend(b"\r\n--grenze--\r\n");
    send(
        office,
        cookies,
        address,
        "multipart/form-data; boundary=grenze",
        &body,
    )
    .await
}

fn json_of(answer: &Answer) -> Value {
    serde_json::from_str(&answer.text).unwrap_or_default()
}

both_stores! {
    async fn photos_are_off_until_the_city_switches_them_on(kept: &Kept) {
        let office = Office::open(kept).await;
        let auditor = Worker { office: &office, cookies: office.cookies(&[Role::Auditor]).await };
        let own = address(1);
        auditor.put(&own, None, &audit(1, &all_met())).await;
        let photos = format!("{own}/photos");
        let refused = send(&office, &auditor.cookies, &photos, "image/png", PNG).await;
        assert_eq!((refused.status, json_of(&refused)["field"].clone()), (StatusCode::BAD_REQUEST, json!("photo")));
        let page = own.replace("/api/staff/audits", "/verwaltung/begehungen");
        assert!(!office.get(&page, &auditor.cookies).await.text.contains("id=\"photos\""));
        switch_on(&office).await;
        assert!(office.get(&page, &auditor.cookies).await.text.contains("id=\"photos\""));
        assert_eq!(send(&office, &auditor.cookies, &photos, "image/png", PNG).await.status, StatusCode::CREATED);
    }

    async fn a_photo_is_drawn_anew_kept_for_the_city_and_gone_when_it_is_taken_away(kept: &Kept) {
        let office = Office::open(kept).await;
        switch_on(&office).await;
        let auditor = Worker { office: &office, cookies: office.cookies(&[Role::Auditor]).await };
        let own = address(1);
        auditor.put(&own, None, &audit(1, &all_met())).await;
        let photos = format!("{own}/photos");
        let sent = send(&office, &auditor.cookies, &format!("{photos}?criterion=C14"), "image/png", PNG).await;
        assert_eq!(sent.status, StatusCode::CREATED, "{}", sent.text);
        let told = json_of(&sent);
        assert_eq!((&told["criterion"], &told["by"]), (&json!("C14"), &json!("auditor")));
        assert_eq!(auditor.get(&own).await.json["photos"], json!([told]));
        let one = format!("{photos}/{}", told["id"].as_str().unwrap());
        let planner = office.cookies(&[Role::Planner]).await;
        let seen = office.get(&one, &planner).await;
        assert_eq!((seen.header(header::CONTENT_TYPE), seen.header(header::CACHE_CONTROL)), ("image/jpeg", "no-store"));
        assert_eq!(office.get(&one, "").await.status, StatusCode::UNAUTHORIZED);
        let editor = office.cookies(&[Role::Editor]).await;
        assert_eq!(office.get(&one, &editor).await.status, StatusCode::FORBIDDEN);
        // Another audit's address does not lead to it.
        assert_eq!(office.get(&one.replace(&own, &address(2)), &planner).await.status, StatusCode::NOT_FOUND);
        for what in ["complete", "publish"] {
            auditor.step(&own, what).await;
        }
        let public = office.get("/api/collections/audits/items", "").await.text;
        assert!(!public.contains("photo"));
        let gone = auditor.send((Method::DELETE, &one), None, &json!(null)).await;
        assert_eq!(gone.status, StatusCode::NO_CONTENT);
        assert_eq!(office.get(&one, &planner).await.status, StatusCode::NOT_FOUND);
        assert_eq!(auditor.send((Method::DELETE, &one), None, &json!(null)).await.status, StatusCode::NOT_FOUND);
        let page = own.replace("/api/staff/audits", "/verwaltung/begehungen");
        let page = office.get(&page, &planner).await.text;
        assert!(page.contains("Foto hinzugefügt") && page.contains("Foto gelöscht"));
    }

    async fn what_is_no_photo_or_one_too_many_is_refused(kept: &Kept) {
        let office = Office::open(kept).await;
        switch_on(&office).await;
        let auditor = Worker { office: &office, cookies: office.cookies(&[Role::Auditor]).await };
        let own = address(1);
        auditor.put(&own, None, &audit(1, &all_met())).await;
        let photos = format!("{own}/photos");
        let heic = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic";
        for (address, kind, file, status) in [
            (photos.clone(), "image/heic", PNG, StatusCode::UNSUPPORTED_MEDIA_TYPE),
            (photos.clone(), "image/jpeg", &heic[..], StatusCode::BAD_REQUEST),
            (photos.clone(), "image/png", &PNG[..30], StatusCode::BAD_REQUEST),
            (format!("{photos}?criterion=C99"), "image/png", PNG, StatusCode::BAD_REQUEST),
            (format!("{}/photos", address(9)), "image/png", PNG, StatusCode::NOT_FOUND),
        ] {
            let refused = send(&office, &auditor.cookies, &address, kind, file).await;
            assert_eq!(refused.status, status, "{address} {kind}: {}", refused.text);
        }
        for _ in 0..20 {
            assert_eq!(send(&office, &auditor.cookies, &photos, "image/png", PNG).await.status, StatusCode::CREATED);
        }
        let refused = send(&office, &auditor.cookies, &photos, "image/png", PNG).await;
        assert!(json_of(&refused)["detail"].as_str().unwrap().contains("at most 20"));
    }

    async fn the_form_of_a_photo_asks_whether_nobody_can_be_recognised(kept: &Kept) {
        let office = Office::open(kept).await;
        switch_on(&office).await;
        let auditor = Worker { office: &office, cookies: office.cookies(&[Role::Auditor]).await };
        let own = address(1);
        auditor.put(&own, None, &audit(1, &all_met())).await;
        let page = own.replace("/api/staff/audits", "/verwaltung/begehungen");
        let form = format!("{page}/fotos");
        let unsaid = enter(&office, &auditor.cookies, &form, PNG, &[("criterion", "C14")]).await;
        assert_eq!(unsaid.status, StatusCode::BAD_REQUEST);
        assert!(unsaid.text.contains("Bitte sehen Sie nach, dass niemand darauf zu erkennen ist"));
        let broken = enter(&office, &auditor.cookies, &form, b"kein Bild", &[("shows_nobody", "true")]).await;
        assert!(broken.status == StatusCode::BAD_REQUEST && broken.text.contains("kein HEIC"));
        let entered = enter(&office, &auditor.cookies, &form, PNG, &[("criterion", ""), ("shows_nobody", "true")]).await;
        assert_eq!(entered.status, StatusCode::SEE_OTHER);
        let told = auditor.get(&own).await.json;
        let id = told["photos"][0]["id"].as_str().unwrap();
        assert!(!told.to_string().contains("IMG_2026"), "the name of a file says when it was made");
        let removed = office.post(&format!("{form}/{id}"), &auditor.cookies, &[]).await;
        assert_eq!(removed.status, StatusCode::SEE_OTHER);
        assert_eq!(auditor.get(&own).await.json["photos"], json!([]));
    }
}
