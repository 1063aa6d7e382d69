/** Lets the last seen places be seen without a network next time. Nothing is kept where a browser cannot or may not. */
export function keepForLater(): void {
  if (!('serviceWorker' in navigator) || !isSecureContext) return;
  const container = navigator.serviceWorker;
  container.register('/sw.js').catch((error: unknown) => { console.warn(error); });
  // A worker that was there before has seen everything itself.
  if (container.controller !== null) return;
  const tell = () => { container.controller?.postMessage(used()); };
  container.addEventListener('controllerchange', tell);
  // What the map loads comes later than the page.
  document.addEventListener('map-shown', tell);
}

/** Everything of ours this page has loaded; the worker decides what of it may be kept. */
function used(): string[] {
  const loaded = performance.getEntriesByType('resource').map(({ name }) => name);
  const own = loaded.filter((url) => url.startsWith(`${location.origin}/`));
  const { origin, pathname, search } = location;
  return [`${origin}${pathname}${search}`, ...own];
}

/** When the worker put a page in place of one it could not get: when that was seen. */
export function seenAt(): Date | null {
  const seen = document.documentElement.dataset['seen'];
  if (seen === undefined) return null;
  const date = new Date(seen);
  return Number.isNaN(date.getTime()) ? null : date;
}
