//! Which district a location is in.

use geo::Intersects;
use rstar::{AABB, PointDistance, RTree, RTreeObject};

use crate::domain::{District, LocalPlane, Location, Metres};

/// Which district a location is in, and how near the border it is.
pub struct DistrictIndex {
    plane: LocalPlane,
    envelopes: RTree<Envelope>,
    borders: RTree<rstar::primitives::Line<[f64; 2]>>,
}

struct Envelope {
    slot: u16,
    degrees: AABB<[f64; 2]>,
}

impl RTreeObject for Envelope {
    type Envelope = AABB<[f64; 2]>;

    fn envelope(&self) -> Self::Envelope {
        self.degrees
    }
}

impl DistrictIndex {
    /// An index of `districts`, whose slots are their positions.
    /// No city has more than the 65,536 that are looked at.
    #[must_use]
    pub fn build(plane: LocalPlane, districts: &[District]) -> Self {
        let envelopes = (0..=u16::MAX).zip(districts).map(|(slot, district)| {
            let [west, south, east, north] = district.bbox().to_array();
            Envelope {
                slot,
                degrees: AABB::from_corners([west, south], [east, north]),
            }
        });
        let borders = districts
            .iter()
            .flat_map(|district| geo::LinesIter::lines_iter(&district.area))
            .map(|line| {
                let (from, to) = (plane.project(line.start), plane.project(line.end));
                rstar::primitives::Line::new([from.x, from.y], [to.x, to.y])
            });
        Self {
            plane,
            envelopes: RTree::bulk_load(envelopes.collect()),
            borders: RTree::bulk_load(borders.collect()),
        }
    }

    /// The slot of the district that `location` lies in.
    ///
    /// A location on a common border belongs to the district that comes first in `districts`,
    /// the list this index was built from: always the same one.
    #[must_use]
    pub fn district_at(&self, districts: &[District], location: Location) -> Option<u16> {
        let point = location.point();
        self.envelopes
            .locate_in_envelope_intersecting(AABB::from_point([point.x(), point.y()]))
            .map(|envelope| envelope.slot)
            .filter(|&slot| districts[usize::from(slot)].area.intersects(&point))
            .min()
    }

    /// Whether any border lies within `reach_m` metres of `location`.
    #[must_use]
    pub fn is_near_border(&self, location: Location, reach_m: f64) -> bool {
        let Metres { x, y } = self.plane.to_metres(location);
        let square = AABB::from_corners([x - reach_m, y - reach_m], [x + reach_m, y + reach_m]);
        self.borders
            .locate_in_envelope_intersecting(square)
            .any(|border| border.distance_2(&[x, y]) < reach_m * reach_m)
    }

    /// Metres to the nearest border of any district; none without districts.
    #[must_use]
    pub fn border_distance_m(&self, location: Location) -> Option<f64> {
        let Metres { x, y } = self.plane.to_metres(location);
        let border = self.borders.nearest_neighbor([x, y])?;
        Some(border.distance_2(&[x, y]).sqrt())
    }
}
