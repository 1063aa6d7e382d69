//! Districts out of administrative boundaries, and the name of the city they belong to.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use geo::{BoundingRect, Contains, MultiPolygon};
use serde::Serialize;

use super::extract::{Boundary, Extract, Outline};
use super::settlements::{self, Settlement};
use super::words::Reader;
use crate::domain::district;
use crate::domain::{District, DistrictId, Location, Population, Shape};

/// Levels that parts of a city, or a city alone, may have: 6 is a county or a city of its own, 12 a quarter.
const DISTRICT_LEVELS: std::ops::RangeInclusive<u8> = 6..=12;

/// Levels from this one on are parts of a municipality.
const PART_LEVEL: u8 = 9;

/// The districts of an extract.
#[derive(Clone, Debug, PartialEq)]
pub struct Districts {
    /// The districts, in the order of their boundaries' ids.
    pub districts: Vec<District>,
    /// How they were found.
    pub report: DistrictReport,
}

/// How districts were found. Its `Display` is a summary for people.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct DistrictReport {
    /// The `admin_level` of the boundaries taken, if any were.
    pub level: Option<u8>,
    /// How many there are.
    pub count: usize,
    /// The city's name, if it could be guessed.
    pub city: Option<String>,
    /// Boundaries left out because they are not closed or cross themselves: those of the level, or of all
    /// [levels of districts](Extract::districts) where none was taken.
    pub not_closed: Vec<String>,
    /// Boundaries left out because they lie in another one of the same level.
    pub overlapping: Vec<String>,
}

impl Extract {
    /// The districts of `level`, or of the level that has most closed boundaries beside each other.
    ///
    /// Without a level, those from 6 (county) to 12 (quarter) are looked at; on a tie the finer one wins.
    /// An extract may well have none: then its places stand without a district.
    #[must_use]
    pub fn districts(&self, level: Option<u8>) -> Districts {
        let level = level.or_else(|| self.likely_level());
        let tiles = level.map_or_else(Tiles::default, |level| self.tiles(level));
        let is_looked_at = |boundary: &&Boundary| match level {
            Some(level) => boundary.level == level,
            None => DISTRICT_LEVELS.contains(&boundary.level),
        };
        let not_closed = self
            .boundaries
            .iter()
            .filter(is_looked_at)
            .filter(|boundary| !matches!(boundary.outline, Outline::Closed(_)));
        let report = DistrictReport {
            level: level.filter(|_| !tiles.beside.is_empty()),
            count: tiles.beside.len(),
            city: self.city(level, &tiles),
            not_closed: not_closed.map(named).collect(),
            overlapping: tiles.inside.iter().copied().map(named).collect(),
        };
        Districts {
            districts: districts_of(&tiles, &self.settlements),
            report,
        }
    }

    fn likely_level(&self) -> Option<u8> {
        DISTRICT_LEVELS
            .map(|level| (self.tiles(level).beside.len(), level))
            .filter(|(count, _)| *count > 0)
            .max()
            .map(|(_, level)| level)
    }

    /// The closed boundaries of a level.
    fn tiles(&self, level: u8) -> Tiles<'_> {
        let mut tiles = Tiles::default();
        for boundary in self
            .boundaries
            .iter()
            .filter(|boundary| boundary.level == level)
        {
            let Outline::Closed(area) = &boundary.outline else {
                continue;
            };
            let label = Shape::Area(area.clone()).label();
            let overlaps = |other: &Tile| holds(other.area, label) || holds(area, other.label);
            if tiles.beside.iter().any(overlaps) {
                tiles.inside.push(boundary);
            } else {
                tiles.beside.push(Tile {
                    boundary,
                    area,
                    label,
                });
            }
        }
        tiles
    }

    /// The best guess at the name of the city whose districts were found.
    fn city(&self, level: Option<u8>, tiles: &Tiles<'_>) -> Option<String> {
        let around = self.boundaries.iter().rev().filter(|boundary| {
            let is_above = level.is_some_and(|level| boundary.level < level);
            is_above && !tiles.beside.is_empty() && boundary.holds_all(tiles)
        });
        let enclosing = around.max_by_key(|boundary| boundary.level);
        if let Some(boundary) = enclosing {
            return Some(boundary.name.to_string());
        }
        match (level, &tiles.beside[..]) {
            (Some(level), [only]) if level < PART_LEVEL => Some(only.boundary.name.to_string()),
            (Some(level), [_, ..]) if level < PART_LEVEL => self.only_boundary_above(level),
            _ => self
                .most_common(|reader| reader.text("addr:city"))
                .or_else(|| {
                    self.most_common(|reader| reader.text("is_in")?.split([',', ';']).next())
                })
                .or_else(|| self.only_boundary_above(level?)),
        }
    }

    /// The name of the finest boundary above `level`, if its level has only one, closed or not.
    fn only_boundary_above(&self, level: u8) -> Option<String> {
        let above = self
            .boundaries
            .iter()
            .filter(|boundary| boundary.level < level);
        let finest = above.clone().map(|boundary| boundary.level).max()?;
        let mut candidates = above.filter(|boundary| boundary.level == finest);
        let first = candidates.next()?;
        candidates.next().is_none().then(|| first.name.to_string())
    }

    /// The value most objects have; on a tie the first in the alphabet.
    fn most_common<'a>(&'a self, value: impl Fn(&Reader<'a>) -> Option<&'a str>) -> Option<String> {
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for object in &self.objects {
            let name = value(&Reader::new(&object.tags)).map(str::trim);
            if let Some(name) = name.filter(|name| !name.is_empty() && name.chars().count() <= 100)
            {
                *counts.entry(name).or_default() += 1;
            }
        }
        let most = counts.into_iter().rev().max_by_key(|(_, count)| *count)?;
        Some(most.0.to_owned())
    }
}

/// Closed boundaries of one level.
#[derive(Default)]
struct Tiles<'a> {
    /// Those that lie beside each other.
    beside: Vec<Tile<'a>>,
    /// Those that lie in one of them.
    inside: Vec<&'a Boundary>,
}

struct Tile<'a> {
    boundary: &'a Boundary,
    area: &'a MultiPolygon<f64>,
    label: Location,
}

impl Boundary {
    fn holds_all(&self, tiles: &Tiles<'_>) -> bool {
        let Outline::Closed(area) = &self.outline else {
            return false;
        };
        tiles.beside.iter().all(|tile| holds(area, tile.label))
    }
}

fn holds(area: &MultiPolygon<f64>, location: Location) -> bool {
    let point = location.point();
    area.bounding_rect()
        .is_some_and(|rect| rect.contains(&point))
        && area.contains(&point)
}

/// The residents of a boundary; where it does not say, those of the one settlement in it that has its name. That figure is for
/// the settlement, so it is an estimate.
fn population(tile: &Tile<'_>, settlements: &[Settlement]) -> Option<Population> {
    let said = settlements::population(&tile.boundary.tags);
    let mut named = settlements
        .iter()
        .filter(|own| own.name == tile.boundary.name && holds(tile.area, own.location));
    said.or_else(|| {
        let only = named.next().filter(|_| named.next().is_none())?;
        Some(Population {
            estimated: true,
            ..only.population
        })
    })
}

fn districts_of(tiles: &Tiles<'_>, settlements: &[Settlement]) -> Vec<District> {
    let mut taken = BTreeSet::new();
    tiles
        .beside
        .iter()
        .map(|tile| District {
            id: free_id(&tile.boundary.name, &mut taken),
            name: tile.boundary.name.clone(),
            area: tile.area.clone(),
            population: population(tile, settlements),
            boundary: district::Boundary::Osm,
        })
        .collect()
}

/// An id made from a name; when another district has it, a number is added.
fn free_id(name: &str, taken: &mut BTreeSet<DistrictId>) -> DistrictId {
    let id = DistrictId::from_name(name);
    let numbered = (2..).map_while(|number: u32| format!("{id}-{number}").parse().ok());
    let free = std::iter::once(id.clone())
        .chain(numbered)
        .find(|id| !taken.contains(id))
        .unwrap_or(id);
    taken.insert(free.clone());
    free
}

fn named(boundary: &Boundary) -> String {
    format!("{} ({})", boundary.name, boundary.id)
}

impl fmt::Display for DistrictReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.level {
            Some(level) => write!(f, "districts: {} of level {level}", self.count)?,
            None => write!(f, "districts: none, places stand without a district")?,
        }
        match &self.city {
            Some(city) => writeln!(f, ", city: {city}")?,
            None => writeln!(f, ", city: not known")?,
        }
        write_names(f, "not closed, so left out", &self.not_closed)?;
        write_names(f, "inside another one, so left out", &self.overlapping)
    }
}

fn write_names(f: &mut fmt::Formatter<'_>, title: &str, names: &[String]) -> fmt::Result {
    const SHOWN: usize = 20;
    if names.is_empty() {
        return Ok(());
    }
    let more = match names.len().saturating_sub(SHOWN) {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    let shown = &names[..names.len().min(SHOWN)];
    writeln!(f, "  {title}: {}{more}", shown.join(", "))
}

#[cfg(test)]
mod tests;
