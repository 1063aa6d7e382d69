//! The projection of the grid: Lambert azimuthal equal-area on ETRS89 (EPSG:3035).
//!
//! The formulas are those of EPSG method 9820 (IOGP guidance note 7-2). ETRS89 and WGS 84 are taken as one, as everybody does
//! below the metre.

use std::sync::LazyLock;

use geo::Coord;

/// Half the longer axis of the ellipsoid GRS 80, in metres.
const HALF_AXIS_M: f64 = 6_378_137.0;

/// How flat GRS 80 is.
const FLATTENING: f64 = 1.0 / 298.257_222_101;

/// The middle of the projection, in degrees.
const ORIGIN: Coord<f64> = Coord { x: 10.0, y: 52.0 };

/// What the middle has for coordinates, in metres, so that none in Europe is negative.
const FALSE_ORIGIN_M: Coord<f64> = Coord {
    x: 4_321_000.0,
    y: 3_210_000.0,
};

/// What the formulas need of the ellipsoid and the middle.
struct Constants {
    /// Eccentricity of the ellipsoid.
    eccentricity: f64,
    /// The value of `q` at the pole.
    q_pole: f64,
    /// The radius of the sphere of equal area, in metres.
    radius_m: f64,
    /// Sine and cosine of the middle's latitude on that sphere.
    origin_sin: f64,
    origin_cos: f64,
    /// What keeps the scale at the middle.
    d: f64,
}

static CONSTANTS: LazyLock<Constants> = LazyLock::new(|| {
    let eccentricity = (FLATTENING * (2.0 - FLATTENING)).sqrt();
    let (sin, cos) = ORIGIN.y.to_radians().sin_cos();
    let q_pole = q(eccentricity, 1.0);
    let radius_m = HALF_AXIS_M * (q_pole / 2.0).sqrt();
    let origin_sin = q(eccentricity, sin) / q_pole;
    let origin_cos = (1.0 - origin_sin * origin_sin).sqrt();
    let parallel_m = HALF_AXIS_M * cos / (1.0 - (eccentricity * sin).powi(2)).sqrt();
    Constants {
        eccentricity,
        q_pole,
        radius_m,
        origin_sin,
        origin_cos,
        d: parallel_m / (radius_m * origin_cos),
    }
});

/// The `q` of the formulas: the area of the ellipsoid from the equator to a latitude, given by its sine.
fn q(eccentricity: f64, sin: f64) -> f64 {
    let e_sin = eccentricity * sin;
    let logarithm = ((1.0 - e_sin) / (1.0 + e_sin)).ln() / (2.0 * eccentricity);
    (1.0 - eccentricity * eccentricity) * (sin / (1.0 - e_sin * e_sin) - logarithm)
}

/// Degrees (x = lon, y = lat) as metres of the grid (x = east, y = north).
#[must_use]
pub fn grid_metres(degrees: Coord<f64>) -> Coord<f64> {
    let own = &*CONSTANTS;
    let beta_sin = q(own.eccentricity, degrees.y.to_radians().sin()) / own.q_pole;
    let beta_cos = (1.0 - beta_sin * beta_sin).max(0.0).sqrt();
    let (lon_sin, lon_cos) = (degrees.x - ORIGIN.x).to_radians().sin_cos();
    let nearness = 1.0 + own.origin_sin * beta_sin + own.origin_cos * beta_cos * lon_cos;
    let b = own.radius_m * (2.0 / nearness).sqrt();
    Coord {
        x: FALSE_ORIGIN_M.x + b * own.d * beta_cos * lon_sin,
        y: FALSE_ORIGIN_M.y
            + b / own.d * (own.origin_cos * beta_sin - own.origin_sin * beta_cos * lon_cos),
    }
}

/// Metres of the grid as degrees; none for a point off the earth.
#[must_use]
pub fn lon_lat(metres: Coord<f64>) -> Option<Coord<f64>> {
    let own = &*CONSTANTS;
    let x = (metres.x - FALSE_ORIGIN_M.x) / own.d;
    let y = (metres.y - FALSE_ORIGIN_M.y) * own.d;
    let rho = x.hypot(y);
    if rho > 2.0 * own.radius_m {
        return None;
    }
    if rho == 0.0 {
        return Some(ORIGIN);
    }
    let (sin, cos) = (2.0 * (rho / (2.0 * own.radius_m)).asin()).sin_cos();
    let beta = (cos * own.origin_sin + y * sin * own.origin_cos / rho)
        .clamp(-1.0, 1.0)
        .asin();
    let lon = (x * sin).atan2(rho * own.origin_cos * cos - y * own.origin_sin * sin);
    Some(Coord {
        x: ORIGIN.x + lon.to_degrees(),
        y: geographic_latitude(beta).to_degrees(),
    })
}

/// The latitude whose counterpart on the sphere of equal area is `beta`, both in radians.
fn geographic_latitude(beta: f64) -> f64 {
    let e2 = CONSTANTS.eccentricity.powi(2);
    let (e4, e6) = (e2.powi(2), e2.powi(3));
    beta + (e2 / 3.0 + 31.0 * e4 / 180.0 + 517.0 * e6 / 5040.0) * (2.0 * beta).sin()
        + (23.0 * e4 / 360.0 + 251.0 * e6 / 3780.0) * (4.0 * beta).sin()
        + 761.0 * e6 / 45360.0 * (6.0 * beta).sin()
}
