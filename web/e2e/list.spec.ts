import { expect, test } from './atlas';

test('the first page lists the places of the city, closed ones not among them', async ({ atlas }) => {
  await atlas.open();
  await expect(atlas.count).toHaveText('44 Orte gefunden');
  await expect(atlas.items).toHaveCount(44);
  await expect(atlas.place('Seniorentreff Villa Ulmer')).toHaveCount(0);
});

test.describe('search', () => {
  for (const [word, sort, found] of [
    ['Café Connect', 'name', 'Café Connect'],
    ['cafe connect', 'name without accents', 'Café Connect'],
    ['Poppenweiler', 'district', 'Kelterplatz Poppenweiler'],
    ['Skatepark', 'kind', 'Skatepark Ost'],
  ] as const) {
    test(`finds places by ${sort}`, async ({ atlas }) => {
      await atlas.open();
      await atlas.search().fill(word);
      await expect(atlas.items).not.toHaveCount(44);
      expect((await atlas.names()).some((name) => name.startsWith(found))).toBe(true);
      await expect(atlas.search()).toBeFocused();
    });
  }

  test('says so when nothing is found, and lets one start again', async ({ atlas, page }) => {
    await atlas.open();
    await atlas.search().fill('Schwimmende Insel');
    await expect(atlas.count).toHaveText('0 Orte gefunden');
    await expect(page.getByText('Kein Ort gefunden')).toBeVisible();
    await page.getByRole('link', { name: 'Alle Filter zurücksetzen' }).click();
    await expect(atlas.items).toHaveCount(44);
    await expect(atlas.search()).toHaveValue('');
  });

  test('announces the count, so that one need not see it', async ({ atlas, page }) => {
    await atlas.open();
    await atlas.search().fill('Bibliothek');
    await expect(atlas.items).toHaveCount(3);
    await expect(page.getByRole('status').filter({ hasText: '3 Orte gefunden' })).toBeAttached();
  });

  test('the newest answer wins, however late an older one comes', async ({ atlas, page }) => {
    await atlas.open();
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => { release = resolve; });
    await page.route('**/liste?q=Skate', async (route) => {
      await held;
      await route.continue().catch(() => undefined);
    });
    const first = page.waitForRequest('**/liste?q=Skate');
    await atlas.search().fill('Skate');
    await first;
    await atlas.search().fill('Bibliothek');
    await expect(atlas.items).toHaveCount(3);
    release();
    await expect(atlas.search()).toHaveValue('Bibliothek');
    await expect(atlas.items).toHaveCount(3);
  });
});

test.describe('filters', () => {
  test('by district and by kind', async ({ atlas, page }) => {
    await atlas.open();
    await page.getByText('Weitere Filter').click();
    await page.getByLabel('Stadtteil', { exact: true }).selectOption('Oßweil');
    await expect(atlas.items).toHaveCount(3);
    await page.getByLabel('Art', { exact: true }).selectOption('Schulraum');
    await expect(atlas.items).toHaveCount(1);
  });

  test('open now shows only what is surely open', async ({ atlas, page }) => {
    await atlas.open();
    await page.getByLabel('Jetzt geöffnet').check();
    await expect(atlas.items).not.toHaveCount(44);
    const states = await atlas.items.evaluateAll((items) => items.map((item) => (item as HTMLElement).dataset['open']));
    expect(states.length).toBeGreaterThan(0);
    expect(new Set(states)).toEqual(new Set(['open']));
  });

  test('free and no need to buy leave out what nobody knows', async ({ atlas, page }) => {
    await atlas.open();
    await page.getByLabel('Kostenlos').check();
    await expect(atlas.items).not.toHaveCount(44);
    const free = await atlas.items.count();
    await page.getByLabel('Ohne Verzehrzwang').check();
    await expect(page).toHaveURL(/free=true&no_consumption=true/);
    await expect(atlas.items).not.toHaveCount(44);
    expect(await atlas.items.count()).toBeLessThanOrEqual(free);
  });

  test('by topic, by class and by toilet, among the further filters', async ({ atlas, page }) => {
    await atlas.open();
    await page.getByText('Weitere Filter').click();
    await page.getByLabel('Drinnen oder draußen').selectOption('Raum (drinnen)');
    await expect(page).toHaveURL(/cls=room/);
    await expect.poll(() => atlas.items.evaluateAll((items) => items.every((item) => (item as HTMLElement).dataset['cls'] === 'room'))).toBe(true);
    await page.getByLabel('Reden und Kaffee trinken').check();
    await page.getByLabel('Kochen und Essen').check();
    await expect(page).toHaveURL(/topics=talk_coffee,cook_eat/);
    await page.getByLabel('Toilette').selectOption('Barrierefreies WC');
    await expect(page).toHaveURL(/wc=wheelchair/);
  });

  test('each can be taken away by itself', async ({ atlas, page }) => {
    await atlas.open('/?district=ossweil&kind=school_room');
    await page.getByRole('link', { name: 'Filter entfernen: Schulraum' }).click();
    await expect(atlas.items).toHaveCount(3);
    await expect(page.getByLabel('Art', { exact: true })).toHaveValue('');
    await expect(page.getByLabel('Stadtteil', { exact: true })).toHaveValue('ossweil');
  });

  test('a wrong one is answered with a sentence that names it', async ({ atlas, page, unexpected }) => {
    await atlas.open('/?kind=castle');
    await expect(page.getByRole('alert')).toContainText('Der Filter „kind“ hat den Wert „castle“');
    unexpected.splice(0, unexpected.length, ...unexpected.filter((line) => !line.includes('400 (Bad Request)')));
  });
});

test.describe('the address', () => {
  test('keeps filters, place and view, and back takes one step back', async ({ atlas, page }) => {
    await atlas.open();
    await atlas.search().fill('Bibliothek');
    await expect(atlas.items).toHaveCount(3);
    await atlas.place('Stadtteilbibliothek Schlösslesfeld').click();
    await expect(atlas.panel.getByRole('heading', { name: 'Stadtteilbibliothek Schlösslesfeld' })).toBeVisible();
    const address = page.url();

    await page.goto('about:blank');
    await atlas.open(address);
    await expect(atlas.panel.getByRole('heading', { name: 'Stadtteilbibliothek Schlösslesfeld' })).toBeVisible();
    expect(await atlas.names()).toHaveLength(3);

    // Past the blank page, and past the place.
    for (let step = 0; step < 3; step += 1) await page.goBack();
    await expect(atlas.panel).toBeHidden();
    await expect(atlas.items).toHaveCount(3);
    await page.goBack();
    await expect(atlas.items).toHaveCount(44);
    await expect(atlas.search()).toHaveValue('');
    await page.goForward();
    await expect(atlas.items).toHaveCount(3);
    await expect(atlas.search()).toHaveValue('Bibliothek');
  });

  test('one word is one step back, however it was typed', async ({ atlas, page }) => {
    await atlas.open();
    await atlas.search().fill('Biblio');
    await expect(atlas.items).toHaveCount(3);
    await atlas.search().fill('Skate');
    await expect(atlas.items).toHaveCount(2);
    await page.goBack();
    await expect(atlas.items).toHaveCount(44);
  });
});

test('the list says when it could not be loaded, and loads when asked again', async ({ atlas, page, unexpected }) => {
  await atlas.open();
  await page.route('**/liste?*', (route) => route.abort());
  await page.getByLabel('Kostenlos').check();
  await expect(page.getByRole('alert')).toContainText('Die Liste ließ sich nicht laden');
  await page.unroute('**/liste?*');
  await page.getByRole('button', { name: 'Noch einmal versuchen' }).click();
  await expect(page.getByRole('link', { name: 'Filter entfernen: Kostenlos' })).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
  unexpected.splice(0, unexpected.length, ...unexpected.filter((line) => !line.includes('net::ERR_FAILED')));
});

test.describe('English', () => {
  test('is one link away and keeps the question', async ({ atlas, page }) => {
    await atlas.open('/?q=Bibliothek');
    await expect(page.locator('html')).toHaveAttribute('lang', 'de');
    await page.getByLabel('Kostenlos').check();
    await expect(page).toHaveURL(/free=true/);
    await page.getByRole('link', { name: 'English' }).click();
    await expect(page.locator('html[data-ready]')).toHaveAttribute('lang', 'en');
    await expect(atlas.count).toHaveText('3 places found');
    await expect(page.getByLabel('Free', { exact: true })).toBeChecked();
    await expect(page.getByRole('searchbox', { name: 'Name, district or kind' })).toHaveValue('Bibliothek');
    await page.getByLabel('Open now').check();
    await expect(page).toHaveURL(/open_at=now.*lang=en/);
    await page.getByRole('link', { name: 'Deutsch' }).click();
    await expect(page.locator('html[data-ready]')).toHaveAttribute('lang', 'de');
  });
});
