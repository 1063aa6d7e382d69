import type { Geometry, MultiPolygon, Polygon } from 'geojson';
import type { Spot } from '../atlas.svelte';

/** What the API says would follow; only what the map beside the form tells of it. */
export interface Consequence {
  /** Persons who gain a place nearby; null means fewer than ten. */
  readonly gaining: number | null;
  /** The share of all residents before and after, in percent. */
  readonly percent: readonly [number | null, number | null];
  /** Where people live beyond reach before and after. */
  readonly gaps: readonly [Geometry, Geometry];
  readonly districts: readonly { readonly name: string | null; readonly levels: readonly [string, string] | null }[];
}

/** A site that the API proposes. */
export interface Site {
  readonly location: readonly [number, number];
  /** Persons it adds. */
  readonly added: number;
}

/** A place that might be. */
export interface Planned extends Spot {
  readonly kind: string;
  readonly hours: string;
}

/** About a metre. */
const DECIMALS = 5;

/** A place to open, as the API takes it. */
export function opening({ lon, lat, kind, hours }: Planned): unknown {
  const open = { kind, lon: Number(lon.toFixed(DECIMALS)), lat: Number(lat.toFixed(DECIMALS)) };
  return { open: hours === '' ? open : { ...open, opening_hours: hours } };
}

/** What would follow from some changes, for the question `query`. */
export async function consequenceOf(changes: readonly unknown[], query: string, signal: AbortSignal): Promise<Consequence> {
  return await post(`/api/coverage/what-if?${query}`, { changes, gaps: true }, signal) as Consequence;
}

/** The best next sites, and whether nothing better is to be found among those that were looked at. */
export interface Sites {
  readonly sites: readonly Site[];
  readonly isProven: boolean;
  readonly considered: number;
  /** No choice has more persons within reach. */
  readonly bound: number | null;
}

/** The best next sites. */
export async function bestSites(count: number, candidates: string, query: string, signal: AbortSignal): Promise<Sites> {
  const told = await post(`/api/coverage/siting?${query}`, { p: count, candidates }, signal) as Omit<Sites, 'isProven'> & { is_proven: boolean };
  return { ...told, isProven: told.is_proven };
}

/** Where people live who are too far from everything: all of it, and a spot in the largest. */
export async function gapsOf(query: string, signal: AbortSignal): Promise<{ area: Geometry | null; label: Spot | null }> {
  const answer = await fetch(`/api/coverage/gaps?${query}`, { signal });
  if (!answer.ok) throw new Error(`gaps answer ${String(answer.status)}`);
  const { features } = await answer.json() as { features: readonly { geometry: Polygon | MultiPolygon; properties: { label: [number, number] } }[] };
  const parts = features.flatMap(({ geometry }) => (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates));
  const [first] = features;
  return {
    area: parts.length === 0 ? null : { type: 'MultiPolygon', coordinates: parts },
    label: first === undefined ? null : { lon: first.properties.label[0], lat: first.properties.label[1] },
  };
}

async function post(path: string, body: unknown, signal: AbortSignal): Promise<unknown> {
  const answer = await fetch(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body), signal });
  if (!answer.ok) throw new Error(`${path} answers ${String(answer.status)}`);
  return await answer.json();
}
