/** Where the map looks: zoom level and centre in degrees. */
export interface Camera {
  readonly zoom: number;
  readonly lat: number;
  readonly lon: number;
}

/** What a small screen shows. */
export type View = 'list' | 'map';

/**
 * Everything the address of the page says. The query is the server's business (it answers the same with and
 * without script); the fragment after `#` is the browser's own.
 */
export interface Address {
  /** Filters as a query string without `?`, in one order. */
  readonly query: string;
  /** The slug of the selected place. */
  readonly place: string | null;
  readonly camera: Camera | null;
  readonly view: View;
}

/** The order of filters in an address, so that the same question always has the same address. */
const FILTERS = [
  'q', 'district', 'kind', 'cls', 'topics', 'open_at', 'free', 'no_consumption', 'wc', 'need', 'near', 'lon', 'lat', 'bbox', 'lang',
];

/** Form entries as a query string: empty ones dropped, several of one name joined by commas, in one order. */
export function queryOf(entries: Iterable<readonly [string, string]>): string {
  const values = new Map<string, string[]>();
  for (const [name, value] of entries) {
    if (value.trim() !== '') values.set(name, [...(values.get(name) ?? []), value.trim()]);
  }
  const rank = (name: string) => (FILTERS.includes(name) ? FILTERS.indexOf(name) : FILTERS.length);
  const sorted = [...values].sort(([a], [b]) => rank(a) - rank(b));
  return sorted.map(([name, all]) => `${encode(name)}=${all.map(encode).join(',')}`).join('&');
}

/** Reads an address; what cannot be understood after `#` is as if it were not there. */
export function readAddress(url: URL): Address {
  const fragment = new URLSearchParams(url.hash.slice(1));
  return {
    query: queryOf(url.searchParams),
    place: fragment.get('ort'),
    camera: readCamera(fragment.get('karte')),
    view: fragment.get('ansicht') === 'karte' ? 'map' : 'list',
  };
}

/** Writes an address so that {@link readAddress} gives the same one back. */
export function writeAddress({ query, place, camera, view }: Address): string {
  const fragment = [
    place === null ? '' : `ort=${encode(place)}`,
    camera === null ? '' : `karte=${camera.zoom.toFixed(2)}/${camera.lat.toFixed(5)}/${camera.lon.toFixed(5)}`,
    view === 'map' ? 'ansicht=karte' : '',
  ].filter((part) => part !== '');
  return `/${query === '' ? '' : `?${query}`}${fragment.length === 0 ? '' : `#${fragment.join('&')}`}`;
}

/** The same address in another language. */
export function inLanguage(address: Address, language: string): Address {
  const query = new URLSearchParams(address.query);
  query.set('lang', language);
  return { ...address, query: queryOf(query) };
}

function readCamera(text: string | null): Camera | null {
  const [zoom, lat, lon, ...rest] = (text ?? '').split('/').map((part) => (part === '' ? NaN : Number(part)));
  if (zoom === undefined || lat === undefined || lon === undefined || rest.length > 0) return null;
  const onEarth = zoom >= 0 && zoom <= 24 && Math.abs(lat) <= 90 && Math.abs(lon) <= 180;
  return onEarth ? { zoom, lat, lon } : null;
}

/** Percent-encoding that leaves the comma readable. */
function encode(text: string): string {
  return encodeURIComponent(text).replaceAll('%2C', ',');
}
