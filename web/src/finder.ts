import { queryOf, type Address } from './address';
import type { Atlas } from './atlas.svelte';

/** How long a person may pause between letters before the list follows. */
const TYPING_PAUSE_MS = 250;

/** Lets the server's form answer without a new page. The form works as it is where this never runs. */
export function enhanceFinder(form: HTMLFormElement, atlas: Atlas): void {
  const query = () => {
    const entries = [...new FormData(form)].filter((entry): entry is [string, string] => typeof entry[1] === 'string');
    // A position that came with an address goes with it.
    const isLeft = (name: string) => (name === 'lon' || name === 'lat') && atlas.filter('near') !== null && addressOf(entries) !== atlas.filter('near');
    return queryOf(entries.filter(([name]) => !isLeft(name)));
  };
  let pause = 0;
  let typing = false;

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    clearTimeout(pause);
    typing = false;
    void atlas.find(query(), 'push');
  });
  form.addEventListener('change', (event) => {
    // A text field says `change` when one leaves it; its letters have been asked for already.
    if (isText(event.target)) return;
    clearTimeout(pause);
    typing = false;
    void atlas.find(query(), 'push');
  });
  form.addEventListener('input', (event) => {
    // An address is looked for when it is whole: its letters ask for suggestions (AddressBox).
    if (!isText(event.target) || event.target.name === 'near') return;
    clearTimeout(pause);
    pause = window.setTimeout(() => {
      // One word is one step back, however many letters it has.
      void atlas.find(query(), typing ? 'replace' : 'push');
      typing = true;
    }, TYPING_PAUSE_MS);
  });
}

/** The address among the entries of the form, or null. */
function addressOf(entries: readonly [string, string][]): string | null {
  const address = entries.find(([name]) => name === 'near')?.[1].trim() ?? '';
  return address === '' ? null : address;
}

/** Sets every field of the form to what the address says, but never the one a person is typing in. */
export function fillFinder(form: HTMLFormElement, { query }: Address): void {
  const wanted = new URLSearchParams(query);
  for (const field of form.elements) {
    if (!(field instanceof HTMLInputElement || field instanceof HTMLSelectElement) || field.name === '') continue;
    const value = wanted.get(field.name) ?? '';
    if (field instanceof HTMLInputElement && field.type === 'checkbox') field.checked = value.split(',').includes(field.value);
    else if (field !== document.activeElement || !isText(field)) field.value = value;
    // A choice that does not exist is refused by the server; the form then shows "any".
    if (field instanceof HTMLSelectElement && field.selectedIndex < 0) field.value = '';
  }
}

/** Lets a link ahead to other filters answer without a new page. */
export function enhanceLinks(root: HTMLElement, atlas: Atlas): void {
  root.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-find]') : null;
    if (link === null || !isPlainClick(event)) return;
    event.preventDefault();
    void atlas.find(queryOf(new URL(link.href).searchParams), 'push');
  });
}

/** Whether a click means "go there" and not "open it elsewhere". */
export function isPlainClick(event: MouseEvent): boolean {
  return event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
}

function isText(target: EventTarget | null): target is HTMLInputElement {
  return target instanceof HTMLInputElement && target.type === 'search';
}
