// Lets the last seen places and map be seen without a network. It keeps nothing that tells about a person.
import { dated, keepingOf, tooMany } from './keeping';
import { whole, wholeOrKept } from './whole';

declare const self: ServiceWorkerGlobalScope;

/** Another name forgets what older versions kept. */
const VERSION = 'v1';
const ASSETS = `assets-${VERSION}`;
const TILES = `tiles-${VERSION}`;
const SEEN = `seen-${VERSION}`;
const TOOLS = `tools-${VERSION}`;

/** Some ten megabytes of tiles, and the pages of an evening. */
const MOST_TILES = 600;
const MOST_SEEN = 100;
const MOST_ASSETS = 120;
/** One in each language, and room for more. */
const MOST_TOOLS = 10;
/** Where the network is that slow there is none: somebody stands before a door and waits (milliseconds). */
const PATIENCE_MS = 4000;

self.addEventListener('install', (event) => { event.waitUntil(self.skipWaiting()); });

self.addEventListener('activate', (event) => {
  const own = [ASSETS, TILES, SEEN, TOOLS];
  const forget = async () => {
    const others = (await caches.keys()).filter((name) => !own.includes(name));
    await Promise.all(others.map((name) => caches.delete(name)));
    await self.clients.claim();
  };
  event.waitUntil(forget());
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  switch (keepingOf(request.method, new URL(request.url), self.location.origin)) {
    case 'for-ever': event.respondWith(keptFirst(request, ASSETS, MOST_ASSETS)); break;
    case 'tile': event.respondWith(keptFirst(request, TILES, MOST_TILES)); break;
    case 'last-seen': event.respondWith(newestFirst(request, SEEN, MOST_SEEN)); break;
    case 'tool': event.respondWith(tool(request)); break;
    case 'never':
      // A question about a person is never kept; without a network the plain list answers it as well as it can.
      if (request.mode === 'navigate' && new URL(request.url).pathname === '/') event.respondWith(askedOrPlain(request));
      break;
  }
});

/** The first page was loaded before the worker was there: it says what it used. */
self.addEventListener('message', (event: ExtendableMessageEvent) => {
  const used: unknown = event.data;
  if (!Array.isArray(used)) return;
  event.waitUntil(Promise.allSettled(used.map((url) => keepUsed(String(url)))));
});

async function keepUsed(url: string): Promise<void> {
  const request = new Request(url);
  const keeping = keepingOf('GET', new URL(request.url), self.location.origin);
  if (keeping === 'never') return;
  if (keeping === 'for-ever') await keptFirst(request, ASSETS, MOST_ASSETS);
  else if (keeping === 'tile') await keptFirst(request, TILES, MOST_TILES);
  else if (keeping === 'tool') await tool(request);
  else await newestFirst(request, SEEN, MOST_SEEN);
}

/** A place to keep things; null where the browser gives none. */
async function opened(name: string): Promise<Cache | null> {
  try {
    return await caches.open(name);
  } catch {
    return null;
  }
}

async function keptFirst(request: Request, name: string, most: number): Promise<Response> {
  const cache = await opened(name);
  const kept = await cache?.match(request.url);
  if (kept !== undefined) return kept;
  const answer = await fetch(request);
  // A tile of another drawing than the address names is good for now only.
  const isForEver = (answer.headers.get('cache-control') ?? '').includes('immutable');
  if (answer.ok && isForEver) await keep(cache, request.url, answer.clone(), most);
  return answer;
}

/** What works by itself. It is not old when it was kept: it holds nothing that was open or closed when it was seen. */
async function tool(request: Request): Promise<Response> {
  const cache = await opened(TOOLS);
  const kept = await cache?.match(request.url);
  const ask = () => fetch(request, kept === undefined ? {} : { signal: AbortSignal.timeout(PATIENCE_MS) });
  return wholeOrKept(ask, kept, (answer) => keep(cache, request.url, answer, MOST_TOOLS));
}

async function newestFirst(request: Request, name: string, most: number): Promise<Response> {
  const cache = await opened(name);
  try {
    const answer = await fetch(request);
    if (answer.ok && !answer.redirected) await keep(cache, request.url, answer.clone(), most);
    return answer;
  } catch (error) {
    const kept = await cache?.match(request.url);
    if (kept !== undefined) return marked(kept);
    // Another question's answer would be a lie under this address; the plain list says what it is.
    const list = request.mode === 'navigate' ? await lastList(cache) : undefined;
    if (list === undefined) throw error;
    return Response.redirect(list, 302);
  }
}

async function askedOrPlain(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch (error) {
    const list = await lastList(await opened(SEEN));
    if (list === undefined) throw error;
    return Response.redirect(list, 302);
  }
}

/** The address of the list that was seen last. */
async function lastList(cache: Cache | null): Promise<string | undefined> {
  const pages = (await cache?.keys()) ?? [];
  return pages.findLast(({ url }) => new URL(url).pathname === '/')?.url;
}

async function marked(kept: Response): Promise<Response> {
  if (!(kept.headers.get('content-type') ?? '').startsWith('text/html')) return kept;
  const { status, headers } = kept;
  return new Response(dated(await kept.text(), headers.get('date') ?? ''), { status, headers });
}

/** What cannot be kept, because the storage is full or shut, is shown all the same. */
async function keep(cache: Cache | null, url: string, answer: Response, most: number): Promise<void> {
  if (cache === null) return;
  try {
    // Half an answer must not take the place of a whole one. The newest comes to stand last among the keys.
    await cache.put(url, await whole(answer));
    await Promise.all(tooMany(await cache.keys(), most).map((oldest) => cache.delete(oldest)));
  } catch (error) {
    console.warn(error);
  }
}
