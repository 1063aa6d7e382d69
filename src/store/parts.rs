//! Large values that are only replaced as a whole (the drawn city, its residents): compressed, and cut into rows.

use std::io::{Read, Write};

use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::domain::residents::Residents;
use crate::domain::{CityMap, Invalid};
use crate::error::Error;

/// A mebibyte a row: far below what any database, driver or proxy carries.
const PART_BYTES: usize = 1 << 20;

/// A value that is kept in the parts of a table.
pub(super) trait Parted: Serialize + DeserializeOwned {
    /// The table.
    const TABLE: &str;
    /// What it is called.
    const NAME: &str;
    /// How it is written. Another number says that this program cannot read it: it must be imported again.
    const FORMAT: u8;
}

impl Parted for CityMap {
    const TABLE: &str = "map_part";
    const NAME: &str = "map";
    const FORMAT: u8 = 2;
}

impl Parted for Residents {
    const TABLE: &str = "residents_part";
    const NAME: &str = "grid of residents";
    const FORMAT: u8 = 1;
}

/// The parts of a value.
pub(super) fn parts_of<T: Parted>(value: &T) -> Result<Vec<Vec<u8>>, Error> {
    let packed = postcard::to_allocvec(value).map_err(|error| corrupt::<T>(&error))?;
    let mut gzip = GzEncoder::new(Vec::new(), Compression::fast());
    let bytes = gzip
        .write_all(&[T::FORMAT])
        .and_then(|()| gzip.write_all(&packed))
        .and_then(|()| gzip.finish());
    let bytes = bytes.map_err(|error| corrupt::<T>(&error))?;
    Ok(bytes.chunks(PART_BYTES).map(<[u8]>::to_vec).collect())
}

/// The value that its parts, in order, hold; none where another version of the program wrote it.
pub(super) fn value_from<T: Parted>(parts: &[Vec<u8>]) -> Result<Option<T>, Error> {
    let bytes = parts.concat();
    let mut packed = Vec::new();
    GzDecoder::new(bytes.as_slice())
        .read_to_end(&mut packed)
        .map_err(|error| corrupt::<T>(&error))?;
    match packed.split_first() {
        Some((format, packed)) if *format == T::FORMAT => postcard::from_bytes(packed)
            .map(Some)
            .map_err(|error| corrupt::<T>(&error)),
        _ => {
            let name = T::NAME;
            tracing::warn!("the stored {name} was written by another version: import it again");
            Ok(None)
        }
    }
}

fn corrupt<T: Parted>(error: &impl ToString) -> Error {
    Error::Corrupt {
        table: T::TABLE,
        id: "all".into(),
        invalid: Invalid::new("data", error.to_string()),
    }
}

/// How the parts in a table are replaced.
pub(super) struct Replacement {
    /// The statement that takes away those there are.
    pub(super) delete: &'static str,
    /// The statement that adds one: position, revision, data.
    pub(super) insert: &'static str,
    /// The new parts, if there is a new value.
    pub(super) parts: Option<Vec<Vec<u8>>>,
}

/// Puts the parts of new values in place of those there are; without a new one, takes them away where `forget` says so.
macro_rules! replace_parts {
    ($tx:expr, $all:expr, $revision:expr, forget: $forget:expr) => {
        for own in $all {
            if $forget || own.parts.is_some() {
                sqlx::query(own.delete).execute(&mut *$tx).await?;
            }
            for (position, part) in (0_i64..).zip(own.parts.iter().flatten()) {
                let statement = sqlx::query(own.insert);
                statement
                    .bind(position)
                    .bind($revision)
                    .bind(part)
                    .execute(&mut *$tx)
                    .await?;
            }
        }
    };
}

/// The revision of the value in a table, if there is one, and the value itself where that is not the `known` one.
macro_rules! read_parts {
    ($tx:expr, $table:literal, $known:expr) => {{
        let newest = concat!("select max(revision) from ", $table);
        let (revision,): (Option<i64>,) = sqlx::query_as(newest).fetch_one(&mut *$tx).await?;
        let revision = revision.map(Revision);
        let value = if revision.is_some() && revision != $known {
            let select = concat!("select data from ", $table, " order by position");
            let parts: Vec<Vec<u8>> = sqlx::query_scalar(select).fetch_all(&mut *$tx).await?;
            parts::value_from(&parts)?
        } else {
            None
        };
        (revision, value)
    }};
}

pub(super) use {read_parts, replace_parts};
