//! The ground of an extract in the terms of the Shortbread schema.

use super::elements::Elements;
use crate::domain::corner::Trace;
use crate::domain::ground::{Drawn, Layer, Outline};

/// Everything that is drawn under the places.
pub(super) fn of(elements: &Elements) -> Vec<Drawn> {
    let mut drawn = Vec::new();
    for way in &elements.ways {
        let Some(kind) = way.tags.get("highway") else {
            continue;
        };
        for piece in elements.pieces(&way.nodes) {
            drawn.push(Drawn {
                layer: Layer::Streets,
                kind: kind.as_str().into(),
                name: way.tags.get("name").map(|name| name.as_str().into()),
                outline: Outline::Line(Trace(piece)),
            });
        }
    }
    drawn
}
