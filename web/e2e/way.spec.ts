import { expect, test } from './atlas';

/** The market square, as a spot one may stand on. */
const HERE = 'lon=9.1912&lat=48.8976';

test('from where one is, the panel says how to get to a place, and the map shows the line', async ({ atlas, page }) => {
  const asked = page.waitForResponse((response) => response.url().includes('/api/route'));
  await atlas.openMap(`/?${HERE}`);
  await atlas.showList();
  await atlas.place('Stadtteilbibliothek Schlösslesfeld').click();
  const way = atlas.panel.getByRole('region', { name: 'Weg dorthin' });
  await expect(way).toContainText(/etwa \d+ Min\. zu Fuß/);
  await expect(way).toContainText('Fluss, Bahn und große Straßen sind beachtet');
  const { properties, geometry } = await (await asked).json() as { properties: { engine: string; seconds: number }; geometry: { coordinates: number[][] } };
  expect(properties.engine).toBe('barrier_line');
  expect(geometry.coordinates.length).toBeGreaterThan(1);
});

test('the time for others is one link away, with a page of its own that can be printed', async ({ atlas, page }) => {
  await atlas.open(`/?${HERE}`);
  await atlas.place('Stadtteilbibliothek Schlösslesfeld').click();
  const way = atlas.panel.getByRole('region', { name: 'Weg dorthin' });
  const minutes = async () => Number(/(\d+) Min/.exec(await page.locator('.way-time').innerText())?.[1]);
  await expect(way).toBeVisible();
  const slow = await minutes();
  await way.getByRole('link', { name: 'zügiges Gehen' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Weg zu: Stadtteilbibliothek Schlösslesfeld');
  expect(await minutes()).toBeLessThan(slow);
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('the walking time in the list leads to the way in words', async ({ atlas, page }) => {
    await page.goto(`/?${HERE}`);
    await atlas.items.first().getByRole('link', { name: /zu Fuß/ }).click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Weg zu:');
    await expect(page.locator('.way-time')).toBeVisible();
  });
});

test('the base map is our own, in tiles of the house', async ({ atlas, page }) => {
  const tiles: number[] = [];
  page.on('response', (response) => { if (response.url().includes('/api/tiles/base/')) tiles.push(response.status()); });
  await atlas.openMap();
  expect(tiles.length).toBeGreaterThan(0);
  expect(tiles.filter((status) => status !== 200 && status !== 204)).toEqual([]);
});
