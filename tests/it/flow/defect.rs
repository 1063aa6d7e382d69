//! Something is broken or dirty: passed on with consent, and never kept.

use std::sync::{Arc, Mutex};

use axum::extract::State;
use axum::http::{StatusCode, Uri};
use axum::{Extension, Router};
use miteinander::outbound::Outbound;
use miteinander::outbound::georeport::GeoReport;
use tokio::net::TcpListener;

use super::{Said, city_with};
use crate::fixture::{Database, Kept};
use crate::safety::Slot;

/// A reporter of defects that writes down what it is told and always answers the same.
struct Reporter {
    url: String,
    heard: Arc<Mutex<Vec<String>>>,
}

impl Reporter {
    async fn answering(status: StatusCode) -> Self {
        type Heard = (Arc<Mutex<Vec<String>>>, StatusCode);
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
        let url = format!("http://{}/v2/", listener.local_addr().unwrap());
        let heard = Arc::<Mutex<Vec<String>>>::default();
        let hear = async |State((heard, status)): State<Heard>, uri: Uri, body: String| {
            heard.lock().unwrap().push(format!("{uri} {body}"));
            (status, r#"[{"service_request_id":"293944"}]"#)
        };
        let app = Router::new()
            .fallback(hear)
            .with_state((Arc::clone(&heard), status));
        tokio::spawn(async move { axum::serve(listener, app).await });
        Self { url, heard }
    }

    fn heard(&self) -> Vec<String> {
        self.heard.lock().unwrap().clone()
    }
}

async fn slot(kept: &Kept, url: &str) -> Slot {
    let more = format!(
        "[safety]\nopen311 = {{ name = \"Mängelmelder\", url = \"{url}\", jurisdiction_id = \"teststadt.example\", \
         services = [{{ code = \"17\", name = \"Laterne\" }}] }}\n"
    );
    let mut slot = Slot::around(kept, city_with(kept, &more).await).await;
    let georeport = GeoReport::new(Outbound::trusting(None).unwrap(), Some("geheim".to_owned()));
    slot.router = slot.router.layer(Extension(georeport));
    slot
}

const LAMP: &str = "service=17&place=Seestra%C3%9Fe+12&what=Die+Laterne+brennt+nicht.&consent=yes";

async fn sent(slot: &Slot, form: &str) -> Said {
    slot.fill_in_from("same-origin", "/umfeld/defekt", form)
        .await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn with_consent_it_is_passed_on_in_the_terms_of_open311_and_not_kept() {
    let kept = Kept::new(Database::Sqlite).await.unwrap();
    let reporter = Reporter::answering(StatusCode::CREATED).await;
    let slot = slot(&kept, &reporter.url).await;
    assert!(
        slot.page("/umfeld/anliegen")
            .await
            .text
            .contains("/umfeld/defekt")
    );
    let said = sent(&slot, LAMP).await;
    assert_eq!(
        (said.status, said.header("location")),
        (StatusCode::SEE_OTHER, "/umfeld/defekt/danke")
    );
    let heard = reporter.heard();
    let expected = "/v2/requests.json service_code=17&address_string=Seestra%C3%9Fe+12&\
                    description=Die+Laterne+brennt+nicht.&jurisdiction_id=teststadt.example&api_key=geheim";
    assert_eq!(heard, [expected]);
    let thanks = slot.page("/umfeld/defekt/danke").await;
    assert!(thanks.status == StatusCode::OK && !thanks.text.contains("293944"));
    assert!(
        slot.kept().await.is_empty() && slot.city.store().suggestions().await.unwrap().is_empty()
    );
    assert_eq!(slot.city.snapshot().revision().0, 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn without_consent_or_with_a_persons_data_nothing_leaves_the_house() {
    let kept = Kept::new(Database::Sqlite).await.unwrap();
    let reporter = Reporter::answering(StatusCode::OK).await;
    let slot = slot(&kept, &reporter.url).await;
    for (old, new, field) in [
        ("&consent=yes", "", "consent"),
        ("&consent=yes", "&consent=no", "consent"),
        ("service=17", "service=18", "service"),
        ("Seestra%C3%9Fe+12", "", "place"),
        (
            "Die+Laterne+brennt+nicht.",
            "Rufen+Sie+0711+123456+an",
            "what",
        ),
    ] {
        let said = sent(&slot, &LAMP.replace(old, new)).await;
        assert_eq!(said.status, StatusCode::BAD_REQUEST, "{new}");
        assert!(said.text.contains(&format!("href=\"#{field}\"")), "{new}");
        assert!(
            field == "what" || said.text.contains("Die Laterne brennt nicht."),
            "{new}: it is lost"
        );
        assert_eq!(said.header("cache-control"), "no-store");
    }
    assert_eq!(
        sent(&slot, &format!("{LAMP}&lat=48.9")).await.status,
        StatusCode::BAD_REQUEST
    );
    let foreign = slot
        .fill_in_from("cross-site", "/umfeld/defekt", LAMP)
        .await;
    assert_eq!(foreign.status, StatusCode::FORBIDDEN);
    assert!(reporter.heard().is_empty());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_the_reporter_says_is_told_in_a_sentence_and_nothing_written_is_lost() {
    for (status, sentence) in [
        (StatusCode::BAD_REQUEST, "nimmt diese Meldung so nicht an"),
        (StatusCode::FORBIDDEN, "nimmt diese Meldung so nicht an"),
        (StatusCode::INTERNAL_SERVER_ERROR, "antwortet gerade nicht"),
        (StatusCode::TOO_MANY_REQUESTS, "antwortet gerade nicht"),
        (StatusCode::FOUND, "antwortet gerade nicht"),
    ] {
        let kept = Kept::new(Database::Sqlite).await.unwrap();
        let reporter = Reporter::answering(status).await;
        let slot = slot(&kept, &reporter.url).await;
        let said = sent(&slot, LAMP).await;
        assert_eq!(said.status, StatusCode::BAD_GATEWAY);
        assert!(said.text.contains(sentence), "{status}");
        assert!(
            said.text.contains("Die Laterne brennt nicht.") && said.text.contains("Seestraße 12")
        );
    }
    let kept = Kept::new(Database::Sqlite).await.unwrap();
    let slot = slot(&kept, "http://127.0.0.1:9/v2").await;
    assert!(
        sent(&slot, LAMP)
            .await
            .text
            .contains("antwortet gerade nicht")
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn where_nothing_can_be_passed_on_the_doors_say_where_to_turn() {
    let kept = Kept::new(Database::Sqlite).await.unwrap();
    let slot = Slot::open(&kept).await;
    for said in [slot.page("/umfeld/defekt").await, sent(&slot, LAMP).await] {
        assert_eq!(
            (said.status, said.header("location")),
            (StatusCode::SEE_OTHER, "/umfeld/anliegen")
        );
    }
    assert!(
        !slot
            .page("/umfeld/anliegen")
            .await
            .text
            .contains("/umfeld/defekt")
    );
}
