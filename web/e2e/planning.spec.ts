import type { Page } from '@playwright/test';
import { expect, test } from './atlas';
import { violations } from './axe';
import { comeIn } from './staff';

/** The program of the tests is built without optimisation: what takes a blink otherwise takes half a minute here. */
test.setTimeout(300_000);

interface Report {
  districts: { id: string; level: string; asked: { percent: number | null; covered: number } }[];
}

/** The numbers of a cell as the page carries them for programs. */
async function numbers(page: Page, district: string, cell: string): Promise<number[]> {
  const values = page.locator(`tr[data-district="${district}"] td[data-cell="${cell}"] data`);
  return values.evaluateAll((all) => all.map((own) => Number((own as HTMLDataElement).value)));
}

test('a planner finds the district with the worst evening, tries a site in the gap, compares, and prints the dossier', async ({ page, atlas }) => {
  await page.goto('/planung');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Räume und Plätze zum Treffen');
  expect(await violations(page)).toEqual([]);

  // Saturday evening: what is worst is on the page as the API says it.
  await page.goto('/planung?day=sa&hour=19');
  await expect(page.getByText('Samstag um 19:30 Uhr')).toBeVisible();
  const api = await page.locator('#figures a[href^="/api/coverage?"]').getAttribute('href');
  const report = await page.evaluate(async (path) => await (await fetch(path)).json() as unknown, api ?? '') as Report;
  for (const { id, asked } of report.districts) {
    expect((await numbers(page, id, 'asked'))[0]).toBe(asked.percent);
  }
  const [worst] = report.districts.toSorted((a, b) => (a.asked.percent ?? 101) - (b.asked.percent ?? 101));
  expect(worst).toBeDefined();

  await page.locator('nav.crumbs').getByRole('link', { name: 'Was wäre, wenn?' }).click();
  await expect(page.locator('html[data-ready]')).toBeAttached();
  await page.getByRole('button', { name: 'Neuen Ort auf der Karte versuchen' }).click();
  await atlas.mapIsStill();
  const result = page.locator('.pin-result');
  await expect(result).toContainText('Personen gewinnen', { timeout: 60_000 });
  const before = await result.getAttribute('data-lon');
  const pin = page.getByRole('button', { name: /Neuer Ort: mit Pfeiltasten/ });
  if (atlas.isPhone) {
    await pin.focus();
    for (let press = 0; press < 3; press += 1) await page.keyboard.press('ArrowRight');
  } else {
    const box = await pin.boundingBox();
    if (box === null) throw new Error('the pin is not in sight');
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width / 2 + 40, box.y + box.height / 2 - 10, { steps: 5 });
    await page.mouse.up();
  }
  await expect(result).not.toHaveAttribute('data-lon', before ?? '');
  await page.screenshot({ path: test.info().outputPath('pin.png') });
  expect(await violations(page)).toEqual([]);

  await page.getByRole('button', { name: 'Als Versuch A übernehmen' }).click();
  await expect(page.getByRole('heading', { level: 2, name: 'Versuch A' })).toBeVisible();
  await expect(page.locator('dd[data-figure="gaining"]')).toBeVisible();

  // The same by the form, into the other scenario: both stand side by side.
  await page.getByLabel('Was ändert sich?').selectOption('open');
  await page.getByLabel('Welche Art?').selectOption('library');
  await page.getByLabel('Wo?').fill('9.1912, 48.8976');
  await page.locator('#scenario-form').getByText('B', { exact: true }).click();
  await page.getByRole('button', { name: 'Hinzufügen' }).click();
  await expect(page.getByRole('heading', { level: 2, name: 'Versuch B' })).toBeVisible();
  await expect(page.getByRole('heading', { level: 2, name: 'Versuch A' })).toBeVisible();
  expect(await violations(page)).toEqual([]);

  await page.goto(`/planung/${worst?.id ?? ''}/dossier`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Räume und Plätze zum Treffen:');
  expect(await violations(page)).toEqual([]);
  const pdf = await page.pdf({ tagged: true, outline: true, preferCSSPageSize: true });
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  expect(pdf.toString('latin1')).toContain('/StructTreeRoot');
});

test('a planner keeps a scenario, opens it again, compares two, and throws one away', async ({ page }, { project }) => {
  await comeIn(page, ['planner']);
  const names = ['Treff im Osten', 'Treff am Bahnhof'].map((name) => `${name} (${project.name})`);
  for (const [at, name] of names.entries()) {
    const open = { open: { kind: 'library', lon: 9.2212 - at * 0.03, lat: 48.8976 } };
    await page.goto(`/planung/szenario?a=${encodeURIComponent(JSON.stringify([open]))}`);
    await page.getByRole('link', { name: 'Für die Planung der Stadt merken' }).click();
    await page.getByLabel('Name', { exact: true }).fill(name);
    await page.getByLabel('Notiz').fill('Für den Ausschuss');
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Merken' }).press('Enter');
    await expect(page.getByRole('main').getByRole('status')).toContainText('Der Versuch ist gemerkt.');
  }
  await page.screenshot({ path: test.info().outputPath('kept.png'), fullPage: true });
  expect(await violations(page)).toEqual([]);
  await page.getByLabel('Versuch A').selectOption({ label: names[0] ?? '' });
  await page.getByLabel('Versuch B').selectOption({ label: names[1] ?? '' });
  await page.getByRole('button', { name: 'Nebeneinander zeigen' }).click();
  await expect(page.getByRole('heading', { level: 2, name: 'Versuch A' })).toBeVisible();
  await expect(page.getByRole('heading', { level: 2, name: 'Versuch B' })).toBeVisible();
  await page.goto('/verwaltung/szenarien');
  await page.getByRole('link', { name: names[0] ?? '' }).click();
  await expect(page.getByRole('heading', { level: 2, name: 'Versuch A' })).toBeVisible();
  await page.goto('/verwaltung/szenarien');
  for (const name of names) {
    await page.getByRole('button', { name: `Löschen: ${name}` }).click();
    await expect(page.getByRole('main').getByRole('status')).toContainText('Der Versuch ist gelöscht.');
    await expect(page.getByRole('link', { name })).toBeHidden();
  }
});

test('no page of the planner is wider than a narrow screen', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  for (const path of ['/planung', '/planung/nord', '/planung/nord/dossier', '/planung/szenario']) {
    await page.goto(path);
    const [wide, seen] = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
    expect(wide, path).toBeLessThanOrEqual(seen);
    expect(await violations(page), path).toEqual([]);
  }
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('an hour of the week is asked for with two fields', async ({ page }) => {
    await page.goto('/planung');
    await page.getByLabel('Tag').selectOption('su');
    await page.getByLabel('Uhrzeit').selectOption('15');
    await page.getByRole('button', { name: 'Zeigen' }).click();
    await expect(page.getByText('Sonntag um 15:30 Uhr')).toBeVisible();
    await expect(page.getByRole('img', { name: /Karte der Stadtteile/ })).toBeVisible();
  });
});
