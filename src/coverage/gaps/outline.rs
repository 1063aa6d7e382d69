//! The outline of squares of the grid: along their sides, exactly, without any calculation with degrees.

use std::collections::BTreeMap;

use geo::{LineString, MultiPolygon, Polygon};

use super::Cells;
use crate::domain::Location;
use crate::domain::grid::GridCell;

/// A corner of the grid: northing and easting in squares.
type Corner = (u32, u32);

/// What the squares cover: a polygon for those that hang together by their sides, with holes where there are some.
///
/// `corners` says where a square begins and ends: south-west, south-east, north-east, north-west. Squares may be of any width,
/// as long as steps of their rows and columns lead from one to the next.
pub fn area(cells: &Cells, corners: &impl Fn(GridCell) -> [Location; 4]) -> MultiPolygon<f64> {
    let mut left = cells.clone();
    let mut polygons = Vec::new();
    while let Some(&first) = left.first() {
        polygons.push(polygon(&part(&mut left, first), corners));
    }
    MultiPolygon::new(polygons)
}

/// Takes the squares out that hang together with `first` by their sides.
fn part(left: &mut Cells, first: GridCell) -> Cells {
    let mut part = Cells::new();
    let mut open = vec![first];
    while let Some(cell) = open.pop() {
        if left.remove(&cell) {
            part.insert(cell);
            let is_beside = |other: &GridCell| other.row == cell.row || other.column == cell.column;
            open.extend(cell.neighbours().filter(is_beside));
        }
    }
    part
}

fn polygon(cells: &Cells, corners: &impl Fn(GridCell) -> [Location; 4]) -> Polygon<f64> {
    // From each corner, the sides that have the squares on their left.
    let mut sides: BTreeMap<Corner, Vec<Corner>> = BTreeMap::new();
    let mut locations = BTreeMap::new();
    for &cell in cells {
        let round = around(cell);
        for (number, location) in corners(cell).into_iter().enumerate() {
            locations.insert(round[number].0, location);
        }
        for (number, (from, beyond)) in round.into_iter().enumerate() {
            if beyond.is_none_or(|beyond| !cells.contains(&beyond)) {
                sides
                    .entry(from)
                    .or_default()
                    .push(round[(number + 1) % 4].0);
            }
        }
    }
    let (mut outer, mut holes) = (LineString::new(Vec::new()), Vec::new());
    while let Some((&start, _)) = sides.first_key_value() {
        let ring = ring(&mut sides, start);
        let is_outer = doubled_area(&ring) > 0;
        let line = ring.iter().filter_map(|corner| locations.get(corner));
        let line: LineString<f64> = line.map(|location| location.point().0).collect();
        if is_outer {
            outer = line;
        } else {
            holes.push(line);
        }
    }
    Polygon::new(outer, holes)
}

/// The corners of a square counter-clockwise from the south-west, each with the square beyond the side that begins there.
fn around(cell: GridCell) -> [(Corner, Option<GridCell>); 4] {
    let GridCell { row, column } = cell;
    let beside = |up: i32, right: i32| {
        Some(GridCell {
            row: row.checked_add_signed(up)?,
            column: column.checked_add_signed(right)?,
        })
    };
    [
        ((row, column), beside(-1, 0)),
        ((row, column + 1), beside(0, 1)),
        ((row + 1, column + 1), beside(1, 0)),
        ((row + 1, column), beside(0, -1)),
    ]
}

/// Takes a ring of sides out. Where two squares meet at a corner alone it turns right, so that a ring never touches
/// itself.
fn ring(sides: &mut BTreeMap<Corner, Vec<Corner>>, start: Corner) -> Vec<Corner> {
    let mut ring = vec![start];
    let (mut before, mut here) = (None, start);
    while let Some(ways) = sides.get_mut(&here) {
        let rightmost =
            (0..ways.len()).min_by_key(|way| before.map_or(0, |from| turn(from, here, ways[*way])));
        let Some(way) = rightmost else { break };
        let next = ways.swap_remove(way);
        if ways.is_empty() {
            sides.remove(&here);
        }
        ring.push(next);
        (before, here) = (Some(here), next);
        if here == start {
            break;
        }
    }
    ring
}

/// Above 0 for a turn to the left, below for one to the right.
fn turn(from: Corner, here: Corner, to: Corner) -> i64 {
    let step = |a: Corner, b: Corner| {
        let (up, right) = (
            i64::from(b.0) - i64::from(a.0),
            i64::from(b.1) - i64::from(a.1),
        );
        (right, up)
    };
    let (first, then) = (step(from, here), step(here, to));
    first.0 * then.1 - first.1 * then.0
}

/// Twice the area inside a ring in squares, below 0 for one that runs clockwise.
fn doubled_area(ring: &[Corner]) -> i64 {
    let pairs = ring.windows(2).map(|pair| {
        let [(y, x), (next_y, next_x)] =
            [pair[0], pair[1]].map(|(y, x)| (i64::from(y), i64::from(x)));
        x * next_y - next_x * y
    });
    pairs.sum()
}
