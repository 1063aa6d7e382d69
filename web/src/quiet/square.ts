/**
 * The square of 500 m of the official grid (EPSG:3035) that a spot lies in, worked out on the device so that no position
 * leaves it. The formulas are those of src/domain/grid/equal_area.rs; squares.json has spots that both must put alike.
 */
const HALF_AXIS_M = 6_378_137;
const FLATTENING = 1 / 298.257222101;
const ORIGIN = { lon: 10, lat: 52 };
const FALSE_ORIGIN_M = { x: 4_321_000, y: 3_210_000 };
const WIDTH_M = 500;

const eccentricity = Math.sqrt(FLATTENING * (2 - FLATTENING));
const qPole = q(1);
const radiusM = HALF_AXIS_M * Math.sqrt(qPole / 2);
const originSin = q(Math.sin(radians(ORIGIN.lat))) / qPole;
const originCos = Math.sqrt(1 - originSin * originSin);
const parallelM = (HALF_AXIS_M * Math.cos(radians(ORIGIN.lat))) / Math.sqrt(1 - (eccentricity * Math.sin(radians(ORIGIN.lat))) ** 2);
const d = parallelM / (radiusM * originCos);

/** The name of the square at longitude and latitude in degrees, as statistics write it. */
export function squareAt(lon: number, lat: number): string {
  const { x, y } = gridMetres(lon, lat);
  const edge = (metres: number): number => Math.floor(metres / WIDTH_M) * WIDTH_M;
  return `CRS3035RES500mN${edge(y)}E${edge(x)}`;
}

/** Degrees as metres of the grid: x to the east, y to the north. */
function gridMetres(lon: number, lat: number): { x: number; y: number } {
  const betaSin = q(Math.sin(radians(lat))) / qPole;
  const betaCos = Math.sqrt(Math.max(1 - betaSin * betaSin, 0));
  const lonSin = Math.sin(radians(lon - ORIGIN.lon));
  const lonCos = Math.cos(radians(lon - ORIGIN.lon));
  const nearness = 1 + originSin * betaSin + originCos * betaCos * lonCos;
  const b = radiusM * Math.sqrt(2 / nearness);
  return {
    x: FALSE_ORIGIN_M.x + b * d * betaCos * lonSin,
    y: FALSE_ORIGIN_M.y + (b / d) * (originCos * betaSin - originSin * betaCos * lonCos),
  };
}

/** The area of the ellipsoid from the equator to a latitude, given by its sine. */
function q(sin: number): number {
  const eSin = eccentricity * sin;
  const logarithm = Math.log((1 - eSin) / (1 + eSin)) / (2 * eccentricity);
  return (1 - eccentricity * eccentricity) * (sin / (1 - eSin * eSin) - logarithm);
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}
