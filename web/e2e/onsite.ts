import type { BrowserContext, Page } from '@playwright/test';
import { expect, test } from './atlas';

export const SHEET = '/vor-ort';
export const AUDITS = '/verwaltung/begehungen';

/** The day at which the server's clock stands. */
export const TODAY = '2026-11-22';

/** Each project has places of its own, which no other test looks at. */
const PLACES = {
  phone: { whole: 'Stadtbibliothek im Kulturzentrum', pair: 'Jugendtreff LBC im alten Stadtbad', contested: 'Jugendfarm', looks: 'Backhaus Eglosheim' },
  desktop: { whole: 'Kinder- und Familienzentrum (KiFaZ) Neckarweihingen', pair: 'Kinder- und Familienzentrum (KiFaZ) Poppenweiler', contested: 'Spielwiese am Ende der Corneliusstraße', looks: 'Grünzug Pflugfelden mit Natur-Spielplatz' },
} as const;

export const places = () => PLACES[test.info().project.name === 'phone' ? 'phone' : 'desktop'];

/** What meets the standard, for every number of the quick check. */
const NUMBERS: Readonly<Record<string, string>> = {
  'C01.width_cm': '160', 'C07.headroom_cm': '230', 'C08.spaces': '1', 'C08.width_cm': '350', 'C08.length_cm': '500', 'C08.distance_m': '50',
  'C10.seat_interval_m': '80', 'C12.contrast_k': '0,5', 'C14.steps': '0', 'C14.max_step_cm': '1,5', 'C18.width_cm': '95', 'C20.force_n': '20',
  'C23.corridor_cm': '160', 'C23.passage_cm': '95', 'C24.w_cm': '160', 'C24.d_cm': '160', 'C25.max_threshold_cm': '1', 'C39.distance_m': '20',
  'C40.w_cm': '150', 'C40.d_cm': '150', 'C40.side_left_cm': '90', 'C40.side_right_cm': '90', 'C40.door_cm': '95', 'C41.seat_cm': '47',
};

/** Where "no" is the good answer, or the one that asks for nothing more. */
const NO = /^(C07\.hidden_obstacles|ramp_exists|glass_exists|bell_needed|main_room_needs_lift|stairs_used|counter_exists|rows_of_seats)$/;

/** What goes wrong while there is no network, or nobody is logged in, is expected. */
export function expectLoss(unexpected: string[]): void {
  unexpected.splice(0, unexpected.length, ...unexpected.filter((line) => !/ERR_INTERNET_DISCONNECTED|ERR_FAILED|status of (401|412|400|428)|Failed to fetch/.test(line)));
}

/** Opens the sheet from the list of audits, and waits until the worker has kept what it is made of. */
export async function openSheet(page: Page): Promise<void> {
  await page.goto(AUDITS);
  await page.getByRole('link', { name: 'Vor Ort prüfen' }).click();
  await expect(page.locator('html[data-ready]')).toBeAttached();
  await expect(page.getByRole('heading', { name: 'Auf diesem Gerät' })).toBeVisible();
  await expect.poll(() => page.evaluate(async () => {
    const names = await caches.keys();
    const keys = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    const paths = keys.flat().map(({ url }) => new URL(url).pathname);
    return paths.includes('/vor-ort') && ['main-', 'start-'].every((own) => paths.some((path) => path.includes(own)));
  }), { timeout: 20_000 }).toBe(true);
}

export async function begin(page: Page, place: string): Promise<void> {
  await page.getByRole('searchbox', { name: 'Ort suchen' }).fill(place);
  await page.getByRole('radio', { name: place }).check();
  await page.getByRole('radio', { name: 'Kurzprüfung' }).check();
  await page.getByRole('button', { name: 'Begehung beginnen' }).click();
  await expect(page.getByRole('heading', { level: 2, name: 'Weg dorthin' })).toBeVisible();
}

/** Answers everything that is asked at the spot that is shown, as it appears. */
export async function answerSpot(page: Page): Promise<void> {
  for (let round = 0; round < 60; round += 1) {
    const open = await page.locator('.onsite-card').evaluateAll((cards, { numbers, no }) => {
      for (const card of cards) {
        for (const field of card.querySelectorAll<HTMLInputElement>('input[inputmode]')) {
          const name = field.id.replace('field-', '');
          if (field.value === '' && numbers[name] !== undefined) return { sort: 'number', id: field.id, value: numbers[name] } as const;
        }
        for (const set of card.querySelectorAll('fieldset')) {
          const radios = [...set.querySelectorAll<HTMLInputElement>('input[type=radio]')];
          if (radios.length === 0 || radios.some((own) => own.checked)) continue;
          return { sort: 'radio', name: radios[0]?.name ?? '', at: new RegExp(no).test(radios[0]?.name ?? '') ? 1 : 0 } as const;
        }
      }
      return null;
    }, { numbers: NUMBERS, no: NO.source });
    if (open === null) return;
    if (open.sort === 'number') await page.locator(`[id="${open.id}"]`).fill(open.value);
    else await page.locator(`input[name="${open.name}"]`).nth(open.at).check();
  }
}

export async function next(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Weiter', exact: true }).click();
}

export async function finish(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: 'Stationen' }).getByRole('link', { name: 'Abschluss' }).click();
  await page.getByRole('checkbox', { name: 'Stadt' }).check();
  await page.getByRole('checkbox', { name: 'Person mit eigener Erfahrung' }).check();
  await page.getByLabel('Tag der Begehung').fill(TODAY);
  await page.getByRole('button', { name: 'Fertig: abschließen' }).click();
}

/** The audits of a place that the city has. */
export async function auditsOf(page: Page, name: string): Promise<{ id: string; state: string; version: number; place: string }[]> {
  return page.evaluate(async (wanted) => {
    const found = await (await fetch(`/api/collections/places/items?q=${encodeURIComponent(wanted)}&limit=1`)).json() as { features: { id: string }[] };
    const told = await (await fetch(`/api/staff/audits?place=${found.features[0]?.id ?? ''}`)).json() as { audits: { id: string; state: string; version: number; place: string }[] };
    return told.audits;
  }, name);
}

/** How many audits this device keeps. */
export function onDevice(page: Page): Promise<number> {
  return page.evaluate(() => new Promise<number>((resolve, reject) => {
    const request = indexedDB.open('vor-ort');
    request.onerror = () => { reject(new Error('no store')); };
    request.onsuccess = () => {
      const count = request.result.transaction('drafts').objectStore('drafts').count();
      count.onsuccess = () => { request.result.close(); resolve(count.result); };
    };
  }));
}

export async function off(context: BrowserContext): Promise<void> {
  await context.setOffline(true);
}
