import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { expect, test } from './atlas';
import { violations } from './axe';
import { ALL_MET, publish, withDoor } from './audits';
import { comeIn } from './staff';

/** The program of the tests is built without optimisation. */
test.setTimeout(240_000);

/** Places that no other test audits: one that will meet the standard, one whose door is too narrow; and the district of that. */
const PLACES: Record<string, readonly [string, string, string]> = {
  desktop: ['Stadtteilbibliothek Schlösslesfeld', 'Kulturzentrum, Großer Saal', 'Mitte'],
  phone: ['Rathaus Neckarweihingen', 'Stadtteilbibliothek West', 'West'],
};

interface Progress {
  city: { all: number; audited: number; minimum: number; standard: number };
  history: { year: number; audited: number; standard: number }[];
}

async function progress(page: Page): Promise<Progress> {
  return page.evaluate(async () => (await (await fetch('/api/barrier-free')).json()) as Progress);
}

/** The number that a cell of the city's row carries for programs. */
async function cell(page: Page, name: string): Promise<number> {
  const value = page.locator(`tr[data-district="city"] td[data-cell="${name}"] data`).first();
  return Number(await value.getAttribute('value'));
}

test('an audit that meets the standard moves the curve and the counts by one', async ({ page }, { project }) => {
  const [place] = PLACES[project.name] ?? ['', '', ''];
  await comeIn(page, ['auditor']);
  await page.goto('/planung/barrierefrei');
  const before = await progress(page);
  const shown = { standard: await cell(page, 'standard'), audited: await cell(page, 'audited') };
  expect(shown.standard).toBe(before.city.standard);
  await publish(page, place, ALL_MET);
  await page.goto('/planung/barrierefrei');
  const after = await progress(page);
  expect(after.city.all).toBe(before.city.all);
  expect(after.city.standard).toBe(before.city.standard + 1);
  expect(after.city.audited).toBe(before.city.audited + 1);
  expect(after.history.at(-1)?.standard).toBe((before.history.at(-1)?.standard ?? 0) + 1);
  expect(await cell(page, 'standard')).toBe(shown.standard + 1);
  expect(await cell(page, 'audited')).toBe(shown.audited + 1);
  await expect(page.getByRole('img', { name: /Die Kurve bis 2040/ })).toBeVisible();
  // The table says what the curve draws.
  await page.locator('#curve summary').press('Enter');
  const today = page.locator(`#curve tr[data-year="${String(after.history.at(-1)?.year)}"] td[data-cell="standard"] data`);
  await expect(today).toHaveAttribute('value', String(after.city.standard));
  await expect(page.locator('#curve tr[data-ahead="2040"]')).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  await page.screenshot({ path: test.info().outputPath('progress.png'), fullPage: true });
  expect(await violations(page)).toEqual([]);

  await page.locator('nav.crumbs').getByRole('link', { name: 'Liste aller Orte' }).click();
  const row = page.locator('tr[data-place]', { hasText: place });
  await expect(row.locator('td[data-cell="standard"]')).toHaveText('ja');
  expect(await violations(page)).toEqual([]);
});

test('measures are ranked with their parts, and a retrofit says what would follow', async ({ page }, { project }) => {
  const [, place, district] = PLACES[project.name] ?? ['', '', ''];
  await comeIn(page, ['auditor', 'planner']);
  const audit = await publish(page, place, withDoor(78));
  const name = `Tür verbreitern (${project.name})`;
  const status = await page.evaluate(async ([address, description]) => {
    const body = JSON.stringify({ criteria: ['C18'], description, cost_class: 'B', owner: 'Hochbauamt', target_year: 2028 });
    const sent = await fetch(address ?? '', { method: 'PUT', body, headers: { 'content-type': 'application/json' } });
    return sent.status;
  }, [`/api/staff/audits/${audit}/measures/${randomUUID()}`, name]);
  expect(status).toBe(201);

  await page.goto('/verwaltung/massnahmen');
  const row = page.locator('tr[data-measure]', { hasText: name });
  await expect(row).toContainText('Einwohner ×');
  await expect(row).toContainText('Rollstuhl: Nicht nutzbar → Gut nutzbar');
  await page.screenshot({ path: test.info().outputPath('measures.png'), fullPage: true });
  expect(await violations(page)).toEqual([]);
  await page.getByRole('group', { name: 'Kosten' }).getByText('A: unter 1.000 €').click();
  await page.getByRole('button', { name: 'Zeigen' }).press('Enter');
  await expect(row).toBeHidden();
  await page.getByRole('group', { name: 'Kosten' }).getByText('B: 1.000 bis 10.000 €').click();
  await page.getByRole('button', { name: 'Zeigen' }).press('Enter');
  await expect(row).toBeVisible();

  await page.getByRole('link', { name: 'Umbau: Was wäre, wenn?' }).click();
  await page.getByRole('group', { name: 'Stadtteil' }).getByText(district, { exact: true }).click();
  await page.getByRole('button', { name: 'Rechnen' }).press('Enter');
  await expect(page.getByRole('heading', { name: 'Das folgt daraus' })).toBeVisible();
  await expect(page.locator('p[data-part="cost"]')).toContainText('1\u202f000 bis 10\u202f000 €');
  const minimum = page.locator('div[data-figure="minimum"] data');
  const [was, becomes] = await minimum.evaluateAll((all) => all.map((own) => Number((own as HTMLDataElement).value)));
  expect(becomes).toBe((was ?? 0) + 1);
  await expect(page.locator('tr[data-need="wheelchair"]')).toBeVisible();
  await page.screenshot({ path: test.info().outputPath('retrofit.png'), fullPage: true });
  expect(await violations(page)).toEqual([]);

  await page.goto('/verwaltung/nachpruefung');
  await expect(page.locator('li[data-place]', { hasText: place })).toContainText('offen');
  expect(await violations(page)).toEqual([]);
});

test('the council gets at most two sheets of A4', async ({ page }) => {
  await page.goto('/planung/barrierefrei/vorlage');
  await expect(page.getByRole('heading', { name: 'Was würde am meisten helfen?' })).toBeVisible();
  await expect(page.getByText('/planung/barrierefrei/vorlage')).toBeVisible();
  await page.setViewportSize({ width: 794, height: 1123 });
  await page.emulateMedia({ media: 'print' });
  await page.screenshot({ path: test.info().outputPath('sheets.png'), fullPage: true });
  const pdf = (await page.pdf({ tagged: true, outline: true, preferCSSPageSize: true })).toString('latin1');
  const sheets = pdf.match(/\/Type \/Page\b(?!s)/g) ?? [];
  expect(sheets.length).toBeGreaterThanOrEqual(1);
  expect(sheets.length).toBeLessThanOrEqual(2);
  expect(pdf).toMatch(/\/MediaBox \[0 0 59[456](\.\d+)? 84[12](\.\d+)?\]/);
  expect(pdf).toContain('/StructTreeRoot');
});

test('every page fits a narrow screen, in both shades, and speaks plainly', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    for (const path of ['', '/liste', '/vorlage', '?lang=de-simple', '?lang=en']) {
      await page.goto(`/planung/barrierefrei${path}`);
      const [wide, seen] = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
      expect(wide, path).toBeLessThanOrEqual(seen);
      expect(await violations(page), `${path} ${colorScheme}`).toEqual([]);
    }
  }
  await page.goto('/planung/barrierefrei?lang=de-simple');
  await expect(page.getByRole('heading', { name: 'Das wissen wir nicht' })).toBeVisible();
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('the curve and its table are there', async ({ page }) => {
    await page.goto('/planung');
    await page.locator('nav.crumbs').getByRole('link', { name: 'Orte für alle bis 2040' }).click();
    await expect(page.getByRole('img', { name: /Die Kurve bis 2040/ })).toBeVisible();
    await expect(page.locator('tr[data-need="hoh"]')).toBeVisible();
  });
});
