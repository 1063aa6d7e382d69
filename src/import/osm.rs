//! OpenStreetMap extracts (`.osm.pbf`), read into places and districts.
//!
//! A file is passed over three times: for the objects that may be places or districts, for the ways
//! these are made of, and for the corners of those. Only what is needed is kept in memory. The header's
//! box, versions and timestamps are not looked at: too many files have wrong ones.
//!
//! A file that is damaged or cut off is refused as a whole ([`OsmError`]). Whatever is wrong with single
//! objects is survived and told ([`Report`]): extracts always cut some of them in two.

mod blocks;
mod build;
mod districts;
mod error;
mod extract;
mod facts;
mod graph;
mod id;
mod map;
mod members;
mod nesting;
mod report;
mod rings;
mod scan;
mod settlements;
mod stray;
mod strings;
mod unpack;
mod whole;
mod words;

use std::path::Path;

pub use districts::{DistrictReport, Districts};
pub use error::OsmError;
pub use extract::{Boundary, Extract, Object, Outline, Shelters};
pub use id::OsmId;
pub use report::{AddressReport, Finding, Found, Level, Report};
pub use settlements::Settlement;
pub use whole::whole_objects;

use blocks::Blocks;
use members::Members;

/// What a reader may choose.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Options {
    /// Objects of which no part lies within this distance of the middle of all objects are
    /// reported as far away, in metres.
    pub far_away_m: f64,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            far_away_m: 50_000.0,
        }
    }
}

/// Reads the places and administrative boundaries of an extract, using all cores.
///
/// # Errors
/// When the file cannot be read, is no PBF file, is cut off or damaged; the message names the place in the file.
pub fn read(path: &Path, options: &Options) -> Result<Extract, OsmError> {
    let blocks = Blocks::open(path)?;
    let scan = scan::scan(&blocks)?;
    let members = Members::read(&blocks, &scan)?;
    let mut extract = build::build(scan, &members, options.far_away_m);
    (extract.map, extract.settlements, extract.report.addresses) = map::read(&blocks)?;
    Ok(extract)
}
