//! The drawn city prepared for tiles: on the world's square, each corner with the first zoom that needs it.
//!
//! Preparing once is what makes a tile cheap: nothing is projected or simplified per tile, and a thing looks the same
//! in every tile that shows a part of it.

use geo::{Area, BoundingRect, InteriorPoint};
use rstar::primitives::{GeomWithData, Rectangle};
use rstar::{AABB, RTree};

use crate::domain::Trace;
use crate::domain::ground::{Drawn, Outline};
use crate::domain::tile::{LAST_ZOOM, TileId, WorldSpot};

/// A line or ring.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Path {
    spots: Box<[WorldSpot]>,
    /// For each spot the first zoom at which it is seen.
    zooms: Box<[u8]>,
}

/// Where a thing is.
#[derive(Clone, Debug, PartialEq)]
pub enum Form {
    /// At a spot.
    Spot(WorldSpot),
    /// Along a line.
    Line(Path),
    /// On an area.
    Area {
        /// Polygons, each an outer ring and its holes.
        polygons: Vec<Vec<Path>>,
        /// Its size in square steps of the world.
        size: f64,
        /// A spot inside for its name, if it has one.
        label: Option<WorldSpot>,
    },
}

/// A thing that is ready to be drawn.
pub type Thing = Drawn<Form>;

type ThingBox = GeomWithData<Rectangle<[f64; 2]>, (u32, u8)>;

/// Everything that is drawn, and where.
pub struct Ground {
    things: Vec<Thing>,
    /// The box of each thing on the world's square, its position and first zoom.
    boxes: RTree<ThingBox>,
}

impl Ground {
    /// Prepares what was imported.
    #[must_use]
    pub fn build(drawn: Vec<Drawn>) -> Self {
        let things: Vec<Thing> = drawn
            .into_iter()
            .map(|own| {
                let is_named = own.name.is_some();
                own.with_outline(|outline| Form::of(&outline, is_named))
            })
            .collect();
        let boxes = (0_u32..).zip(&things).filter_map(|(position, own)| {
            let (low, high) = own.outline.ends()?;
            Some(ThingBox::new(
                Rectangle::from_corners(low, high),
                (position, own.from_zoom),
            ))
        });
        Self {
            boxes: RTree::bulk_load(boxes.collect()),
            things,
        }
    }

    /// What a tile and a share of its side around it may show at its zoom, in the order of the import.
    #[must_use]
    pub fn things_in(&self, tile: TileId, share: f64) -> Vec<&Thing> {
        let boxes = self
            .boxes
            .locate_in_envelope_intersecting(frame(tile, share));
        let shown = boxes.filter(|own| own.data.1 <= tile.z());
        let mut positions: Vec<u32> = shown.map(|own| own.data.0).collect();
        positions.sort_unstable();
        let thing = |position: u32| &self.things[position as usize];
        positions.into_iter().map(thing).collect()
    }

    /// Whether anything at all is drawn in a tile, at whatever zoom.
    #[must_use]
    pub fn has_things_in(&self, tile: TileId) -> bool {
        let mut boxes = self.boxes.locate_in_envelope_intersecting(frame(tile, 0.0));
        boxes.next().is_some()
    }
}

fn frame(tile: TileId, share: f64) -> AABB<[f64; 2]> {
    let [west, north, east, south] = tile.around(share);
    AABB::from_corners([west, north], [east, south])
}

impl Form {
    fn of(outline: &Outline, is_named: bool) -> Self {
        match outline {
            Outline::Point(corner) => Self::Spot((*corner).into()),
            Outline::Line(trace) => Self::Line(Path::of(trace)),
            Outline::Area(rings) => {
                let polygons: Vec<Vec<Path>> = rings
                    .iter()
                    .map(|rings| rings.iter().map(Path::of).collect())
                    .collect();
                let area: geo::MultiPolygon<f64> =
                    polygons.iter().map(|rings| polygon(rings)).collect();
                let inside = is_named.then(|| area.interior_point()).flatten();
                Self::Area {
                    size: area.unsigned_area(),
                    label: inside.map(whole),
                    polygons,
                }
            }
        }
    }

    /// The corners of the box around it; none where it has no corner.
    fn ends(&self) -> Option<([f64; 2], [f64; 2])> {
        let of_path = |path: &Path| path.whole().bounding_rect();
        let rect = match self {
            Self::Spot(spot) => Some(geo::Coord::from(*spot).bounding_rect()),
            Self::Line(path) => of_path(path),
            Self::Area { polygons, .. } => {
                let outer = polygons.iter().filter_map(|rings| rings.first());
                let rects = outer.filter_map(of_path);
                rects.reduce(super::extent::union)
            }
        }?;
        let pair = |at: geo::Coord<f64>| [at.x, at.y];
        Some((pair(rect.min()), pair(rect.max())))
    }
}

fn polygon(rings: &[Path]) -> geo::Polygon<f64> {
    let mut rings = rings.iter().map(Path::whole);
    let outer = rings
        .next()
        .unwrap_or_else(|| geo::LineString::new(Vec::new()));
    geo::Polygon::new(outer, rings.collect())
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "inside of what lies on the square"
)]
fn whole(point: geo::Point<f64>) -> WorldSpot {
    WorldSpot {
        x: point.x().round() as u32,
        y: point.y().round() as u32,
    }
}

/// A corner that changes a line by less than two of the 4096 units of a tile (a quarter pixel) is not seen: this many
/// steps of the world at zoom 0, half of that at each zoom behind it.
const UNSEEN_STEPS: f64 = 2.0 * crate::domain::tile::WORLD / 4096.0;

/// Longer paths are simplified in parts: the work of a part may grow with the square of its length.
const PART: usize = 4096;

impl Path {
    fn of(trace: &Trace) -> Self {
        let spots: Box<[WorldSpot]> = trace.0.iter().map(|corner| (*corner).into()).collect();
        let mut zooms = vec![LAST_ZOOM; spots.len()].into_boxed_slice();
        let mut begin = 0;
        while begin < spots.len() {
            let end = (begin + PART).min(spots.len());
            rank(&spots[begin..end], &mut zooms[begin..end]);
            begin = end;
        }
        Self { spots, zooms }
    }

    /// The spots that are seen at a zoom, in order.
    pub fn seen_at(&self, zoom: u8) -> impl Iterator<Item = WorldSpot> {
        let ranked = self.spots.iter().zip(&self.zooms);
        ranked
            .filter(move |(_, first)| **first <= zoom)
            .map(|(spot, _)| *spot)
    }

    fn whole(&self) -> geo::LineString<f64> {
        self.spots
            .iter()
            .map(|spot| geo::Coord::from(*spot))
            .collect()
    }
}

/// Says for each spot at which zoom it is first seen (Douglas and Peucker 1973, for all tolerances at once): a spot is
/// never seen before the one that parts the line it lies on.
fn rank(spots: &[WorldSpot], zooms: &mut [u8]) {
    let Some(last) = spots.len().checked_sub(1) else {
        return;
    };
    (zooms[0], zooms[last]) = (0, 0);
    let mut parts = vec![(0, last, 0)];
    while let Some((begin, end, least)) = parts.pop() {
        let line = geo::Line::new(spots[begin], spots[end]);
        let inside = begin + 1..end;
        let farthest = inside
            .map(|at| (at, distance(line, spots[at].into())))
            .max_by(|a, b| a.1.total_cmp(&b.1));
        let Some((at, distance)) = farthest else {
            continue;
        };
        let zoom = first_zoom(distance).max(least);
        zooms[at] = zoom;
        if zoom < LAST_ZOOM {
            parts.extend([(begin, at, zoom), (at, end, zoom)]);
        }
    }
}

fn distance(line: geo::Line<f64>, spot: geo::Coord<f64>) -> f64 {
    use geo::Distance;
    geo::Euclidean.distance(&line, &geo::Point::from(spot))
}

/// The first zoom at which so many steps of the world are seen; at the last one everything is.
fn first_zoom(steps: f64) -> u8 {
    (0..LAST_ZOOM)
        .find(|zoom| steps > UNSEEN_STEPS / f64::from(1_u32 << zoom))
        .unwrap_or(LAST_ZOOM)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::domain::Corner;

    fn trace(corners: &[(i32, i32)]) -> Trace {
        let corner = |(lon, lat): &(i32, i32)| Corner {
            lon: *lon,
            lat: *lat,
        };
        Trace(corners.iter().map(corner).collect())
    }

    #[test]
    fn a_corner_is_seen_from_the_zoom_where_it_matters() {
        // 10 degrees to the side are seen from afar, a hundred-thousandth only at the end.
        let path = Path::of(&trace(&[
            (0, 0),
            (5_000_000, 10_000_000),
            (9_000_000, 1_999_999),
            (10_000_000, 0),
        ]));
        assert_eq!(path.seen_at(0).count(), 3);
        assert_eq!(path.seen_at(LAST_ZOOM).count(), 4);
    }

    #[test]
    fn nothing_and_one_corner_are_paths_too() {
        assert_eq!(Path::of(&trace(&[])).seen_at(14).count(), 0);
        assert_eq!(Path::of(&trace(&[(1, 1)])).seen_at(0).count(), 1);
    }

    proptest! {
        #[test]
        fn what_is_left_out_is_never_farther_away_than_a_quarter_pixel(
            corners in proptest::collection::vec((-400_000..400_000_i32, -400_000..400_000_i32), 2..60),
            zoom in 0..LAST_ZOOM,
        ) {
            use geo::Distance;
            let path = Path::of(&trace(&corners));
            let seen: geo::LineString<f64> = path.seen_at(zoom).map(geo::Coord::from).collect();
            for spot in path.seen_at(LAST_ZOOM) {
                let away = geo::Euclidean.distance(&geo::Point::from(geo::Coord::from(spot)), &seen);
                prop_assert!(away <= UNSEEN_STEPS / f64::from(1_u32 << zoom) + 1.0, "{}", away);
            }
        }

        #[test]
        fn a_nearer_look_sees_no_less(
            corners in proptest::collection::vec((-40_000..40_000_i32, -40_000..40_000_i32), 2..40),
        ) {
            let path = Path::of(&trace(&corners));
            let counts: Vec<_> = (0..=LAST_ZOOM).map(|zoom| path.seen_at(zoom).count()).collect();
            prop_assert!(counts.is_sorted());
            prop_assert_eq!(counts[usize::from(LAST_ZOOM)], corners.len());
        }
    }
}
