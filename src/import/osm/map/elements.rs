//! The tagged objects a map is drawn of, with the corners of their lines.

use std::collections::{HashMap, HashSet};

use osmpbf::{Element, PrimitiveBlock, RelMemberType};

use super::super::blocks::Blocks;
use super::super::error::OsmError;
use super::super::members::corners_of;
use super::super::rings::{self, Strand};
use super::super::strings::{self, Strings};
use crate::domain::Corner;
use crate::domain::catalogue::Tags;

/// Keys that make a way or a multipolygon worth drawing, walking or addressing.
const DRAWN_KEYS: [&str; 16] = [
    "addr:housenumber",
    "aeroway",
    "amenity",
    "area:highway",
    "barrier",
    "building",
    "highway",
    "landuse",
    "leisure",
    "man_made",
    "natural",
    "place",
    "public_transport",
    "railway",
    "tourism",
    "waterway",
];

/// Keys that make a point worth keeping.
const POINT_KEYS: [&str; 7] = [
    "addr:housenumber",
    "barrier",
    "crossing",
    "highway",
    "kerb",
    "place",
    "railway",
];

/// A tagged node.
pub(super) struct Point {
    pub(super) id: i64,
    pub(super) corner: Corner,
    pub(super) tags: Tags,
}

/// A tagged way.
pub(super) struct Way {
    pub(super) id: i64,
    pub(super) tags: Tags,
    /// The ids of its nodes in order.
    pub(super) nodes: Vec<i64>,
}

/// A multipolygon.
pub(super) struct Group {
    pub(super) id: i64,
    pub(super) tags: Tags,
    /// Member ways and whether the role says that they bound a hole.
    members: Vec<(i64, bool)>,
}

/// Everything a map is drawn of, in the order of ids.
pub(super) struct Elements {
    pub(super) points: Vec<Point>,
    pub(super) ways: Vec<Way>,
    pub(super) groups: Vec<Group>,
    /// The lines of ways that only multipolygons need.
    member_nodes: HashMap<i64, Vec<i64>>,
    /// Needed nodes in ascending order, and where they lie.
    nodes: Vec<i64>,
    corners: Vec<Option<Corner>>,
}

#[derive(Default)]
struct Tagged {
    points: Vec<Point>,
    ways: Vec<Way>,
    groups: Vec<Group>,
}

impl Elements {
    /// Reads them in three passes: tagged objects, members of multipolygons, corners.
    pub(super) fn read(blocks: &Blocks) -> Result<Self, OsmError> {
        let mut all = Tagged::default();
        for found in blocks.each(|_| true, tagged)? {
            all.points.extend(found.points);
            all.ways.extend(found.ways);
            all.groups.extend(found.groups);
        }
        // An object that comes twice counts as it came last.
        last_by_id(&mut all.points, |point| point.id);
        last_by_id(&mut all.ways, |way| way.id);
        last_by_id(&mut all.groups, |group| group.id);
        let members = all.groups.iter().flat_map(|group| &group.members);
        let wanted: HashSet<i64> = members.map(|(way, _)| *way).collect();
        let found = blocks.each(|_| true, |block| lines_of(block, &wanted))?;
        let member_nodes: HashMap<i64, Vec<i64>> = found.into_iter().flatten().collect();
        let ways = all.ways.iter().map(|way| &way.nodes);
        let mut nodes: Vec<i64> = ways
            .chain(member_nodes.values())
            .flatten()
            .copied()
            .collect();
        nodes.sort_unstable();
        nodes.dedup();
        let mut corners = vec![None; nodes.len()];
        for (position, corner) in blocks
            .each(|_| true, |block| corners_of(block, &nodes))?
            .into_iter()
            .flatten()
        {
            corners[position] = corner;
        }
        Ok(Self {
            points: all.points,
            ways: all.ways,
            groups: all.groups,
            member_nodes,
            nodes,
            corners,
        })
    }

    /// Where a node lies, if the file has it.
    pub(super) fn corner(&self, node: i64) -> Option<Corner> {
        self.corners[self.nodes.binary_search(&node).ok()?]
    }

    /// The connected pieces of a line of nodes; more than one where nodes in between are missing.
    pub(super) fn pieces(&self, nodes: &[i64]) -> Vec<Vec<Corner>> {
        let mut pieces = vec![Vec::with_capacity(nodes.len())];
        for node in nodes {
            match (self.corner(*node), pieces.last_mut()) {
                (Some(corner), Some(piece)) => piece.push(corner),
                _ => pieces.push(Vec::new()),
            }
        }
        pieces.retain(|piece| piece.len() > 1);
        pieces
    }

    /// The outer ring and the holes of a multipolygon as nodes, where each is a single closed way of the file.
    pub(super) fn rings(&self, group: &Group) -> Option<(Vec<i64>, Vec<Vec<i64>>)> {
        let nodes = |(way, _): &(i64, bool)| self.member_nodes.get(way).cloned();
        let (inner, outer): (Vec<_>, Vec<_>) = group.members.iter().partition(|(_, inner)| *inner);
        let [outer] = outer[..] else {
            return None;
        };
        let holes = inner.into_iter().map(nodes).collect::<Option<Vec<_>>>()?;
        Some((nodes(outer)?, holes))
    }

    /// The ground a multipolygon encloses, as far as its ways are there.
    pub(super) fn area(&self, group: &Group) -> geo::MultiPolygon<f64> {
        let mut is_whole = true;
        let mut strands = Vec::new();
        for (way, inner) in &group.members {
            let Some(nodes) = self.member_nodes.get(way) else {
                is_whole = false;
                continue;
            };
            let pieces = self.pieces(nodes);
            is_whole &= pieces.len() == 1 && pieces[0].len() == nodes.len();
            strands.extend(pieces.into_iter().map(|corners| Strand {
                corners,
                inner: *inner,
            }));
        }
        rings::assemble(&strands, is_whole).area
    }
}

fn last_by_id<T>(items: &mut Vec<T>, id: impl Fn(&T) -> i64) {
    items.reverse();
    items.sort_by_key(&id);
    items.dedup_by_key(|item| id(item));
}

fn tagged(block: &PrimitiveBlock) -> Tagged {
    let strings = Strings::of(block);
    let usable = |tags: Tags| {
        let mut tags = tags;
        strings::drop_unusable(&mut tags);
        tags
    };
    let mut found = Tagged::default();
    for element in block.elements() {
        match element {
            Element::DenseNode(node) => {
                let pairs = node
                    .raw_tags()
                    .map(|(key, value)| (strings::index(key), strings::index(value)));
                let corner = strings::corner(node.nano_lon(), node.nano_lat());
                if let (Some(corner), true) = (corner, strings.has_key(pairs.clone(), &POINT_KEYS))
                {
                    let tags = usable(strings.tags(pairs));
                    found.points.push(Point {
                        id: node.id(),
                        corner,
                        tags,
                    });
                }
            }
            Element::Node(node) => {
                let pairs = node.raw_tags().map(strings::indices);
                let corner = strings::corner(node.nano_lon(), node.nano_lat());
                if let (Some(corner), true) = (corner, strings.has_key(pairs.clone(), &POINT_KEYS))
                {
                    let tags = usable(strings.tags(pairs));
                    found.points.push(Point {
                        id: node.id(),
                        corner,
                        tags,
                    });
                }
            }
            Element::Way(way) => {
                let pairs = way.raw_tags().map(strings::indices);
                if strings.has_key(pairs.clone(), &DRAWN_KEYS) {
                    found.ways.push(Way {
                        id: way.id(),
                        tags: usable(strings.tags(pairs)),
                        nodes: way.refs().collect(),
                    });
                }
            }
            Element::Relation(relation) => {
                let pairs = relation.raw_tags().map(strings::indices);
                if strings.has_key(pairs.clone(), &DRAWN_KEYS) {
                    let tags = usable(strings.tags(pairs));
                    if tags.get("type").is_some_and(|kind| kind == "multipolygon") {
                        let members = members_of(&relation);
                        found.groups.push(Group {
                            id: relation.id(),
                            tags,
                            members,
                        });
                    }
                }
            }
        }
    }
    found
}

fn members_of(relation: &osmpbf::Relation<'_>) -> Vec<(i64, bool)> {
    relation
        .members()
        .filter(|member| member.member_type == RelMemberType::Way)
        .map(|member| (member.member_id, matches!(member.role(), Ok("inner"))))
        .collect()
}

fn lines_of(block: &PrimitiveBlock, wanted: &HashSet<i64>) -> Vec<(i64, Vec<i64>)> {
    let ways = block.groups().flat_map(|group| group.ways());
    ways.filter(|way| wanted.contains(&way.id()))
        .map(|way| (way.id(), way.refs().collect()))
        .collect()
}
