import { expect, test } from './atlas';
import { violations } from './axe';
import { comeIn } from './staff';

const PAGE = '/verwaltung/wege';

test('where no ways are drawn the page says so, and what was typed comes back', async ({ page, unexpected }) => {
  await comeIn(page, ['auditor']);
  await page.getByRole('link', { name: 'Wege', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Wege' })).toBeVisible();
  await expect(page.getByText('In dieser Stadt sind keine Wege gezeichnet.')).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.screenshot({ path: test.info().outputPath('ways.png'), fullPage: true });
  await page.getByLabel('Breite (Grad Nord)').fill('48,8975');
  await page.getByLabel('Länge (Grad Ost)').fill('9,1922');
  await page.getByLabel('Art des Weges').selectOption('path');
  await page.getByLabel('Höchster Bordstein (cm)').fill('2,5');
  await page.getByRole('button', { name: 'Speichern' }).press('Enter');
  await expect(page.getByRole('alert')).toContainText('kein Weg dieser Art gezeichnet');
  await expect(page.getByLabel('Höchster Bordstein (cm)')).toHaveValue('2,5');
  expect(await violations(page)).toEqual([]);
  await page.screenshot({ path: test.info().outputPath('refused.png'), fullPage: true });
  unexpected.splice(0, unexpected.length, ...unexpected.filter((line) => !line.includes('400 (')));
});

test('nothing of the form scrolls sideways at 320 pixels', async ({ page }) => {
  await comeIn(page, ['auditor']);
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto(`${PAGE}?lon=9.1922&lat=48.8975`);
  await expect(page.getByLabel('Länge (Grad Ost)')).toHaveValue('9.1922');
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
});
