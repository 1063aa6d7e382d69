//! The second and third pass: the ways that places and boundaries are made of, and where their corners lie.

use std::collections::HashMap;

use osmpbf::{Element, PrimitiveBlock};

use super::blocks::Blocks;
use super::error::OsmError;
use super::rings::Strand;
use super::scan::Scan;
use super::strings;
use crate::domain::Corner;

/// The ways and corners that the objects of a scan need, as far as the file has them.
pub(super) struct Members {
    ways: HashMap<i64, Vec<i64>>,
    /// Needed nodes in ascending order.
    nodes: Vec<i64>,
    corners: Vec<Option<Corner>>,
}

/// A way as far as its nodes are in the file.
pub(super) struct Line {
    /// Connected pieces of the way; more than one where nodes in between are missing.
    pub(super) pieces: Vec<Vec<Corner>>,
    /// How many nodes are missing.
    pub(super) missing_nodes: usize,
}

impl Line {
    /// The pieces as strands of one role.
    pub(super) fn strands(self, inner: bool) -> impl Iterator<Item = Strand> {
        let strand = move |corners| Strand { corners, inner };
        self.pieces.into_iter().map(strand)
    }
}

impl Members {
    /// Reads what the objects of `scan` need.
    pub(super) fn read(blocks: &Blocks, scan: &Scan) -> Result<Self, OsmError> {
        let members = scan.groups.values().flat_map(|group| &group.members);
        let wanted = sorted(
            scan.ways
                .keys()
                .copied()
                .chain(members.map(|member| member.way)),
        );
        let found = blocks.each(
            |number| scan.has_ways[number],
            |block| ways_of(block, &wanted),
        )?;
        let ways: HashMap<i64, Vec<i64>> = found.into_iter().flatten().collect();
        let nodes = sorted(ways.values().flatten().copied());
        let found = blocks.each(
            |number| scan.has_nodes[number],
            |block| corners_of(block, &nodes),
        )?;
        let mut corners = vec![None; nodes.len()];
        for (position, corner) in found.into_iter().flatten() {
            corners[position] = corner;
        }
        Ok(Self {
            ways,
            nodes,
            corners,
        })
    }

    /// A way, if it is in the file.
    pub(super) fn line(&self, way: i64) -> Option<Line> {
        let nodes = self.ways.get(&way)?;
        let mut pieces = vec![Vec::with_capacity(nodes.len())];
        let mut missing_nodes = 0;
        for node in nodes {
            if let (Some(corner), Some(piece)) = (self.corner(*node), pieces.last_mut()) {
                piece.push(corner);
            } else {
                missing_nodes += 1;
                pieces.push(Vec::new());
            }
        }
        pieces.retain(|piece| piece.len() > 1);
        Some(Line {
            pieces,
            missing_nodes,
        })
    }

    fn corner(&self, node: i64) -> Option<Corner> {
        let position = self.nodes.binary_search(&node).ok()?;
        self.corners[position]
    }
}

fn sorted(ids: impl Iterator<Item = i64>) -> Vec<i64> {
    let mut ids: Vec<i64> = ids.collect();
    ids.sort_unstable();
    ids.dedup();
    ids
}

fn ways_of(block: &PrimitiveBlock, wanted: &[i64]) -> Vec<(i64, Vec<i64>)> {
    let mut ways = Vec::new();
    for way in block.groups().flat_map(|group| group.ways()) {
        if wanted.binary_search(&way.id()).is_ok() {
            ways.push((way.id(), way.refs().collect()));
        }
    }
    ways
}

/// Where the `wanted` nodes (ascending) lie that are in `block`, by their positions among the wanted.
pub(super) fn corners_of(block: &PrimitiveBlock, wanted: &[i64]) -> Vec<(usize, Option<Corner>)> {
    let mut corners = Vec::new();
    for element in block.elements() {
        let (id, nano_lon, nano_lat) = match &element {
            Element::DenseNode(node) => (node.id(), node.nano_lon(), node.nano_lat()),
            Element::Node(node) => (node.id(), node.nano_lon(), node.nano_lat()),
            _ => continue,
        };
        if let Ok(position) = wanted.binary_search(&id) {
            corners.push((position, strings::corner(nano_lon, nano_lat)));
        }
    }
    corners
}
