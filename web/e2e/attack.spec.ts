import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test as base } from './atlas';
import { serve } from './server';

/** An element that would run a script, the end of an attribute and of a script; and how it is written in `city.toml`. */
const ATTACK = `<img src=x onerror=alert(1)>"'</script><script>alert(2)</script>`;
const QUOTED = JSON.stringify(ATTACK);

const GROUND = [[[9.1, 48.8], [9.3, 48.8], [9.3, 49], [9.1, 49], [9.1, 48.8]]];

/** A city whose every text is one. */
function ownCity(): string {
  const folder = mkdtempSync(join(tmpdir(), 'miteinander-city-'));
  const write = (name: string, text: string) => { writeFileSync(join(folder, name), text); };
  const collection = (geometry: unknown, properties: unknown) =>
    JSON.stringify({ type: 'FeatureCollection', features: [{ type: 'Feature', geometry, properties }] });
  write('city.toml', `id = "x"\nname = ${QUOTED}\ntimezone = "Europe/Berlin"\n[contact]\npublisher = ${QUOTED}\n[sources]\nattribution_de = ${QUOTED}\n`);
  write('districts.geojson', collection({ type: 'Polygon', coordinates: GROUND }, { id: 'mitte', name: ATTACK }));
  const place = {
    name: ATTACK,
    kind: 'library',
    opening_hours: `Mo-Su 10:00-18:00 "${ATTACK.replaceAll('"', '')}"`,
    operator: ATTACK,
    note_de: ATTACK,
    cost_text: ATTACK,
    address: { street: ATTACK, housenumber: '1', city: ATTACK },
  };
  write('places.geojson', collection({ type: 'Point', coordinates: [9.2, 48.9] }, place));
  // Markup is taken out of calendars; what is written as text stays.
  const text = ATTACK.replaceAll('<', '&lt\\;').replaceAll(',', '\\,');
  write('events.ics', ['BEGIN:VCALENDAR', 'VERSION:2.0', 'BEGIN:VEVENT', 'UID:1', 'DTSTART:20261122T160000Z', 'DURATION:PT1H', `SUMMARY:${text}`, `DESCRIPTION:${text}`, `LOCATION:${text}`, 'END:VEVENT', 'END:VCALENDAR', ''].join('\r\n'));
  return folder;
}

const test = base.extend<{ dialogs: string[] }>({
  baseURL: async ({}, use) => {
    const city = ownCity();
    const server = await serve('2026-11-22T15:00:00+01:00', city);
    await use(server.url);
    await server.stop();
    rmSync(city, { recursive: true, force: true });
  },
  dialogs: [
    async ({ page }, use) => {
      const dialogs: string[] = [];
      page.on('dialog', (dialog) => {
        dialogs.push(dialog.message());
        void dialog.dismiss();
      });
      await use(dialogs);
      expect(dialogs).toEqual([]);
    },
    { auto: true },
  ],
});

/** The attack is there to be read, and nothing was made of it. */
async function expectOnlyText(page: Page): Promise<void> {
  await expect(page.getByText('<img src=x onerror=alert(1)>').first()).toBeAttached();
  expect(await page.locator('[onerror], img[src="x"]').count()).toBe(0);
  expect(await page.locator('script:not([src]):not([type="application/ld+json"])').count()).toBe(0);
}

test('the list, the panel and what is typed show an attack as the text it is', async ({ atlas, page }) => {
  await atlas.openMap();
  await atlas.showList();
  await expectOnlyText(page);
  await atlas.place(/img src=x/).click();
  await expect(atlas.panel.getByRole('heading', { name: /img src=x/ })).toBeFocused();
  await expectOnlyText(page);
  await page.goBack();
  await atlas.search().fill(ATTACK);
  await atlas.search().press('Enter');
  await expect(page).toHaveURL(/q=/);
  await expect(page.locator('html[data-ready]')).toBeAttached();
  await expectOnlyText(page);
});

test('a place that is chosen on the map shows an attack as the text it is', async ({ atlas, page }) => {
  await atlas.openMap('/#karte=17.00/48.90000/9.20000');
  const box = await atlas.canvas.boundingBox();
  if (box === null) throw new Error('there is no map');
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  await expect(atlas.panel.getByRole('heading', { name: /img src=x/ })).toBeVisible();
  await expectOnlyText(page);
});

test('the pages of a place, a way, the districts, the events and the form show an attack as the text it is', async ({ atlas, page }) => {
  await atlas.open();
  const slug = (await atlas.items.first().getAttribute('data-slug')) ?? '';
  for (const address of [
    `/orte/${slug}`,
    `/weg/${slug}?lon=9.21&lat=48.9`,
    '/stadtteile',
    '/stadtteile/mitte',
    '/termine',
    `/vorschlagen?ort=${slug}`,
    '/impressum',
    `/?q=${encodeURIComponent(ATTACK)}`,
  ]) {
    await page.goto(address);
    await expectOnlyText(page);
  }
});
