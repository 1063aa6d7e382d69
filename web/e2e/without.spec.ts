import { expect, test } from './atlas';

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the list, the filters and the place pages work', async ({ atlas, page }) => {
    await page.goto('/');
    await expect(atlas.items).toHaveCount(44);
    // Found by its element: the text engine of the test does not look into `noscript`.
    await expect(page.locator('noscript p')).toHaveText(/^Die Karte braucht JavaScript\./);
    await atlas.search().fill('Bibliothek');
    await page.getByLabel('Kostenlos').check();
    await page.getByRole('button', { name: 'Suchen' }).click();
    await expect(atlas.count).toHaveText('3 Orte gefunden');
    await expect(atlas.search()).toHaveValue('Bibliothek');
    await page.getByRole('link', { name: 'Filter entfernen: Kostenlos' }).click();
    await expect(page.getByLabel('Kostenlos')).not.toBeChecked();
    await atlas.place('Stadtteilbibliothek Schlösslesfeld').click();
    await expect(page.getByRole('heading', { level: 1, name: 'Stadtteilbibliothek Schlösslesfeld' })).toBeVisible();
  });

  test('several topics can be ticked at once', async ({ atlas, page }) => {
    await page.goto('/');
    await page.getByText('Weitere Filter').click();
    await page.getByLabel('Reden und Kaffee trinken').check();
    await page.getByLabel('Kochen und Essen').check();
    await page.getByRole('button', { name: 'Suchen' }).click();
    await expect(page.getByRole('link', { name: 'Filter entfernen: Kochen und Essen' })).toBeVisible();
    await expect(page.getByRole('link', { name: 'Filter entfernen: Reden und Kaffee trinken' })).toBeVisible();
    expect(await atlas.items.count()).toBeGreaterThan(0);
  });
});

test('without WebGL the list stays and one sentence stands for the map', async ({ atlas, page, unexpected }) => {
  // What a browser without a usable graphics card answers.
  await page.addInitScript(() => {
    HTMLCanvasElement.prototype.getContext = () => null;
  });
  await atlas.open();
  if (atlas.isPhone) await page.getByRole('button', { name: 'Karte', exact: true }).click();
  await expect(page.getByText('Die Karte lässt sich auf diesem Gerät nicht zeigen.')).toBeVisible();
  await atlas.showList();
  await expect(atlas.items).toHaveCount(44);
  await atlas.place('Marktplatz').click();
  await expect(atlas.panel.getByRole('heading', { name: 'Marktplatz' })).toBeFocused();
  unexpected.splice(0, unexpected.length, ...unexpected.filter((line) => !/webgl/i.test(line)));
});
