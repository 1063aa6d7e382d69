import axe from 'axe-core';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './atlas';

const field = (page: Page): Locator => page.getByRole('combobox', { name: 'Adresse oder Straße' });
const options = (page: Page): Locator => page.getByRole('listbox', { name: 'Vorschläge für Adressen' }).getByRole('option');

/** Types as a person does, letter by letter. */
async function type(page: Page, text: string): Promise<void> {
  await field(page).click();
  await page.keyboard.type(text, { delay: 20 });
}

test('an open, free place near an address is found with a few touches', async ({ atlas, page }) => {
  await atlas.open();
  await type(page, 'karl massa');
  await expect(options(page).first()).toContainText('Karl-Massa-Straße 3');
  await page.screenshot({ path: test.info().outputPath('suggestions.png') });
  await options(page).first().click();
  await expect(page).toHaveURL(/near=Karl-Massa-Stra%C3%9Fe%203/);
  await expect(page.getByRole('link', { name: /^Filter entfernen: Ab Karl-Massa-Straße 3/ })).toBeVisible();
  await page.getByLabel('Kostenlos').check();
  await page.getByLabel('Jetzt geöffnet').check();
  await expect(page).toHaveURL(/open_at=now/);
  await expect(atlas.items.first()).toHaveAttribute('data-open', 'open');
  const minutes = await atlas.items.locator('.distance').evaluateAll((all) => all.map((own) => /(\d+) Min/.exec(own.textContent)?.[1]).map(Number));
  expect(minutes.length).toBeGreaterThan(0);
  expect(minutes).toEqual([...minutes].sort((a, b) => a - b));
  await page.screenshot({ path: test.info().outputPath('near.png') });
  await atlas.items.first().locator('h3 a').click();
  await expect(atlas.panel.getByRole('heading').first()).toBeFocused();
});

test('the same by keyboard alone', async ({ atlas, page }) => {
  await atlas.open();
  await field(page).focus();
  await page.keyboard.type('ossw', { delay: 20 });
  await expect(page.getByRole('status').filter({ hasText: /Vorschl.ge?.*Pfeiltasten/ })).toBeAttached();
  await expect(field(page)).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('ArrowDown');
  await expect(options(page).first()).toHaveAttribute('aria-selected', 'true');
  const active = await field(page).getAttribute('aria-activedescendant');
  await expect(page.locator(`#${active ?? 'none'}`)).toContainText('Oßweil');
  await page.keyboard.press('ArrowUp');
  await expect(field(page)).not.toHaveAttribute('aria-activedescendant');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(field(page)).toHaveAttribute('aria-expanded', 'false');
  await expect(field(page)).toBeFocused();
  await expect(field(page)).toHaveValue(/^Oßweil/);
  await expect(page).toHaveURL(/near=O%C3%9Fweil/);
  await expect(atlas.items.first().locator('.what')).toContainText('Oßweil');
  const tabTo = async (name: string): Promise<void> => {
    const target = page.getByLabel(name, { exact: true });
    for (let step = 0; step < 30; step += 1) {
      await page.keyboard.press('Tab');
      if (await target.evaluate((own) => own === document.activeElement)) return;
    }
    throw new Error(`${name} is not reached by Tab`);
  };
  await tabTo('Kostenlos');
  await page.keyboard.press('Space');
  await expect(atlas.count).not.toHaveText('44 Orte gefunden');
  await atlas.items.first().locator('h3 a').focus();
  await page.keyboard.press('Enter');
  await expect(atlas.panel.getByRole('heading').first()).toBeFocused();
});

test('Escape closes the suggestions and leaves what was typed, and an open place stays open', async ({ atlas, page }) => {
  await atlas.open();
  await type(page, 'oststadt');
  await page.keyboard.press('Escape');
  await field(page).fill('ossweil');
  await expect(options(page).first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(options(page)).toHaveCount(0);
  await expect(field(page)).toHaveValue('ossweil');
  await page.keyboard.press('ArrowDown');
  await expect(options(page).first()).toBeVisible();
});

test('Enter without a choice takes the best match and says which', async ({ atlas, page }) => {
  await atlas.open();
  await type(page, 'Karl Masa Strase 9');
  await page.keyboard.press('Enter');
  await expect(page.locator('#results').getByText('Die Nummer 9 kennen wir nicht. Wir nehmen die nächste: Karl-Massa-Straße 3')).toBeVisible();
  await type(page, 'x');
  await field(page).fill('Hintertupfing');
  await page.keyboard.press('Enter');
  await expect(page.locator('#results').getByText('„Hintertupfing“ haben wir nicht gefunden.')).toBeVisible();
  await expect(atlas.items).toHaveCount(44);
});

test('the start can be taken away, by its filter and by emptying the field', async ({ atlas, page }) => {
  await atlas.open('/?near=O%C3%9Fweil');
  await expect(atlas.items.first().locator('.distance')).toBeVisible();
  await page.getByRole('link', { name: /^Filter entfernen: Ab Oßweil/ }).click();
  await expect(page).not.toHaveURL(/near|lon/);
  await expect(field(page)).toHaveValue('');
  await type(page, 'ossweil');
  await options(page).first().click();
  await expect(page).toHaveURL(/near=.*lon=/);
  await field(page).fill('');
  await page.keyboard.press('Enter');
  await expect(page).not.toHaveURL(/near|lon/);
  await expect(atlas.items.first().locator('.distance')).toHaveCount(0);
});

test('the map shows where the list is sorted from', async ({ atlas, page }) => {
  await atlas.openMap('/?near=Karl-Massa-Stra%C3%9Fe%203');
  await expect(page.locator('#results')).toHaveAttribute('data-here', '9.16900,48.90850');
  await page.screenshot({ path: test.info().outputPath('map.png') });
});

test('near me takes the place of an address', async ({ atlas, page, context }) => {
  await context.grantPermissions(['geolocation']);
  await context.setGeolocation({ longitude: 9.2672, latitude: 48.9086 });
  await atlas.open('/?near=O%C3%9Fweil');
  await page.getByRole('button', { name: 'In meiner Nähe' }).click();
  await expect(page).toHaveURL(/lon=9\.2672&lat=48\.9086/);
  await expect(page).not.toHaveURL(/near=/);
  await expect(field(page)).toHaveValue('');
  await expect(atlas.items.first().locator('.what')).toContainText('Poppenweiler');
});

test('the newest suggestions win, however late older ones come', async ({ atlas, page }) => {
  await atlas.open();
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => { release = resolve; });
  await page.route('**/api/addresses?q=oss&*', async (route) => {
    await held;
    await route.continue().catch(() => undefined);
  });
  const first = page.waitForRequest('**/api/addresses?q=oss&*');
  await field(page).fill('oss');
  await first;
  await field(page).fill('poppenweiler');
  await expect(options(page).first()).toContainText('Poppenweiler');
  release();
  await expect(options(page).first()).toContainText('Poppenweiler');
});

test('letters of an address ask for suggestions only, never for lists', async ({ atlas, page }) => {
  await atlas.open();
  const lists: string[] = [];
  page.on('request', (request) => { if (request.url().includes('/liste')) lists.push(request.url()); });
  await type(page, 'poppenweiler');
  await expect(options(page).first()).toBeVisible();
  await page.getByRole('searchbox').focus();
  await expect(options(page)).toHaveCount(0);
  expect(lists).toEqual([]);
});

test('axe finds nothing while suggestions are shown, and they fit a finger', async ({ atlas, page }) => {
  await atlas.open();
  await type(page, 'markt');
  await expect(options(page).first()).toBeVisible();
  const heights = await options(page).evaluateAll((all) => all.map((own) => own.getBoundingClientRect().height));
  expect(Math.min(...heights)).toBeGreaterThanOrEqual(43.9);
  await page.evaluate(axe.source);
  const violations = await page.evaluate(async () => {
    const { axe: runner } = window as unknown as { axe: typeof axe };
    const found = await runner.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] });
    return found.violations.map(({ id, nodes }) => [id, ...nodes.map(({ target, failureSummary }) => `${target.join(' ')}: ${failureSummary ?? ''}`)]);
  });
  expect(violations).toEqual([]);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the form sorts from an address, says which it took and offers others', async ({ atlas, page }) => {
    await page.goto('/');
    await page.getByLabel('Adresse oder Straße').fill('Poppenweiler');
    await page.getByLabel('Kostenlos').check();
    await page.getByRole('button', { name: 'Suchen' }).click();
    await expect(page.getByRole('link', { name: /^Filter entfernen: Ab Poppenweiler/ })).toBeVisible();
    await expect(atlas.items.first().locator('.what')).toContainText('Poppenweiler');
    await page.getByLabel('Adresse oder Straße').fill('Spiel');
    await page.getByRole('button', { name: 'Suchen' }).click();
    await expect(page.getByText('Oder meinen Sie:')).toBeVisible();
    const other = page.getByRole('list', { name: 'Oder meinen Sie:' }).getByRole('link').first();
    const name = (await other.textContent()) ?? '';
    await other.click();
    await expect(page.getByRole('link', { name: `Filter entfernen: Ab ${name}` })).toBeVisible();
    await expect(page.getByLabel('Kostenlos', { exact: true })).toBeChecked();
    await page.getByLabel('Adresse oder Straße').fill('');
    await page.getByRole('button', { name: 'Suchen' }).click();
    await expect(atlas.items.first().locator('.distance')).toHaveCount(0);
  });
});
