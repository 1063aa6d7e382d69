//! Things of one name on the ground: which of them hang together, and where their middle is.

use std::collections::HashMap;

use geo::{Closest, ClosestPoint, Coord, Line, Point};

use crate::domain::{Corner, Location};

/// The side of a cell in millionths of a degree of latitude: about 300 m.
const CELL: f64 = 2_700.0;

/// Things hang together when at most this many empty cells lie between them.
const GAP: i32 = 1;

/// The ground that things stand on, in cells of about 300 m. Gaps of up to about 600 m are bridged.
#[derive(Default)]
pub(super) struct Spread {
    /// How much shorter a degree of longitude is, where the first thing stands.
    shrink: Option<f64>,
    cells: Vec<(i32, i32)>,
}

/// Which part each cell belongs to.
pub(super) struct Parts {
    shrink: f64,
    parts: HashMap<(i32, i32), usize>,
}

impl Spread {
    /// Adds a point.
    pub(super) fn add(&mut self, corner: Corner) {
        let shrink = *self.shrink.get_or_insert_with(|| shrink_at(corner));
        self.cells.push(cell(corner, shrink));
    }

    /// Adds a line with everything between its corners.
    pub(super) fn add_line(&mut self, corners: &[Corner]) {
        for pair in corners.windows(2) {
            let [from, to] = [pair[0], pair[1]].map(Coord::<f64>::from);
            let steps = ((to.x - from.x).abs().max((to.y - from.y).abs()) * 1e6 / CELL).ceil();
            let steps = steps.clamp(1.0, 10_000.0);
            let mut step = 0.0;
            while step < steps {
                let at = from + (to - from) * (step / steps);
                if let Ok(location) = Location::from_lon_lat(at.x, at.y) {
                    self.add(location.into());
                }
                step += 1.0;
            }
        }
        if let Some(last) = corners.last() {
            self.add(*last);
        }
    }

    /// Numbers the parts that lie apart from each other.
    pub(super) fn parts(mut self) -> Parts {
        self.cells.sort_unstable();
        self.cells.dedup();
        let shrink = self.shrink.unwrap_or(1.0);
        let mut parts: HashMap<(i32, i32), Option<usize>> =
            self.cells.iter().map(|cell| (*cell, None)).collect();
        let mut count = 0;
        for cell in &self.cells {
            if parts.get(cell).copied().flatten().is_some() {
                continue;
            }
            let mut open = vec![*cell];
            parts.insert(*cell, Some(count));
            while let Some((x, y)) = open.pop() {
                let reach = -1 - GAP..=1 + GAP;
                let around = reach
                    .clone()
                    .flat_map(|dx| reach.clone().map(move |dy| (x + dx, y + dy)));
                for near in around {
                    if let Some(part @ None) = parts.get_mut(&near) {
                        *part = Some(count);
                        open.push(near);
                    }
                }
            }
            count += 1;
        }
        let parts = parts
            .into_iter()
            .filter_map(|(cell, part)| Some((cell, part?)));
        Parts {
            shrink,
            parts: parts.collect(),
        }
    }
}

impl Parts {
    /// The part that a corner which was added lies in.
    pub(super) fn of(&self, corner: Corner) -> usize {
        let part = self.parts.get(&cell(corner, self.shrink));
        part.copied().unwrap_or_default()
    }
}

/// The point on the lines that is nearest to the middle of all of them; a single corner is a line too.
pub(super) fn nearest_to_middle<'a>(
    lines: &(impl Iterator<Item = &'a [Corner]> + Clone),
) -> Option<Corner> {
    let first = *lines.clone().flatten().next()?;
    let shrink = shrink_at(first);
    let flat = |corner: &Corner| {
        let at = Coord::<f64>::from(*corner);
        Coord {
            x: at.x * shrink,
            y: at.y,
        }
    };
    let segments = || {
        let lines = lines.clone();
        lines.flat_map(|line| {
            let single = (line.len() == 1).then(|| Line::new(flat(&line[0]), flat(&line[0])));
            let pairs = line
                .windows(2)
                .map(|pair| Line::new(flat(&pair[0]), flat(&pair[1])));
            single.into_iter().chain(pairs)
        })
    };
    let (mut middle, mut weight) = (Coord { x: 0.0, y: 0.0 }, 0.0);
    for segment in segments() {
        // A point weighs a little, or a square alone would have no middle.
        let length = segment.dx().hypot(segment.dy()).max(1e-9);
        middle = middle + (segment.start + segment.end) * (length / 2.0);
        weight += length;
    }
    let middle = Point::from(middle / weight);
    let on_it = segments().map(|segment| match segment.closest_point(&middle) {
        Closest::Intersection(point) | Closest::SinglePoint(point) => point,
        Closest::Indeterminate => segment.start.into(),
    });
    let distance = |point: &Point<f64>| (point.x() - middle.x()).hypot(point.y() - middle.y());
    let nearest = on_it.min_by(|a, b| distance(a).total_cmp(&distance(b)))?;
    Location::from_lon_lat(nearest.x() / shrink, nearest.y())
        .ok()
        .map(Corner::from)
}

fn shrink_at(corner: Corner) -> f64 {
    // Near the poles a degree of longitude has no length.
    (f64::from(corner.lat) / 1e6).to_radians().cos().max(1e-3)
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "a corner on the earth fits"
)]
fn cell(corner: Corner, shrink: f64) -> (i32, i32) {
    let number = |units: f64| (units / CELL).floor() as i32;
    (
        number(f64::from(corner.lon) * shrink),
        number(f64::from(corner.lat)),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn corner(lon: f64, lat: f64) -> Corner {
        Location::from_lon_lat(lon, lat).unwrap().into()
    }

    #[test]
    fn what_lies_half_a_kilometre_apart_hangs_together_and_what_lies_two_does_not() {
        let mut spread = Spread::default();
        let (a, b, c) = (
            corner(9.0, 48.9),
            corner(9.0, 48.9045),
            corner(9.0, 48.9245),
        );
        for corner in [a, b, c] {
            spread.add(corner);
        }
        let parts = spread.parts();
        assert_eq!(parts.of(a), parts.of(b));
        assert_ne!(parts.of(b), parts.of(c));
    }

    #[test]
    fn a_long_line_between_two_corners_hangs_together() {
        let line = [corner(9.0, 48.9), corner(9.1, 48.95)];
        let mut spread = Spread::default();
        spread.add_line(&line);
        let parts = spread.parts();
        assert_eq!(parts.of(line[0]), parts.of(line[1]));
    }

    #[test]
    fn the_middle_of_a_bent_line_lies_on_it() {
        let bent = [corner(9.0, 48.9), corner(9.0, 48.92), corner(9.03, 48.92)];
        let middle = nearest_to_middle(&[bent.as_slice()].into_iter()).unwrap();
        assert!(
            middle.lon == bent[0].lon || middle.lat == bent[1].lat,
            "{middle:?}"
        );
        assert_eq!(nearest_to_middle(&std::iter::empty()), None);
        let single = [bent[1]];
        assert_eq!(
            nearest_to_middle(&[single.as_slice()].into_iter()),
            Some(bent[1])
        );
    }
}
