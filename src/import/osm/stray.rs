//! Objects that lie far from all others, as stray nodes of an extract do.

use geo::{Distance, Haversine};

use super::extract::Object;
use super::id::OsmId;

/// Objects of which no part comes near the middle of all objects.
pub(super) fn far_away(objects: &[Object], limit_m: f64) -> Vec<OsmId> {
    let boxes: Vec<[f64; 4]> = objects
        .iter()
        .map(|object| object.shape.bbox().to_array())
        .collect();
    let Some(middle) = middle(&boxes) else {
        return Vec::new();
    };
    let is_far = |[west, south, east, north]: &[f64; 4]| {
        let nearest = geo::Point::new(
            middle.x().clamp(*west, *east),
            middle.y().clamp(*south, *north),
        );
        Haversine.distance(middle, nearest) > limit_m
    };
    let far = objects.iter().zip(&boxes).filter(|(_, bbox)| is_far(bbox));
    far.map(|(object, _)| object.id).collect()
}

/// The median in each direction: a stray object at the other end of the world does not move it.
fn middle(boxes: &[[f64; 4]]) -> Option<geo::Point<f64>> {
    let median = |low: usize, high: usize| {
        let mut middles: Vec<f64> = boxes
            .iter()
            .map(|bbox| f64::midpoint(bbox[low], bbox[high]))
            .collect();
        middles.sort_unstable_by(f64::total_cmp);
        middles.get(middles.len() / 2).copied()
    };
    Some(geo::Point::new(median(0, 2)?, median(1, 3)?))
}
