//! The ways of an extract that may be walked.

use std::collections::HashMap;

use super::addresses;
use super::crossable;
use super::elements::{Elements, Way};
use super::way_facts;
use crate::domain::catalogue::Tags;
use crate::domain::corner::Trace;
use crate::domain::walkway::{Walkway, Walkways};

/// All ways for walking. A way whose nodes are partly missing is split where they are.
pub(super) fn of(elements: &Elements) -> Walkways {
    let mut found = Found::default();
    let walked = elements.ways.iter().filter(|way| is_walkable(&way.tags));
    let (areas, lines): (Vec<_>, Vec<_>) =
        walked.partition(|way| crossable::is_crossable(&way.tags));
    for way in lines {
        found.add(elements, way);
    }
    found.cross(elements);
    // One may walk along the edge of a square too.
    for way in areas {
        found.add(elements, way);
    }
    let signals = elements
        .points
        .iter()
        .filter(|point| has_signals(&point.tags));
    let mut signals: Vec<u32> = signals
        .filter_map(|point| found.positions.get(&point.id).copied())
        .collect();
    signals.sort_unstable();
    found.walkways.signals = signals;
    found.walkways
}

#[derive(Default)]
struct Found {
    positions: HashMap<i64, u32>,
    walkways: Walkways,
}

impl Found {
    fn add(&mut self, elements: &Elements, way: &Way) {
        let name = way.tags.get("name").and_then(|name| addresses::named(name));
        let facts = way_facts::of(&way.tags);
        let mut nodes = Vec::with_capacity(way.nodes.len());
        for node in &way.nodes {
            if let Some(position) = self.position(elements, *node) {
                if nodes.last() != Some(&position) {
                    nodes.push(position);
                }
            } else {
                self.end_piece(&mut nodes, name.clone(), facts);
            }
        }
        self.end_piece(&mut nodes, name, facts);
    }

    /// Adds the lines across squares and parks between the ways that lead there.
    fn cross(&mut self, elements: &Elements) {
        for ground in crossable::of(elements) {
            let leads_in = |node| self.positions.contains_key(&node);
            for ends in ground.crossings(leads_in, |node| elements.corner(node)) {
                let mut nodes = ends.map(|node| self.positions[&node]).to_vec();
                self.end_piece(&mut nodes, ground.name.clone(), ground.facts);
            }
        }
    }

    fn end_piece(
        &mut self,
        nodes: &mut Vec<u32>,
        name: Option<Box<str>>,
        facts: crate::domain::walkway::WayFacts,
    ) {
        let nodes = std::mem::take(nodes);
        if nodes.len() > 1 {
            self.walkways.ways.push(Walkway { nodes, name, facts });
        }
    }

    fn position(&mut self, elements: &Elements, node: i64) -> Option<u32> {
        if let Some(known) = self.positions.get(&node) {
            return Some(*known);
        }
        let corner = elements.corner(node)?;
        let Trace(corners) = &mut self.walkways.nodes;
        let position = u32::try_from(corners.len()).ok()?;
        corners.push(corner);
        self.positions.insert(node, position);
        Some(position)
    }
}

/// Streets and paths that everybody may walk unless a tag says otherwise.
const WALKED: [&str; 16] = [
    "bridleway",
    "corridor",
    "footway",
    "living_street",
    "path",
    "pedestrian",
    "platform",
    "primary",
    "residential",
    "road",
    "secondary",
    "service",
    "steps",
    "tertiary",
    "track",
    "unclassified",
];

/// Links of streets that may be walked.
const WALKED_LINKS: [&str; 3] = ["primary_link", "secondary_link", "tertiary_link"];

/// Whether people may walk there (OSM wiki, "Access restrictions": the more special tag decides).
fn is_walkable(tags: &Tags) -> bool {
    let value = |key: &str| tags.get(key).map_or("", String::as_str);
    let highway = value("highway");
    let by_kind = WALKED.binary_search(&highway).is_ok()
        || WALKED_LINKS.contains(&highway)
        || value("railway") == "platform"
        || value("public_transport") == "platform"
        || has_sidewalk(tags);
    let may_be_walked = by_kind || matches!(highway, "cycleway" | "trunk" | "trunk_link");
    match value("foot") {
        "yes" | "designated" | "permissive" | "official" | "destination" => may_be_walked,
        "no" | "private" | "use_sidepath" => false,
        _ => by_kind && !matches!(value("access"), "no" | "private" | "customers" | "military"),
    }
}

fn has_sidewalk(tags: &Tags) -> bool {
    let is_street = tags.contains_key("highway");
    let says = |key: &str, values: &[&str]| {
        tags.get(key)
            .is_some_and(|value| values.contains(&value.as_str()))
    };
    is_street
        && !says(
            "highway",
            &["motorway", "motorway_link", "construction", "proposed"],
        )
        && (says("sidewalk", &["both", "left", "right", "yes"]) || says("sidewalk:both", &["yes"]))
}

/// Whether a node is a crossing of a street with lights for people on foot.
fn has_signals(tags: &Tags) -> bool {
    let value = |key: &str| tags.get(key).map_or("", String::as_str);
    value("highway") == "crossing"
        && (value("crossing") == "traffic_signals" || value("crossing:signals") == "yes")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn walkable(tags: &[(&str, &str)]) -> bool {
        let tags = tags
            .iter()
            .map(|(key, value)| ((*key).to_owned(), (*value).to_owned()));
        is_walkable(&tags.collect())
    }

    #[test]
    fn the_kinds_of_walked_ways_are_in_order() {
        assert!(WALKED.is_sorted());
    }

    #[test]
    fn streets_and_paths_are_walked_motorways_are_not() {
        assert!(walkable(&[("highway", "footway")]));
        assert!(walkable(&[("highway", "residential"), ("oneway", "yes")]));
        assert!(!walkable(&[("highway", "motorway")]));
        assert!(!walkable(&[("highway", "trunk")]));
        assert!(!walkable(&[("building", "yes")]));
    }

    #[test]
    fn the_more_special_rule_decides_about_access() {
        assert!(walkable(&[
            ("highway", "service"),
            ("access", "private"),
            ("foot", "yes")
        ]));
        assert!(!walkable(&[("highway", "service"), ("access", "private")]));
        assert!(!walkable(&[("highway", "path"), ("foot", "no")]));
        assert!(!walkable(&[("highway", "cycleway")]));
        assert!(walkable(&[("highway", "cycleway"), ("foot", "designated")]));
        assert!(walkable(&[("highway", "trunk"), ("sidewalk", "both")]));
        assert!(!walkable(&[("highway", "motorway"), ("sidewalk", "both")]));
    }
}
