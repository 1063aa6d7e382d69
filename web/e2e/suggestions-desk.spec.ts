import type { Page } from '@playwright/test';
import { expect, test as base } from './atlas';
import { violations } from './axe';
import { NOW, serve, type Server } from './server';
import { comeIn } from './staff';

// So many suggestions in an hour are more than one network may send to the server of the other tests.
let server: Server;
const test = base.extend<object, { office: Server }>({
  office: [
    async ({}, use) => {
      server = await serve(NOW, undefined, ['--suggestions-per-hour', '0']);
      await use(server);
      await server.stop();
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ office }, use) => { await use(office.url); },
});

const QUEUE = '/verwaltung/vorschlaege';

/** A page that says what has to be mended, or that somebody was faster, is noted by the browser. */
const forgive = (unexpected: string[], status: number): void => {
  unexpected.splice(0, unexpected.length, ...unexpected.filter((line) => !line.includes(`${String(status)} (`)));
};

/** Sends what a resident would; returns the name of the missing place. */
async function suggest(page: Page, name: string, more: Record<string, string> = {}): Promise<string> {
  const form = { name, address: 'hinter der Schule', ...more };
  const answer = await page.request.post('/vorschlagen', { form, headers: { origin: server.url } });
  expect(new URL(answer.url()).pathname).toBe('/vorschlagen/danke');
  return name;
}

const comeInAsEditor = (page: Page): Promise<string> => comeIn(page, ['editor'], server.data);

const entry = (page: Page, name: string) => page.getByRole('listitem').filter({ has: page.getByRole('link', { name, exact: true }) });

test('what a resident misses becomes a place that residents find', async ({ atlas, page }, { project }) => {
  const name = await suggest(page, `Linde ${project.name}`, { kind: 'square', lon: '9.18', lat: '48.9', free: 'yes', remark: 'Mit einer Bank.' });
  await comeInAsEditor(page);
  await expect(page.getByRole('link', { name: /offene?r? Hinweis/ })).toBeVisible();
  await page.screenshot({ path: test.info().outputPath('desk.png'), fullPage: true });
  expect(await violations(page)).toEqual([]);
  await page.getByRole('link', { name: 'Hinweise', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Hinweise' })).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.screenshot({ path: test.info().outputPath('queue.png'), fullPage: true });
  await page.getByRole('link', { name, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await expect(page.getByText('Mit einer Bank.')).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.screenshot({ path: test.info().outputPath('one.png'), fullPage: true });
  await page.getByRole('link', { name: 'Als neuen Ort anlegen' }).click();
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue(name);
  await expect(page.getByLabel('Länge (Ost)')).toHaveValue('9.18');
  await page.screenshot({ path: test.info().outputPath('filled.png'), fullPage: true });
  await page.getByRole('button', { name: 'Speichern' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Der Ort ist eingetragen.' })).toBeVisible();
  await page.goto(`${QUEUE}?state=accepted`);
  await expect(page.getByText(/Übernommen am 22.11.2026 \(Redaktion\)/).first()).toBeVisible();
  await atlas.open();
  await atlas.search().fill(name);
  await atlas.search().press('Enter');
  await expect(atlas.place(name)).toBeVisible();
});

test('several are rejected at once, by keyboard alone', async ({ page, unexpected }, { project }) => {
  const names = [await suggest(page, `Bank eins ${project.name}`), await suggest(page, `Bank zwei ${project.name}`)];
  const stays = await suggest(page, `Bank drei ${project.name}`);
  await comeInAsEditor(page);
  await page.goto(QUEUE);
  await expect(page.locator('html[data-ready]')).toBeAttached();
  for (const name of names) {
    await page.getByLabel(`${name} auswählen`).focus();
    await page.keyboard.press('Space');
  }
  await page.getByRole('button', { name: 'Ausgewählte ablehnen' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('Bitte wählen Sie einen Grund.');
  forgive(unexpected, 400);
  await expect(page.getByLabel(`${names[0] ?? ''} auswählen`)).toBeChecked();
  expect(await violations(page)).toEqual([]);
  await page.getByLabel('Grund').focus();
  await page.keyboard.type('Nicht zu verstehen');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Welche Bank?');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Ausgewählte ablehnen' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status').filter({ hasText: 'Abgelehnt.' })).toBeVisible();
  await expect(page.getByRole('link', { name: stays, exact: true })).toBeVisible();
  for (const name of names) await expect(page.getByRole('link', { name, exact: true })).toHaveCount(0);
  await page.getByRole('link', { name: /^Abgelehnt \(/ }).click();
  await expect(entry(page, names[0] ?? '')).toContainText('Nicht zu verstehen – Welche Bank?');
});

test('of two who decide at once the second is told', async ({ page, unexpected }, { project }) => {
  const name = await suggest(page, `Pavillon ${project.name}`);
  await comeInAsEditor(page);
  await page.goto(QUEUE);
  await page.getByRole('link', { name, exact: true }).click();
  const other = await page.context().newPage();
  await other.goto(page.url());
  for (const own of [other, page]) {
    await own.getByLabel('Grund').selectOption('Ist schon bekannt');
    await own.getByRole('button', { name: 'Ablehnen', exact: true }).click();
  }
  await expect(page.getByRole('alert')).toContainText('Inzwischen hat schon jemand entschieden');
  await expect(page.getByRole('main')).toContainText('Ist schon bekannt');
  await expect(page.getByRole('button', { name: 'Ablehnen', exact: true })).toHaveCount(0);
  forgive(unexpected, 409);
});

test('what is wrong stands beside what is known, and what it may mean already is named', async ({ page }, { project }) => {
  const about = await (await page.request.get('/liste?q=Marktplatz')).text();
  const slug = /data-slug="([^"]+)"/.exec(about)?.[1] ?? '';
  const answer = await page.request.post(`/vorschlagen?ort=${slug}`, {
    form: { hours: 'Tag und Nacht', consumption: 'yes', remark: `Sicher ${project.name}` }, headers: { origin: server.url },
  });
  expect(answer.ok()).toBe(true);
  await suggest(page, 'Marktplatz', { lon: '9.1922', lat: '48.8975', address: 'Gasse 3' });
  await comeInAsEditor(page);
  await page.goto(`${QUEUE}?matter=wrong`);
  await page.getByRole('link', { name: 'Marktplatz', exact: true }).last().click();
  await expect(page.getByRole('row', { name: /Öffnungszeiten/ })).toContainText('anders');
  expect(await violations(page)).toEqual([]);
  await page.screenshot({ path: test.info().outputPath('compared.png'), fullPage: true });
  await page.goto(`${QUEUE}?matter=missing`);
  await page.getByRole('link', { name: 'Marktplatz', exact: true }).last().click();
  await expect(page.getByText('Vielleicht schon bekannt')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Diesen Ort damit bearbeiten: Marktplatz' })).toBeVisible();
  await page.screenshot({ path: test.info().outputPath('alike.png'), fullPage: true });
});

test('the map shows what the list shows, and leads there', async ({ atlas, page }, { project }) => {
  const name = await suggest(page, `Brunnen ${project.name}`, { lon: '9.2165', lat: '48.9005' });
  await comeInAsEditor(page);
  await page.goto(`${QUEUE}?district=ost`);
  if (atlas.isPhone) await page.getByRole('button', { name: 'Karte zeigen' }).click();
  await atlas.mapIsStill();
  const listed = await page.locator('li[data-slug]').evaluateAll((all) => all.map((own) => (own as HTMLElement).dataset['slug'] ?? ''));
  const drawn = JSON.parse((await page.locator('.map').getAttribute('data-places')) ?? '[]') as string[];
  expect(listed.length).toBeGreaterThan(0);
  expect([...drawn].sort()).toEqual([...listed].sort());
  expect(await violations(page)).toEqual([]);
  await page.screenshot({ path: test.info().outputPath('map.png'), fullPage: true });
  await page.getByRole('link', { name, exact: true }).click();
  if (atlas.isPhone) await page.getByRole('button', { name: 'Karte zeigen' }).click();
  await atlas.mapIsStill();
  expect(await violations(page)).toEqual([]);
});

test('nothing scrolls sideways at 320 pixels, and everything is large enough for a finger', async ({ page }, { project }) => {
  const name = await suggest(page, `Ein sehr langer Name für einen Ort am Ende der Straße ${project.name}`);
  await comeInAsEditor(page);
  await page.setViewportSize({ width: 320, height: 640 });
  for (const open of [() => page.goto(QUEUE), () => page.getByRole('link', { name, exact: true }).click()]) {
    await open();
    await expect(page.locator('html[data-ready]')).toBeAttached();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
    const small = await page.locator('main button, main select, main label.chip, main textarea:visible, main .queue a, main .alike a, main nav a, main summary').evaluateAll((all) =>
      all.filter((own) => own.getBoundingClientRect().height < 43.9).map((own) => own.outerHTML.slice(0, 80)));
    expect(small).toEqual([]);
  }
  await page.screenshot({ path: test.info().outputPath('narrow.png'), fullPage: true });
});

for (const scheme of [{ colorScheme: 'dark' as const }, { contrast: 'more' as const }]) {
  test.describe(JSON.stringify(scheme), () => {
    test.use(scheme);

    test('axe finds nothing in the queue and on a suggestion', async ({ page }, { project }) => {
      const name = await suggest(page, `Laube ${project.name} ${JSON.stringify(scheme)}`);
      await comeInAsEditor(page);
      await page.goto(QUEUE);
      expect(await violations(page)).toEqual([]);
      await page.getByRole('link', { name, exact: true }).click();
      expect(await violations(page)).toEqual([]);
      await page.screenshot({ path: test.info().outputPath('scheme.png'), fullPage: true });
    });
  });
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a suggestion is filtered, read and rejected', async ({ page }, { project }) => {
    const name = await suggest(page, `Halle ${project.name}`, { kind: 'community_hall' });
    await comeInAsEditor(page);
    await page.goto(QUEUE);
    await page.getByLabel('Art').selectOption('Bürgersaal');
    await page.getByRole('button', { name: 'Anzeigen' }).click();
    await page.getByRole('link', { name, exact: true }).click();
    await page.getByLabel('Grund').selectOption('Vor Ort geprüft: nicht so');
    await page.getByRole('button', { name: 'Ablehnen', exact: true }).click();
    await expect(page.getByRole('status')).toContainText('Abgelehnt.');
    await expect(page.getByRole('link', { name, exact: true })).toHaveCount(0);
  });
});
