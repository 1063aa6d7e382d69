//! Where something lies: a point, a way, or a piece of ground.

pub mod geojson;

use geo::{
    Area, BooleanOps, BoundingRect, Intersects, LinesIter, MapCoordsInPlace, MultiLineString,
    MultiPolygon, Orient, Validation,
};

use crate::domain::location::rounded_degrees;
use crate::domain::{Bbox, Invalid, Location};

/// The ground of a place or a district, in degrees (x = lon, y = lat).
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// A spot.
    Point(Location),
    /// A walking trail.
    Line(MultiLineString<f64>),
    /// A park, a square, a building: exterior rings counter-clockwise (RFC 7946, 3.1.6).
    Area(MultiPolygon<f64>),
}

/// An area that follows the rules, and whether it had to be mended to do so.
#[derive(Clone, Debug, PartialEq)]
pub struct CheckedArea {
    /// The valid area.
    pub area: MultiPolygon<f64>,
    /// True when rings touched or crossed themselves in slivers too small to matter.
    pub mended: bool,
}

/// A mended ring may not change its area by more than this share: then it was no sliver.
const SLIVER_SHARE: f64 = 0.001;

/// Checks that `area` lies on the earth and crosses itself nowhere; slivers of survey work are mended.
///
/// # Errors
/// Names `geometry` when there is no ring, a corner is off the earth, or a ring really crosses itself.
pub fn check_area(area: MultiPolygon<f64>) -> Result<CheckedArea, Invalid> {
    check_on_earth(&area)?;
    let area = rounded(area);
    let unsigned = area.unsigned_area();
    let Err(flaw) = area.check_validation() else {
        if unsigned == 0.0 {
            return Err(Invalid::new("geometry", "must enclose some ground"));
        }
        return Ok(CheckedArea {
            area: area.orient(geo::orient::Direction::Default),
            mended: false,
        });
    };
    let mended = mended(&area);
    let change = (mended.unsigned_area() - unsigned).abs() / unsigned;
    // A bow tie has no area to compare with: its change is not a number.
    let is_sliver = change.is_finite() && change <= SLIVER_SHARE;
    if !is_sliver || mended.check_validation().is_err() {
        return Err(Invalid::new(
            "geometry",
            format!("must not cross itself ({flaw})"),
        ));
    }
    Ok(CheckedArea {
        area: mended.orient(geo::orient::Direction::Default),
        mended: true,
    })
}

/// How often a mended area is cut to its decimals and mended again before it is given up.
const MENDINGS: usize = 8;

/// `area` without its crossings. New corners are cut to the decimals that are stored, which may make new
/// slivers: what is mended must be valid when it is read back.
fn mended(area: &MultiPolygon<f64>) -> MultiPolygon<f64> {
    // Ground that is enclosed an odd number of times. The other fill rules ask which way a ring turns, and a
    // sliver at its westernmost corner turns the other way.
    let crossed_out =
        |area: &MultiPolygon<f64>| rounded(area.union(&MultiPolygon::new(Vec::new())));
    let mut mended = crossed_out(area);
    for _ in 1..MENDINGS {
        if mended.is_valid() {
            break;
        }
        mended = crossed_out(&mended);
    }
    mended
}

/// `geometry` with its corners cut to the decimals that everything is kept at.
pub fn rounded<G: MapCoordsInPlace<f64>>(mut geometry: G) -> G {
    geometry.map_coords_in_place(|corner| geo::Coord {
        x: rounded_degrees(corner.x),
        y: rounded_degrees(corner.y),
    });
    geometry
}

/// Checks that every corner of `geometry` lies on the earth.
///
/// # Errors
/// Names `geometry` and the first corner that does not.
pub fn check_on_earth<'a, G>(geometry: &'a G) -> Result<(), Invalid>
where
    G: geo::CoordsIter<Scalar = f64> + 'a,
{
    for coord in geometry.coords_iter() {
        Location::from_lon_lat(coord.x, coord.y).map_err(|invalid| {
            Invalid::new("geometry", format!("{} {}", invalid.field, invalid.reason))
        })?;
    }
    Ok(())
}

impl Shape {
    /// A point to put a marker on: inside an area wherever possible, on a line, or the point itself.
    #[must_use]
    pub fn label(&self) -> Location {
        match self {
            Self::Point(location) => *location,
            Self::Line(line) => on_earth(middle_of(line)),
            Self::Area(area) => label_of(area),
        }
    }

    /// The box around the shape.
    #[must_use]
    pub fn bbox(&self) -> Bbox {
        match self {
            Self::Point(location) => Bbox::around(location.point().bounding_rect()),
            Self::Line(line) => {
                Bbox::around(line.bounding_rect().expect("a checked line has corners"))
            }
            Self::Area(area) => bbox_of(area),
        }
    }

    /// Whether any part of the shape lies in `bbox`, its border included.
    #[must_use]
    pub fn touches_box(&self, bbox: Bbox) -> bool {
        match self {
            Self::Point(location) => bbox.contains(*location),
            Self::Line(line) => bbox.rects().any(|rect| rect.intersects(line)),
            Self::Area(area) => bbox.rects().any(|rect| rect.intersects(area)),
        }
    }

    /// Whether any part of the shape lies in `area`, its border included.
    #[must_use]
    pub fn touches_area(&self, area: &MultiPolygon<f64>) -> bool {
        match self {
            Self::Point(location) => area.intersects(&location.point()),
            Self::Line(line) => area.intersects(line),
            Self::Area(own) => area.intersects(own),
        }
    }
}

/// A point inside a checked area.
#[must_use]
pub fn label_of(area: &MultiPolygon<f64>) -> Location {
    on_earth(geo::InteriorPoint::interior_point(area))
}

/// The box around a checked area.
#[must_use]
pub fn bbox_of(area: &MultiPolygon<f64>) -> Bbox {
    Bbox::around(area.bounding_rect().expect("a checked area has corners"))
}

fn on_earth(point: Option<geo::Point<f64>>) -> Location {
    let point = point.expect("a checked shape has corners");
    Location::from_lon_lat(point.x(), point.y())
        .expect("a point inside a checked shape is on the earth")
}

/// The middle corner of the longest piece: always on the way itself.
fn middle_of(line: &MultiLineString<f64>) -> Option<geo::Point<f64>> {
    let longest = line.iter().max_by_key(|piece| piece.lines_iter().count())?;
    longest
        .0
        .get(longest.0.len() / 2)
        .map(|coord| (*coord).into())
}

#[cfg(test)]
mod tests {
    use geo::{Contains, polygon};
    use proptest::prelude::*;

    use super::*;
    use crate::domain::random::Dice;

    #[test]
    fn a_polygon_that_crosses_itself_is_refused() {
        let bow_tie =
            polygon![(x: 9.0, y: 48.0), (x: 9.1, y: 48.1), (x: 9.1, y: 48.0), (x: 9.0, y: 48.1)];
        let refused = check_area(bow_tie.into()).unwrap_err();
        assert_eq!(refused.field, "geometry");
        assert!(
            refused.reason.starts_with("must not cross itself"),
            "{refused}"
        );
    }

    #[test]
    fn a_sliver_is_mended_and_said() {
        let spike = polygon![
            (x: 9.0, y: 48.0), (x: 9.1, y: 48.0), (x: 9.1, y: 48.1),
            (x: 9.05, y: 48.1), (x: 9.05, y: 48.1001), (x: 9.05, y: 48.1), (x: 9.0, y: 48.1),
        ];
        let checked = check_area(spike.into()).unwrap();
        assert!(checked.mended);
        assert!(checked.area.is_valid());
    }

    #[test]
    fn a_sliver_at_the_westernmost_corner_is_mended_too() {
        // The ring crosses itself a step east of its westernmost corner: the loop there turns the other way.
        let ring = polygon![
            (x: 9.0, y: 48.000_003), (x: 9.1, y: 48.0), (x: 9.1, y: 48.1), (x: 9.000_001, y: 48.1),
            (x: 9.000_001, y: 48.000_002), (x: 8.999_999, y: 48.000_002), (x: 9.0, y: 48.000_004),
        ];
        let ground = ring.unsigned_area();
        let checked = check_area(ring.into()).unwrap();
        assert!(checked.mended);
        assert!((checked.area.signed_area() / ground - 1.0).abs() < 1e-4);
    }

    #[test]
    fn rings_are_turned_the_right_hand_way() {
        let clockwise =
            polygon![(x: 9.0, y: 48.0), (x: 9.0, y: 48.1), (x: 9.1, y: 48.1), (x: 9.1, y: 48.0)];
        let checked = check_area(clockwise.into()).unwrap();
        assert!(checked.area.signed_area() > 0.0);
    }

    #[test]
    fn an_area_off_the_earth_or_without_ground_is_refused() {
        let far = polygon![(x: 900.0, y: 48.0), (x: 9.0, y: 48.1), (x: 9.1, y: 48.1)];
        assert!(check_area(far.into()).unwrap_err().reason.contains("lon"));
        assert!(check_area(MultiPolygon::new(vec![])).is_err());
    }

    proptest! {
        #[test]
        fn an_area_that_was_checked_passes_again_unchanged(seed: u64, kinks in 0..5u32) {
            // A star whose ring crosses itself in a few kinks of a metre or so, which are mended.
            let mut dice = Dice(seed);
            let mut ring = dice.area(1).0.remove(0).exterior().0.clone();
            for _ in 0..kinks {
                let slot = 1 + dice.below(u32::try_from(ring.len() - 2).unwrap()) as usize;
                let corner = ring[slot];
                for _ in 0..3 {
                    let (x, y) = (dice.between(-2e-5, 2e-5), dice.between(-2e-5, 2e-5));
                    ring.insert(slot, geo::Coord { x: corner.x + x, y: corner.y + y });
                }
            }
            let area = geo::Polygon::new(ring.into(), Vec::new());
            if let Ok(checked) = check_area(area.into()) {
                let again = check_area(checked.area.clone()).unwrap();
                prop_assert!(!again.mended);
                prop_assert_eq!(again.area, checked.area);
            }
        }
    }

    #[test]
    fn the_label_of_a_horseshoe_lies_on_it() {
        let horseshoe = polygon![
            (x: 9.0, y: 48.0), (x: 9.3, y: 48.0), (x: 9.3, y: 48.3), (x: 9.2, y: 48.3),
            (x: 9.2, y: 48.1), (x: 9.1, y: 48.1), (x: 9.1, y: 48.3), (x: 9.0, y: 48.3),
        ];
        let shape = Shape::Area(horseshoe.clone().into());
        assert!(horseshoe.contains(&shape.label().point()));
    }
}
