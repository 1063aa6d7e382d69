//! Vector tiles of the drawn city.

mod archive;

use std::io::{Read, Write};
use std::sync::Arc;

use axum::Extension;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;

use crate::api::answer::is_known;
use crate::api::problem::Problem;
use crate::city::City;
use crate::domain::Invalid;
use crate::domain::tile::TileId;
use crate::error::Error;
use crate::export::tile::base_tile;
use crate::pages::accepts;
use crate::query::{Param, Params, Schema};
use crate::snapshot::{MapLayers, PackedTile, Snapshot};

pub use archive::Archive;

/// The city's own archive of tiles, where the server has one.
pub type Served = Option<Extension<Arc<Archive>>>;

/// Media type of vector tiles (as registered with IANA).
pub const MVT: &str = "application/vnd.mapbox-vector-tile";

/// What a tile can be asked.
pub const TILE_PARAMS: &[Param] = &[Param::optional(
    "drawing",
    Schema::Text(40),
    "The drawing, as the style names it: the tile then stays the same for ever and may be kept.",
)];

/// The name of a drawing in addresses: another drawing, or another program that draws it, has another.
pub fn drawing_of(map: &MapLayers) -> String {
    format!("{:016x}-{}", map.fingerprint(), env!("CARGO_PKG_VERSION"))
}

/// A tile whose address names its drawing never changes.
const FOR_EVER: &str = "public, max-age=31536000, immutable";

/// `GET /api/tiles/base/{z}/{x}/{y}`
pub async fn base(
    State(city): State<Arc<City>>,
    Path((z, x, y)): Path<(String, String, String)>,
    archive: Served,
    uri: Uri,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let mut params = Params::parse(uri.query().unwrap_or_default(), &[TILE_PARAMS])?;
    let asked = params.text("drawing");
    let id = tile_id(&z, &x, &y)?;
    if let Some(Extension(archive)) = archive {
        let tile = archive.tile(id).await?;
        return if tile.bytes.is_empty() {
            Ok(empty())
        } else {
            answer(&tile, false, &headers)
        };
    }
    let snapshot = city.snapshot();
    let Some(map) = snapshot.map().filter(|map| map.ground().has_things_in(id)) else {
        return Ok(empty());
    };
    let is_named = asked.is_some_and(|asked| asked == drawing_of(map));
    let tile = match map.tiles().known(id) {
        Some(tile) => tile,
        None => made(&snapshot, id).await?,
    };
    if tile.bytes.is_empty() {
        return Ok(empty());
    }
    answer(&tile, is_named, &headers)
}

/// Where nothing is drawn there is no tile: not a failure.
fn empty() -> Response {
    StatusCode::NO_CONTENT.into_response()
}

fn tile_id(z: &str, x: &str, y: &str) -> Result<TileId, Invalid> {
    let number = |field: &'static str, text: &str| {
        let digits = !text.is_empty() && text.bytes().all(|digit| digit.is_ascii_digit());
        let number = text.parse::<u32>().ok().filter(|_| digits);
        number.ok_or_else(|| Invalid::new(field, "must be a whole number"))
    };
    let y = y
        .strip_suffix(".mvt")
        .ok_or_else(|| Invalid::new("y", "must end with .mvt"))?;
    let zoom = number("z", z)?;
    TileId::new(
        u8::try_from(zoom).unwrap_or(u8::MAX),
        number("x", x)?,
        number("y", y)?,
    )
}

/// Makes a tile where it holds up no other request; while there is room to keep it, it is made once, however many ask.
async fn made(snapshot: &Arc<Snapshot>, id: TileId) -> Result<PackedTile, Problem> {
    let snapshot = Arc::clone(snapshot);
    let making = tokio::task::spawn_blocking(move || {
        let map = snapshot.map()?;
        Some(map.tiles().tile(id, || packed_tile(map, id)))
    });
    let made = making.await.map_err(Error::Interrupted)?;
    Ok(made.unwrap_or_default())
}

/// The compressed tile; nothing at all where it shows nothing.
fn packed_tile(map: &MapLayers, id: TileId) -> PackedTile {
    let tile = base_tile(map, id).unwrap_or_else(|error| {
        tracing::error!(%error, ?id, "a tile could not be encoded");
        Vec::new()
    });
    if tile.is_empty() {
        return PackedTile::default();
    }
    let mut gzip = GzEncoder::new(Vec::new(), Compression::new(6));
    let packed = gzip.write_all(&tile).and_then(|()| gzip.finish());
    packed.expect("writing to memory does not fail").into()
}

/// A tile under a strong tag of its bytes, compressed where the caller takes that.
fn answer(tile: &PackedTile, is_named: bool, headers: &HeaderMap) -> Result<Response, Problem> {
    let accepted = headers
        .get(header::ACCEPT_ENCODING)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    let is_packed = accepts(accepted, "gzip");
    let tag = strong_tag(tile.mark, is_packed);
    let mut answer = if is_known(headers, &tag) {
        StatusCode::NOT_MODIFIED.into_response()
    } else if is_packed {
        let bytes = axum::body::Bytes::from_owner(Arc::clone(&tile.bytes));
        ([(header::CONTENT_ENCODING, "gzip")], bytes).into_response()
    } else {
        let mut bytes = Vec::new();
        let mut unpacked = GzDecoder::new(&tile.bytes[..]).take(MOST_UNPACKED_BYTES);
        unpacked
            .read_to_end(&mut bytes)
            .map_err(|error| Error::BaseMap {
                path: "a tile".to_owned(),
                reason: error.to_string(),
            })?;
        bytes.into_response()
    };
    let kept = if is_named { FOR_EVER } else { "no-cache" };
    for (name, value) in [
        (header::CONTENT_TYPE, HeaderValue::from_static(MVT)),
        (header::ETAG, tag),
        (header::CACHE_CONTROL, HeaderValue::from_static(kept)),
        (header::VARY, HeaderValue::from_static("accept-encoding")),
    ] {
        answer.headers_mut().insert(name, value);
    }
    Ok(answer)
}

/// No tile is larger unpacked; an archive of the city's may hold anything.
const MOST_UNPACKED_BYTES: u64 = 16 << 20;

/// Two forms of one tile are two byte strings, and so two tags.
fn strong_tag(mark: u64, is_packed: bool) -> HeaderValue {
    let form = if is_packed { "gz" } else { "plain" };
    let tag = format!("\"{mark:016x}-{form}\"");
    HeaderValue::from_str(&tag).expect("letters, digits and quotes are a header value")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tile_is_named_by_three_whole_numbers_and_its_ending() {
        let wrong = |z, x, y| tile_id(z, x, y).unwrap_err().field.to_string();
        assert!(tile_id("14", "8800", "5373.mvt").is_ok());
        assert_eq!(wrong("14", "8800", "5373"), "y");
        assert_eq!(wrong("14", "8800", "5373.png"), "y");
        assert_eq!(wrong("+1", "0", "0.mvt"), "z");
        assert_eq!(wrong("300", "0", "0.mvt"), "z");
        assert_eq!(wrong("1", "99999999999", "0.mvt"), "x");
    }
}
