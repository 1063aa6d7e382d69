import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { expect, test, type AtlasPage } from './atlas';
import { violations } from './axe';
import { comeIn } from './staff';

/** Places of this file alone, for each size of screen its own: what is published stays for all tests of a run. */
const PLACES = {
  desktop: { usable: 'Willy-Krehl-Halle', shut: 'Alte Turnhalle Oßweil', told: 'Mehrzweckhalle Oßweil', open: 'Salonwald' },
  phone: { usable: 'Treff des Quartiersprojekts City-Ost', shut: 'Kulturkeller Luke', told: 'Dorfbrunnen in der Dorfmitte Pflugfelden', open: 'Salonwald' },
} as const;

const own = (atlas: AtlasPage) => (atlas.isPhone ? PLACES.phone : PLACES.desktop);

/** What the wheelchair needs so that nothing shuts it out: all known, the door as wide as this, one step of 6 cm. */
const sheet = (width: number) => ({
  conditions: { ramp_exists: false, glass_exists: false, bell_needed: false, main_room_needs_lift: false, stairs_used: false, counter_exists: false, rows_of_seats: false },
  readings: {
    C01: { width_cm: 160 },
    C04: { surface: 'firm_even' },
    C07: { headroom_cm: 230, hidden_obstacles: false },
    C08: { spaces: 1, width_cm: 350, length_cm: 500, distance_m: 50 },
    C14: { steps: 1, max_step_cm: 6, mobile_ramp: false },
    C18: { width_cm: width },
    C20: { automatic: true, force_n: 20, help_bell: true },
    C23: { corridor_cm: 150, passage_cm: 90 },
    C24: { w_cm: 150, d_cm: 150 },
    C25: { step_free: true, max_threshold_cm: 0 },
    C39: { wc: false },
  },
  estimated: { C18: ['width_cm'] },
});

/** Publishes an audit as somebody of the city, through the API. */
async function publish(page: Page, origin: string, name: string, body: object): Promise<void> {
  const found = await page.request.get(`/api/collections/places/items?q=${encodeURIComponent(name)}`);
  const { features } = (await found.json()) as { features: readonly { id: string; properties: { name: string } }[] };
  const place = features.find(({ properties }) => properties.name === name);
  expect(place, name).toBeDefined();
  const audit = `/api/staff/audits/${randomUUID()}`;
  const send = async (method: string, path: string, data: object, version?: string): Promise<string> => {
    const headers = { origin, 'content-type': 'application/json', ...(version === undefined ? {} : { 'if-match': version }) };
    const answer = await page.request.fetch(path, { method, headers, data });
    expect(answer.ok(), `${method} ${path}: ${await answer.text()}`).toBe(true);
    return answer.headers()['etag'] ?? '';
  };
  const audited = { place: place?.id, auditors: ['city', 'expert_by_experience'], audited_on: '2026-11-10', depth: 'quick', ...body };
  let version = await send('PUT', audit, audited);
  for (const move of ['complete', 'publish']) version = await send('POST', `${audit}/move`, { move }, version);
}

async function openPlace(atlas: AtlasPage, name: string, query = ''): Promise<void> {
  await atlas.open(`/?q=${encodeURIComponent(name)}`);
  const slug = (await atlas.page.locator(`#results li[data-name="${name}"]`).getAttribute('data-slug')) ?? '';
  await atlas.page.goto(`/orte/${slug}${query}`);
}

test.describe.configure({ mode: 'serial' });

test('somebody of the city publishes what was measured', async ({ atlas, page, baseURL }) => {
  await comeIn(page, ['auditor']);
  const { usable, shut, told } = own(atlas);
  await publish(page, String(baseURL), usable, { sheet: sheet(84) });
  await publish(page, String(baseURL), shut, { sheet: sheet(70) });
  await publish(page, String(baseURL), told, { sheet: sheet(95) });
});

test('a place tells facts first, then a rating for every need with its reason', async ({ atlas, page }) => {
  const { shut } = own(atlas);
  await openPlace(atlas, shut, '?need=wheelchair');
  const section = page.locator('#barrierefreiheit');
  await expect(section.getByRole('heading', { name: 'Barrierefreiheit' })).toBeVisible();
  const said = (label: string) => section.locator('dt', { hasText: label }).first().locator('xpath=following-sibling::dd[1]');
  await expect(said('Stufen am Eingang')).toHaveText('1 Stufe, bis 6 cm hoch, keine Rampe zum Anlegen');
  await expect(said('WC für Rollstuhl')).toHaveText('nein');
  await expect(section.getByText('Geprüft sind nur die 30 wichtigsten Kriterien.')).toBeVisible();
  await expect(section.locator('.needs dt')).toHaveCount(7);
  await expect(section.locator('.needs dt').first()).toHaveText('Rollstuhl');
  await expect(section.getByText('10.11.2026')).toBeVisible();
  await expect(section.getByText('Dabei: eine Person mit eigener Erfahrung')).toBeVisible();
  await section.locator('summary', { hasText: 'Alles, was geprüft ist' }).click();
  await expect(section.getByRole('row', { name: /Oberfläche/ })).toContainText('fest und eben');
  await page.screenshot({ path: test.info().outputPath('place.png'), fullPage: true });
  await section.getByRole('link', { name: 'lb-draft-1' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Wie die Barrierefreiheit geprüft wird' })).toBeVisible();
  await expect(page.getByText('Die DIN-Normen sind kostenpflichtig und wurden nicht gelesen.')).toBeVisible();
  await page.screenshot({ path: test.info().outputPath('criteria.png') });
});

test('a place that nobody has checked says so, in the list, beside it and for every need', async ({ atlas, page }) => {
  const { open } = own(atlas);
  await atlas.open(`/?need=blind&q=${open}`);
  await expect(atlas.items.first()).toContainText('blind: noch nicht geprüft');
  await expect(page.locator('.unchecked')).toHaveText('blind – noch nicht oder nicht genug geprüft: 1 von 1 Orten');
  await atlas.place(open).click();
  await expect(atlas.panel.getByText('Hier hat noch niemand die Barrierefreiheit geprüft.')).toBeVisible();
  await expect(atlas.panel.locator('.needs dd')).toHaveText(Array.from({ length: 7 }, () => 'noch nicht geprüft'));
});

test('the filter finds only what was checked and found usable, and says what it leaves out', async ({ atlas, page }) => {
  await atlas.open();
  await page.locator('summary', { hasText: 'Was brauchen Sie?' }).click();
  await page.getByLabel('leicht verständlich', { exact: true }).check();
  await expect(page.locator('.unchecked')).toContainText('von 44 Orten');
  await page.getByLabel('Nur geprüft nutzbar', { exact: true }).check();
  const { usable, shut, open } = own(atlas);
  await expect(atlas.items.filter({ hasText: open })).toHaveCount(0);
  await expect(atlas.place(shut)).toHaveCount(0);
  await page.getByLabel('leicht verständlich', { exact: true }).uncheck();
  await expect(atlas.items).toHaveCount(44);
  await page.getByLabel('Rollstuhl', { exact: true }).check();
  await expect(atlas.place(usable)).toHaveCount(1);
  await expect(atlas.place(shut)).toHaveCount(0);
  await expect(atlas.items.filter({ hasText: usable })).toContainText('Rollstuhl: mit Einschränkungen nutzbar');
  await expect(page.locator('.unchecked')).toContainText('Rollstuhl – noch nicht oder nicht genug geprüft:');
  expect(new URL(page.url()).searchParams.get('usable')).toBe('true');
  await atlas.open(`/?need=blind&usable=true&q=${open}`);
  await expect(atlas.items).toHaveCount(0);
  await expect(page.getByText('Kein geprüfter Ort ist hier für alle gewählten Bedarfe nutzbar.', { exact: false })).toBeVisible();
});

test('the filter works where there is no script', async ({ atlas, browser, baseURL }) => {
  const { shut } = own(atlas);
  const plain = await browser.newPage({ javaScriptEnabled: false, viewport: atlas.page.viewportSize() });
  await plain.goto(`${String(baseURL)}/?q=${encodeURIComponent(shut)}`);
  await plain.locator('summary', { hasText: 'Was brauchen Sie?' }).click();
  await plain.getByText('Rollstuhl', { exact: true }).first().click();
  await plain.getByText('Nur geprüft nutzbar', { exact: true }).click();
  await plain.getByRole('button', { name: 'Suchen' }).click();
  await expect(plain.locator('#results li[data-slug]')).toHaveCount(0);
  await expect(plain.locator('.filters')).toContainText('Nur geprüft nutzbar');
  await plain.close();
});

test('two residents report a change, an editor accepts, and the place says so', async ({ atlas, page }) => {
  const { told } = own(atlas);
  for (const remark of ['Die Rampe ist weg.', 'Eine Stufe ist neu.']) {
    await openPlace(atlas, told);
    await page.getByRole('link', { name: 'Stimmt hier etwas nicht?' }).click();
    await page.getByText('Hier hat sich etwas an der Barrierefreiheit geändert').click();
    await page.getByLabel('Noch etwas?').fill(remark);
    await page.getByRole('button', { name: 'Absenden' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Danke' })).toBeVisible();
  }
  await openPlace(atlas, told);
  await expect(page.getByText('Änderung gemeldet: bitte nachfragen')).toHaveCount(0);
  await comeIn(page, ['editor']);
  await page.goto('/verwaltung/kriterien?fassung=lb-draft-1');
  await expect(page.getByRole('heading', { name: 'Was lb-draft-1 ändern würde' })).toBeVisible();
  expect(await violations(page)).toEqual([]);
  for (let number = 0; number < 2; number += 1) {
    await page.goto('/verwaltung/vorschlaege?matter=barriers');
    await page.getByRole('link', { name: new RegExp(told) }).first().click();
    await page.getByRole('button', { name: 'Als plausibel annehmen' }).click();
    await expect(page.getByText('Die Meldung ist angenommen.')).toBeVisible();
  }
  await openPlace(atlas, told);
  await expect(page.getByText('Änderung gemeldet: bitte nachfragen').first()).toBeVisible();
});

test('plain German says it in short words', async ({ atlas, page }) => {
  const { usable } = own(atlas);
  await openPlace(atlas, usable, '?lang=de-simple');
  const section = page.locator('#barrierefreiheit');
  await expect(section.getByRole('heading', { name: 'Wie gut kommen Sie zurecht?' })).toBeVisible();
  await expect(section.getByText('84 Zentimeter (geschätzt) breit')).toBeVisible();
  await expect(section.getByText('Wir haben nur 30 Dinge geprüft.', { exact: false })).toBeVisible();
});

test('the keyboard opens everything that was measured beside the list', async ({ atlas, page }) => {
  const { usable } = own(atlas);
  await atlas.open(`/?q=${encodeURIComponent(usable)}`);
  await atlas.place(usable).click();
  const summary = atlas.panel.locator('summary', { hasText: 'Alles, was geprüft ist' });
  await summary.focus();
  await expect(atlas.panel.getByRole('row', { name: /Oberfläche/ })).toBeHidden();
  await page.keyboard.press('Enter');
  await expect(atlas.panel.getByRole('row', { name: /Oberfläche/ })).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing where there is an audit, in ${colorScheme} and at 320 pixels`, async ({ atlas, page }) => {
    const { usable, told } = own(atlas);
    await page.emulateMedia({ colorScheme });
    await atlas.open('/?need=wheelchair&usable=true');
    expect(await violations(page)).toEqual([]);
    for (const name of [usable, told]) {
      await openPlace(atlas, name, '?need=wheelchair');
      expect(await violations(page), name).toEqual([]);
    }
    await page.goto('/barrierefreiheit/kriterien');
    expect(await violations(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 640 });
    await openPlace(atlas, told, '?lang=de-simple');
    expect(await violations(page)).toEqual([]);
    const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(await overflow()).toBe(0);
    await page.goto('/barrierefreiheit/kriterien?lang=de-simple');
    expect(await violations(page)).toEqual([]);
    expect(await overflow()).toBe(0);
  });
}
