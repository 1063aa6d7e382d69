//! The ways of an extract that may be walked.

use std::collections::HashMap;

use super::elements::Elements;
use crate::domain::corner::Trace;
use crate::domain::walkway::{Walkway, Walkways};

/// All ways for walking.
pub(super) fn of(elements: &Elements) -> Walkways {
    let mut positions: HashMap<i64, u32> = HashMap::new();
    let mut found = Walkways::default();
    for way in &elements.ways {
        if !way.tags.contains_key("highway") {
            continue;
        }
        let mut nodes = Vec::with_capacity(way.nodes.len());
        for node in &way.nodes {
            let Some(corner) = elements.corner(*node) else {
                continue;
            };
            let Trace(corners) = &mut found.nodes;
            let next = u32::try_from(corners.len()).unwrap_or(u32::MAX);
            nodes.push(*positions.entry(*node).or_insert_with(|| {
                corners.push(corner);
                next
            }));
        }
        if nodes.len() > 1 {
            found.ways.push(Walkway { nodes, name: None });
        }
    }
    found
}
