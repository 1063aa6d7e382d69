import './styles/page.css';
import { flushSync, mount } from 'svelte';
import AddressBox from './AddressBox.svelte';
import { Atlas } from './atlas.svelte';
import { enhanceFinder, enhanceLinks, isPlainClick } from './finder';
import ListKeeper from './ListKeeper.svelte';
import MapView from './MapView.svelte';
import { translatorFor } from './messages/translate';
import NearMe from './NearMe.svelte';
import { keepForLater } from './offline';
import OfflineNote from './OfflineNote.svelte';
import Panel from './Panel.svelte';
import { enhanceShare } from './share';
import { enhanceSuggestion } from './suggest';
import ViewSwitch from './ViewSwitch.svelte';

const language = document.documentElement.dataset['language'] ?? document.documentElement.lang;
const t = await translatorFor(language);
mount(OfflineNote, { target: one('#offline'), props: { t, language, isTool: document.querySelector('#onsite') !== null } });
const form = document.querySelector<HTMLFormElement>('#finder');
// Other pages share the style sheet and need little script or none.
if (form !== null) start(form);
const spot = document.querySelector<HTMLElement>('#spot');
if (spot !== null) await enhanceSuggestion(spot);
const share = document.querySelector<HTMLElement>('#share');
if (share !== null) enhanceShare(share);
const place = document.querySelector<HTMLFormElement>('#place-form');
if (place !== null) (await import('./desk/place-form')).enhancePlaceForm(place, t, language);
const listMap = document.querySelector<HTMLElement>('#list-map');
if (listMap !== null) (await import('./desk/list-map')).enhanceListMap(listMap, t);
const table = document.querySelector<HTMLFormElement>('#table-form');
if (table !== null) (await import('./desk/table-form')).enhanceTableForm(table);
const planner = document.querySelector<HTMLFormElement>('#plan-question');
if (planner !== null) (await import('./planning/question')).enhanceQuestion(planner, t);
const scenario = document.querySelector<HTMLElement>('#scenario-map');
const changes = document.querySelector<HTMLFormElement>('#scenario-form');
if (scenario !== null && changes !== null) (await import('./planning/scenario')).enhanceScenario(scenario, changes, t);
const leaving = document.querySelector<HTMLFormElement>('.desk-nav form');
if (leaving !== null) (await import('./onsite/leaving')).enhanceLeaving(leaving, t);
const [sheet, sheetData] = ['#onsite', '#onsite-data'].map((own) => document.querySelector<HTMLElement>(own));
if (sheet != null && sheetData != null) await (await import('./onsite/start')).startSheet(sheet, sheetData, language);
// Whoever has seen the list of audits can open the sheet without a network.
if (document.querySelector('#onsite-prepare') !== null) (await import('./onsite/prepare')).prepareSheet(language);
keepForLater();

function start(form: HTMLFormElement): void {
  const results = () => one('#results');
  const atlas = new Atlas(results, showResults);

  enhanceFinder(form, atlas);
  enhanceLinks(one('main'), atlas);
  enhancePlaceLinks(one('main'), atlas);
  enhanceSkipLinks(atlas);
  addEventListener('popstate', () => void atlas.returned());

  mount(ListKeeper, { target: one('#list-keeper'), props: { atlas, t, form, results } });
  const input = form.querySelector<HTMLInputElement>('#near');
  if (input !== null) mount(AddressBox, { target: one('#near-suggestions'), props: { atlas, t, input } });
  mount(ViewSwitch, { target: one('#view-switch'), props: { atlas, t } });
  if ('geolocation' in navigator) mount(NearMe, { target: one('#near-me'), props: { atlas, t } });
  mount(MapView, { target: one('#map'), props: { atlas, t, bounds: one('#map').dataset['bounds'], style: one('#map').dataset['style'] } });
  const fallback = () =>
    document.querySelector<HTMLElement>('#results a[aria-current]') ?? document.querySelector<HTMLElement>('#results');
  mount(Panel, { target: one('#panel'), props: { atlas, t, language, fallback } });
  document.documentElement.dataset['ready'] = 'true';
}

/** Puts a new list in place of the old one; a keyboard that was in the old one stays with the list. */
function showResults(next: Element): void {
  const old = one('#results');
  const hadFocus = old.contains(document.activeElement);
  old.replaceWith(next);
  if (hadFocus) one('#results').focus();
}

/** Lets a place open beside the list instead of on its own page. */
function enhancePlaceLinks(root: HTMLElement, atlas: Atlas): void {
  root.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('li[data-slug] a') : null;
    if (link === null || !isPlainClick(event)) return;
    event.preventDefault();
    atlas.select(link.closest<HTMLElement>('li')?.dataset['slug'] ?? null);
  });
}

/** A skip link shows what it leads to, and leaves the rest of the address alone. */
function enhanceSkipLinks(atlas: Atlas): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a.skip')) {
    link.addEventListener('click', (event) => {
      event.preventDefault();
      atlas.look(link.hash === '#map' ? 'map' : 'list');
      flushSync();
      one(link.hash).focus();
    });
  }
}

function one(selector: string): HTMLElement {
  const element = document.querySelector<HTMLElement>(selector);
  if (element === null) throw new Error(`the page has no ${selector}`);
  return element;
}
