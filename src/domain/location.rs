//! A checked point on the earth.

use serde::{Deserialize, Serialize};

use crate::domain::Invalid;

/// A WGS 84 longitude and latitude in degrees; always finite and on the earth.
///
/// Kept at six decimals (about 0.1 m, RFC 7946 section 11.2), so that what is exported and read back is the same.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "[f64; 2]", into = "[f64; 2]")]
pub struct Location {
    lon: f64,
    lat: f64,
}

impl Location {
    /// A location from degrees, longitude first as in GeoJSON.
    ///
    /// # Errors
    /// Names `lon` or `lat` when it is not a number or off the earth.
    pub fn from_lon_lat(lon: f64, lat: f64) -> Result<Self, Invalid> {
        Ok(Self {
            lon: degrees("lon", lon, 180.0)?,
            lat: degrees("lat", lat, 90.0)?,
        })
    }

    /// Longitude in degrees east.
    #[must_use]
    pub const fn lon(self) -> f64 {
        self.lon
    }

    /// Latitude in degrees north.
    #[must_use]
    pub const fn lat(self) -> f64 {
        self.lat
    }

    /// The location as a `geo` point (x = lon, y = lat).
    #[must_use]
    pub fn point(self) -> geo::Point<f64> {
        geo::Point::new(self.lon, self.lat)
    }
}

impl From<Location> for [f64; 2] {
    fn from(location: Location) -> Self {
        [location.lon, location.lat]
    }
}

impl TryFrom<[f64; 2]> for Location {
    type Error = Invalid;

    fn try_from([lon, lat]: [f64; 2]) -> Result<Self, Invalid> {
        Self::from_lon_lat(lon, lat)
    }
}

fn degrees(field: &'static str, value: f64, limit: f64) -> Result<f64, Invalid> {
    if value.is_finite() && value.abs() <= limit {
        Ok(rounded_degrees(value))
    } else {
        Err(Invalid::new(
            field,
            format!("must be a number of degrees between -{limit} and {limit}, not {value}"),
        ))
    }
}

/// Degrees cut to the six decimals that everything is kept at.
#[must_use]
pub fn rounded_degrees(degrees: f64) -> f64 {
    (degrees * 1e6).round() / 1e6
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_location_off_the_earth_is_refused_by_field() {
        for (lon, lat, field) in [
            (181.0, 0.0, "lon"),
            (0.0, -90.01, "lat"),
            (f64::NAN, 0.0, "lon"),
            (0.0, f64::INFINITY, "lat"),
        ] {
            assert_eq!(Location::from_lon_lat(lon, lat).unwrap_err().field, field);
        }
    }

    #[test]
    fn the_corners_of_the_world_are_locations() {
        assert!(Location::from_lon_lat(-180.0, -90.0).is_ok());
        assert!(Location::from_lon_lat(180.0, 90.0).is_ok());
    }
}
