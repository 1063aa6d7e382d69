/** What the worker does with the answer to a request. */
export type Keeping =
  /** Never changes under its address: kept answers are as good as new ones. */
  | 'for-ever'
  /** A tile: never changes, but there are many, so that the oldest go. */
  | 'tile'
  /** The newest answer is wanted, the last one serves where there is no network. */
  | 'last-seen'
  /** The same, and never the oldest that goes: somebody counts on it. */
  | 'tool'
  /** Not touched at all. */
  | 'never';

/** Pages of which the last seen state may be kept; a page that is not named here is never kept. */
const PAGES = [/^\/$/, /^\/liste$/, /^\/orte\/[^/]+$/, /^\/stadtteile(\/[^/]+)?$/, /^\/termine$/, /^\/hilfe$/];

/** What the map asks for besides tiles. */
const MAP_DATA = ['/api/style.json', '/api/collections/districts/items'];

/** Pages that work without a network by themselves. */
const TOOLS = ['/vor-ort'];

/** What an address may say beside its path and still be kept: nothing of a person, only how the page is shown. */
const IMPERSONAL = ['lang', 'theme', 'limit', 'fragment', 'drawing'];

/** Decides by the address alone. What could tell something about a person is not kept, nor anything about safety. */
export function keepingOf(method: string, url: URL, home: string): Keeping {
  if (method !== 'GET' || url.origin !== home) return 'never';
  const { pathname, searchParams } = url;
  if ([...searchParams.keys()].some((name) => !IMPERSONAL.includes(name))) return 'never';
  // What the quiet pages are drawn with would tell that somebody was there.
  if (pathname.startsWith('/assets/quiet')) return 'never';
  if (pathname.startsWith('/assets/')) return 'for-ever';
  if (pathname.startsWith('/api/tiles/')) return searchParams.has('drawing') ? 'tile' : 'never';
  if (TOOLS.includes(pathname)) return 'tool';
  if (MAP_DATA.includes(pathname) || PAGES.some((page) => page.test(pathname))) return 'last-seen';
  return 'never';
}

/** The oldest of `keys`, so many that `most` are left; a cache lists its keys in the order they came. */
export function tooMany<Key>(keys: readonly Key[], most: number): readonly Key[] {
  return keys.slice(0, Math.max(0, keys.length - most));
}

/** Writes into a kept page when it was seen, so that the page can say so. */
export function dated(html: string, seen: string): string {
  const attribute = seen.replaceAll(/[^A-Za-z0-9:, +.-]/g, '');
  return html.replace('<html ', `<html data-seen="${attribute}" `);
}
