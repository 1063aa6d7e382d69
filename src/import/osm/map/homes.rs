//! Where there are homes: residential buildings, their footprint times their storeys, by squares of the grid.
//!
//! It is what residents are estimated by where nobody has counted them, so it is read strictly: what may as well be a shop or a
//! shed is no home.

use std::collections::BTreeMap;

use geo::{Area, BoundingRect, Centroid, Intersects, LineString, MapCoords, MultiPolygon, Polygon};
use rstar::RTree;
use rstar::primitives::{GeomWithData, Rectangle};

use super::elements::{Elements, Way};
use crate::domain::catalogue::Tags;
use crate::domain::grid::{GridCell, grid_metres};
use crate::domain::residents::Homes;

/// Kinds of buildings people live in, and the storeys one has that does not say (`building:levels`).
const RESIDENTIAL: [(&str, f64); 14] = [
    ("apartments", 4.0),
    ("bungalow", 1.0),
    ("cabin", 1.0),
    ("detached", 2.0),
    ("dormitory", 4.0),
    ("farm", 2.0),
    ("house", 2.0),
    ("residential", 3.0),
    ("semi", 2.0),
    ("semidetached_house", 2.0),
    ("static_caravan", 1.0),
    ("terrace", 2.0),
    ("terraced_house", 2.0),
    ("houseboat", 1.0),
];

/// The storeys of a building of which it is only known that it is one.
const USUAL_STOREYS: f64 = 2.0;

/// A building of which only that is known is a garage or a shed below this (square metres).
const SMALLEST_HOME_M2: f64 = 50.0;

/// No building has more storeys: a larger number is a mistake.
const MOST_STOREYS: f64 = 60.0;

/// Keys that say what else a building is that calls itself nothing.
const OTHER_USES: [&str; 13] = [
    "aeroway",
    "amenity",
    "craft",
    "government",
    "healthcare",
    "industrial",
    "leisure",
    "man_made",
    "military",
    "office",
    "power",
    "railway",
    "tourism",
];

/// Ground on which a building that calls itself nothing is no home.
const OTHER_GROUND: [(&str, &[&str]); 3] = [
    (
        "landuse",
        &[
            "allotments",
            "cemetery",
            "commercial",
            "construction",
            "depot",
            "garages",
            "industrial",
            "landfill",
            "military",
            "port",
            "quarry",
            "railway",
            "retail",
        ],
    ),
    (
        "amenity",
        &[
            "college",
            "hospital",
            "kindergarten",
            "prison",
            "school",
            "university",
        ],
    ),
    ("leisure", &["sports_centre", "stadium"]),
];

/// The homes of an extract, in the order of squares. A building belongs to the square its middle lies in.
pub(super) fn of(elements: &Elements) -> Vec<Homes> {
    let other = OtherGround::of(elements);
    let mut squares: BTreeMap<GridCell, (f64, u32)> = BTreeMap::new();
    each_area(elements, is_perhaps_home, |tags, ground| {
        let (footprint_m2, middle) = (ground.unsigned_area(), ground.centroid());
        let Some((middle, storeys)) = middle.zip(storeys(tags)) else {
            return;
        };
        let is_unnamed = tags.get("building").is_some_and(|kind| kind == "yes");
        if is_unnamed && (footprint_m2 < SMALLEST_HOME_M2 || other.has(middle)) {
            return;
        }
        if let Some(cell) = GridCell::at_metres(middle.0) {
            let (floor_m2, buildings) = squares.entry(cell).or_default();
            *floor_m2 += footprint_m2 * storeys;
            *buildings += 1;
        }
    });
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a float that is too large becomes the largest number"
    )]
    let homes = squares
        .into_iter()
        .map(|(cell, (floor_m2, buildings))| Homes {
            cell,
            floor_m2: floor_m2.round() as u32,
            buildings,
        });
    homes.collect()
}

fn is_perhaps_home(tags: &Tags) -> bool {
    let Some(kind) = tags.get("building") else {
        return false;
    };
    let is_other = OTHER_USES.iter().any(|key| tags.contains_key(*key));
    RESIDENTIAL.iter().any(|(known, _)| known == kind) || (kind == "yes" && !is_other)
}

/// The storeys of a home, the usual ones of its kind where it does not say.
fn storeys(tags: &Tags) -> Option<f64> {
    let kind = tags.get("building")?;
    let usual = RESIDENTIAL.iter().find(|(known, _)| known == kind);
    let usual = usual.map_or(USUAL_STOREYS, |(_, storeys)| *storeys);
    let said = tags.get("building:levels");
    let said = said.and_then(|text| text.trim().parse::<f64>().ok());
    // A house of no storeys is a roof somebody lives under.
    Some(
        said.filter(|own| (0.0..=MOST_STOREYS).contains(own))
            .map_or(usual, |own| own.max(1.0)),
    )
}

/// Ground that is not lived on.
struct OtherGround {
    areas: Vec<MultiPolygon<f64>>,
    boxes: RTree<GeomWithData<Rectangle<[f64; 2]>, usize>>,
}

impl OtherGround {
    fn of(elements: &Elements) -> Self {
        let mut areas = Vec::new();
        each_area(elements, is_other_ground, |_, ground| areas.push(ground));
        let boxes = areas.iter().enumerate().filter_map(|(slot, area)| {
            let rect = area.bounding_rect()?;
            let corners = (<[f64; 2]>::from(rect.min()), <[f64; 2]>::from(rect.max()));
            Some(GeomWithData::new(
                Rectangle::from_corners(corners.0, corners.1),
                slot,
            ))
        });
        let boxes = RTree::bulk_load(boxes.collect());
        Self { areas, boxes }
    }

    fn has(&self, point: geo::Point<f64>) -> bool {
        let mut around = self.boxes.locate_all_at_point([point.x(), point.y()]);
        around.any(|own| self.areas[own.data].intersects(&point))
    }
}

fn is_other_ground(tags: &Tags) -> bool {
    let says = |(key, values): &(&str, &[&str])| {
        let value = tags.get(*key).map(String::as_str);
        value.is_some_and(|value| values.contains(&value))
    };
    !tags.contains_key("building") && OTHER_GROUND.iter().any(says)
}

/// Hands `take` every area with tags that are `wanted`, in metres of the grid.
fn each_area(
    elements: &Elements,
    wanted: impl Fn(&Tags) -> bool,
    mut take: impl FnMut(&Tags, MultiPolygon<f64>),
) {
    let groups = elements.groups.iter().filter(|group| wanted(&group.tags));
    groups.for_each(|group| take(&group.tags, elements.area(group).map_coords(grid_metres)));
    for way in elements.ways.iter().filter(|way| wanted(&way.tags)) {
        if let Some(ground) = ring(elements, way) {
            take(&way.tags, ground.map_coords(grid_metres));
        }
    }
}

/// The ground that a closed way encloses, if all of it is in the file.
fn ring(elements: &Elements, way: &Way) -> Option<MultiPolygon<f64>> {
    let is_ring = way.nodes.len() > 3 && way.nodes.first() == way.nodes.last();
    let mut pieces = if is_ring {
        elements.pieces(&way.nodes)
    } else {
        Vec::new()
    };
    let piece = pieces.pop().filter(|own| own.len() == way.nodes.len())?;
    let ring: LineString<f64> = piece.into_iter().map(geo::Coord::from).collect();
    Some(Polygon::new(ring, Vec::new()).into())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tags(pairs: &[(&str, &str)]) -> Tags {
        let own = |(key, value): &(&str, &str)| ((*key).to_owned(), (*value).to_owned());
        pairs.iter().map(own).collect()
    }

    #[test]
    fn garages_shops_and_town_halls_are_no_homes() {
        for home in ["house", "apartments", "yes", "terrace"] {
            assert!(is_perhaps_home(&tags(&[("building", home)])), "{home}");
        }
        for other in ["garage", "shed", "industrial", "retail", "church", "no"] {
            assert!(!is_perhaps_home(&tags(&[("building", other)])), "{other}");
        }
        assert!(!is_perhaps_home(&tags(&[
            ("building", "yes"),
            ("amenity", "townhall")
        ])));
        assert!(is_perhaps_home(&tags(&[
            ("building", "house"),
            ("office", "lawyer")
        ])));
        assert!(is_other_ground(&tags(&[("landuse", "industrial")])));
        assert!(!is_other_ground(&tags(&[("landuse", "residential")])));
    }

    #[test]
    fn storeys_are_those_that_are_said_or_usual() {
        let of = |kind, levels| storeys(&tags(&[("building", kind), ("building:levels", levels)]));
        assert_eq!(of("apartments", "7"), Some(7.0));
        assert_eq!(of("house", "1.5"), Some(1.5));
        assert_eq!(of("house", "0"), Some(1.0));
        for nonsense in ["", "two", "900", "-3", "NaN"] {
            assert_eq!(of("apartments", nonsense), Some(4.0), "{nonsense}");
        }
        assert_eq!(of("yes", "many"), Some(USUAL_STOREYS));
    }
}
