//! What of a line or an area lies in a tile and its buffer.

use geo::{Coord, LineString, Rect};
use i_overlay::i_float::int::point::IntPoint;

use super::{BUFFER, EXTENT};

/// The square of a tile with a buffer around it.
pub(super) fn frame(buffer: f64) -> Rect<f64> {
    let far = f64::from(EXTENT) + buffer;
    Rect::new(
        Coord {
            x: -buffer,
            y: -buffer,
        },
        Coord { x: far, y: far },
    )
}

/// The four corners of a frame.
pub(super) fn corners(frame: Rect<f64>) -> [Coord<f64>; 4] {
    let (low, high) = (frame.min(), frame.max());
    [
        low,
        Coord {
            x: high.x,
            y: low.y,
        },
        high,
        Coord {
            x: low.x,
            y: high.y,
        },
    ]
}

/// The pieces of a line inside the frame (Liang and Barsky, segment by segment).
pub(super) fn line(line: &LineString<f64>, frame: Rect<f64>) -> Vec<LineString<f64>> {
    let mut pieces: Vec<Vec<Coord<f64>>> = Vec::new();
    let mut is_open = false;
    for segment in line.lines() {
        let Some((from, to)) = segment_inside(segment, frame) else {
            is_open = false;
            continue;
        };
        match pieces
            .last_mut()
            .filter(|_| is_open && from == segment.start)
        {
            Some(piece) => piece.push(to),
            None => pieces.push(vec![from, to]),
        }
        is_open = to == segment.end;
    }
    pieces.into_iter().map(LineString::new).collect()
}

fn segment_inside(segment: geo::Line<f64>, frame: Rect<f64>) -> Option<(Coord<f64>, Coord<f64>)> {
    let (begin, along) = (segment.start, segment.delta());
    let (mut enters, mut leaves) = (0.0_f64, 1.0_f64);
    let sides = [
        (-along.x, begin.x - frame.min().x),
        (along.x, frame.max().x - begin.x),
        (-along.y, begin.y - frame.min().y),
        (along.y, frame.max().y - begin.y),
    ];
    for (speed, room) in sides {
        if speed == 0.0 {
            if room < 0.0 {
                return None;
            }
        } else if speed < 0.0 {
            enters = enters.max(room / speed);
        } else {
            leaves = leaves.min(room / speed);
        }
    }
    let at = |share: f64| begin + along * share;
    // Ends that lie inside stay exactly as they are, so that the pieces of a line join.
    let from = if enters == 0.0 { begin } else { at(enters) };
    let to = if leaves >= 1.0 {
        segment.end
    } else {
        at(leaves)
    };
    (enters < leaves).then_some((from, to))
}

/// How far a corner lies to the inner side of a frame.
type Depth = fn(Coord<f64>) -> f64;

/// A ring cut side by side (Sutherland and Hodgman 1974). Parts of a concave ring stay joined along the frame.
pub(super) fn ring(mut corners: Vec<Coord<f64>>, frame: Rect<f64>) -> Vec<Coord<f64>> {
    let (low, high) = (frame.min(), frame.max());
    let sides: [(Depth, f64); 4] = [
        (|at| at.x, low.x),
        (|at| -at.x, -high.x),
        (|at| at.y, low.y),
        (|at| -at.y, -high.y),
    ];
    for (depth, limit) in sides {
        if corners.iter().all(|at| depth(*at) >= limit) {
            continue;
        }
        let mut kept = Vec::with_capacity(corners.len() + 4);
        let mut last = corners.last().copied();
        for at in corners {
            let before = last.replace(at).unwrap_or(at);
            let (from, to) = (depth(before) - limit, depth(at) - limit);
            if (from < 0.0) != (to < 0.0) {
                kept.push(before + (at - before) * (from / (from - to)));
            }
            if to >= 0.0 {
                kept.push(at);
            }
        }
        corners = kept;
    }
    corners
}

/// Beyond this many corners the overlay is quicker than looking at every pair of sides.
const MOST_CORNERS: usize = 12;

/// Whether a ring lies inside the buffer, has an area, and no two of its sides touch but neighbours at their corner.
pub(super) fn is_simple_and_inside(ring: &[IntPoint]) -> bool {
    #[expect(clippy::cast_possible_truncation, reason = "a small number")]
    let buffer = BUFFER as i32;
    let (low, high) = (-buffer, EXTENT.cast_signed() + buffer);
    let inside = |at: &IntPoint| (low..=high).contains(&at.x) && (low..=high).contains(&at.y);
    ring.len() <= MOST_CORNERS && ring.iter().all(inside) && is_simple(ring)
}

fn is_simple(ring: &[IntPoint]) -> bool {
    let count = ring.len();
    let side = |at: usize| (ring[at], ring[(at + 1) % count]);
    let turns = |at: usize| cross(side(at), ring[(at + 2) % count]) != 0;
    let apart = |a: usize, b: usize| {
        let is_neighbour = b == a + 1 || (a == 0 && b + 1 == count);
        is_neighbour || !touch(side(a), side(b))
    };
    // A corner that turns back or goes straight on is left to the overlay.
    count > 2 && (0..count).all(turns) && (0..count).all(|a| (a + 1..count).all(|b| apart(a, b)))
}

fn cross((from, to): (IntPoint, IntPoint), at: IntPoint) -> i64 {
    let wide = i64::from;
    (wide(to.x) - wide(from.x)) * (wide(at.y) - wide(from.y))
        - (wide(to.y) - wide(from.y)) * (wide(at.x) - wide(from.x))
}

fn touch(a: (IntPoint, IntPoint), b: (IntPoint, IntPoint)) -> bool {
    let sign = |side, at| cross(side, at).signum();
    let apart = |side, other: (IntPoint, IntPoint)| {
        let (from, to) = (sign(side, other.0), sign(side, other.1));
        from == to && from != 0
    };
    let beside = |low: fn(IntPoint) -> i32| {
        let span =
            |(from, to): (IntPoint, IntPoint)| (low(from).min(low(to)), low(from).max(low(to)));
        let ((a, b), (c, d)) = (span(a), span(b));
        b < c || d < a
    };
    !(apart(a, b) || apart(b, a) || beside(|at| at.x) || beside(|at| at.y))
}

/// Twice the area of a ring, positive where it turns from east to south.
pub(super) fn twice_area(corners: &[IntPoint]) -> i64 {
    let next = corners.iter().cycle().skip(1);
    let cross = |(a, b): (&IntPoint, &IntPoint)| {
        i64::from(a.x) * i64::from(b.y) - i64::from(b.x) * i64::from(a.y)
    };
    corners.iter().zip(next).map(cross).sum()
}

#[cfg(test)]
mod tests {
    use geo::{Area, Euclidean, Length, Polygon};
    use proptest::prelude::*;

    use super::*;

    fn small() -> Rect<f64> {
        Rect::new((-10.0, -10.0), (110.0, 110.0))
    }

    proptest! {
        #[test]
        fn the_pieces_of_a_line_are_as_long_as_the_steps_inside(
            corners in proptest::collection::vec((-300.0..400.0f64, -300.0..400.0f64), 2..12),
        ) {
            let whole = LineString::from(corners);
            let pieces = line(&whole, small());
            let length: f64 = pieces.iter().map(|piece| Euclidean.length(piece)).sum();
            let steps = 4000_i32;
            let mut slow = 0.0;
            for segment in whole.lines() {
                let step = segment.delta() / f64::from(steps);
                let inside = (0..steps).filter(|number| {
                    let at = segment.start + step * (f64::from(*number) + 0.5);
                    (-10.0..=110.0).contains(&at.x) && (-10.0..=110.0).contains(&at.y)
                });
                slow += inside.count() as f64 * step.x.hypot(step.y);
            }
            prop_assert!((length - slow).abs() < 5.0, "{length} {slow}");
        }

        #[test]
        fn a_square_keeps_what_lies_inside(x in -80.0..80.0f64, y in -80.0..80.0f64, side in 10.0..90.0f64) {
            let square = corners(Rect::new((x, y), (x + side, y + side)));
            let cut = Polygon::new(ring(square.to_vec(), small()).into(), Vec::new());
            let overlap = |from: f64| ((from + side).min(110.0) - from.max(-10.0)).max(0.0);
            prop_assert!((cut.unsigned_area() - overlap(x) * overlap(y)).abs() < 0.01);
        }

        #[test]
        fn a_ring_called_simple_is_valid(corners in proptest::collection::vec((-64..70_i32, -64..70_i32), 3..9)) {
            use geo::Validation;
            let ring: Vec<IntPoint> = corners.iter().map(|(x, y)| IntPoint::new(*x, *y)).collect();
            let polygon = Polygon::new(corners.iter().map(|(x, y)| (f64::from(*x), f64::from(*y))).collect(), Vec::new());
            prop_assert!(!is_simple_and_inside(&ring) || polygon.is_valid(), "{:?}", polygon);
        }
    }

    #[test]
    fn a_house_is_simple_and_a_bow_tie_is_not() {
        let ring = |corners: &[(i32, i32)]| -> Vec<IntPoint> {
            corners.iter().map(|(x, y)| IntPoint::new(*x, *y)).collect()
        };
        assert!(is_simple_and_inside(&ring(&[
            (0, 0),
            (10, 0),
            (10, 10),
            (0, 10)
        ])));
        assert!(!is_simple_and_inside(&ring(&[
            (0, 0),
            (10, 10),
            (10, 0),
            (0, 10)
        ])));
        assert!(!is_simple_and_inside(&ring(&[(0, 0), (10, 0), (5000, 10)])));
        assert!(!is_simple_and_inside(&ring(&[(0, 0), (10, 0), (5, 0)])));
    }
}
