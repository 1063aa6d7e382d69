import type { Spot } from './atlas.svelte';
import type { components } from './api/types';

/** A spot that fits what somebody typed, as the server names it. */
export type Address = components['schemas']['AddressProperties'] & Spot;

/** More suggestions than a list on a phone shows help nobody. */
const MOST = 6;

/** Asks the server what `text` may mean, the nearest to `here` first where several mean the same. */
export async function findAddresses(text: string, here: Spot | null, signal: AbortSignal): Promise<Address[]> {
  const query = new URLSearchParams({ q: text, limit: String(MOST) });
  if (here !== null) {
    query.set('lon', String(here.lon));
    query.set('lat', String(here.lat));
  }
  const response = await fetch(`/api/addresses?${query.toString()}`, { signal });
  if (!response.ok) throw new Error(`/api/addresses: ${response.status}`);
  const { features } = (await response.json()) as components['schemas']['AddressCollection'];
  return features.map(({ geometry, properties }) => {
    const [lon, lat] = geometry.coordinates as [number, number];
    return { ...properties, lon, lat };
  });
}
