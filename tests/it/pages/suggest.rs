//! "Missing or wrong?": what is sent, what is kept, and what is refused.

use miteinander::city::MOST_AN_HOUR;
use miteinander::domain::suggestion::{Decision, Suggestion};

use super::*;

impl Site {
    /// Sends a form as a browser does that stands on our own page.
    async fn send(&self, address: &str, form: &str) -> Answer {
        self.send_with(address, form, &[("sec-fetch-site", "same-origin")])
            .await
    }

    async fn send_with(&self, address: &str, form: &str, headers: &[(&str, &str)]) -> Answer {
        let mut request = Request::post(address)
            .header(header::HOST, "treff.example.org")
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let request = request.body(Body::from(form.to_owned())).unwrap();
        let answer = self.app.clone().oneshot(request).await.unwrap();
        let (parts, body) = answer.into_parts();
        let bytes = to_bytes(body, usize::MAX).await.unwrap();
        Answer {
            status: parts.status,
            headers: parts.headers,
            text: String::from_utf8_lossy(&bytes).into_owned(),
        }
    }

    async fn queue(&self) -> Vec<Suggestion> {
        self.city.store().suggestions().await.unwrap()
    }

    /// The address of the form about a place.
    fn about(&self, name: &str) -> String {
        let snapshot = self.city.snapshot();
        let own = snapshot
            .places()
            .find(|own| own.place.name.as_str() == name)
            .unwrap();
        format!("/vorschlagen?ort=x-{}", own.place.id.short())
    }
}

const LINDEN: &str = "name=Linde+am+Bach&kind=square&address=hinter+der+Schule&hours=immer&free=yes&consumption=no&\
                      toilets=unknown&remark=sch%C3%B6n%0D%0Aschattig&website=&lon=&lat=";

#[tokio::test]
async fn a_missing_place_is_kept_with_its_day_and_nothing_about_who_said_it() {
    let site = Site::open().await;
    let before = site.city.snapshot().revision();
    let answer = site.send("/vorschlagen", LINDEN).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
    assert_eq!(answer.headers[header::LOCATION], "/vorschlagen/danke");
    let queue = site.queue().await;
    let [own] = queue.as_slice() else {
        panic!("{queue:?}")
    };
    assert_eq!(
        (own.state, own.received_on.to_string().as_str()),
        (Decision::Open, "2026-11-22")
    );
    let said = &own.said;
    assert_eq!(said.name.as_deref(), Some("Linde am Bach"));
    assert_eq!(said.kind.unwrap().as_str(), "square");
    assert_eq!(said.address.as_deref(), Some("hinter der Schule"));
    assert_eq!(said.remark.as_deref(), Some("schön\nschattig"));
    assert_eq!(
        (
            said.free.as_str(),
            said.consumption_required.as_str(),
            said.toilets.as_str()
        ),
        ("yes", "no", "unknown")
    );
    assert_eq!(
        (said.about, said.location, said.is_gone),
        (None, None, false)
    );
    // Nothing of it is on the map or in the list, and the city is the same.
    assert_eq!(site.city.snapshot().revision(), before);
    for address in [
        "/",
        "/liste?q=Linde",
        "/api/collections/places/items?q=linde",
        "/api/addresses?q=Linde+am+Bach",
    ] {
        assert!(
            !site.get(address).await.text.contains("Linde am Bach"),
            "{address}"
        );
    }
}

#[tokio::test]
async fn thanks_are_a_page_of_their_own_without_a_number() {
    let site = Site::open().await;
    for (language, said) in [
        ("", "Ihr Hinweis ist angekommen"),
        ("?lang=en", "Your hint has arrived"),
        ("?lang=de-simple", "Die Stadt prüft ihn"),
    ] {
        let answer = site.send(&format!("/vorschlagen{language}"), LINDEN).await;
        let page = site
            .get(answer.headers[header::LOCATION].to_str().unwrap())
            .await;
        assert!(page.text.contains(said), "{language}");
        for own in site.queue().await {
            assert!(!page.text.contains(&own.id.to_string()));
        }
    }
}

#[tokio::test]
async fn what_is_wrong_with_a_place_is_kept_with_the_place() {
    let site = Site::open().await;
    let address = site.about("Marktplatz");
    let form = site.get(&address).await;
    assert!(form.text.contains("Stimmt etwas nicht: Marktplatz"));
    assert_eq!(
        site.send(&address, "gone=yes&remark=umgebaut").await.status,
        StatusCode::SEE_OTHER
    );
    let queue = site.queue().await;
    let place = site
        .city
        .snapshot()
        .place(queue[0].said.about.unwrap())
        .unwrap()
        .place
        .name
        .to_string();
    assert_eq!(
        (place.as_str(), queue[0].said.is_gone),
        ("Marktplatz", true)
    );
    let nowhere = "/vorschlagen?ort=nirgendwo-00000000";
    assert_eq!(site.get(nowhere).await.status, StatusCode::NOT_FOUND);
    assert_eq!(
        site.send(nowhere, "gone=yes").await.status,
        StatusCode::NOT_FOUND
    );
}

#[tokio::test]
async fn a_form_with_faults_comes_back_with_all_that_was_typed_and_each_fault_at_its_field() {
    let site = Site::open().await;
    let form = "name=&kind=library&address=&hours=Mo+bis+Fr&free=yes&remark=Rufen+Sie+07141+910-0+an+%3Cscript%3E";
    let answer = site.send("/vorschlagen", form).await;
    assert_eq!(answer.status, StatusCode::BAD_REQUEST);
    let text = &answer.text;
    for field in ["name", "address", "remark"] {
        assert!(text.contains(&format!("id=\"{field}-fault\"")), "{field}");
        assert!(text.contains(&format!("href=\"#{field}\"")), "{field}");
    }
    assert!(text.contains("Bitte nehmen Sie E-Mail-Adressen und Telefonnummern heraus."));
    assert!(text.contains("Rufen Sie 07141 910-0 an &lt;script&gt;") && !text.contains("<script>"));
    assert!(text.contains(">Mo bis Fr</textarea>"));
    assert!(text.contains("<option value=\"library\" selected>"));
    assert!(text.contains("name=\"free\" value=\"yes\" checked"));
    assert_eq!(site.queue().await, []);
}

#[tokio::test]
async fn a_spot_that_was_picked_is_kept_and_comes_back() {
    let site = Site::open().await;
    let fault = site.send("/vorschlagen", "name=&lon=9.19&lat=48.9").await;
    assert!(
        fault.text.contains("name=\"lon\" value=\"9.19\"")
            && fault.text.contains("Die Stelle auf der Karte ist gewählt.")
    );
    site.send("/vorschlagen", "name=Linde&lon=9.19&lat=48.9")
        .await;
    let location = site.queue().await[0].said.location.unwrap();
    assert_eq!((location.lon(), location.lat()), (9.19, 48.9));
    let far = site.send("/vorschlagen", "name=Linde&lon=0&lat=0").await;
    assert!(far.text.contains("Diese Stelle liegt nicht in der Stadt."));
}

#[tokio::test]
async fn a_word_about_a_place_of_refuge_is_thanked_for_and_forgotten() {
    let site = Site::open().await;
    let kept = site.send("/vorschlagen", LINDEN).await;
    for form in [
        "name=Frauenhaus&address=Gasse+3",
        "name=Treff&address=neben+dem+Frauenhaus",
        "name=Treff&address=x&remark=das+ist+ein+Frauen-+und+Kinderschutzhaus",
        "name=Treff&address=x&hours=wie+die+Schutzwohnung",
    ] {
        let dropped = site.send("/vorschlagen", form).await;
        assert_eq!(
            (dropped.status, &dropped.headers, &dropped.text),
            (kept.status, &kept.headers, &kept.text),
            "{form}"
        );
    }
    assert_eq!(site.queue().await.len(), 1);
}

#[tokio::test]
async fn a_program_that_fills_in_what_nobody_sees_is_thanked_and_forgotten() {
    let site = Site::open().await;
    let answer = site
        .send(
            "/vorschlagen",
            "name=Spam&address=x&website=https%3A%2F%2Fspam.example",
        )
        .await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    assert_eq!(site.queue().await, []);
}

#[tokio::test]
async fn a_form_from_another_site_is_refused_and_loses_nothing() {
    let site = Site::open().await;
    for headers in [
        &[("sec-fetch-site", "cross-site")][..],
        &[("origin", "https://evil.example")],
        &[("origin", "null")],
    ] {
        let answer = site.send_with("/vorschlagen", LINDEN, headers).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{headers:?}");
        assert!(
            answer.text.contains("Linde am Bach")
                && answer.text.contains("von einer anderen Internetseite")
        );
    }
    assert_eq!(site.queue().await, []);
    for headers in [&[("origin", "http://treff.example.org")][..], &[]] {
        assert_eq!(
            site.send_with("/vorschlagen", LINDEN, headers).await.status,
            StatusCode::SEE_OTHER
        );
    }
}

#[tokio::test]
async fn only_so_many_are_taken_in_an_hour_and_the_next_one_is_told_how_long_to_wait() {
    let site = Site::open().await;
    for number in 0..MOST_AN_HOUR {
        assert_eq!(
            site.send("/vorschlagen", LINDEN).await.status,
            StatusCode::SEE_OTHER,
            "{number}"
        );
    }
    let refused = site.send("/vorschlagen", LINDEN).await;
    assert_eq!(refused.status, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(refused.headers[header::RETRY_AFTER], "60");
    assert!(
        refused.text.contains("in 1 Min. noch einmal") && refused.text.contains("Linde am Bach")
    );
    assert_eq!(site.queue().await.len(), MOST_AN_HOUR as usize);
    // What is dropped counts too: nobody can tell one from the other.
    assert_eq!(
        site.send("/vorschlagen", "name=Frauenhaus&address=x")
            .await
            .status,
        StatusCode::TOO_MANY_REQUESTS
    );
}

#[tokio::test]
async fn what_is_no_form_of_ours_is_answered_with_a_sentence() {
    let site = Site::open().await;
    for form in [
        "name=a&name=b",
        "e-mail=a",
        "name=%00&address=x",
        &format!("name=x&address=y&remark={}", "a".repeat(1001)),
    ] {
        let answer = site.send("/vorschlagen", form).await;
        assert_eq!(answer.status, StatusCode::BAD_REQUEST, "{form}");
        assert!(answer.text.contains("role=\"alert\""), "{form}");
    }
    let long = format!("remark={}", "a".repeat(60_000));
    let answer = site.send("/vorschlagen", &long).await;
    assert_eq!(answer.status, StatusCode::PAYLOAD_TOO_LARGE);
    let unknown = site.get("/vorschlagen?farbe=rot").await;
    assert_eq!(unknown.status, StatusCode::BAD_REQUEST);
    assert_eq!(site.queue().await, []);
}

#[tokio::test]
async fn no_cache_keeps_a_form_and_its_policy_is_the_strict_one() {
    let site = Site::open().await;
    let about = site.about("Marktplatz");
    for answer in [
        site.get("/vorschlagen").await,
        site.get(&about).await,
        site.send("/vorschlagen", "name=x").await,
    ] {
        assert_eq!(answer.headers[header::CACHE_CONTROL], "no-store");
        assert_eq!(answer.headers[header::REFERRER_POLICY], "same-origin");
        assert!(
            answer.headers[header::CONTENT_SECURITY_POLICY]
                .to_str()
                .unwrap()
                .starts_with("default-src 'none'")
        );
        assert!(!answer.headers.contains_key(header::SET_COOKIE));
    }
}

#[tokio::test]
async fn the_form_is_offered_where_something_may_be_missing() {
    let site = Site::open().await;
    for address in ["/", "/?q=gibt+es+nicht", "/?lon=9.19&lat=48.9"] {
        assert!(
            site.get(address)
                .await
                .text
                .contains("href=\"/vorschlagen\""),
            "{address}"
        );
    }
    let list = site.get("/?lang=en").await;
    assert!(list.text.contains("href=\"/vorschlagen?lang=en\""));
    let slug = values(&list.text, "data-slug")[0].to_owned();
    let place = site.get(&format!("/orte/{slug}")).await;
    assert!(
        place
            .text
            .contains(&format!("href=\"/vorschlagen?ort={slug}\""))
    );
}
