import type { Feature, LineString } from 'geojson';
import type { components } from '../api/types';
import type { Spot } from '../atlas.svelte';

/** A way on foot as the API describes it. */
export type Way = Feature<LineString, components['schemas']['RouteProperties']>;

/** Asks for the way from a spot to the place with this id; null where none is known. */
export async function fetchWay(from: Spot, placeId: string, profile: string, signal: AbortSignal): Promise<Way | null> {
  const query = new URLSearchParams({ lon: String(from.lon), lat: String(from.lat), to: placeId, profile });
  const response = await fetch(`/api/route?${query.toString()}`, { signal });
  return response.ok ? ((await response.json()) as Way) : null;
}
