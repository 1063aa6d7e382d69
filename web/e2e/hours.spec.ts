import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test as base } from './atlas';
import { serve } from './server';

const BEGIN = 'id = "nachtstadt"\nname = "Nachtstadt"\ntimezone = "Europe/Berlin"\n';

/** Holidays that fall on other days each year, and one that not every state has. */
const HOLIDAYS = '[holidays]\npublic = [{ name = "Heilige Drei Könige", on = "01-06" }, { name = "Fronleichnam", easter = 60 }]\n';

const GROUND = [[[9.1, 48.8], [9.3, 48.8], [9.3, 49], [9.1, 49], [9.1, 48.8]]];

/** A city with a place that is open at night, and one that keeps holidays. */
function ownCity(): string {
  const folder = mkdtempSync(join(tmpdir(), 'miteinander-city-'));
  const feature = (geometry: unknown, properties: unknown) => ({ type: 'Feature', geometry, properties });
  const collection = (features: unknown[]) => JSON.stringify({ type: 'FeatureCollection', features });
  const place = (name: string, hours: string) =>
    feature({ type: 'Point', coordinates: [9.2, 48.9] }, { name, kind: 'library', opening_hours: hours });
  writeFileSync(join(folder, 'city.toml'), `${BEGIN}${HOLIDAYS}`);
  writeFileSync(
    join(folder, 'districts.geojson'),
    collection([feature({ type: 'Polygon', coordinates: GROUND }, { id: 'mitte', name: 'Mitte' })]),
  );
  writeFileSync(
    join(folder, 'places.geojson'),
    collection([place('Nachttreff', 'Sa 22:00-04:00'), place('Feiertagstreff', 'Mo-Fr 10:00-18:00; PH off'), place('Werktagstreff', 'Mo-Fr 10:00-18:00')]),
  );
  return folder;
}

/** Tests on a server of their own whose clock stands at `now`. */
const test = base.extend<{ now: string }>({
  now: ['', { option: true }],
  baseURL: async ({ now }, use) => {
    const city = ownCity();
    const server = await serve(now, city);
    await use(server.url);
    await server.stop();
    rmSync(city, { recursive: true, force: true });
  },
});

test.describe('on Epiphany', () => {
  test.use({ now: '2027-01-06T12:00:00+01:00' });

  test('a place that keeps holidays is closed, one that does not say so is doubted', async ({ atlas }) => {
    await atlas.open();
    await expect(atlas.items.filter({ hasText: 'Feiertagstreff' })).toContainText('Geschlossen, öffnet morgen 10:00');
    await expect(atlas.items.filter({ hasText: 'Werktagstreff' })).toContainText('Feiertag: Zeiten vielleicht anders');
    await atlas.place('Feiertagstreff').click();
    const today = atlas.panel.getByRole('row', { name: /Heilige Drei Könige/ });
    await expect(today).toContainText('Mittwoch (heute)');
    await expect(today).toContainText('geschlossen');
  });
});

test.describe('on Corpus Christi', () => {
  test.use({ now: '2027-05-27T09:00:00+02:00' });

  test('the hours are told in plain German, with the keyboard alone', async ({ atlas, page }) => {
    await atlas.open('/?lang=de-simple');
    await atlas.search('Name, Stadt-Teil oder Art').focus();
    await page.keyboard.type('Feiertag');
    await expect(atlas.count).toHaveText('Sie sehen 1 Ort');
    const link = atlas.place('Feiertagstreff');
    // On a phone the filters stand before the list too: Tab leads there all the same.
    for (let presses = 0; presses < 40 && !(await link.evaluate((element) => element === document.activeElement)); presses += 1) {
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Enter');
    await expect(atlas.panel.getByRole('heading', { name: 'Feiertagstreff' })).toBeFocused();
    await expect(atlas.panel.getByText('Jetzt zu. Offen ab morgen 10:00 Uhr')).toBeVisible();
    await expect(atlas.panel.getByRole('row', { name: /Fronleichnam/ })).toContainText('zu');
    await page.keyboard.press('Escape');
    await expect(link).toBeFocused();
  });
});

for (const [night, now] of [
  ['to summer time, before the clocks go forward', '2026-03-29T01:30:00+01:00'],
  ['to summer time, after they did', '2026-03-29T03:30:00+02:00'],
  ['to winter time, half past two for the first time', '2026-10-25T02:30:00+02:00'],
  ['to winter time, half past two once more', '2026-10-25T02:30:00+01:00'],
] as const) {
  test.describe(`in the night ${night}`, () => {
    test.use({ now });

    test('a place is open until what the clocks will show', async ({ atlas, page }) => {
      await atlas.open();
      const entry = atlas.items.filter({ hasText: 'Nachttreff' });
      await expect(entry).toContainText('Offen bis 4:00');
      await page.goto(`/orte/${(await entry.getAttribute('data-slug')) ?? ''}`);
      await expect(page.getByText('Offen bis 4:00')).toBeVisible();
      await expect(page.getByRole('row', { name: /Sonntag \(heute\)/ })).toContainText('geschlossen');
    });
  });
}
