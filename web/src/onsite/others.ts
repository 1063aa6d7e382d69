/** By which the pages of one device tell each other that something changed in its store. */
const NAME = 'vor-ort';

/** Tells the other pages, from one that has nothing to hear itself. */
export function tellOthers(): void {
  const channel = new BroadcastChannel(NAME);
  channel.postMessage(null);
  channel.close();
}

/** Hears of changes by other pages; the answer tells them of an own one. */
export function withOthers(changed: () => void): () => void {
  const channel = new BroadcastChannel(NAME);
  channel.onmessage = changed;
  return () => { channel.postMessage(null); };
}
