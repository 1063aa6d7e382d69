import { mount } from 'svelte';
import type { Spot } from './atlas.svelte';
import { translatorFor } from './messages/translate';
import SpotPicker from './SpotPicker.svelte';

/** Lets a spot be picked on a map; everything else of the form works as the server sent it. */
export async function enhanceSuggestion(root: HTMLElement): Promise<void> {
  const lon = root.querySelector<HTMLInputElement>('input[name=lon]');
  const lat = root.querySelector<HTMLInputElement>('input[name=lat]');
  if (lon === null || lat === null) return;
  const t = await translatorFor(document.documentElement.dataset['language'] ?? document.documentElement.lang);
  const { bounds, start, style } = root.dataset;
  // What the server said about the spot, the picker says itself from now on.
  root.querySelector('p')?.remove();
  mount(SpotPicker, { target: root, props: { t, lon, lat, bounds, start: spotOf(start), style } });
  document.documentElement.dataset['ready'] = 'true';
}

/** Reads `lon,lat`. */
export function spotOf(text: string | undefined): Spot | null {
  const [lon, lat] = (text ?? '').split(',').map(Number);
  return lon === undefined || lat === undefined ? null : { lon, lat };
}
