//! The pages as a browser without script gets them, from the real router on a real store.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::path::Path;
use std::sync::Arc;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode, header};
use chrono::DateTime;
use miteinander::city::{City, Clock};
use miteinander::domain::change::CityChange;
use miteinander::gate::Gate;
use miteinander::import::folder::CityFolder;
use miteinander::store::Store;
use miteinander::{api, pages};
use tempfile::TempDir;
use tower::ServiceExt;

mod districts;
mod escaping;
mod events;
mod headers;
mod needs;
mod place;
pub(crate) mod planning;
mod safety;
mod sheets;
mod suggest;
mod times;

/// The built-in city on a Sunday afternoon, behind everything that stands around a path in production.
pub(crate) struct Site {
    pub(crate) city: Arc<City>,
    app: Router,
    _data: Option<TempDir>,
}

pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    headers: HeaderMap,
    pub(crate) text: String,
}

impl Site {
    async fn open() -> Self {
        Self::open_at("2026-11-22T15:00:00+01:00").await
    }

    /// The same with its clock stopped at another moment.
    async fn open_at(moment: &str) -> Self {
        Self::begin(CityFolder::BuiltIn.read().unwrap(), moment).await
    }

    /// Any city at any moment.
    async fn begin(first: CityChange, moment: &str) -> Self {
        let data = TempDir::new().unwrap();
        let store = Store::open_folder(data.path()).await.unwrap();
        let moment = DateTime::parse_from_rfc3339(moment).unwrap();
        let clock = Clock::Stopped(moment.to_utc());
        let city = City::begin(store, first, clock).await.unwrap();
        Self::of(city, Some(data))
    }

    /// The city that is kept in a folder.
    pub(crate) async fn in_folder(data: &Path) -> Self {
        let store = Store::open_folder(data).await.unwrap();
        Self::of(City::open(store, Clock::System).await.unwrap(), None)
    }

    fn of(city: Arc<City>, data: Option<TempDir>) -> Self {
        Self {
            app: app(&city, Gate::default()),
            city,
            _data: data,
        }
    }

    /// The same behind another gate.
    fn behind(self, gate: Gate) -> Self {
        Self {
            app: app(&self.city, gate),
            ..self
        }
    }

    pub(crate) async fn get(&self, address: &str) -> Answer {
        self.get_accepting(address, "identity").await
    }

    async fn get_accepting(&self, address: &str, encoding: &str) -> Answer {
        let request = Request::get(address).header(header::ACCEPT_ENCODING, encoding);
        let request = request.body(Body::empty()).unwrap();
        let answer = self.app.clone().oneshot(request).await.unwrap();
        let (parts, body) = answer.into_parts();
        let bytes = to_bytes(body, usize::MAX).await.unwrap();
        Answer {
            status: parts.status,
            headers: parts.headers,
            text: String::from_utf8_lossy(&bytes).into_owned(),
        }
    }
}

fn app(city: &Arc<City>, gate: Gate) -> Router {
    let router = api::router(Arc::clone(city)).merge(pages::router(Arc::clone(city)));
    api::within_limits(router, Arc::clone(city), gate)
}

/// The values of an attribute, in the order of the page.
fn values<'a>(text: &'a str, attribute: &str) -> Vec<&'a str> {
    let begin = format!("{attribute}=\"");
    let parts = text.split(begin.as_str()).skip(1);
    parts.filter_map(|rest| rest.split('"').next()).collect()
}

#[tokio::test]
async fn the_list_holds_every_place_but_the_closed_ones() {
    let site = Site::open().await;
    let page = site.get("/").await;
    assert_eq!(page.status, StatusCode::OK);
    let snapshot = site.city.snapshot();
    let closed = |name: &str| !page.text.contains(&format!("data-name=\"{name}\""));
    let all = snapshot.places().len();
    assert_eq!(values(&page.text, "data-slug").len(), all - 2);
    assert!(closed("Seniorentreff Villa Ulmer") && closed("Begegnungsstätte Oststraße"));
}

#[tokio::test]
async fn the_fragment_is_the_list_of_the_page() {
    let site = Site::open().await;
    for query in [
        "",
        "?q=Bibliothek",
        "?free=true&lon=9.19&lat=48.9",
        "?district=sued&lang=en",
        "?need=wheelchair,hoh&lang=de-simple",
        "?wc=gold",
    ] {
        let page = site.get(&format!("/{query}")).await;
        let fragment = site.get(&format!("/liste{query}")).await;
        assert!(fragment.text.starts_with("<section id=\"results\""));
        assert!(page.text.contains(&fragment.text), "{query}");
        assert_eq!(page.status, fragment.status);
    }
}

#[tokio::test]
async fn a_list_by_distance_begins_with_the_nearest_and_keeps_them_all() {
    let site = Site::open().await;
    let page = site.get("/?lon=9.2672&lat=48.9086").await.text;
    assert_eq!(
        values(&page, "data-slug").len(),
        values(&site.get("/").await.text, "data-slug").len()
    );
    assert!(values(&page, "data-name")[0].contains("Poppenweiler"));
    assert!(page.contains("direkt hier") && page.contains(" km · <a ") && page.contains(">etwa "));
}

#[tokio::test]
async fn a_box_and_a_position_hold_together() {
    let site = Site::open().await;
    let page = site
        .get("/?lon=9.2672&lat=48.9086&bbox=9.18,48.88,9.2,48.9")
        .await
        .text;
    for lon in values(&page, "data-lon") {
        assert!(
            (9.17..=9.21).contains(&lon.parse::<f64>().unwrap()),
            "{lon}"
        );
    }
    let count = values(&page, "data-slug").len();
    assert!(count > 0 && page.contains(&format!("{count} Orte gefunden")));
}

#[tokio::test]
async fn every_place_has_a_page_and_a_panel_in_every_language_and_no_word_is_missing() {
    let site = Site::open().await;
    let snapshot = site.city.snapshot();
    for located in snapshot.places() {
        let short = located.place.id.short();
        for (language, spoken) in [("de", "de"), ("de-simple", "de"), ("en", "en")] {
            let moved = site.get(&format!("/orte/x-{short}?lang={language}")).await;
            assert_eq!(moved.status, StatusCode::TEMPORARY_REDIRECT);
            let address = moved.headers[header::LOCATION].to_str().unwrap().to_owned();
            let page = site.get(&address).await;
            assert_eq!(page.status, StatusCode::OK, "{address}");
            assert!(page.text.contains(&format!(
                "<html lang=\"{spoken}\" data-language=\"{language}\">"
            )));
            let panel = site
                .get(&format!("/orte/x-{short}?fragment=panel&lang={language}"))
                .await;
            assert!(panel.text.starts_with("<article"), "{address}");
            for text in [&page.text, &panel.text] {
                assert_eq!(untranslated(text), Vec::<&str>::new(), "{address}");
            }
        }
    }
}

/// Texts of elements that look like keys of messages.
fn untranslated(text: &str) -> Vec<&str> {
    let texts = text.split('>').filter_map(|rest| rest.split('<').next());
    let is_key = |text: &&str| {
        let families = [
            "place-",
            "planning-",
            "hours-",
            "status-",
            "topic-",
            "amenity-",
            "access-",
            "cost-",
            "toilets-",
            "fact-",
            "operator-",
            "district-",
            "districts-",
            "boundary-",
            "need-",
            "problem-",
            "help-",
            "privacy-",
            "accessibility-",
            "imprint-",
        ];
        families.iter().any(|family| text.starts_with(family))
    };
    texts.filter(is_key).collect()
}

#[tokio::test]
async fn a_wrong_filter_is_one_sentence_in_the_language_asked_for() {
    let site = Site::open().await;
    for (query, said) in [
        (
            "kind=castle",
            "Der Filter „kind“ hat den Wert „castle“, den wir nicht verstehen. Es muss eine Art aus der Auswahl sein.",
        ),
        ("colour=red", "Der Filter „colour“"),
        (
            "district=nirgends",
            "Es muss ein Stadtteil dieser Stadt sein.",
        ),
        (
            "lon=200&lat=48",
            "Es muss eine Zahl zwischen -180 und 180 sein, zusammen mit lat.",
        ),
        ("lon=9", "Der Filter „lat“"),
        ("q=a&q=b", "Dieser Filter darf nur einmal vorkommen."),
        ("wc=gold&lang=en", "The filter “wc” has the value “gold”"),
    ] {
        let page = site.get(&format!("/?{query}")).await;
        assert_eq!(page.status, StatusCode::BAD_REQUEST, "{query}");
        assert!(page.text.contains(said), "{query}");
    }
}

#[tokio::test]
async fn what_a_visitor_writes_is_text_and_never_markup() {
    let site = Site::open().await;
    for address in [
        "/?q=%3Cscript%3Ealert(1)%3C/script%3E",
        "/?%3Cscript%3E=1",
        "/?kind=%22%3E%3Cscript%3E",
        "/orte/%3Cscript%3E-00000000",
    ] {
        let page = site.get(address).await;
        assert!(!page.text.contains("<script>"), "{address}");
    }
}

#[tokio::test]
async fn a_place_nobody_knows_is_a_page_that_says_so() {
    let site = Site::open().await;
    for slug in [
        "nirgendwo-00000000",
        "ohne",
        "kurz-12",
        "-",
        "zzzzzzzz-zzzzzzzz",
        "%F0%9F%8C%B3-0000000%C3%A9",
    ] {
        let page = site.get(&format!("/orte/{slug}")).await;
        assert_eq!(page.status, StatusCode::NOT_FOUND, "{slug}");
        assert!(page.text.contains("Diesen Ort gibt es nicht"), "{slug}");
        let panel = site.get(&format!("/orte/{slug}?fragment=panel")).await;
        assert!(panel.text.starts_with("<div class=\"place\"><h2"), "{slug}");
    }
}

#[tokio::test]
async fn every_page_carries_the_strict_policy_and_no_page_needs_an_exception() {
    let site = Site::open().await;
    for address in ["/", "/liste", "/?wc=gold", "/orte/nirgendwo-00000000"] {
        let answer = site.get(address).await;
        let policy = answer.headers[header::CONTENT_SECURITY_POLICY]
            .to_str()
            .unwrap();
        assert!(
            policy.starts_with("default-src 'none'") && !policy.contains("unsafe"),
            "{address}"
        );
        assert_eq!(answer.headers[header::REFERRER_POLICY], "no-referrer");
        assert_eq!(answer.headers[header::X_CONTENT_TYPE_OPTIONS], "nosniff");
        let permissions = answer.headers["permissions-policy"].to_str().unwrap();
        assert!(permissions.contains("geolocation=(self)"));
        for inline in [
            " style=\"",
            " onclick=\"",
            "<style",
            "href=\"http",
            "src=\"http",
        ] {
            assert!(!answer.text.contains(inline), "{address}: {inline}");
        }
    }
}

#[tokio::test]
async fn assets_are_kept_for_ever_and_come_compressed_to_those_who_ask() {
    let site = Site::open().await;
    let page = site.get("/").await.text;
    let Some(script) = values(&page, "src")
        .into_iter()
        .find(|address| address.contains("/assets/main-"))
    else {
        println!("skipped: the web assets are not built");
        return;
    };
    let plain = site.get(script).await;
    assert_eq!(
        plain.headers[header::CONTENT_TYPE],
        "text/javascript; charset=utf-8"
    );
    assert!(
        plain.headers[header::CACHE_CONTROL]
            .to_str()
            .unwrap()
            .contains("immutable")
    );
    assert!(!plain.headers.contains_key(header::CONTENT_ENCODING));
    for encoding in ["br", "gzip"] {
        let packed = site.get_accepting(script, encoding).await;
        assert_eq!(packed.headers[header::CONTENT_ENCODING], encoding);
        assert_eq!(packed.headers[header::VARY], "accept-encoding");
    }
}

#[tokio::test]
async fn nothing_but_what_was_built_is_served_below_assets() {
    let site = Site::open().await;
    for address in [
        "/assets/..%2FCargo.toml",
        "/assets/%2e%2e%2f%2e%2e%2fCargo.toml",
        "/assets/%00",
    ] {
        let answer = site.get(address).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{address}");
        let problem = "\"type\":\"/problems/unknown-path\"";
        assert!(answer.text.contains(problem), "{}", answer.text);
    }
}
