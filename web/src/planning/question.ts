import type { Translate } from '../messages/translate';

const HOURS_A_DAY = 24;
const HOURS_A_WEEK = 7 * HOURS_A_DAY;

/** Lets the planner's form answer on its own page: the figures change, the rest stays. */
export function enhanceQuestion(form: HTMLFormElement, t: Translate): void {
  const figures = document.querySelector('#figures');
  const state = form.querySelector('#plan-state');
  let asking = new AbortController();
  const ask = async (): Promise<void> => {
    asking.abort();
    asking = new AbortController();
    const address = addressOf(form);
    if (state !== null) state.textContent = t('planning-working');
    try {
      await show(address, asking.signal);
      history.replaceState(null, '', address);
      if (state !== null) state.textContent = t('planning-done');
    } catch (error) {
      if (error instanceof DOMException && error.name === 'AbortError') return;
      if (state !== null) state.textContent = t('planning-not-done');
    }
  };
  addSlider(form, t);
  // A page without figures of its own, as that of scenarios, is asked for as a whole.
  if (figures === null) return;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void ask();
  });
  form.addEventListener('change', () => void ask());
}

/** The address that the form would go to; what is empty says nothing. */
function addressOf(form: HTMLFormElement): string {
  const asked = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (typeof value === 'string' && value !== '') asked.append(name, value);
  }
  const query = asked.toString();
  return query === '' ? form.action : `${form.action}?${query}`;
}

async function show(address: string, signal: AbortSignal): Promise<void> {
  const answer = await fetch(address, { signal });
  if (!answer.ok) throw new Error(`${address} answers ${String(answer.status)}`);
  const next = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('#figures');
  if (next === null) throw new Error('the answer has no figures');
  document.querySelector('#figures')?.replaceWith(next);
}

/** A slider through all hours of the week; it sets the two fields that the form sends. */
function addSlider(form: HTMLFormElement, t: Translate): void {
  const place = form.querySelector<HTMLElement>('#week-slider');
  const day = form.querySelector<HTMLSelectElement>('#day');
  const hour = form.querySelector<HTMLSelectElement>('#hour');
  if (place === null || day === null || hour === null) return;
  const slider = document.createElement('input');
  Object.assign(slider, { type: 'range', id: 'week-hour', min: '0', max: String(HOURS_A_WEEK - 1), step: '1', value: place.dataset['hour'] ?? '18' });
  const label = document.createElement('label');
  label.htmlFor = slider.id;
  label.textContent = t('planning-slider');
  place.classList.add('week-slider');
  place.append(label, slider);
  const say = () => {
    const words = day.value === '' || hour.value === '' ? t('planning-any-time') : `${chosen(day)} ${chosen(hour)}`;
    slider.setAttribute('aria-valuetext', words);
    label.textContent = `${t('planning-slider')}: ${words}`;
  };
  say();
  slider.addEventListener('input', () => {
    const at = Number(slider.value);
    day.selectedIndex = 1 + Math.floor(at / HOURS_A_DAY);
    hour.selectedIndex = 1 + (at % HOURS_A_DAY);
    say();
  });
  for (const field of [day, hour]) {
    field.addEventListener('change', () => {
      const [days, hours] = [day.selectedIndex - 1, hour.selectedIndex - 1];
      if (days >= 0 && hours >= 0) slider.value = String(days * HOURS_A_DAY + hours);
      say();
    });
  }
}

function chosen(field: HTMLSelectElement): string {
  return field.selectedOptions[0]?.textContent ?? '';
}
