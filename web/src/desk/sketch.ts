import type { Geometry, Polygon } from 'geojson';
import type { Spot } from '../atlas.svelte';

/** About a tenth of a metre. */
const DECIMALS = 6;

/** Corners that make an area. */
const LEAST_CORNERS = 3;

function rounded({ lon, lat }: Spot): [number, number] {
  return [Number(lon.toFixed(DECIMALS)), Number(lat.toFixed(DECIMALS))];
}

/** The area with these corners; none while there are too few. */
export function areaOf(corners: readonly Spot[]): Polygon | null {
  const [first] = corners;
  if (first === undefined || corners.length < LEAST_CORNERS) return null;
  return { type: 'Polygon', coordinates: [[...corners, first].map(rounded)] };
}

/** What is seen while an area is drawn: its outline, or the line so far. */
export function outlineOf(corners: readonly Spot[]): Geometry | null {
  const area = areaOf(corners);
  if (area !== null) return area;
  const [first] = corners;
  if (first === undefined) return null;
  return { type: 'LineString', coordinates: [first, ...corners.slice(1), ...(corners.length === 1 ? [first] : [])].map(rounded) };
}

/** The corners of an area that was drawn as one ring; none of any other shape. */
export function cornersOf(text: string): Spot[] {
  const shape = shapeIn(text);
  if (shape?.type !== 'Polygon' || shape.coordinates.length !== 1) return [];
  const ring = shape.coordinates[0] ?? [];
  return ring.slice(0, -1).flatMap(([lon, lat]) => (lon === undefined || lat === undefined ? [] : [{ lon, lat }]));
}

/** The shape that a text describes, if it does. */
export function shapeIn(text: string): Geometry | null {
  if (text.trim() === '') return null;
  try {
    const shape: unknown = JSON.parse(text);
    return typeof shape === 'object' && shape !== null && 'coordinates' in shape ? (shape as Geometry) : null;
  } catch {
    return null;
  }
}

/** Some spot of a shape, for the map to begin at. */
export function spotOf(shape: Geometry | null): Spot | null {
  if (shape === null || shape.type === 'GeometryCollection') return null;
  let inner: unknown = shape.coordinates;
  while (Array.isArray(inner) && Array.isArray(inner[0])) inner = inner[0];
  if (!Array.isArray(inner)) return null;
  const [lon, lat] = inner as unknown[];
  return typeof lon === 'number' && typeof lat === 'number' ? { lon, lat } : null;
}
