/** So close to each other two presses of Esc mean: away from here (milliseconds). */
const TWICE_MS = 2000;

/** Tells whether a press of Esc is the second of two. */
export class Twice {
  #last = Number.NEGATIVE_INFINITY;

  /** `now` in milliseconds of any clock. */
  pressed(now: number): boolean {
    const isSecond = now - this.#last <= TWICE_MS;
    this.#last = isSecond ? Number.NEGATIVE_INFINITY : now;
    return isSecond;
  }
}

/** Lets the button and Esc twice put the neutral page in place of this one. */
export function enhanceExit(exit: HTMLAnchorElement): void {
  const esc = new Twice();
  const leave = () => { leaveTo(exit.href); };
  exit.addEventListener('click', (event) => {
    event.preventDefault();
    leave();
  });
  const pressed = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    // Esc also stops a page that is being loaded: it must not stop the one that comes in place of this.
    event.preventDefault();
    if (!event.repeat && !leaving.aborted && esc.pressed(performance.now())) leave();
  };
  addEventListener('keydown', pressed, { capture: true });
  const keys = document.querySelector<HTMLElement>('#exit-keys');
  if (keys !== null) keys.hidden = false;
}

const left = new AbortController();

/** Ends whatever is on its way when somebody leaves: a report is not sent after that, and thanks take no page's place. */
export const leaving: AbortSignal = left.signal;

/** The page is empty at once and nameless, also where the next one is slow to come or never does. */
function leaveTo(address: string): void {
  left.abort();
  empty();
  history.replaceState(null, '', '/');
  location.replace(address);
}

/** Takes everything off the page. */
function empty(): void {
  document.body.replaceChildren();
}

/** Another page takes the place of this one in the history, so that nobody can step back to it. */
export function replaceOnly(): void {
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (link === null || event.defaultPrevented || !isPlain(event) || !isPage(link)) return;
    event.preventDefault();
    location.replace(link.href);
  });
  // A question that is asked in an address: filters.
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || event.defaultPrevented || form.method !== 'get') return;
    event.preventDefault();
    location.replace(asked(form.action, new FormData(form, event.submitter)));
  });
}

/** The address of a form that is asked with GET; fields without a value say nothing. */
export function asked(action: string, fields: Iterable<[string, FormDataEntryValue]>): string {
  const address = new URL(action);
  const said = [...fields].flatMap(([name, value]) => (typeof value === 'string' && value !== '' ? [[name, value]] : []));
  address.search = new URLSearchParams(said).toString();
  return address.href;
}

function isPlain(event: MouseEvent): boolean {
  return event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
}

/** Calls and mails leave the page where it is. A spot on this page is a step as well, if nothing takes its place. */
function isPage(link: HTMLAnchorElement): boolean {
  return /^https?:$/.test(link.protocol) && link.target === '';
}

/** What a browser keeps of a page for stepping back is an empty page, and stepping back asks the server again. */
export function leaveNothing(): void {
  addEventListener('pagehide', empty);
  addEventListener('pageshow', (event) => {
    if (event.persisted) location.reload();
  });
}
