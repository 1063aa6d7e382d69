//! Tiles from a file that the city brings along (`PMTiles` 3).

use pmtiles::{AsyncPmTilesReader, Compression, MmapBackend, TileCoord, TileType};

use crate::domain::tile::{LAST_ZOOM, TileId};
use crate::error::Error;
use crate::snapshot::PackedTile;

/// An open archive of vector tiles.
pub struct Archive {
    path: String,
    reader: AsyncPmTilesReader<MmapBackend>,
}

impl Archive {
    /// Opens the file at `path`.
    ///
    /// # Errors
    /// When it is not there, is no archive, or holds something else than compressed vector tiles.
    pub async fn open(path: &str) -> Result<Self, Error> {
        let reader = AsyncPmTilesReader::new_with_path(path)
            .await
            .map_err(|error| refused(path, &error))?;
        let header = reader.get_header();
        if header.tile_type != TileType::Mvt || header.tile_compression != Compression::Gzip {
            return Err(refused(
                path,
                "must hold vector tiles (mvt) compressed with gzip",
            ));
        }
        Ok(Self {
            path: path.to_owned(),
            reader,
        })
    }

    /// The last zoom with tiles of its own, as far as we ask for them.
    pub(in crate::api) fn last_zoom(&self) -> u8 {
        self.reader.get_header().max_zoom.min(LAST_ZOOM)
    }

    /// The compressed tile; empty where there is none.
    pub(super) async fn tile(&self, id: TileId) -> Result<PackedTile, Error> {
        let at =
            TileCoord::new(id.z(), id.x(), id.y()).map_err(|error| refused(&self.path, &error))?;
        let tile = self
            .reader
            .get_tile(at)
            .await
            .map_err(|error| refused(&self.path, &error))?;
        Ok(tile.map_or_else(PackedTile::default, |bytes| bytes.to_vec().into()))
    }
}

fn refused(path: &str, reason: &(impl ToString + ?Sized)) -> Error {
    Error::BaseMap {
        path: path.to_owned(),
        reason: reason.to_string(),
    }
}
