//! Scripts, styles, fonts and icons: built by `npm run build` in `web`, inside the program.

use std::borrow::Cow;
use std::sync::LazyLock;

use axum::extract::Path;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use rust_embed::{Embed, EmbeddedFile};
use serde::Deserialize;

/// What Vite made; empty where the program was compiled without it.
#[derive(Embed)]
#[folder = "web/dist"]
#[allow_missing = true]
struct Built;

/// The addresses of what every page loads.
pub struct Assets {
    /// The script that wakes the islands.
    pub script: String,
    /// Style sheets.
    pub styles: Vec<String>,
    /// The script of the quiet pages, which load nothing else.
    pub quiet_script: String,
    /// Their style sheets.
    pub quiet_styles: Vec<String>,
    /// The sprite with every icon.
    pub icons: String,
    /// The icon of the whole site.
    pub app_icon: String,
    /// The font of running text, worth asking for early.
    pub font: Option<String>,
    /// The name of the worker that keeps pages for when there is no network.
    worker: String,
    /// The fonts of labels on the map.
    pub map_fonts: Vec<MapFont>,
}

/// A file with some letters of a font for the map.
pub struct MapFont {
    /// The name of the font in the map's style.
    pub name: &'static str,
    /// Which letters the file holds.
    pub unicode_range: &'static [&'static str],
    /// Where it is.
    pub address: String,
}

const LATIN: &[&str] = &[
    "U+0000-00FF",
    "U+0131",
    "U+0152-0153",
    "U+02C6",
    "U+02DA",
    "U+02DC",
    "U+2000-206F",
    "U+20AC",
    "U+2122",
];
const LATIN_EXT: &[&str] = &[
    "U+0100-0130",
    "U+0132-0151",
    "U+0154-02BA",
    "U+1E00-1E9F",
    "U+20A0-20AB",
];

/// The fonts of the map's style: name, letters, and file in Vite's manifest.
const MAP_FONTS: [(&str, &[&str], &str); 4] = [
    ("noto_sans_regular", LATIN, "latin-400"),
    ("noto_sans_regular", LATIN_EXT, "latin-ext-400"),
    ("noto_sans_bold", LATIN, "latin-600"),
    ("noto_sans_bold", LATIN_EXT, "latin-ext-600"),
];

/// One entry of Vite's manifest.
#[derive(Deserialize)]
struct Entry {
    file: String,
    #[serde(default)]
    css: Vec<String>,
}

static ASSETS: LazyLock<Option<Assets>> = LazyLock::new(|| {
    let manifest = Built::get("manifest.json")?;
    Assets::from_manifest(&manifest.data)
});

/// Where files are served.
const FOLDER: &str = "/assets/";

/// The text font of the page in Vite's manifest.
const TEXT_FONT: &str = "node_modules/@fontsource/noto-sans/files/noto-sans-latin-400-normal.woff2";

impl Assets {
    /// The built assets, if the program has them.
    #[must_use]
    pub fn built() -> Option<&'static Self> {
        ASSETS.as_ref()
    }

    fn from_manifest(manifest: &[u8]) -> Option<Self> {
        let entries: std::collections::HashMap<String, Entry> =
            serde_json::from_slice(manifest).ok()?;
        let address = |file: &String| format!("{FOLDER}{file}");
        let of = |name: &str| entries.get(name).map(|entry| address(&entry.file));
        let main = entries.get("src/main.ts")?;
        let quiet = entries.get("src/quiet/quiet.ts")?;
        Some(Self {
            quiet_script: address(&quiet.file),
            quiet_styles: quiet.css.iter().map(address).collect(),
            script: address(&main.file),
            styles: main.css.iter().map(address).collect(),
            icons: of("icons.svg")?,
            app_icon: of("icons/app.svg")?,
            font: of(TEXT_FONT),
            worker: entries.get("worker/service-worker.ts")?.file.clone(),
            map_fonts: MAP_FONTS
                .into_iter()
                .filter_map(|(name, unicode_range, file)| {
                    let address = of(&format!(
                        "node_modules/@fontsource/noto-sans/files/noto-sans-{file}-normal.woff2"
                    ))?;
                    Some(MapFont {
                        name,
                        unicode_range,
                        address,
                    })
                })
                .collect(),
        })
    }
}

/// `GET /sw.js`: from the root, because a worker rules what lies below its address.
pub(super) async fn serve_worker(headers: HeaderMap) -> Response {
    let Some(assets) = Assets::built() else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let mut answer = serve(Path(assets.worker.clone()), headers).await;
    let asked_again = header::HeaderValue::from_static("no-cache");
    answer
        .headers_mut()
        .insert(header::CACHE_CONTROL, asked_again);
    answer
}

/// Encodings made at build time, the smaller one first: name in `Accept-Encoding` and ending of the file.
const ENCODINGS: [(&str, &str); 2] = [("br", ".br"), ("gzip", ".gz")];

/// Names carry a hash of their content, so a browser need never ask twice.
const FOR_EVER: &str = "public, max-age=31536000, immutable";

/// How the names of the files of the quiet pages begin. No browser keeps them: they would tell that somebody was there.
const QUIET: &str = "quiet";

/// Answers with a built file, compressed where the browser accepts it.
pub(super) async fn serve(Path(name): Path<String>, headers: HeaderMap) -> Response {
    let accepted = headers
        .get(header::ACCEPT_ENCODING)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    let compressed = ENCODINGS
        .into_iter()
        .filter(|(encoding, _)| accepts(accepted, encoding))
        .find_map(|(encoding, ending)| {
            Built::get(&format!("{name}{ending}")).map(|file| (encoding, file))
        });
    match (compressed, Built::get(&name)) {
        (Some((encoding, file)), _) => {
            let encoded = [(header::CONTENT_ENCODING, encoding)];
            (encoded, content(&name, file)).into_response()
        }
        (None, Some(file)) => content(&name, file).into_response(),
        (None, None) => StatusCode::NOT_FOUND.into_response(),
    }
}

fn content(name: &str, file: EmbeddedFile) -> impl IntoResponse {
    let bytes = match file.data {
        Cow::Borrowed(bytes) => axum::body::Bytes::from_static(bytes),
        Cow::Owned(bytes) => bytes.into(),
    };
    let lifetime = if name.starts_with(QUIET) {
        "no-store"
    } else {
        FOR_EVER
    };
    let headers = [
        (header::CONTENT_TYPE, media_type(name)),
        (header::CACHE_CONTROL, lifetime),
        (header::VARY, "accept-encoding"),
    ];
    (headers, bytes)
}

/// The media types of what Vite makes; nothing else is served as more than bytes.
fn media_type(name: &str) -> &'static str {
    match name.rsplit_once('.').map(|(_, ending)| ending) {
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("woff2") => "font/woff2",
        Some("json") => "application/json",
        _ => "application/octet-stream",
    }
}

/// Whether `Accept-Encoding` names `encoding` without refusing it (`q=0`).
#[must_use]
pub fn accepts(accepted: &str, encoding: &str) -> bool {
    accepted.split(',').any(|part| {
        let mut part = part.split(';').map(str::trim);
        let is_named = part
            .next()
            .is_some_and(|name| name.eq_ignore_ascii_case(encoding));
        let is_refused = part
            .filter_map(|weight| weight.strip_prefix("q="))
            .any(|weight| weight.parse().is_ok_and(|weight: f32| weight <= 0.0));
        is_named && !is_refused
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_encoding_is_used_only_when_it_is_welcome() {
        assert!(accepts("gzip, deflate, br", "br"));
        assert!(accepts("GZIP;q=0.5", "gzip"));
        assert!(!accepts("br;q=0, gzip", "br"));
        assert!(!accepts("", "gzip"));
        assert!(!accepts("brotli", "br"));
    }

    #[test]
    fn the_manifest_names_what_a_page_loads() {
        let manifest = br#"{
            "src/main.ts": {"file": "main-1.js", "css": ["main-2.css"], "isEntry": true},
            "src/quiet/quiet.ts": {"file": "quiet-6.js", "css": ["quiet-7.css"], "isEntry": true},
            "icons.svg": {"file": "icons-3.svg"},
            "icons/app.svg": {"file": "app-4.svg"},
            "worker/service-worker.ts": {"file": "service-worker-5.js"}
        }"#;
        let assets = Assets::from_manifest(manifest).unwrap();
        assert_eq!(assets.script, "/assets/main-1.js");
        assert_eq!(assets.styles, ["/assets/main-2.css"]);
        assert_eq!(assets.quiet_script, "/assets/quiet-6.js");
        assert_eq!(assets.quiet_styles, ["/assets/quiet-7.css"]);
        assert!(Assets::from_manifest(b"{}").is_none());
    }

    #[test]
    fn every_kind_has_its_icon_in_the_sprite() {
        let sprite = include_str!("../../web/icons.svg");
        for (_, kind) in crate::domain::Catalogue::shipped().kinds() {
            assert!(
                sprite.contains(&format!("id=\"{}\"", kind.icon)),
                "{}",
                kind.icon
            );
        }
    }
}
