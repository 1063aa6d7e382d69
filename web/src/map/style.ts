import type { GeoJSONSourceSpecification, LayerSpecification, StyleSpecification } from 'maplibre-gl';
import { layers } from './layers';
import type { Palette } from './palette';

const EMPTY: GeoJSONSourceSpecification = { type: 'geojson', data: { type: 'FeatureCollection', features: [] } };

/** Places closer than this many pixels become one number. */
const CLUSTER_RADIUS = 38;

/** From this zoom on every place stands for itself. */
const CLUSTER_MAX_ZOOM = 14;

/** The base map: another server's style where the city chose one, else our own in the colours of the palette. */
export async function fetchBaseStyle({ theme }: Palette, other: string | undefined, signal: AbortSignal): Promise<StyleSpecification> {
  const response = await fetch(other ?? `/api/style.json?theme=${theme}`, { signal });
  if (!response.ok) throw new Error(`style: ${response.status}`);
  const style = (await response.json()) as StyleSpecification;
  return other === undefined ? atHome(style) : style;
}

/**
 * The server writes whole addresses, for programs elsewhere. This page asks the host it came from, by whatever name
 * and protocol a proxy gives it.
 */
export function atHome(style: StyleSpecification): StyleSpecification {
  const here = (address: string) => address.replace(/^https?:\/\/[^/]+(?=\/)/, '');
  return JSON.parse(JSON.stringify(style), (key, value: unknown) => {
    if (key === 'url' && typeof value === 'string') return here(value);
    if (key === 'tiles' && Array.isArray(value)) return value.map((tile) => new URL(here(String(tile)), location.href).href.replaceAll('%7B', '{').replaceAll('%7D', '}'));
    return value;
  }) as StyleSpecification;
}

/** The whole map: the base map, and on it what this page knows; those sources are empty until the page fills them. */
export function cityStyle(palette: Palette, base: StyleSpecification): StyleSpecification {
  return {
    ...base,
    sources: {
      ...base.sources,
      districts: EMPTY,
      'district-names': EMPTY,
      route: EMPTY,
      places: { ...EMPTY, cluster: true, clusterRadius: CLUSTER_RADIUS, clusterMaxZoom: CLUSTER_MAX_ZOOM },
      selected: EMPTY,
      here: EMPTY,
    },
    layers: stacked(base.layers, layers(palette)),
  };
}

/** The districts' ground lies under the base map, everything else of ours above it. */
export function stacked(base: readonly LayerSpecification[], own: readonly LayerSpecification[]): LayerSpecification[] {
  const ground = own.filter(({ id }) => id === 'ground' || id === 'district-area');
  return [...ground, ...base.filter(({ type }) => type !== 'background'), ...own.filter((layer) => !ground.includes(layer))];
}
