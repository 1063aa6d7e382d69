//! Squares and parks: ground that is walked across, not only along its edge.

use std::collections::HashSet;

use geo::{BoundingRect, Contains, Intersects, Line, LineString, Polygon};

use rstar::primitives::{GeomWithData, Rectangle};
use rstar::{AABB, RTree};

use super::elements::Elements;
use super::{addresses, kinds, way_facts};
use crate::domain::Corner;
use crate::domain::catalogue::Tags;
use crate::domain::ground::Layer;
use crate::domain::walkway::WayFacts;

/// From more ways in than this a crossing is close enough to some other one.
const MOST_ENTRANCES: usize = 32;

/// Ground that people cross where they like.
pub(super) struct Crossable {
    /// Its name, if it has one.
    pub(super) name: Option<Box<str>>,
    /// What is known about walking there.
    pub(super) facts: WayFacts,
    /// Its outer edge as nodes of the file.
    pub(super) ring: Vec<i64>,
    polygon: Polygon<f64>,
    /// What stands in the way: water, houses, fences.
    obstacles: Vec<LineString<f64>>,
}

/// Whether tags mean ground to walk across: a square or a park that is open to all.
pub(super) fn is_crossable(tags: &Tags) -> bool {
    let value = |key: &str| tags.get(key).map_or("", String::as_str);
    let is_barred = |key| matches!(value(key), "no" | "private" | "customers");
    let is_square = matches!(value("highway"), "pedestrian" | "footway" | "path")
        && value("area") == "yes"
        || value("place") == "square"
        || matches!(value("area:highway"), "pedestrian" | "footway");
    let is_green = matches!(value("leisure"), "park" | "playground" | "common")
        || value("landuse") == "village_green";
    let is_open = match value("foot") {
        "" => !is_barred("access") && value("fee") != "yes",
        _ => !is_barred("foot"),
    };
    (is_square || is_green) && is_open
}

/// All such ground whose edge is wholly in the file.
pub(super) fn of(elements: &Elements) -> Vec<Crossable> {
    let ways = elements.ways.iter().filter(|way| is_crossable(&way.tags));
    let ways = ways.map(|way| (&way.tags, way.nodes.clone(), Vec::new()));
    let groups = elements
        .groups
        .iter()
        .filter(|group| is_crossable(&group.tags));
    let groups = groups.filter_map(|group| {
        let (outer, holes) = elements.rings(group)?;
        Some((&group.tags, outer, holes))
    });
    let obstacles = obstacles(elements);
    ways.chain(groups)
        .filter_map(|(tags, ring, holes)| {
            let line = closed(elements, &ring)?;
            let holes = holes.iter().filter_map(|hole| closed(elements, hole));
            let polygon = Polygon::new(line, holes.collect());
            Some(Crossable {
                obstacles: within(&obstacles, &polygon),
                name: tags.get("name").and_then(|name| addresses::named(name)),
                facts: WayFacts {
                    off_street: true,
                    ..way_facts::of(tags)
                },
                polygon,
                ring,
            })
        })
        .collect()
}

/// Lines nobody walks across: shores, walls of houses, brooks, fences.
fn obstacles(elements: &Elements) -> RTree<Obstacle> {
    let stands = |tags: &Tags| {
        let layer = kinds::area(tags)
            .or_else(|| kinds::line(tags))
            .map(|sort| sort.layer);
        let is_water = matches!(layer, Some(Layer::WaterPolygons | Layer::WaterLines));
        let is_house = layer == Some(Layer::Buildings);
        let is_fence = tags
            .get("barrier")
            .is_some_and(|value| FENCES.contains(&value.as_str()));
        (is_water || is_house || is_fence) && !tags.contains_key("tunnel")
    };
    let ways = elements.ways.iter().filter(|way| stands(&way.tags));
    let lines = ways.flat_map(|way| elements.pieces(&way.nodes));
    let lines = lines.map(|piece| piece.into_iter().map(geo::Coord::from).collect());
    let groups = elements.groups.iter().filter(|group| stands(&group.tags));
    let shores = groups
        .flat_map(|group| elements.area(group))
        .flat_map(|polygon| {
            let (outer, holes) = polygon.into_inner();
            std::iter::once(outer).chain(holes)
        });
    let all = lines.chain(shores).filter_map(|line: LineString<f64>| {
        let rect = line.bounding_rect()?;
        let frame = Rectangle::from_corners(rect.min().into(), rect.max().into());
        Some(Obstacle::new(frame, line))
    });
    RTree::bulk_load(all.collect())
}

/// A line with the box around it.
type Obstacle = GeomWithData<Rectangle<[f64; 2]>, LineString<f64>>;

fn envelope(rect: geo::Rect<f64>) -> AABB<[f64; 2]> {
    AABB::from_corners(rect.min().into(), rect.max().into())
}

const FENCES: [&str; 6] = [
    "fence",
    "wall",
    "hedge",
    "retaining_wall",
    "city_wall",
    "guard_rail",
];

fn within(obstacles: &RTree<Obstacle>, ground: &Polygon<f64>) -> Vec<LineString<f64>> {
    let Some(frame) = ground.bounding_rect() else {
        return Vec::new();
    };
    let near = obstacles.locate_in_envelope_intersecting(envelope(frame));
    near.map(|own| own.data.clone()).collect()
}

fn closed(elements: &Elements, ring: &[i64]) -> Option<LineString<f64>> {
    let is_closed = ring.len() > 3 && ring.first() == ring.last();
    let corners: Option<Vec<geo::Coord<f64>>> = ring
        .iter()
        .map(|node| elements.corner(*node).map(Into::into))
        .collect();
    corners.filter(|_| is_closed).map(LineString::new)
}

impl Crossable {
    /// The straight lines across between the ways that lead in: pairs of entrances that see each other.
    pub(super) fn crossings(
        &self,
        leads_in: impl Fn(i64) -> bool,
        corner: impl Fn(i64) -> Option<Corner>,
    ) -> Vec<[i64; 2]> {
        let mut seen = HashSet::new();
        let entrances = self.ring.iter().copied().filter(|node| seen.insert(*node));
        let entrances: Vec<(i64, geo::Coord<f64>)> = entrances
            .filter(|node| leads_in(*node))
            .filter_map(|node| Some((node, corner(node)?.into())))
            .collect();
        let step = entrances.len().div_ceil(MOST_ENTRANCES).max(1);
        let spaced: Vec<_> = entrances.into_iter().step_by(step).collect();
        let mut crossings = Vec::new();
        for (number, (from, start)) in spaced.iter().enumerate() {
            for (to, end) in &spaced[number + 1..] {
                if self.sees(Line::new(*start, *end)) {
                    crossings.push([*from, *to]);
                }
            }
        }
        crossings
    }

    /// Whether nothing but ground of its own lies between two corners of its edge.
    fn sees(&self, line: Line<f64>) -> bool {
        let edges = std::iter::once(self.polygon.exterior()).chain(self.polygon.interiors());
        let touches_end = |edge: &Line<f64>| {
            let ends = [edge.start, edge.end];
            ends.contains(&line.start) || ends.contains(&line.end)
        };
        let is_free = edges
            .flat_map(LineString::lines)
            .filter(|edge| !touches_end(edge))
            .all(|edge| !edge.intersects(&line));
        let middle = (line.start + line.end) / 2.0;
        is_free
            && self.polygon.contains(&middle)
            && !self.obstacles.iter().any(|own| own.intersects(&line))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// An L-shaped square; nodes are numbered from 1 in the order of its corners.
    fn corner_square() -> Crossable {
        let corners = [(0, 0), (10, 0), (10, 4), (4, 4), (4, 10), (0, 10)];
        let line = corners
            .iter()
            .chain(&corners[..1])
            .map(|(x, y)| (f64::from(*x) / 1e6, f64::from(*y) / 1e6));
        Crossable {
            name: None,
            facts: WayFacts::default(),
            ring: vec![1, 2, 3, 4, 5, 6, 1],
            polygon: Polygon::new(line.collect(), Vec::new()),
            obstacles: Vec::new(),
        }
    }

    fn corner(node: i64) -> Option<Corner> {
        let corners = [(0, 0), (10, 0), (10, 4), (4, 4), (4, 10), (0, 10)];
        let (lon, lat) = corners[usize::try_from(node).ok()? - 1];
        Some(Corner { lon, lat })
    }

    #[test]
    fn one_walks_straight_across_but_not_through_what_is_not_the_square() {
        let across = corner_square().crossings(|_| true, corner);
        assert!(across.contains(&[1, 4]), "{across:?}");
        assert!(!across.contains(&[3, 5]), "outside of the inner corner");
        assert!(!across.contains(&[2, 5]), "{across:?}");
    }

    #[test]
    fn one_walks_round_a_pond() {
        let mut ground = corner_square();
        ground.obstacles = vec![vec![(1e-6, 1e-6), (3e-6, 1e-6), (1e-6, 3e-6)].into()];
        let across = ground.crossings(|_| true, corner);
        assert!(!across.contains(&[1, 4]), "{across:?}");
    }

    #[test]
    fn only_where_ways_lead_in_one_enters() {
        assert_eq!(
            corner_square().crossings(|node| node == 1 || node == 4, corner),
            [[1, 4]]
        );
        assert!(
            corner_square()
                .crossings(|node| node == 1, corner)
                .is_empty()
        );
    }

    #[test]
    fn a_square_is_crossed_a_paid_park_and_a_private_yard_are_not() {
        let crossable = |pairs: &[(&str, &str)]| {
            let pairs = pairs.iter();
            is_crossable(
                &pairs
                    .map(|(key, value)| ((*key).to_owned(), (*value).to_owned()))
                    .collect(),
            )
        };
        assert!(crossable(&[("place", "square")]));
        assert!(crossable(&[("highway", "pedestrian"), ("area", "yes")]));
        assert!(!crossable(&[("highway", "pedestrian")]));
        assert!(crossable(&[("leisure", "park")]));
        assert!(!crossable(&[("leisure", "park"), ("fee", "yes")]));
        assert!(!crossable(&[("place", "square"), ("access", "private")]));
    }
}
