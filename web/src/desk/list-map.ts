import { mount } from 'svelte';
import type { Translate } from '../messages/translate';
import { spotOf } from '../suggest';
import ListMap from './ListMap.svelte';

/** Puts a map beside a list of the desk; the list works as the server sent it. */
export function enhanceListMap(root: HTMLElement, t: Translate): void {
  const { bounds, here, style } = root.dataset;
  mount(ListMap, { target: root, props: { t, list: document, here: spotOf(here), bounds, style } });
  document.documentElement.dataset['ready'] = 'true';
}
