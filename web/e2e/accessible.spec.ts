import { violations } from './axe';
import { expect, test } from './atlas';

/** One page of each kind that is read, in the language that is hardest to get right. */
const READ = ['/stadtteile', '/stadtteile/ost', '/stadtteile/nord', '/hilfe', '/datenschutz', '/barrierefreiheit', '/impressum'];

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test('axe finds nothing on the first page, list and map', async ({ atlas, page }) => {
      await atlas.open();
      await page.getByText('Weitere Filter').click();
      expect(await violations(page)).toEqual([]);
      await atlas.showMap();
      expect(await violations(page)).toEqual([]);
    });

    test('axe finds nothing with filters and a place open', async ({ atlas, page }) => {
      await atlas.open('/?free=true&lon=9.19&lat=48.9&bbox=9,48,10,49');
      await atlas.place('Marktplatz').click();
      await expect(atlas.panel.getByRole('heading', { name: 'Marktplatz' })).toBeFocused();
      expect(await violations(page)).toEqual([]);
    });

    test('axe finds nothing on the page of a place', async ({ atlas, page }) => {
      await atlas.open();
      await page.goto(`/orte/${(await atlas.items.filter({ hasText: 'Schlösslesfeld' }).getAttribute('data-slug')) ?? ''}`);
      expect(await violations(page)).toEqual([]);
    });

    test('axe finds nothing on the pages that are read, with high contrast neither', async ({ page }) => {
      for (const path of READ) {
        await page.goto(`${path}?lang=de-simple`);
        expect(await violations(page), path).toEqual([]);
        await page.emulateMedia({ colorScheme, contrast: 'more' });
        expect(await violations(page), `${path} with high contrast`).toEqual([]);
        await page.emulateMedia({ colorScheme, contrast: null });
      }
    });

    test('axe finds nothing with needs chosen', async ({ atlas, page }) => {
      await atlas.open('/?need=wheelchair,hoh&open_at=evening');
      await page.locator('summary', { hasText: 'Was brauchen Sie?' }).click();
      // What scrolled below the switch of views is no smaller for it.
      await page.evaluate(() => { scrollTo(0, 0); });
      expect(await violations(page)).toEqual([]);
    });

    test('axe finds nothing where a question is refused or a place is missing', async ({ atlas, page, unexpected }) => {
      await atlas.open('/?wc=gold');
      expect(await violations(page)).toEqual([]);
      await page.goto('/orte/nirgendwo-00000000');
      expect(await violations(page)).toEqual([]);
      unexpected.splice(0, unexpected.length, ...unexpected.filter((line) => !/40[04]/.test(line)));
    });
  });
}

test('axe finds nothing in English, in high contrast, nor at 320 pixels', async ({ atlas, page }) => {
  await atlas.open('/?lang=en');
  expect(await violations(page)).toEqual([]);
  await page.emulateMedia({ contrast: 'more' });
  expect(await violations(page)).toEqual([]);
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await violations(page)).toEqual([]);
});

test('nothing scrolls sideways at 320 pixels', async ({ atlas, page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  await atlas.open('/?free=true&lon=9.19&lat=48.9');
  await page.getByText('Weitere Filter').click();
  expect(await overflow()).toBe(0);
  await page.getByRole('button', { name: 'Karte', exact: true }).click();
  expect(await overflow()).toBe(0);
  await page.getByRole('button', { name: 'Liste', exact: true }).click();
  const slug = await atlas.items.first().getAttribute('data-slug');
  await atlas.items.first().getByRole('link').first().click();
  await expect(atlas.panel.getByRole('heading').first()).toBeFocused();
  expect(await overflow()).toBe(0);
  for (const path of [`/orte/${slug ?? ''}`, `/orte/${slug ?? ''}?lang=de-simple&need=blind`, ...READ, ...READ.map((path) => `${path}?lang=de-simple`)]) {
    await page.goto(path);
    expect(await overflow(), path).toBe(0);
  }
});

test('everything to press is large enough for a finger', async ({ atlas, page }) => {
  await atlas.openMap('/?free=true');
  await atlas.showList();
  const small = await page.locator('button, select, input[type=search], label.chip, summary, .filters a, .language, .brand').evaluateAll((elements) =>
    elements
      .map((element) => ({ text: element.textContent.trim().slice(0, 30), box: element.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0 && (box.height < 43.9 || box.width < 43.9))
      .map(({ text, box }) => `${text}: ${box.width} x ${box.height}`),
  );
  expect(small).toEqual([]);
});

test('forced colours keep what is chosen visible', async ({ atlas, page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await atlas.open('/?free=true');
  const width = (name: string) => page.locator('label.chip', { hasText: name }).evaluate((chip) => parseFloat(getComputedStyle(chip).borderTopWidth));
  expect(await width('Kostenlos')).toBeGreaterThan(await width('Jetzt geöffnet'));
});
