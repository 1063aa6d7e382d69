//! A point of a drawn line in whole millionths of a degree, and lines of such points.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::domain::Location;

/// A corner in millionths of a degree (about 0.1 m), the decimals everything is kept at: corners are equal
/// exactly when they will lie on the same spot.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub struct Corner {
    /// East of Greenwich.
    pub lon: i32,
    /// North of the equator.
    pub lat: i32,
}

impl Corner {
    /// The corner as a location; none if it lies off the earth.
    #[must_use]
    pub fn location(self) -> Option<Location> {
        let geo::Coord { x, y } = self.into();
        Location::from_lon_lat(x, y).ok()
    }
}

impl From<Location> for Corner {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "a location is on the earth and fits"
    )]
    fn from(location: Location) -> Self {
        let units = |degrees: f64| (degrees * 1e6).round() as i32;
        Self {
            lon: units(location.lon()),
            lat: units(location.lat()),
        }
    }
}

impl From<Corner> for geo::Coord<f64> {
    fn from(corner: Corner) -> Self {
        Self {
            x: f64::from(corner.lon) / 1e6,
            y: f64::from(corner.lat) / 1e6,
        }
    }
}

/// Corners in order. Stored as steps from corner to corner, which are small numbers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Trace(pub Vec<Corner>);

impl Serialize for Trace {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut last = Corner::default();
        serializer.collect_seq(self.0.iter().map(|corner| {
            let step = (
                corner.lon.wrapping_sub(last.lon),
                corner.lat.wrapping_sub(last.lat),
            );
            last = *corner;
            step
        }))
    }
}

impl<'de> Deserialize<'de> for Trace {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let steps = Vec::<(i32, i32)>::deserialize(deserializer)?;
        let mut last = Corner::default();
        let corners = steps.into_iter().map(|(lon, lat)| {
            last = Corner {
                lon: last.lon.wrapping_add(lon),
                lat: last.lat.wrapping_add(lat),
            };
            last
        });
        Ok(Self(corners.collect()))
    }
}
