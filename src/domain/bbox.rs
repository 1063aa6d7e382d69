//! A box of longitudes and latitudes.

use std::str::FromStr;

use crate::domain::{Invalid, Location};

/// A bounding box in degrees; `west > east` means that it crosses the antimeridian (RFC 7946, 5.2).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bbox {
    west: f64,
    south: f64,
    east: f64,
    north: f64,
}

impl Bbox {
    /// A box from its south-western and north-eastern corner.
    ///
    /// # Errors
    /// When the south lies north of the north.
    pub fn new(south_west: Location, north_east: Location) -> Result<Self, Invalid> {
        if south_west.lat() > north_east.lat() {
            return Err(Invalid::new(
                "bbox",
                "must be west,south,east,north: the second number may not be greater than the fourth",
            ));
        }
        Ok(Self {
            west: south_west.lon(),
            south: south_west.lat(),
            east: north_east.lon(),
            north: north_east.lat(),
        })
    }

    /// The smallest box around `rect`, which must lie on the earth.
    #[must_use]
    pub fn around(rect: geo::Rect<f64>) -> Self {
        Self {
            west: rect.min().x,
            south: rect.min().y,
            east: rect.max().x,
            north: rect.max().y,
        }
    }

    /// `[west, south, east, north]` in degrees.
    #[must_use]
    pub const fn to_array(self) -> [f64; 4] {
        [self.west, self.south, self.east, self.north]
    }

    /// Whether `location` lies in the box, its border included.
    #[must_use]
    pub fn contains(self, location: Location) -> bool {
        let (lon, lat) = (location.lon(), location.lat());
        let is_between = if self.west <= self.east {
            (self.west..=self.east).contains(&lon)
        } else {
            lon >= self.west || lon <= self.east
        };
        is_between && (self.south..=self.north).contains(&lat)
    }

    /// The box as one rectangle, or two where it crosses the antimeridian (x = lon, y = lat).
    pub fn rects(self) -> impl Iterator<Item = geo::Rect<f64>> {
        let rect = move |west, east| {
            geo::Rect::new(
                geo::coord! { x: west, y: self.south },
                geo::coord! { x: east, y: self.north },
            )
        };
        let parts = if self.west <= self.east {
            [Some(rect(self.west, self.east)), None]
        } else {
            [Some(rect(self.west, 180.0)), Some(rect(-180.0, self.east))]
        };
        parts.into_iter().flatten()
    }
}

impl FromStr for Bbox {
    type Err = Invalid;

    /// Reads `west,south,east,north`, or six numbers with heights, which are not looked at (OGC API Features, 7.15.3).
    fn from_str(text: &str) -> Result<Self, Invalid> {
        let numbers = text
            .split(',')
            .map(|part| part.trim().parse::<f64>())
            .collect::<Result<Vec<_>, _>>()
            .ok();
        let Some(&[west, south, east, north] | &[west, south, _, east, north, _]) =
            numbers.as_deref()
        else {
            let rule = "must be four numbers west,south,east,north in degrees";
            return Err(Invalid::new("bbox", rule));
        };
        let corner = |lon, lat| {
            Location::from_lon_lat(lon, lat).map_err(|invalid| {
                Invalid::new("bbox", format!("{} {}", invalid.field, invalid.reason))
            })
        };
        Self::new(corner(west, south)?, corner(east, north)?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_box_reads_with_and_without_heights() {
        let flat: Bbox = "9.1,48.8,9.3,49".parse().unwrap();
        assert_eq!(flat, "9.1,48.8,0,9.3,49,100".parse().unwrap());
        assert_eq!(format!("{:?}", flat.to_array()), "[9.1, 48.8, 9.3, 49.0]");
    }

    #[test]
    fn a_box_that_is_no_box_is_refused() {
        for text in [
            "",
            "1,2,3",
            "a,b,c,d",
            "9,49,10,48",
            "9,48,10,NaN",
            "9,48,190,49",
        ] {
            assert_eq!(text.parse::<Bbox>().unwrap_err().field, "bbox", "{text}");
        }
    }

    #[test]
    fn a_box_over_the_antimeridian_is_two_rectangles() {
        let parts: Vec<_> = "170,-10,-170,10".parse::<Bbox>().unwrap().rects().collect();
        assert_eq!(parts.len(), 2);
        assert!((parts[0].width() - 10.0).abs() < 1e-9);
        assert!((parts[1].max().x + 170.0).abs() < 1e-9);
    }
}
