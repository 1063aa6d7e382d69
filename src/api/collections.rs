//! What collections there are (OGC API Features Part 1: Core, 7.13 and 7.14).

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::{HeaderMap, Uri};
use axum::response::Response;
use serde_json::{Value, json};

use crate::api::answer::{GEOJSON, JSON, Key, revisioned};
use crate::api::base::Base;
use crate::api::problem::Problem;
use crate::city::City;
use crate::query::Params;
use crate::snapshot::Snapshot;

/// A set of features that can be asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Collection {
    /// Meeting places, closed ones too.
    Places,
    /// Districts.
    Districts,
    /// Events and offers, past ones too.
    Events,
    /// Published audits for barriers: the newest of each place and source.
    Audits,
    /// Areas that were released of how safe people feel.
    SafetyCells,
}

impl Collection {
    /// Every collection.
    pub const ALL: &'static [Self] = &[
        Self::Places,
        Self::Districts,
        Self::Events,
        Self::Audits,
        Self::SafetyCells,
    ];

    /// Its name in addresses.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Places => "places",
            Self::Districts => "districts",
            Self::Events => "events",
            Self::Audits => "audits",
            Self::SafetyCells => "safety-cells",
        }
    }

    const fn title(self) -> &'static str {
        match self {
            Self::Places => "Meeting places",
            Self::Districts => "Districts",
            Self::Events => "Events and offers",
            Self::Audits => "Audits for barriers",
            Self::SafetyCells => "How safe people feel",
        }
    }

    const fn description(self) -> &'static str {
        match self {
            Self::Places => {
                "Rooms and outdoor places to meet, with what is known about them; closed ones stay, with their status."
            }
            Self::Districts => {
                "The districts of the city, with where their outline comes from and their population."
            }
            Self::Events => {
                "Events and offers held at places, each with its next dates on its own clock; they never extend the hours of a place."
            }
            Self::Audits => {
                "What was measured at places, and what follows for people with seven needs: the newest published audit of each place, and apart from it what those who run the place say."
            }
            Self::SafetyCells => {
                "Districts and merged squares of 500 m of the newest releases, each whole and with its frozen classes; no class means none or too few. Reports show perception, not crime."
            }
        }
    }

    /// The collection of that name.
    ///
    /// # Errors
    /// When there is none.
    pub fn named(id: &str) -> Result<Self, Problem> {
        let mut all = Self::ALL.iter().copied();
        all.find(|own| own.id() == id)
            .ok_or_else(|| Problem::unknown_collection(id))
    }

    fn describe(self, snapshot: &Snapshot, base: &Base) -> Value {
        let path = format!("/api/collections/{}", self.id());
        let mut collection = json!({
            "id": self.id(),
            "title": self.title(),
            "description": self.description(),
            "itemType": "feature",
            "crs": ["http://www.opengis.net/def/crs/OGC/1.3/CRS84"],
            "links": [
                base.link(&path, "self", JSON, "This collection"),
                base.link(&format!("{path}/items"), "items", GEOJSON, self.title()),
            ],
        });
        if let Some(bbox) = snapshot.bbox() {
            collection["extent"] = json!({ "spatial": {
                "bbox": [bbox.to_array()],
                "crs": "http://www.opengis.net/def/crs/OGC/1.3/CRS84",
            }});
        }
        collection
    }
}

/// `GET /api/collections`
pub async fn list(
    State(city): State<Arc<City>>,
    base: Base,
    uri: Uri,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    Params::parse(uri.query().unwrap_or_default(), &[])?;
    let snapshot = city.snapshot();
    let key = Key {
        path_and_query: uri.path(),
        base: base.as_str(),
        moment: None,
    };
    Ok(revisioned(&snapshot, &key, &headers, JSON, || {
        let collections: Vec<_> = Collection::ALL
            .iter()
            .map(|own| own.describe(&snapshot, &base))
            .collect();
        json!({
            "revision": snapshot.revision().0,
            "links": [base.link("/api/collections", "self", JSON, "The collections")],
            "collections": collections,
        })
    }))
}

/// `GET /api/collections/{collection}`
pub async fn one(
    State(city): State<Arc<City>>,
    Path(id): Path<String>,
    base: Base,
    uri: Uri,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let collection = Collection::named(&id)?;
    Params::parse(uri.query().unwrap_or_default(), &[])?;
    let snapshot = city.snapshot();
    let key = Key {
        path_and_query: uri.path(),
        base: base.as_str(),
        moment: None,
    };
    Ok(revisioned(&snapshot, &key, &headers, JSON, || {
        collection.describe(&snapshot, &base)
    }))
}
