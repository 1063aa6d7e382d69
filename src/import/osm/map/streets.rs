//! The streets of an extract: named ways of one name that lie close together, with the houses numbered in them.

use std::collections::{BTreeMap, HashMap};

use super::addresses::{self, Numbered};
use super::elements::Elements;
use super::spread::Spread;
use crate::domain::Corner;
use crate::domain::address::{House, Street, key};
use crate::domain::catalogue::Tags;
use crate::import::osm::report::AddressReport;

/// A named line or square.
struct Named {
    name: Box<str>,
    corners: Vec<Corner>,
}

/// Everything of one name.
#[derive(Default)]
struct SameName {
    lines: Vec<Named>,
    houses: Vec<Numbered>,
}

/// All streets, in the order of their names, and how many addresses came through.
pub(super) fn of(elements: &Elements) -> (Vec<Street>, AddressReport) {
    let mut report = AddressReport::default();
    let mut names: BTreeMap<String, SameName> = BTreeMap::new();
    for numbered in addresses::of(elements, &mut report) {
        let same = names.entry(key(&numbered.street)).or_default();
        same.houses.push(numbered);
    }
    for line in named_lines(elements) {
        names.entry(key(&line.name)).or_default().lines.push(line);
    }
    let towns = Towns::of(names.values().flat_map(|same| &same.houses));
    let mut streets = Vec::new();
    for same in names.into_values() {
        streets.extend(apart(same, &towns, &mut report));
    }
    report.streets = streets.len();
    report.houses = streets.iter().map(|street| street.houses.len()).sum();
    (streets, report)
}

/// What is no street, although it has a name.
const NO_STREETS: [&str; 12] = [
    "bus_stop",
    "construction",
    "elevator",
    "motorway",
    "motorway_link",
    "platform",
    "proposed",
    "raceway",
    "rest_area",
    "services",
    "trunk_link",
    "via_ferrata",
];

fn is_street(tags: &Tags) -> bool {
    let is = |key: &str, value: &str| tags.get(key).is_some_and(|own| own == value);
    let by_highway = tags
        .get("highway")
        .is_some_and(|highway| NO_STREETS.binary_search(&highway.as_str()).is_err());
    by_highway || is("place", "square")
}

/// Named ways and squares. A square stands there with one spot inside.
fn named_lines(elements: &Elements) -> impl Iterator<Item = Named> {
    let name = |tags: &Tags| {
        let text = tags.get("name").filter(|_| is_street(tags))?;
        addresses::named(text)
    };
    let is_ground = |tags: &Tags| {
        tags.contains_key("place") || tags.get("area").is_some_and(|area| area == "yes")
    };
    let ways = elements.ways.iter().flat_map(move |way| {
        let pieces = name(&way.tags).map(|name| {
            let pieces = elements.pieces(&way.nodes);
            let inside = is_ground(&way.tags).then(|| addresses::inside_way(elements, way));
            match inside.flatten() {
                Some(spot) => vec![Named {
                    name,
                    corners: vec![spot],
                }],
                None => pieces
                    .into_iter()
                    .map(|corners| Named {
                        name: name.clone(),
                        corners,
                    })
                    .collect(),
            }
        });
        pieces.into_iter().flatten()
    });
    let squares = elements.groups.iter().filter_map(move |group| {
        let name = name(&group.tags)?;
        let spot = addresses::inside_group(elements, group)?;
        Some(Named {
            name,
            corners: vec![spot],
        })
    });
    ways.chain(squares)
}

/// The streets of one name: what lies apart are two.
fn apart(same: SameName, towns: &Towns, report: &mut AddressReport) -> Vec<Street> {
    let mut spread = Spread::default();
    for line in &same.lines {
        spread.add_line(&line.corners);
    }
    for numbered in &same.houses {
        spread.add(numbered.house.corner);
    }
    let parts = spread.parts();
    let mut apart: BTreeMap<usize, SameName> = BTreeMap::new();
    for line in same.lines {
        let part = line.corners.first().map_or(0, |corner| parts.of(*corner));
        apart.entry(part).or_default().lines.push(line);
    }
    for numbered in same.houses {
        let part = parts.of(numbered.house.corner);
        apart.entry(part).or_default().houses.push(numbered);
    }
    let streets = apart.into_values();
    streets
        .filter_map(|part| street(part, towns, report))
        .collect()
}

fn street(part: SameName, towns: &Towns, report: &mut AddressReport) -> Option<Street> {
    let SameName { lines, houses } = part;
    let of_lines = most_frequent(lines.iter().map(|line| &*line.name));
    let of_houses = most_frequent(houses.iter().map(|own| &*own.street));
    let name = of_lines.or(of_houses)?;
    let spot = on_the_lines(&lines).or_else(|| amid(&houses))?;
    let said = |pick: fn(&Numbered) -> Option<&str>| most_frequent(houses.iter().filter_map(pick));
    Some(Street {
        is_settlement: lines.is_empty() && houses.iter().all(|own| own.is_settlement),
        town: said(|own| own.town.as_deref()).or_else(|| towns.around(spot)),
        suburb: said(|own| own.suburb.as_deref()),
        name,
        spot,
        houses: once_each(houses, report),
    })
}

/// The text that comes most often; the first in the alphabet where several do.
fn most_frequent<'a>(texts: impl Iterator<Item = &'a str>) -> Option<Box<str>> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for text in texts {
        *counts.entry(text).or_default() += 1;
    }
    let most = counts.into_iter().rev().max_by_key(|(_, count)| *count);
    most.map(|(text, _)| text.into())
}

/// The houses of a street in the order of their numbers, each number once.
fn once_each(houses: Vec<Numbered>, report: &mut AddressReport) -> Vec<House> {
    let before = houses.len();
    let mut numbers: HashMap<String, usize> = HashMap::new();
    let mut kept: Vec<House> = Vec::new();
    for Numbered { house, .. } in houses {
        if let Some(&at) = numbers.get(&key(&house.number)) {
            // The same house again: what the first did not say, this one may.
            let known: &mut House = &mut kept[at];
            known.postcode = known.postcode.take().or(house.postcode);
        } else {
            numbers.insert(key(&house.number), kept.len());
            kept.push(house);
        }
    }
    report.repeated += before - kept.len();
    kept.sort_by_cached_key(|house| {
        let digits = house.number.bytes().take_while(u8::is_ascii_digit);
        let first = digits.fold(0_u32, |number, digit| {
            number
                .saturating_mul(10)
                .saturating_add(u32::from(digit - b'0'))
        });
        (first, house.number.clone())
    });
    kept
}

/// The corner of the lines that is nearest to the middle of all of them.
fn on_the_lines(lines: &[Named]) -> Option<Corner> {
    super::spread::nearest_to_middle(&lines.iter().map(|line| line.corners.as_slice()))
}

fn amid(houses: &[Numbered]) -> Option<Corner> {
    let corners: Vec<Corner> = houses.iter().map(|own| own.house.corner).collect();
    let singles = corners.chunks(1);
    super::spread::nearest_to_middle(&singles)
}

/// Which town houses name, by the ground they stand on: a street without houses lies in the town that everybody
/// around it names, and in none where they do not agree.
struct Towns(HashMap<(i32, i32), Vec<Box<str>>>);

/// About 500 m from north to south, less from east to west.
const CELL: i32 = 5_000;

impl Towns {
    fn of<'a>(houses: impl Iterator<Item = &'a Numbered>) -> Self {
        let mut cells: HashMap<_, Vec<Box<str>>> = HashMap::new();
        for numbered in houses {
            let Some(town) = &numbered.town else { continue };
            let known = cells.entry(cell(numbered.house.corner)).or_default();
            if !known.contains(town) {
                known.push(town.clone());
            }
        }
        Self(cells)
    }

    fn around(&self, spot: Corner) -> Option<Box<str>> {
        let (x, y) = cell(spot);
        let cells = (x - 1..=x + 1).flat_map(|x| (y - 1..=y + 1).map(move |y| (x, y)));
        let mut towns = cells.filter_map(|cell| self.0.get(&cell)).flatten();
        let first = towns.next()?;
        towns.all(|town| town == first).then(|| first.clone())
    }
}

fn cell(corner: Corner) -> (i32, i32) {
    (corner.lon.div_euclid(CELL), corner.lat.div_euclid(CELL))
}
