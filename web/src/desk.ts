import { mount } from 'svelte';
import DeskMap from './DeskMap.svelte';
import { translatorFor } from './messages/translate';
import { spotOf } from './suggest';

/** Puts a map beside a list of the desk; the list works as the server sent it. */
export async function enhanceDeskMap(root: HTMLElement): Promise<void> {
  const t = await translatorFor(document.documentElement.dataset['language'] ?? document.documentElement.lang);
  const { bounds, here, style } = root.dataset;
  mount(DeskMap, { target: root, props: { t, list: document, here: spotOf(here), bounds, style } });
  document.documentElement.dataset['ready'] = 'true';
}
