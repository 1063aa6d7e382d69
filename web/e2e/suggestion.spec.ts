import axe from 'axe-core';
import type { Page } from '@playwright/test';
import { expect, test } from './atlas';

async function violations(page: Page): Promise<unknown[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { axe: runner } = window as unknown as { axe: typeof axe };
    const found = await runner.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] });
    return found.violations.map(({ id, nodes }) => [id, ...nodes.map(({ target, failureSummary }) => `${target.join(' ')}: ${failureSummary ?? ''}`)]);
  });
}

/** A page with a fault is answered with 400, which the browser notes. */
const forgive = (unexpected: string[]): void => {
  unexpected.splice(0, unexpected.length, ...unexpected.filter((line) => !line.includes('400 (Bad Request)')));
};

test('a missing place is reported from the end of the list, with a spot on the map', async ({ atlas, page }) => {
  await atlas.open();
  await page.getByRole('link', { name: 'Ort fehlt oder stimmt nicht?' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Ein Ort fehlt' })).toBeVisible();
  await page.screenshot({ path: test.info().outputPath('form.png'), fullPage: true });
  await page.getByLabel('Name des Ortes').fill('Linde am Bach');
  await page.getByLabel('Art des Ortes').selectOption('Platz');
  await page.getByRole('button', { name: 'Stelle auf der Karte zeigen' }).click();
  const canvas = page.getByRole('application', { name: 'Interaktive Karte' });
  await expect(canvas).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Die Stelle auf der Karte ist gewählt.')).toBeVisible();
  await expect(page.locator('input[name=lon]')).toHaveValue(/^9\.\d{5}$/);
  await page.screenshot({ path: test.info().outputPath('spot.png'), fullPage: true });
  await page.getByRole('group', { name: 'Kostenlos?' }).getByLabel('ja').check();
  await page.getByRole('button', { name: 'Absenden' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Danke' })).toBeVisible();
  expect(new URL(page.url()).pathname).toBe('/vorschlagen/danke');
  expect(await violations(page)).toEqual([]);
  await page.getByRole('link', { name: 'Zu allen Orten' }).click();
  await expect(atlas.items).toHaveCount(44);
});

test('what is wrong with a place is reported from its page, by keyboard alone', async ({ atlas, page }) => {
  await atlas.open();
  await atlas.place('Marktplatz').click();
  await atlas.panel.getByRole('link', { name: 'Stimmt hier etwas nicht?' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Stimmt etwas nicht: Marktplatz' })).toBeVisible();
  const tabTo = async (label: string): Promise<void> => {
    const target = page.getByLabel(label, { exact: true });
    for (let step = 0; step < 40; step += 1) {
      await page.keyboard.press('Tab');
      if (await target.evaluate((own) => own === document.activeElement)) return;
    }
    throw new Error(`${label} is not reached by Tab`);
  };
  await tabTo('Wann ist offen?');
  await page.keyboard.type('immer');
  await tabTo('Noch etwas?');
  await page.keyboard.type('Der Brunnen ist neu.');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Absenden' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Danke' })).toBeVisible();
});

test('faults are told at their fields, nothing typed is lost, and mended it is taken', async ({ page, unexpected }) => {
  await page.goto('/vorschlagen');
  await page.getByLabel('Wann ist offen?').fill('Mo bis Fr');
  await page.getByLabel('Noch etwas?').fill('Fragen Sie erika@example.org');
  await page.getByRole('button', { name: 'Absenden' }).click();
  await expect(page.getByRole('alert')).toContainText('Wie heißt der Ort?');
  await expect(page.getByLabel('Noch etwas?')).toHaveAccessibleDescription(/Wir speichern keine Kontaktdaten/);
  await expect(page.getByLabel('Name des Ortes')).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByLabel('Wann ist offen?')).toHaveValue('Mo bis Fr');
  expect(await violations(page)).toEqual([]);
  await page.screenshot({ path: test.info().outputPath('faults.png'), fullPage: true });
  await page.getByRole('alert').getByRole('link', { name: /Wie heißt der Ort/ }).click();
  await expect(page.getByLabel('Name des Ortes')).toBeFocused();
  await page.keyboard.type('Linde');
  await page.getByLabel('Wo ist der Ort?').fill('hinter der Schule');
  await page.getByLabel('Noch etwas?').fill('Schön schattig.');
  await page.getByRole('button', { name: 'Absenden' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Danke' })).toBeVisible();
  forgive(unexpected);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test('axe finds nothing on the form, with and without the map', async ({ page }) => {
      await page.goto('/vorschlagen');
      expect(await violations(page)).toEqual([]);
      await page.getByRole('button', { name: 'Stelle auf der Karte zeigen' }).click();
      await expect(page.getByRole('application', { name: 'Interaktive Karte' })).toBeFocused();
      expect(await violations(page)).toEqual([]);
    });
  });
}

test('a spot can be taken back, and the map put away', async ({ page }) => {
  await page.goto('/vorschlagen');
  await page.getByRole('button', { name: 'Stelle auf der Karte zeigen' }).click();
  await expect(page.getByRole('application', { name: 'Interaktive Karte' })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Stelle löschen' }).click();
  await expect(page.locator('input[name=lon]')).toHaveValue('');
  await page.getByRole('button', { name: 'Karte schließen' }).click();
  await expect(page.getByRole('application', { name: 'Interaktive Karte' })).toHaveCount(0);
});

test('nothing scrolls sideways at 320 pixels, and everything is large enough for a finger', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto('/vorschlagen');
  await expect(page.getByRole('button', { name: 'Stelle auf der Karte zeigen' })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
  const heights = await page.locator('main button, main select, main input[type=text]:visible, main textarea, main label.chip').evaluateAll((all) => all.map((own) => own.getBoundingClientRect().height));
  expect(Math.min(...heights)).toBeGreaterThanOrEqual(43.9);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the form is sent, mended and thanked for', async ({ page, unexpected }) => {
    await page.goto('/');
    await page.getByRole('link', { name: 'Ort fehlt oder stimmt nicht?' }).click();
    await page.getByLabel('Name des Ortes').fill('Linde');
    await page.getByRole('button', { name: 'Absenden' }).click();
    await expect(page.getByRole('alert')).toContainText('Wo ist der Ort?');
    await expect(page.getByLabel('Name des Ortes')).toHaveValue('Linde');
    await page.getByLabel('Wo ist der Ort?').fill('hinter der Schule');
    await page.getByRole('group', { name: 'Gibt es eine Toilette?' }).getByLabel('nein').check();
    await page.getByRole('button', { name: 'Absenden' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Danke' })).toBeVisible();
    forgive(unexpected);
  });
});
