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
  addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !event.repeat && esc.pressed(performance.now())) leave();
  });
  const keys = document.querySelector<HTMLElement>('#exit-keys');
  if (keys !== null) keys.hidden = false;
}

/** The page is empty at once, also where the next one is slow to come. */
function leaveTo(address: string): void {
  empty();
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
    if (link === null || event.defaultPrevented || !isPlain(event) || !isAnotherPage(link)) return;
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

/** Calls and mails leave the page where it is, and so do places on it. */
function isAnotherPage(link: HTMLAnchorElement): boolean {
  const isHere = link.pathname === location.pathname && link.search === location.search && link.hash !== '';
  return /^https?:$/.test(link.protocol) && link.target === '' && !(isHere && link.origin === location.origin);
}

/** What a browser keeps of a page for stepping back is an empty page, and stepping back asks the server again. */
export function leaveNothing(): void {
  addEventListener('pagehide', empty);
  addEventListener('pageshow', (event) => {
    if (event.persisted) location.reload();
  });
}
