//! What of a line or an area lies in a tile and its buffer.

use geo::{BooleanOps, BoundingRect, Coord, LineString, MultiPolygon, Rect};

fn frame(extent: f64, buffer: f64) -> Rect<f64> {
    Rect::new(
        Coord {
            x: -buffer,
            y: -buffer,
        },
        Coord {
            x: extent + buffer,
            y: extent + buffer,
        },
    )
}

/// The pieces of a line inside the frame (Liang and Barsky, segment by segment).
pub(super) fn line(line: &LineString<f64>, extent: f64, buffer: f64) -> Vec<LineString<f64>> {
    let frame = frame(extent, buffer);
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

/// The part of an area inside the frame; most areas lie in one tile and are let be.
pub(super) fn area(area: MultiPolygon<f64>, extent: f64, buffer: f64) -> MultiPolygon<f64> {
    let frame = frame(extent, buffer);
    let is_inside = |rect: Rect<f64>| {
        rect.min().x >= frame.min().x
            && rect.min().y >= frame.min().y
            && rect.max().x <= frame.max().x
            && rect.max().y <= frame.max().y
    };
    match area.bounding_rect() {
        None => area,
        Some(rect) if is_inside(rect) => area,
        Some(_) => area.intersection(&MultiPolygon::new(vec![frame.to_polygon()])),
    }
}

#[cfg(test)]
mod tests {
    use geo::{Area, Euclidean, Length};
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn the_pieces_of_a_line_are_as_long_as_the_steps_inside(
            corners in proptest::collection::vec((-300.0..400.0f64, -300.0..400.0f64), 2..12),
        ) {
            let whole = LineString::from(corners);
            let pieces = line(&whole, 100.0, 10.0);
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
        fn a_convex_area_keeps_what_lies_inside(x in -80.0..80.0f64, y in -80.0..80.0f64, side in 10.0..90.0f64) {
            let square = Rect::new(Coord { x, y }, Coord { x: x + side, y: y + side }).to_polygon();
            let cut = area(MultiPolygon::new(vec![square]), 100.0, 10.0);
            let overlap = |from: f64| ((from + side).min(110.0) - from.max(-10.0)).max(0.0);
            prop_assert!((cut.unsigned_area() - overlap(x) * overlap(y)).abs() < 0.01);
        }
    }
}
