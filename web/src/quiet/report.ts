import { leaving } from './leaving';
import { type Puzzle, solve } from './puzzle';
import { squareAt } from './square';

/** What a report says, as the program takes it (src/safety/draft.rs). */
interface Draft {
  cell_500: string;
  category: string;
  band: string;
  daytype: string;
  factors: string[];
  wish?: string;
  avoid?: true;
}

/** The questions that must be answered, in the order of the page. */
const REQUIRED = ['cell_500', 'category', 'band', 'daytype'] as const;

/** The status that means: it could not be kept now. */
const UNKEPT = 503;

/** A device that does not find itself by then is not waited for (milliseconds). */
const PATIENCE_MS = 15_000;

/** Lets the report be sent without leaving the page, and squares be chosen on the drawing. */
export function enhanceReport(form: HTMLFormElement): void {
  const squares = form.querySelector<HTMLSelectElement>('#cell_500');
  if (squares !== null) {
    enhanceDrawing(form, squares);
    enhanceHere(form, squares);
  }
  // A fault that is mended is no fault any more.
  form.addEventListener('change', (event) => {
    const field = event.target instanceof HTMLElement ? event.target.getAttribute('name') : null;
    if (field !== null) showFault(form, field, false);
  });
  let isOnItsWay = false;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (isOnItsWay) return;
    isOnItsWay = true;
    void send(form).finally(() => { isOnItsWay = false; });
  });
}

/** The answers of a form. */
export function draftOf(fields: FormData): Draft {
  const value = (name: string): string => {
    const said = fields.get(name);
    return typeof said === 'string' ? said : '';
  };
  const factors = fields.getAll('factors').filter((own) => typeof own === 'string');
  return {
    cell_500: value('cell_500'),
    category: value('category'),
    band: value('band'),
    daytype: value('daytype'),
    factors,
    ...(value('wish') === '' ? {} : { wish: value('wish') }),
    ...(value('avoid') === '' ? {} : { avoid: true as const }),
  };
}

async function send(form: HTMLFormElement): Promise<void> {
  showTrouble(form, null);
  const draft = draftOf(new FormData(form));
  const missing = REQUIRED.filter((field) => draft[field] === '');
  for (const field of REQUIRED) showFault(form, field, missing.includes(field));
  const [first] = missing;
  if (first !== undefined) {
    form.querySelector<HTMLElement>(`#${first}`)?.focus();
    return;
  }
  say(form, true);
  const status = await post(draft);
  if (leaving.aborted) return;
  if (status === 204) {
    location.replace(form.dataset['thanks'] ?? '/');
    return;
  }
  say(form, false);
  showTrouble(form, status);
}

/** Solves a puzzle and sends the report; the status of the answer, 0 where there is none. */
async function post(draft: Draft): Promise<number> {
  try {
    const given = await fetch('/api/safety/puzzle', { cache: 'no-store', signal: leaving });
    // Whatever hinders a puzzle is no word on what may be reported today.
    if (!given.ok) return UNKEPT;
    const puzzle = (await given.json()) as Puzzle;
    const number = await solve(puzzle, leaving);
    const answer = await fetch('/api/safety/reports', {
      method: 'POST',
      cache: 'no-store',
      signal: leaving,
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ report: draft, puzzle: puzzle.puzzle, number }),
    });
    return (await isAboutPuzzle(answer)) ? UNKEPT : answer.status;
  } catch {
    return 0;
  }
}

/** Whether an answer refuses the puzzle and not what was told: sent again, it gets another one. */
async function isAboutPuzzle(answer: Response): Promise<boolean> {
  if (answer.status !== 400) return false;
  const { field } = (await answer.json()) as { field?: string };
  return field === 'puzzle' || field === 'number';
}

function say(form: HTMLFormElement, isOnItsWay: boolean): void {
  const status = form.querySelector<HTMLElement>('#sending');
  if (status !== null) status.textContent = isOnItsWay ? (status.dataset['said'] ?? '') : '';
  form.querySelector('button[type=submit]')?.setAttribute('aria-disabled', String(isOnItsWay));
}

/** Shows the sentence for a status, or none. */
function showTrouble(form: HTMLFormElement, status: number | null): void {
  const sentences = [...form.querySelectorAll<HTMLElement>('#report-trouble [data-status]')];
  const fits = (own: HTMLElement): boolean => own.dataset['status'] === String(status);
  // Whatever else went wrong: nothing was taken.
  const shown = status === null ? undefined : (sentences.find(fits) ?? sentences.at(-1));
  for (const own of sentences) own.hidden = own !== shown;
}

function showFault(form: HTMLFormElement, field: string, isWrong: boolean): void {
  const fault = form.querySelector<HTMLElement>(`#${field}-fault`);
  if (fault !== null) fault.hidden = !isWrong;
  const asked = form.querySelector<HTMLElement>(`#${field}`);
  if (asked === null) return;
  // A sentence that is hidden is read out all the same where something is described by it.
  const described = [form.querySelector(`#${field}-hint`) === null ? '' : `${field}-hint`, isWrong ? `${field}-fault` : ''];
  asked.setAttribute('aria-describedby', described.filter((id) => id !== '').join(' '));
  if (isWrong) asked.setAttribute('aria-invalid', 'true');
  else asked.removeAttribute('aria-invalid');
}

/** A tap on a square chooses it in the list, and the drawing shows what the list says. */
function enhanceDrawing(form: HTMLFormElement, list: HTMLSelectElement): void {
  const drawing = form.querySelector<SVGElement>('#squares');
  if (drawing === null) return;
  drawing.closest('figure')?.classList.add('to-choose-on');
  const show = (): void => {
    for (const square of drawing.querySelectorAll<SVGElement>('[data-cell]')) {
      const isChosen = square.dataset['cell'] === list.value;
      square.classList.toggle('chosen', isChosen);
      if (isChosen) bringIntoSight(square);
    }
  };
  drawing.addEventListener('click', (event) => {
    const square = event.target instanceof Element ? event.target.closest<SVGElement>('[data-cell]') : null;
    const cell = square?.dataset['cell'];
    if (cell !== undefined) choose(list, cell);
  });
  list.addEventListener('change', show);
  show();
}

/** Scrolls the drawing to a square, and the page not at all. */
function bringIntoSight(square: SVGElement): void {
  const pane = square.closest('.pane');
  if (pane === null) return;
  const [own, around] = [square.getBoundingClientRect(), pane.getBoundingClientRect()];
  if (own.left < around.left || own.right > around.right) pane.scrollLeft += own.left - around.left - around.width / 2;
}

/** Lets the device find the square it is in. Its position is forgotten at once and never sent. */
function enhanceHere(form: HTMLFormElement, list: HTMLSelectElement): void {
  const here = form.querySelector<HTMLElement>('#here');
  const said = form.querySelector<HTMLElement>('#here-said');
  if (here === null || said === null || !('geolocation' in navigator)) return;
  const tell = (what: string): void => { said.textContent = said.dataset[what] ?? ''; };
  here.hidden = false;
  here.querySelector('button')?.addEventListener('click', () => {
    tell('waiting');
    const found = ({ coords }: GeolocationPosition): void => {
      tell(choose(list, squareAt(coords.longitude, coords.latitude)) ? 'found' : 'outside');
    };
    navigator.geolocation.getCurrentPosition(found, () => { tell('failed'); }, { timeout: PATIENCE_MS });
  });
}

/** Chooses a square, if it is one of the list. */
function choose(list: HTMLSelectElement, cell: string): boolean {
  const isThere = [...list.options].some((own) => own.value === cell);
  if (isThere) {
    list.value = cell;
    list.dispatchEvent(new Event('change', { bubbles: true }));
  }
  return isThere;
}
