import { mount } from 'svelte';
import type { Translate } from '../messages/translate';
import { DraftKeeper, forgetSaved } from './draft';
import ShapeEditor from './ShapeEditor.svelte';

/** Somebody who types is not asked after every letter (milliseconds). */
const PAUSE_MS = 300;

/** Lets the form for a place answer while one fills it in; everything works without. */
export function enhancePlaceForm(form: HTMLFormElement, t: Translate, language: string): void {
  forgetSaved();
  const drafts = new DraftKeeper(form);
  if (drafts.restore()) noteDraft(form, drafts, t);
  form.addEventListener('input', () => { drafts.keep(); });
  form.addEventListener('submit', (event) => {
    const button = event.submitter instanceof HTMLButtonElement ? event.submitter.value : '';
    if (button !== 'look') drafts.send();
  });
  lookAtHours(form, language);
  const editor = form.querySelector<HTMLElement>('#shape-editor');
  const [lon, lat] = ['lon', 'lat'].map((name) => form.querySelector<HTMLInputElement>(`input[name=${name}]`));
  const geometry = form.querySelector<HTMLTextAreaElement>('textarea[name=geometry]');
  if (editor === null || geometry === null || lon == null || lat == null) return;
  const { bounds, style } = editor.dataset;
  mount(ShapeEditor, { target: editor, props: { t, lon, lat, geometry, bounds, style, changed: () => { drafts.keep(); } } });
  document.documentElement.dataset['ready'] = 'true';
}

function noteDraft(form: HTMLFormElement, drafts: DraftKeeper, t: Translate): void {
  const place = form.querySelector<HTMLElement>('#draft-note');
  if (place === null) return;
  const note = document.createElement('p');
  note.className = 'notice';
  note.role = 'status';
  note.append(`${t('staff-draft')} `);
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'button secondary';
  button.textContent = t('staff-draft-discard');
  button.addEventListener('click', () => {
    drafts.discard();
    note.remove();
    form.querySelector<HTMLInputElement>('#name')?.focus();
  });
  note.append(button);
  form.prepend(note);
}

/** Shows what the hours mean while they are typed; the newest question wins. */
function lookAtHours(form: HTMLFormElement, language: string): void {
  const text = form.querySelector<HTMLTextAreaElement>('#opening_hours');
  const shown = form.querySelector<HTMLElement>('#hours-preview');
  if (text === null || shown === null) return;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let asking = new AbortController();
  const look = async (): Promise<void> => {
    asking.abort();
    asking = new AbortController();
    const query = new URLSearchParams({ text: text.value, lang: language });
    const answer = await fetch(`/verwaltung/stunden?${query.toString()}`, { signal: asking.signal });
    if (!answer.ok || answer.redirected) return;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    shown.replaceChildren(...page.body.childNodes);
  };
  text.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => { look().catch(() => undefined); }, PAUSE_MS);
  });
  form.querySelector('#hours-look')?.addEventListener('click', (event) => {
    event.preventDefault();
    look().catch(() => undefined);
  });
}
