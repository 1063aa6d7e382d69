//! A flat map in metres around a city.

use geo::MapCoords;

use crate::domain::Location;

/// A point on a [`LocalPlane`]: metres east and north of its origin.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Metres {
    /// Metres east of the origin.
    pub x: f64,
    /// Metres north of the origin.
    pub y: f64,
}

impl Metres {
    /// Straight distance to `other` in metres.
    #[must_use]
    pub fn distance_to(self, other: Self) -> f64 {
        (self.x - other.x).hypot(self.y - other.y)
    }
}

/// An equirectangular projection around a city's centre, in metres.
///
/// Within 30 km of the origin its distances differ from the great circle by less than 0.5 %;
/// a degree of longitude and a degree of latitude are never compared with each other.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LocalPlane {
    origin: Location,
    metres_per_degree_lon: f64,
}

/// Metres of one degree of latitude on a sphere with the mean earth radius 6,371,008.8 m (IUGG).
const METRES_PER_DEGREE_LAT: f64 = 6_371_008.8 * std::f64::consts::PI / 180.0;

impl LocalPlane {
    /// The plane that touches the earth at `origin`.
    #[must_use]
    pub fn around(origin: Location) -> Self {
        // Near the poles a degree of longitude has no length; a metre keeps the plane invertible.
        let metres_per_degree_lon =
            (METRES_PER_DEGREE_LAT * origin.lat().to_radians().cos()).max(1.0);
        Self {
            origin,
            metres_per_degree_lon,
        }
    }

    /// Where `location` lies on the plane.
    #[must_use]
    pub fn to_metres(&self, location: Location) -> Metres {
        let geo::Coord { x, y } = self.project(location.point().0);
        Metres { x, y }
    }

    /// `coord` (lon, lat in degrees) in metres.
    #[must_use]
    pub fn project(&self, coord: geo::Coord<f64>) -> geo::Coord<f64> {
        geo::Coord {
            x: (coord.x - self.origin.lon()) * self.metres_per_degree_lon,
            y: (coord.y - self.origin.lat()) * METRES_PER_DEGREE_LAT,
        }
    }

    /// Metres on the plane as longitude and latitude in degrees.
    #[must_use]
    pub fn unproject(&self, metres: geo::Coord<f64>) -> geo::Coord<f64> {
        geo::Coord {
            x: metres.x / self.metres_per_degree_lon + self.origin.lon(),
            y: metres.y / METRES_PER_DEGREE_LAT + self.origin.lat(),
        }
    }

    /// A whole geometry in metres.
    #[must_use]
    pub fn project_all<G: MapCoords<f64, f64, Output = G>>(&self, geometry: &G) -> G {
        geometry.map_coords(|coord| self.project(coord))
    }
}

#[cfg(test)]
mod tests {
    use geo::{Distance, Haversine};
    use proptest::prelude::*;

    use super::*;

    fn at(lon: f64, lat: f64) -> Location {
        Location::from_lon_lat(lon, lat).unwrap()
    }

    proptest! {
        #[test]
        fn distances_agree_with_the_great_circle_within_half_a_percent(
            lat in -70.0..70.0f64, a in -0.2..0.2f64, b in -0.2..0.2f64, c in -0.2..0.2f64, d in -0.2..0.2f64,
        ) {
            let plane = LocalPlane::around(at(9.19, lat));
            let (p, q) = (at(9.19 + a, lat + b / 2.0), at(9.19 + c, lat + d / 2.0));
            let flat = plane.to_metres(p).distance_to(plane.to_metres(q));
            let round = Haversine.distance(p.point(), q.point());
            prop_assert!((flat - round).abs() <= round * 0.005 + 0.1, "{flat} m against {round} m");
        }
    }
}
