import type { Feature, FeatureCollection, MultiPolygon, Point, Polygon, Position } from 'geojson';
import type { components } from '../api/types';

/** A district as the API describes it. */
type District = Feature<Polygon | MultiPolygon, components['schemas']['DistrictProperties']>;

/** What the map shows of districts. */
export interface Districts {
  readonly areas: FeatureCollection;
  readonly names: FeatureCollection;
}

/** Asks the server for the districts of the city. */
export async function fetchDistricts(signal: AbortSignal): Promise<Districts> {
  const response = await fetch('/api/collections/districts/items?limit=1000', { signal });
  if (!response.ok) throw new Error(`districts: ${response.status}`);
  const areas = (await response.json()) as FeatureCollection<District['geometry'], District['properties']>;
  return { areas, names: { type: 'FeatureCollection', features: areas.features.map(nameOf) } };
}

/** One name per district, in the middle of its largest piece; a label on the area itself would stand once per tile. */
function nameOf({ geometry, properties }: District): Feature<Point> {
  const pieces = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  const rings = pieces.map(([outer]) => outer ?? []).sort((a, b) => ringArea(b) - ringArea(a));
  return {
    type: 'Feature',
    geometry: { type: 'Point', coordinates: middleOf(rings[0] ?? []) },
    properties: { name: properties.name },
  };
}

function ringArea(ring: readonly Position[]): number {
  return Math.abs(sumOfEdges(ring, (x1, y1, x2, y2) => x1 * y2 - x2 * y1)) / 2;
}

/** The centre of gravity of a ring. */
export function middleOf(ring: readonly Position[]): Position {
  // Relative to the first corner: degrees with many decimals would cancel each other out.
  const [x0 = 0, y0 = 0] = ring[0] ?? [];
  const local = ring.map(([x = 0, y = 0]) => [x - x0, y - y0]);
  const doubled = sumOfEdges(local, (x1, y1, x2, y2) => x1 * y2 - x2 * y1);
  if (doubled === 0) return [x0, y0];
  const x = sumOfEdges(local, (x1, y1, x2, y2) => (x1 + x2) * (x1 * y2 - x2 * y1)) / (3 * doubled);
  const y = sumOfEdges(local, (x1, y1, x2, y2) => (y1 + y2) * (x1 * y2 - x2 * y1)) / (3 * doubled);
  return [x0 + x, y0 + y];
}

function sumOfEdges(ring: readonly Position[], term: (x1: number, y1: number, x2: number, y2: number) => number): number {
  return ring.slice(1).reduce((sum, [x2 = 0, y2 = 0], at) => {
    const [x1 = 0, y1 = 0] = ring[at] ?? [];
    return sum + term(x1, y1, x2, y2);
  }, 0);
}
