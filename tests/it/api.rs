//! The real router in process, one module per part of the URL tree.

mod addresses;
mod caching;
mod changes;
mod collections;
mod districts;
mod events;
mod health;
mod items;
mod landing;
mod links;
mod near;
mod problems;
mod since;
mod tiles;

use std::sync::Arc;

use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Method, Request, StatusCode, header};
use axum::response::Response;
use geo::{LineString, MultiLineString};
use miteinander::city::City;
use miteinander::domain::place::{Cost, Lifecycle, Place, Status, Toilets};
use miteinander::domain::{Fact, Shape, Topic};
use serde_json::Value;
use tower::ServiceExt;

use crate::fixture::{Database, Kept, begun, place, rectangle};

/// A running city and its API. Its clock stands on Wednesday 4 March 2026, 15:00.
struct TestCity {
    city: Arc<City>,
    app: axum::Router,
    _kept: Kept,
}

/// What came back.
struct Answer {
    status: StatusCode,
    headers: HeaderMap,
    body: Vec<u8>,
}

impl TestCity {
    async fn with(places: impl IntoIterator<Item = Place>) -> Self {
        let kept = Kept::new(Database::Sqlite).await.unwrap();
        let city = begun(&kept, places).await;
        Self {
            app: miteinander::api::app(Arc::clone(&city)),
            city,
            _kept: kept,
        }
    }

    /// Six places with everything that filters ask for, each different.
    async fn of_six() -> Self {
        Self::with(six_places()).await
    }

    async fn send(
        &self,
        method: Method,
        path: &str,
        headers: &[(&str, &str)],
        body: Body,
    ) -> Answer {
        let mut request = Request::builder().method(method).uri(path);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let request = request.body(body).expect("a request that HTTP can carry");
        Answer::of(self.app.clone().oneshot(request).await.unwrap()).await
    }

    async fn get(&self, path: &str) -> Answer {
        self.send(Method::GET, path, &[], Body::empty()).await
    }

    async fn get_with(&self, path: &str, headers: &[(&str, &str)]) -> Answer {
        self.send(Method::GET, path, headers, Body::empty()).await
    }

    /// The names of the places that a question about the items of `places` finds.
    async fn names(&self, query: &str) -> Vec<String> {
        let answer = self
            .get(&format!("/api/collections/places/items?{query}"))
            .await;
        assert_eq!(answer.status, StatusCode::OK, "{query}: {}", answer.text());
        answer.names()
    }
}

impl Answer {
    async fn of(response: Response) -> Self {
        let (parts, body) = response.into_parts();
        Self {
            status: parts.status,
            headers: parts.headers,
            body: to_bytes(body, usize::MAX).await.unwrap().to_vec(),
        }
    }

    fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    fn json(&self) -> Value {
        serde_json::from_slice(&self.body)
            .unwrap_or_else(|error| panic!("{error}: {}", self.text()))
    }

    fn header(&self, name: header::HeaderName) -> &str {
        self.headers
            .get(name)
            .map_or("", |value| value.to_str().unwrap())
    }

    fn names(&self) -> Vec<String> {
        let json = self.json();
        let features = json["features"].as_array().unwrap();
        let name = |feature: &Value| feature["properties"]["name"].as_str().unwrap().to_owned();
        features.iter().map(name).collect()
    }

    /// The address of the link with this relation.
    fn link(&self, rel: &str) -> Option<String> {
        let json = self.json();
        let links = json["links"].as_array().unwrap().clone();
        let link = links.into_iter().find(|link| link["rel"] == rel)?;
        Some(link["href"].as_str().unwrap().to_owned())
    }

    /// Asserts that this is a problem document of that status about that field, and returns its sentence.
    fn problem(&self, status: u16, kind: &str, field: Option<&str>) -> String {
        assert_eq!(self.status.as_u16(), status, "{}", self.text());
        assert_eq!(
            self.header(header::CONTENT_TYPE),
            "application/problem+json"
        );
        let json = self.json();
        assert_eq!(json["status"], status);
        assert_eq!(json["type"], kind, "{json}");
        assert!(!json["title"].as_str().unwrap().is_empty());
        assert_eq!(json["field"].as_str(), field, "{json}");
        let detail = json["detail"].as_str().expect("a sentence").to_owned();
        assert!(!detail.ends_with('.') && detail.len() < 1500, "{detail}");
        detail
    }
}

fn six_places() -> Vec<Place> {
    let mut library = named(1, "Bücherei", "library", 9.19, 48.9);
    library.opening_hours = "Tu-Sa 10:00-18:00".parse().ok();
    library.facts.cost = Some(Cost::Free);
    library.facts.consumption_required = Fact::No;
    library.facts.toilets = Some(Toilets::Wheelchair);
    library.facts.topics = [Topic::ReadQuiet, Topic::LearnHomework]
        .into_iter()
        .collect();

    let mut night = named(2, "Nachtcafé", "youth_centre", 9.21, 48.9);
    night.opening_hours = "Sa 22:00-04:00".parse().ok();
    night.facts.cost = Some(Cost::Fee);
    night.facts.consumption_required = Fact::Yes;
    night.facts.toilets = Some(Toilets::Yes);
    night.facts.topics = [Topic::TalkCoffee].into_iter().collect();

    let mut park = named(3, "Stadtpark", "park", 0.0, 0.0);
    park.shape = Shape::Area(rectangle(9.22, 48.90, 9.23, 48.91));
    park.opening_hours = "siehe Aushang".parse().ok();
    park.facts.cost = Some(Cost::Free);

    let mut closed = named(4, "Altes Haus", "neighbourhood_centre", 9.18, 48.91);
    let day = |text: &str| Some(text.parse().unwrap());
    closed.lifecycle =
        Lifecycle::new(Status::Closed, day("2001-05-01"), day("2024-12-31")).unwrap();
    closed.opening_hours = "24/7".parse().ok();

    let mut trail = named(5, "Uferweg", "trail", 0.0, 0.0);
    let way: LineString<f64> = vec![(9.16, 48.86), (9.17, 48.87), (9.18, 48.87)].into();
    trail.shape = Shape::Line(MultiLineString::new(vec![way]));
    trail.opening_hours = "24/7".parse().ok();

    let outside = named(6, "Draußen", "square", 9.4, 48.9);
    vec![library, night, park, closed, trail, outside]
}

fn named(number: u128, name: &str, kind: &str, lon: f64, lat: f64) -> Place {
    Place {
        name: name.parse().unwrap(),
        kind: kind.parse().unwrap(),
        ..place(number, lon, lat)
    }
}

/// A hundred and five places on a line to the east, by number.
fn many() -> impl Iterator<Item = Place> {
    (1..=105u32).map(|number| place(number.into(), 9.15 + f64::from(number) * 0.0005, 48.9))
}
