import { expect, test } from './atlas';

test('from any page to a district, its places and their list, with the keyboard', async ({ atlas, page }) => {
  await atlas.open();
  const press = async (name: string | RegExp) => {
    await page.getByRole('link', { name, exact: true }).first().focus();
    await page.keyboard.press('Enter');
  };
  await press('Stadtteile');
  await expect(page.getByRole('heading', { level: 1, name: 'Die Stadtteile' })).toBeVisible();
  await press('Ost');
  await expect(page.getByRole('heading', { level: 1, name: 'Stadtteil Ost' })).toBeVisible();
  await expect(page.getByText('Noch nicht vollständig erfasst.')).toBeVisible();
  await expect(page.getByText('15 400 (2022, geschätzt)')).toBeVisible();
  await press('Orte als Liste');
  await expect(page).toHaveURL(/\/\?district=ost$/);
  await expect(atlas.count).toHaveText('5 Orte gefunden');
  await page.goBack();
  await press('Stadtteilbibliothek Schlösslesfeld');
  await expect(page.getByRole('heading', { level: 1, name: 'Stadtteilbibliothek Schlösslesfeld' })).toBeVisible();
  await press('Schlösslesfeld (Ost)');
  await expect(page.getByRole('heading', { level: 1, name: 'Stadtteil Ost' })).toBeVisible();
});

test('a district is told in plain German, and the language is kept on the way', async ({ page }) => {
  await page.goto('/stadtteile/nord');
  await page.getByRole('link', { name: 'Einfach erklärt' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Stadt-Teil Nord' })).toBeVisible();
  await expect(page.getByText('Vielleicht gibt es noch mehr Orte.')).toBeVisible();
  await expect(page.getByText('Wir kennen noch keinen Ort.')).toBeVisible();
  const inside = await page.locator('main a[href^="/"]').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  expect(inside.length).toBeGreaterThan(3);
  expect(inside.filter((href) => !href.startsWith('/api/') && !href.includes('lang=de-simple'))).toEqual([]);
});

test('shows on the map what the district holds', async ({ atlas, page }) => {
  await page.goto('/stadtteile/poppenweiler');
  await page.getByRole('link', { name: 'Auf der Karte zeigen' }).click();
  await expect(page.locator('html[data-ready]')).toBeAttached();
  await atlas.mapIsStill();
  await expect(page).toHaveURL(/district=poppenweiler/);
});

test('a district that does not exist is a page that says so', async ({ page, unexpected }) => {
  const response = await page.goto('/stadtteile/nirgendwo');
  expect(response?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1, name: 'Diesen Stadtteil gibt es nicht' })).toBeVisible();
  unexpected.splice(0, unexpected.length, ...unexpected.filter((line) => !line.includes('404')));
});
