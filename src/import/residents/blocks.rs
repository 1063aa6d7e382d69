//! A city's own statistics: blocks with people, spread over the squares they cover.

use geo::{Area, BooleanOps, BoundingRect, MapCoords, MultiPolygon};

use super::columns::PERSONS;
use super::gathered::Gathered;
use crate::domain::grid::{GridCell, GridWindow, grid_metres};
use crate::domain::residents::{MOST_PERSONS, PER_PERSON, apportion};
use crate::domain::{Invalid, shape};
use crate::import::fields::Fields;
use crate::import::{Complaints, Refused, record};

/// A block that covers more squares than this is no block.
const MOST_CELLS: u64 = 100_000;

/// Reads GeoJSON into `gathered`.
pub(super) fn read(
    file: &str,
    bytes: &[u8],
    window: &GridWindow,
    gathered: &mut Gathered,
    complaints: &mut Complaints<'_>,
) -> Result<(), Refused> {
    for record in record::read(file, bytes)? {
        let is_there = |name: &&str| record.fields.contains_key(*name);
        let name = PERSONS.into_iter().find(is_there);
        let mut fields = Fields::of(record, complaints);
        let persons = persons(&mut fields, name);
        let geometry = fields.geometry();
        let geometry = geometry.ok_or_else(|| Invalid::new("geometry", "is missing"));
        let area = fields.checked(geometry.and_then(shape::geojson::read_area));
        let Some((persons, area)) = persons.zip(area) else {
            continue;
        };
        let shares = shares(&area.area.map_coords(grid_metres));
        let Some(shares) = fields.checked(shares) else {
            continue;
        };
        if !shares.iter().any(|(cell, _)| window.has(*cell)) {
            gathered.elsewhere += 1;
            continue;
        }
        let Some(persons) = persons else {
            gathered.withheld_blocks += 1;
            continue;
        };
        let weights: Vec<u64> = shares.iter().map(|(_, weight)| *weight).collect();
        let parts = apportion(u64::from(persons) * u64::from(PER_PERSON), &weights);
        for ((cell, _), part) in shares.iter().zip(parts.into_iter().flatten()) {
            *gathered.blocks.entry(*cell).or_default() += part;
        }
    }
    Ok(())
}

/// The people of a block, in the property called `name`; none inside where they are withheld, none at all where the number is wrong.
#[expect(
    clippy::option_option,
    reason = "a number that is wrong is not one that is withheld"
)]
fn persons(fields: &mut Fields<'_, '_>, name: Option<&'static str>) -> Option<Option<u32>> {
    let Some(name) = name else {
        let there = fields.left().join(", ");
        let reason =
            format!("is missing (or einwohner, population); the properties there are: {there}");
        fields.complain(Invalid::new("persons", reason));
        return None;
    };
    if !fields.has(name) {
        return Some(None);
    }
    let persons: u32 = fields.number(name)?;
    let too_many = || Invalid::new(name, format!("must be at most {MOST_PERSONS}"));
    let checked = (persons <= MOST_PERSONS)
        .then_some(persons)
        .ok_or_else(too_many);
    fields.checked(checked).map(Some)
}

/// The squares that `area` (in metres of the grid) covers, and how much of each in square centimetres.
fn shares(area: &MultiPolygon<f64>) -> Result<Vec<(GridCell, u64)>, Invalid> {
    let far = || Invalid::new("geometry", "lies where the grid of Europe does not reach");
    let rect = area.bounding_rect().ok_or_else(far)?;
    let corner = |point| GridCell::at_metres(point).ok_or_else(far);
    let (low, high) = (corner(rect.min())?, corner(rect.max())?);
    let count = |low: u32, high: u32| u64::from(high - low) + 1;
    if count(low.row, high.row) * count(low.column, high.column) > MOST_CELLS {
        return Err(Invalid::new("geometry", "is too large for a block"));
    }
    let cells = (low.row..=high.row)
        .flat_map(|row| (low.column..=high.column).map(move |column| GridCell { row, column }));
    let covered = cells.filter_map(|cell| {
        let square: MultiPolygon<f64> = cell.rect_m().to_polygon().into();
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a hectare has 10^8 square centimetres"
        )]
        let weight = (area.intersection(&square).unsigned_area() * 1e4).round() as u64;
        (weight > 0).then_some((cell, weight))
    });
    Ok(covered.collect())
}
