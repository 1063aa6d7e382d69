//! The drawn city as rows: one compressed value, cut into parts.

use std::io::{Read, Write};

use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;

use crate::domain::{CityMap, Invalid};
use crate::error::Error;

/// A mebibyte a row: far below what any database, driver or proxy carries.
const PART_BYTES: usize = 1 << 20;

/// How a map is written. Another number says that this program cannot read it: the map must be imported again.
const FORMAT: u8 = 1;

/// The parts of a map.
pub(super) fn parts_of(map: &CityMap) -> Result<Vec<Vec<u8>>, Error> {
    let packed = postcard::to_allocvec(map).map_err(|error| corrupt(&error))?;
    let mut gzip = GzEncoder::new(Vec::new(), Compression::fast());
    let bytes = gzip
        .write_all(&[FORMAT])
        .and_then(|()| gzip.write_all(&packed))
        .and_then(|()| gzip.finish());
    let bytes = bytes.map_err(|error| corrupt(&error))?;
    Ok(bytes.chunks(PART_BYTES).map(<[u8]>::to_vec).collect())
}

/// The map that its parts, in order, hold; an empty one where another version of the program wrote it.
pub(super) fn map_from(parts: &[Vec<u8>]) -> Result<CityMap, Error> {
    let bytes = parts.concat();
    let mut packed = Vec::new();
    GzDecoder::new(bytes.as_slice())
        .read_to_end(&mut packed)
        .map_err(|error| corrupt(&error))?;
    if let Some((&FORMAT, packed)) = packed.split_first() {
        postcard::from_bytes(packed).map_err(|error| corrupt(&error))
    } else {
        tracing::warn!("the stored map was written by another version: import the extract again");
        Ok(CityMap::default())
    }
}

fn corrupt(error: &impl ToString) -> Error {
    Error::Corrupt {
        table: "map_part",
        id: "all".into(),
        invalid: Invalid::new("data", error.to_string()),
    }
}
