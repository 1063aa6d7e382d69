import type { Page } from '@playwright/test';
import { expect, test } from './atlas';
import { violations } from './axe';
import { comeIn } from './staff';

const PAGE = '/beratung';

/** Nothing scrolls sideways. */
async function fits(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);
}

test('the telephone comes first, and every number can be dialled', async ({ page }) => {
  await page.goto(PAGE);
  await expect(page.getByRole('heading', { level: 1, name: 'Hilfe und Beratung' })).toBeVisible();
  await expect(page.getByRole('link', { name: '110 Polizei' })).toHaveAttribute('href', 'tel:110');
  await expect(page.getByRole('link', { name: /^112/ })).toHaveAttribute('href', 'tel:112');
  const women = page.getByRole('article').filter({ has: page.getByRole('heading', { name: /Gewalt gegen Frauen/ }) });
  const call = women.getByRole('link', { name: 'Anrufen: 116 016' });
  await expect(call).toHaveAttribute('href', 'tel:116016');
  // Big enough for a shaking hand.
  expect((await call.boundingBox())?.height).toBeGreaterThanOrEqual(48);
  await expect(women.getByText('Rund um die Uhr, an jedem Tag')).toBeVisible();
  await expect(women.getByText('kostenlos')).toBeVisible();
  const abuse = page.getByRole('article').filter({ has: page.getByRole('heading', { name: /Sexueller Missbrauch/ }) });
  await expect(abuse.getByText('Zeiten unbekannt')).toBeVisible();
  await page.screenshot({ path: test.info().outputPath('counselling.png'), fullPage: true });
  await fits(page);
});

test('need and language are chosen with the keyboard and change what is listed', async ({ page }) => {
  await page.goto(PAGE);
  const all = await page.getByRole('article').count();
  await page.getByLabel('Worum geht es?').focus();
  await page.getByLabel('Worum geht es?').selectOption({ label: 'Diskriminierung und Hass' });
  await page.getByRole('button', { name: 'Anzeigen' }).press('Enter');
  await expect(page.getByRole('article')).toHaveCount(1);
  expect(all).toBeGreaterThan(5);
  await expect(page.getByLabel('Worum geht es?')).toHaveValue('discrimination');
  await page.getByLabel('In welcher Sprache?').selectOption({ label: 'Türkisch' });
  await page.getByRole('button', { name: 'Anzeigen' }).press('Enter');
  await expect(page.getByText('Ob dort jemand Türkisch spricht, wissen wir nicht')).toBeVisible();
  await page.getByLabel('Worum geht es?').selectOption({ label: 'Sucht' });
  await page.getByRole('button', { name: 'Anzeigen' }).press('Enter');
  await expect(page.getByText('Dazu ist keine Stelle eingetragen')).toBeVisible();
});

test('without script the filter works too', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, ...(process.env['BASE_URL'] === undefined ? {} : { baseURL: process.env['BASE_URL'] }) });
  const page = await context.newPage();
  await page.goto(PAGE);
  await page.getByLabel('Worum geht es?').selectOption('crisis');
  await page.getByRole('button', { name: 'Anzeigen' }).click();
  await expect(page.getByRole('article')).toHaveCount(1);
  await expect(page.getByRole('link', { name: 'Anrufen: 0800 111 0 111' })).toBeVisible();
  await context.close();
});

test('the page is left at once by the button and by Esc twice, and nothing is kept', async ({ page }) => {
  for (const leave of ['button', 'keys'] as const) {
    await page.goto('/impressum');
    await page.goto(`${PAGE}?need=crisis`);
    await expect(page.locator('html[data-ready]')).toBeAttached();
    if (leave === 'button') await page.getByRole('link', { name: 'Seite schnell verlassen' }).click();
    else {
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
    }
    await expect(page).not.toHaveURL(/beratung/);
    await page.goBack();
    await expect(page).not.toHaveURL(/beratung/);
  }
  await page.goto(PAGE);
  await expect(page).toHaveTitle('Ludwigsburg – Umfeld');
  const kept = await page.evaluate(async () => [localStorage.length, sessionStorage.length, document.cookie.length, (await indexedDB.databases()).length, (await caches.keys()).length]);
  expect(kept).toEqual([0, 0, 0, 0, 0]);
});

for (const [tag, heading, unknown] of [
  ['de', 'Hilfe und Beratung', 'Zeiten unbekannt'],
  ['de-simple', 'Hier bekommen Sie Hilfe', 'Wir wissen nicht: Wann ist jemand am Telefon?'],
  ['en', 'Help and counselling', 'Hours unknown'],
] as const) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`${tag}, ${colorScheme}: axe finds nothing, also at 320 pixels`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await page.goto(`${PAGE}?lang=${tag}`);
      await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
      await expect(page.getByText(unknown).first()).toBeVisible();
      expect(await violations(page)).toEqual([]);
      await page.screenshot({ path: test.info().outputPath(`${tag}-${colorScheme}.png`), fullPage: true });
      await page.setViewportSize({ width: 320, height: 640 });
      await fits(page);
    });
  }
}

test('what the city works on is told with its state, and that it is made up', async ({ page }) => {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.goto('/praevention');
    await expect(page.getByRole('heading', { level: 1, name: 'Vorbeugen' })).toBeVisible();
    const own = page.getByRole('article').filter({ has: page.getByRole('heading', { name: 'Gut nach Hause kommen' }) });
    await expect(own.getByText('Beispieldaten')).toBeVisible();
    await expect(own.getByText('Zuständig: Kommunale Kriminalprävention')).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await page.screenshot({ path: test.info().outputPath(`prevention-${colorScheme}.png`), fullPage: true });
  }
  await page.setViewportSize({ width: 320, height: 640 });
  await fits(page);
});

test('those who prevent enter a line, see the gaps, and take the line away', async ({ page, unexpected }) => {
  await comeIn(page, ['prevention']);
  await expect(page.getByRole('link', { name: /Beratungsstellen?: bitte prüfen/ })).toBeVisible();
  await page.getByRole('link', { name: 'Beratung', exact: true }).click();
  await page.getByRole('link', { name: 'Neue Stelle' }).click();
  const name = `Suchtberatung ${String(Date.now())}`;
  await page.getByLabel('Name der Stelle').fill('Frauenhaus Nord');
  await page.getByRole('checkbox', { name: 'Sucht', exact: true }).check();
  await page.getByLabel('Telefon', { exact: true }).fill('07141 910 2345');
  await page.getByLabel('Quelle').fill('von der Stelle selbst');
  await page.getByRole('button', { name: 'Speichern' }).press('Enter');
  await expect(page.getByRole('alert')).toContainText('Schutz-Einrichtungen werden hier nie eingetragen');
  await expect(page.getByLabel('Telefon', { exact: true })).toHaveValue('07141 910 2345');
  expect(await violations(page)).toEqual([]);
  await page.screenshot({ path: test.info().outputPath('form.png'), fullPage: true });
  await page.getByLabel('Name der Stelle').fill(name);
  await page.getByRole('button', { name: 'Speichern' }).press('Enter');
  await expect(page.getByText('Gespeichert.', { exact: true })).toBeVisible();
  await page.getByRole('link', { name: 'Alle Stellen' }).click();
  expect(await violations(page)).toEqual([]);
  await page.screenshot({ path: test.info().outputPath('lines.png'), fullPage: true });
  await page.getByRole('link', { name: 'Wer findet keine Hilfe?' }).click();
  await expect(page.getByRole('region', { name: 'Sucht', exact: true }).getByText(`vielleicht: ${name}`).first()).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await fits(page);
  await page.screenshot({ path: test.info().outputPath('gaps.png'), fullPage: true });
  await page.goto(`${PAGE}?need=addiction`);
  await expect(page.getByRole('link', { name: 'Anrufen: 07141 910 2345' })).toBeVisible();
  await page.goto('/verwaltung/beratung');
  await page.getByRole('link', { name }).click();
  await page.getByRole('button', { name: 'Nicht mehr zeigen' }).click();
  await expect(page.getByText('Das steht nicht mehr auf der Seite.', { exact: true })).toBeVisible();
  unexpected.splice(0, unexpected.length, ...unexpected.filter((line) => !line.includes('400 (')));
});

test('those who prevent enter a topic with a measure and take it away', async ({ page, unexpected }) => {
  await comeIn(page, ['prevention']);
  await page.getByRole('navigation', { name: 'Bereiche der Verwaltung' }).getByRole('link', { name: 'Vorbeugen', exact: true }).click();
  await page.getByText('Neues Thema').click();
  const title = `Hell nach Hause ${String(Date.now())}`;
  await page.getByLabel('Titel').fill(title);
  await page.getByLabel('Worum es geht').fill('Wege sollen abends hell sein.');
  await page.getByLabel('Stadtteil', { exact: true }).selectOption({ label: 'Ost' });
  await page.getByLabel('Seit oder ab').fill('2026-11-01');
  await page.getByLabel('Stand', { exact: true }).selectOption('running');
  await page.getByLabel('Zuständig').fill('Herr Maier');
  await page.getByLabel('Was getan wird').first().fill('Lampen');
  await page.getByLabel('Stand der Maßnahme').first().selectOption('planned');
  await page.getByLabel('Tag', { exact: true }).first().fill('2027-03-01');
  await page.getByRole('button', { name: 'Speichern' }).press('Enter');
  await expect(page.getByRole('alert')).toContainText('Zuständig: Bitte nennen Sie ein Amt');
  await expect(page.getByLabel('Was getan wird').first()).toHaveValue('Lampen');
  await page.getByLabel('Zuständig').fill('Ordnungsamt');
  await page.getByRole('button', { name: 'Speichern' }).press('Enter');
  await expect(page.getByText('Gespeichert.', { exact: true })).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await fits(page);
  await page.screenshot({ path: test.info().outputPath('topic.png'), fullPage: true });
  await page.getByRole('button', { name: 'Thema entfernen' }).click();
  await expect(page.getByText('Das steht nicht mehr auf der Seite.', { exact: true })).toBeVisible();
  unexpected.splice(0, unexpected.length, ...unexpected.filter((line) => !line.includes('400 (')));
});
