/** Lets the last seen places be seen without a network next time. Nothing is kept where a browser cannot or may not. */
export function keepForLater(): void {
  if (!('serviceWorker' in navigator) || !isSecureContext) return;
  const container = navigator.serviceWorker;
  const tell = () => { container.controller?.postMessage(used()); };
  container.addEventListener('controllerchange', tell);
  // What the map loads comes later than the page.
  document.addEventListener('map-shown', tell);
  container.register('/sw.js').then(tell, (error: unknown) => { console.warn(error); });
}

/** Everything of ours this page has loaded; the worker decides what of it may be kept. */
function used(): string[] {
  const loaded = performance.getEntriesByType('resource').map(({ name }) => name);
  const own = loaded.filter((url) => url.startsWith(`${location.origin}/`));
  const { origin, pathname, search } = location;
  return [`${origin}${pathname}${search}`, `${origin}/`, ...own];
}

/** When the worker put a page in place of one it could not get: when that was seen. */
export function seenAt(): Date | null {
  const seen = document.documentElement.dataset['seen'];
  if (seen === undefined) return null;
  const date = new Date(seen);
  return Number.isNaN(date.getTime()) ? null : date;
}
