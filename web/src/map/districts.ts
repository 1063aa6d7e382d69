import type { Feature, FeatureCollection, MultiPolygon, Point, Polygon } from 'geojson';
import type { components } from '../api/types';

/** A district as the API describes it. */
export type District = Feature<Polygon | MultiPolygon, components['schemas']['DistrictProperties']>;

/** Asks the server for the districts of the city. */
export async function fetchDistricts(signal: AbortSignal): Promise<District[]> {
  const response = await fetch('/api/collections/districts/items?limit=1000', { signal });
  if (!response.ok) throw new Error(`districts: ${response.status}`);
  return ((await response.json()) as FeatureCollection<District['geometry'], District['properties']>).features;
}

/** One name per district, where the server says it fits; a label on the area itself would stand once per tile. */
export function nameOf({ properties }: District): Feature<Point> {
  return {
    type: 'Feature',
    geometry: { type: 'Point', coordinates: properties.label },
    properties: { name: properties.name },
  };
}
