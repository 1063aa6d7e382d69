import { mount } from 'svelte';
import type { Translate } from '../messages/translate';
import ScenarioMap from './ScenarioMap.svelte';

/** Puts a map with a pin above the form of scenarios; the form works as the server sent it. */
export function enhanceScenario(root: HTMLElement, form: HTMLFormElement, t: Translate): void {
  const { bounds, style, query, changes, candidates, kind } = root.dataset;
  const begun: unknown = changes === undefined || changes === '' ? [] : JSON.parse(changes);
  mount(ScenarioMap, {
    target: root,
    props: { t, form, bounds, style, query: query ?? '', changes: Array.isArray(begun) ? begun : [], candidates: candidates ?? '', kind: kind ?? '' },
  });
  document.documentElement.dataset['ready'] = 'true';
}
