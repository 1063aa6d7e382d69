import type { ListedPlace } from '../listed-place';

/** A point on the screen in CSS pixels. */
export interface Pixel {
  readonly x: number;
  readonly y: number;
}

/** West, south, east, north in degrees. */
export type Bounds = readonly [number, number, number, number];

/** The place whose marker is nearest to `pixel`, if one is within `limit` pixels. */
export function nearestWithin(
  places: readonly ListedPlace[],
  pixel: Pixel,
  limit: number,
  project: (place: ListedPlace) => Pixel,
): ListedPlace | null {
  let nearest: ListedPlace | null = null;
  let shortest = limit;
  for (const place of places) {
    const { x, y } = project(place);
    const distance = Math.hypot(x - pixel.x, y - pixel.y);
    if (distance <= shortest) [nearest, shortest] = [place, distance];
  }
  return nearest;
}

/** The box around places; null where there is none. */
export function boundsOf(spots: readonly { readonly lon: number; readonly lat: number }[]): Bounds | null {
  const [first] = spots;
  if (first === undefined) return null;
  return spots.reduce<Bounds>(
    ([west, south, east, north], { lon, lat }) => [
      Math.min(west, lon), Math.min(south, lat), Math.max(east, lon), Math.max(north, lat),
    ],
    [first.lon, first.lat, first.lon, first.lat],
  );
}

/** Whether any place lies in the box. */
export function anyWithin(places: readonly ListedPlace[], [west, south, east, north]: Bounds): boolean {
  return places.some(({ lon, lat }) => lon >= west && lon <= east && lat >= south && lat <= north);
}

/** The box as the server reads it, to about a metre. */
export function boundsText(bounds: Bounds): string {
  return bounds.map((degrees) => degrees.toFixed(5)).join(',');
}

/** Reads `west,south,east,north`; null when it is no box. */
export function readBounds(text: string | undefined): Bounds | null {
  const [west, south, east, north, ...rest] = (text ?? '').split(',').map((part) => (part === '' ? NaN : Number(part)));
  if (west === undefined || south === undefined || east === undefined || north === undefined) return null;
  const numbers = [west, south, east, north].every(Number.isFinite);
  return numbers && rest.length === 0 && west < east && south < north ? [west, south, east, north] : null;
}
