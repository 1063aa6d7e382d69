/** Fields that belong to the state of the place, not to what somebody typed. */
const OF_THE_PLACE = ['version', 'base', 'suggestion'];

/** What a form held that was not saved, and the state of the place it stood on. */
interface Draft {
  readonly version: string;
  readonly fields: [string, string][];
}

function read(form: HTMLFormElement): [string, string][] {
  return [...new FormData(form)].flatMap(([name, value]) =>
    typeof value === 'string' && !OF_THE_PLACE.includes(name) ? [[name, value] as [string, string]] : []);
}

function versionOf(form: HTMLFormElement): string {
  return form.querySelector<HTMLInputElement>('input[name=version]')?.value ?? '';
}

/** Puts values into a form: boxes are ticked as they are named, everything else says what it said. */
export function fill(form: HTMLFormElement, fields: readonly [string, string][]): void {
  for (const element of form.elements) {
    const isField = element instanceof HTMLInputElement || element instanceof HTMLSelectElement || element instanceof HTMLTextAreaElement;
    if (!isField || element.name === '' || OF_THE_PLACE.includes(element.name)) continue;
    const values = fields.filter(([name]) => name === element.name).map(([, value]) => value);
    if (element instanceof HTMLInputElement && ['checkbox', 'radio'].includes(element.type)) element.checked = values.includes(element.value);
    else element.value = values[0] ?? '';
  }
}

/** Under which key the draft of the form is kept that was sent last. */
const SENT = 'draft sent';

/** Forgets what was typed into the form that was sent last, once a page says that it is saved. */
export function forgetSaved(): void {
  const done = new URLSearchParams(location.search).get('done') ?? '';
  const sent = sessionStorage.getItem(SENT);
  if (sent === null || !done.startsWith('staff-done-place')) return;
  sessionStorage.removeItem(sent);
  sessionStorage.removeItem(SENT);
}

/**
 * Keeps what is typed while the page is open, so that neither a reload nor a session that is over loses it; gone when it is
 * saved or the tab is closed.
 */
export class DraftKeeper {
  readonly #form: HTMLFormElement;
  readonly #key: string;
  readonly #first: string;

  constructor(form: HTMLFormElement) {
    this.#form = form;
    // What was typed for one suggestion is not brought back for another.
    const suggestion = form.querySelector<HTMLInputElement>('input[name=suggestion]')?.value ?? '';
    this.#key = `draft ${location.pathname} ${suggestion}`;
    this.#first = JSON.stringify(read(form));
  }

  /** Brings back what was typed before a reload; says whether there was anything. */
  restore(): boolean {
    const kept = sessionStorage.getItem(this.#key);
    if (kept === null) return false;
    const draft = JSON.parse(kept) as Draft;
    // A form that stands on another state says itself what was changed meanwhile.
    if (draft.version !== versionOf(this.#form)) {
      sessionStorage.removeItem(this.#key);
      return false;
    }
    // A form that was sent back says what was typed already.
    if (JSON.stringify(draft.fields) === this.#first) return false;
    fill(this.#form, draft.fields);
    return true;
  }

  /** Notes that the form is sent: what is typed is forgotten when it is saved. */
  send(): void {
    this.keep();
    sessionStorage.setItem(SENT, this.#key);
  }

  /** Keeps the form as it is now. */
  keep(): void {
    const fields = read(this.#form);
    if (JSON.stringify(fields) === this.#first) sessionStorage.removeItem(this.#key);
    else sessionStorage.setItem(this.#key, JSON.stringify({ version: versionOf(this.#form), fields } satisfies Draft));
  }

  /** Forgets it, and puts the form back to what it said at first. */
  discard(): void {
    this.forget();
    fill(this.#form, JSON.parse(this.#first) as [string, string][]);
  }

  /** Forgets it. */
  forget(): void {
    sessionStorage.removeItem(this.#key);
  }
}
