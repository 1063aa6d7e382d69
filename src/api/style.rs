//! The base map as a style that `MapLibre` and other programs draw (style specification 8).

use std::sync::Arc;

use axum::Extension;
use axum::extract::State;
use axum::http::{HeaderMap, Uri};
use axum::response::Response;
use serde::Serialize;
use serde_json::value::RawValue;
use serde_json::{Map, Value, json};

use crate::api::answer::{JSON, Key, revisioned};
use crate::api::base::Base;
use crate::api::problem::Problem;
use crate::api::tiles::{Served, drawing_of};
use crate::city::City;
use crate::domain::choice::choice;
use crate::domain::tile::LAST_ZOOM;
use crate::pages::Assets;
use crate::query::{Param, Params, Schema};
use crate::snapshot::Snapshot;

choice! {
    /// What a map is made for. All are from the colour-blind safe themes of `VersaTiles`.
    Theme: "theme" {
        /// By day.
        Light = "light",
        /// By night.
        Dark = "dark",
        /// For those who ask for more contrast.
        Contrast = "contrast",
        /// The same on a dark ground.
        ContrastDark = "contrast-dark",
        /// On paper, readable in black and white.
        Print = "print",
    }
}

impl Theme {
    /// Its layers: made by `npm run generate`.
    const fn layers(self) -> &'static str {
        match self {
            Self::Light => include_str!("../../web/base-styles/light.json"),
            Self::Dark => include_str!("../../web/base-styles/dark.json"),
            Self::Contrast => include_str!("../../web/base-styles/contrast.json"),
            Self::ContrastDark => include_str!("../../web/base-styles/contrast-dark.json"),
            Self::Print => include_str!("../../web/base-styles/print.json"),
        }
    }
}

/// Which style.
pub const STYLE_PARAMS: &[Param] = &[Param::optional(
    "theme",
    Schema::OneOf(|| Theme::ALL.iter().map(|theme| theme.as_str()).collect()),
    "By day (if left out), by night, with more contrast, or for paper.",
)];

#[derive(Serialize)]
struct Style {
    version: u8,
    name: String,
    sources: Value,
    #[serde(rename = "font-faces")]
    font_faces: Map<String, Value>,
    layers: &'static RawValue,
}

/// `GET /api/style.json`
pub async fn style(
    State(city): State<Arc<City>>,
    base: Base,
    archive: Served,
    uri: Uri,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let mut params = Params::parse(uri.query().unwrap_or_default(), &[STYLE_PARAMS])?;
    let theme = params.take("theme")?.unwrap_or(Theme::Light);
    let snapshot = city.snapshot();
    let archive = archive.map(|Extension(archive)| archive.last_zoom());
    let key = Key {
        path_and_query: uri.path_and_query().map_or("", |all| all.as_str()),
        base: base.as_str(),
        ..Key::default()
    };
    Ok(revisioned(&snapshot, &key, &headers, JSON, || {
        document(&snapshot, &base, theme, archive)
    }))
}

/// `archive` is the last zoom of the city's own tiles, if it has any.
fn document(snapshot: &Snapshot, base: &Base, theme: Theme, archive: Option<u8>) -> Style {
    let source = match archive {
        Some(last_zoom) => {
            let tiles = format!("{}{TILES}", base.as_str());
            let base_map = snapshot.settings().base_map.as_ref();
            let named = base_map.and_then(|own| own.attribution.as_ref());
            let mut source =
                json!({ "type": "vector", "tiles": [tiles], "minzoom": 0, "maxzoom": last_zoom });
            if let Some(named) = named {
                source["attribution"] = json!(named.as_str());
            }
            source
        }
        None => own_source(snapshot, base),
    };
    Style {
        version: 8,
        name: format!("{} ({})", snapshot.settings().name, theme.as_str()),
        sources: json!({ "base": source }),
        font_faces: font_faces(base),
        layers: serde_json::from_str(theme.layers())
            .expect("the shipped styles are JSON: a test reads them"),
    }
}

const TILES: &str = "/api/tiles/base/{z}/{x}/{y}.mvt";

/// The tiles of the imported map; their addresses change with it.
fn own_source(snapshot: &Snapshot, base: &Base) -> Value {
    let drawing = snapshot.map().map_or_else(String::new, drawing_of);
    let tiles = format!("{}{TILES}?drawing={drawing}", base.as_str());
    let mut source =
        json!({ "type": "vector", "tiles": [tiles], "minzoom": 0, "maxzoom": LAST_ZOOM });
    if let Some(bbox) = snapshot.map().and_then(crate::snapshot::MapLayers::bounds) {
        source["bounds"] = json!(bbox.to_array());
    }
    if snapshot.has_osm_data() {
        source["attribution"] = json!("© OpenStreetMap contributors, ODbL 1.0");
    }
    source
}

/// Where the fonts of the labels are, with the letters each file holds; none before the web assets are built.
fn font_faces(base: &Base) -> Map<String, Value> {
    let faces = Assets::built().map_or(&[][..], |assets| &assets.map_fonts);
    let mut by_name: Map<String, Value> = Map::new();
    for face in faces {
        let entry = json!({
            "url": format!("{}{}", base.as_str(), face.address),
            "unicode-range": face.unicode_range,
        });
        match by_name.get_mut(face.name).and_then(Value::as_array_mut) {
            Some(known) => known.push(entry),
            None => _ = by_name.insert(face.name.to_owned(), json!([entry])),
        }
    }
    by_name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_theme_draws_only_what_the_tiles_hold_with_fonts_of_our_own() {
        for theme in Theme::ALL {
            let layers: Vec<Value> = serde_json::from_str(theme.layers()).unwrap();
            assert!(layers.len() > 80, "{theme}");
            for layer in layers {
                let font = &layer["layout"]["text-font"][0];
                assert!(
                    font.is_null() || font == "noto_sans_regular" || font == "noto_sans_bold",
                    "{theme}: {layer}"
                );
                assert!(layer["layout"]["icon-image"].is_null(), "{theme}: {layer}");
                assert!(!layer.to_string().contains("://"), "{theme}: {layer}");
            }
        }
    }
}
