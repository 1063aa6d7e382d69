import { expect, test, type AtlasPage } from './atlas';

/** The middle of the canvas, where the crosshair is. */
async function middle(atlas: AtlasPage): Promise<{ x: number; y: number }> {
  const box = await atlas.canvas.boundingBox();
  if (box === null) throw new Error('the map is not in sight');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** An address that shows the first place of the list in the middle of the map. */
async function addressAt(atlas: AtlasPage, name: string): Promise<string> {
  const { lon, lat } = await atlas.items.filter({ hasText: name }).evaluate((item) => {
    const { lon, lat } = (item as HTMLElement).dataset;
    return { lon, lat };
  });
  return `/#karte=17.00/${lat ?? ''}/${lon ?? ''}`;
}

test('what the map draws is what the list says, before and after a filter', async ({ atlas, page }) => {
  await atlas.openMap();
  const drawn = () => page.locator('.map').evaluate((map) => JSON.parse((map as HTMLElement).dataset['places'] ?? '[]') as string[]);
  const listed = () => atlas.items.evaluateAll((items) => items.map((item) => (item as HTMLElement).dataset['slug']));
  expect((await drawn()).sort()).toEqual((await listed()).sort());
  await page.getByLabel('Kostenlos').check();
  await expect(page).toHaveURL(/free=true/);
  await expect(atlas.items).not.toHaveCount(44);
  await expect.poll(async () => (await drawn()).sort()).toEqual((await listed()).sort());
});

test('the outlines carry the label that they are not official', async ({ atlas, page }) => {
  await atlas.openMap();
  await expect(page.getByText('Demo-Grenze, nicht amtlich').filter({ visible: true }).first()).toBeVisible();
  await expect(page.getByText('Beispieldaten', { exact: true }).filter({ visible: true }).first()).toBeVisible();
});

test('a click on a marker opens its place', async ({ atlas, page }) => {
  await atlas.open();
  const address = await addressAt(atlas, 'Favoritepark');
  await page.goto('about:blank');
  await atlas.openMap(address);
  const { x, y } = await middle(atlas);
  await page.mouse.click(x, y);
  await expect(atlas.panel.getByRole('heading', { name: 'Favoritepark' })).toBeFocused();
});

test('a click elsewhere sorts the list by distance from there', async ({ atlas, page }) => {
  await atlas.openMap('/#karte=15.00/48.89000/9.24500');
  const { x, y } = await middle(atlas);
  await page.mouse.click(x, y);
  await expect(page).toHaveURL(/lon=9\.245\d*&lat=48\.89/);
  await atlas.showList();
  await expect(page.getByRole('link', { name: 'Filter entfernen: Sortiert nach Zeit zu Fuß' })).toBeVisible();
  await expect(atlas.items.first()).toContainText('Oßweil');
});

test('every movement has a button, so that nobody has to drag', async ({ atlas, page }) => {
  await atlas.openMap();
  const camera = () => new URL(page.url()).hash;
  for (const name of ['Nach Norden', 'Nach Westen', 'Ganze Stadt zeigen', 'Nach Süden', 'Nach Osten', 'Vergrößern', 'Verkleinern']) {
    const before = camera();
    const button = page.getByRole('button', { name });
    const box = await button.boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
    await button.click();
    await expect.poll(camera).not.toBe(before);
  }
});

test('"only places in the map view" follows the map and can be switched off', async ({ atlas, page }) => {
  await atlas.openMap();
  await page.getByRole('button', { name: 'Vergrößern' }).click();
  await expect(page).toHaveURL(/karte=/);
  await page.getByRole('button', { name: 'Vergrößern' }).click();
  await page.getByRole('checkbox', { name: 'Nur Orte im Kartenausschnitt' }).check();
  await expect(page).toHaveURL(/bbox=/);
  await expect(atlas.items).not.toHaveCount(44);
  await page.getByRole('button', { name: 'Ganze Stadt zeigen' }).click();
  await expect(atlas.items).toHaveCount(44);
  await page.getByRole('checkbox', { name: 'Nur Orte im Kartenausschnitt' }).uncheck();
  await expect(page).not.toHaveURL(/bbox=/);
});

test('reduced motion: a button moves the map at once', async ({ atlas, page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await atlas.openMap();
  const hash = await page.locator('.map-east').evaluate((button) => {
    (button as HTMLElement).click();
    return location.hash;
  });
  // The camera is where it is going before the click has been dealt with.
  expect(hash).toContain('karte=');
});

test('light turns to dark without losing a place', async ({ atlas, page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await atlas.openMap();
  const map = page.locator('.map');
  const drawn = () => map.getAttribute('data-places');
  const before = await drawn();
  await map.evaluate((element) => { delete (element as HTMLElement).dataset['places']; });
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect.poll(drawn).toBe(before);
});

test.describe('near me', () => {
  test.describe('granted', () => {
    test.use({ geolocation: { longitude: 9.2672, latitude: 48.9086 }, permissions: ['geolocation'] });

    test('sorts the list by distance and says how far', async ({ atlas, page }) => {
      await atlas.open();
      await page.getByRole('button', { name: 'In meiner Nähe' }).click();
      await expect(page).toHaveURL(/lon=9\.2672&lat=48\.9086/);
      await expect(atlas.items.first()).toContainText('Poppenweiler');
      await expect(atlas.items.first()).toContainText('direkt hier');
      await expect(atlas.items.last()).toContainText(/\d+,\d km/);
      await page.getByRole('link', { name: /Filter entfernen: Sortiert nach Zeit zu Fuß/ }).click();
      await expect(page).not.toHaveURL(/lon=/);
      await expect(atlas.items.first()).toContainText('Akademiehof');
    });
  });

  test('refused says what to do instead, and the list stays', async ({ atlas, page }) => {
    await atlas.open();
    await page.getByRole('button', { name: 'In meiner Nähe' }).click();
    await expect(page.getByRole('alert')).toContainText('Ihr Standort ist nicht freigegeben');
    await expect(atlas.items).toHaveCount(44);
  });
});

test.describe('by keyboard alone', () => {
  test('the crosshair finds a place and Enter opens it; Escape comes back to the map', async ({ atlas, page }) => {
    await atlas.open();
    const address = await addressAt(atlas, 'Favoritepark');
    await page.goto('about:blank');
    await atlas.openMap(address);
    await atlas.canvas.focus();
    // Each step comes to rest, and is in the address, before the next one.
    const before = page.url();
    await page.keyboard.press('ArrowRight');
    await expect(page).not.toHaveURL(before);
    const aside = page.url();
    await page.keyboard.press('ArrowLeft');
    await expect(page).not.toHaveURL(aside);
    await expect(page.getByRole('status').filter({ hasText: 'Im Fadenkreuz: Favoritepark' })).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(atlas.panel.getByRole('heading', { name: 'Favoritepark' })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(atlas.canvas).toBeFocused();
  });

  test('Enter where nothing is sorts the list by distance from there', async ({ atlas, page }) => {
    await atlas.openMap('/#karte=15.00/48.89000/9.24500');
    await atlas.canvas.focus();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/lon=9\.2450&lat=48\.8900/);
  });

  test('plus and minus zoom', async ({ atlas, page }) => {
    await atlas.openMap('/#karte=13.00/48.89000/9.19000');
    await atlas.canvas.focus();
    await page.keyboard.press('+');
    await expect(page).toHaveURL(/karte=14/);
    await page.keyboard.press('-');
    await expect(page).toHaveURL(/karte=13/);
  });

  test('skip links lead to the list and to the map', async ({ atlas, page }) => {
    await atlas.open();
    await page.keyboard.press('Tab');
    await expect(page.getByRole('link', { name: 'Zur Liste' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.locator('#results')).toBeFocused();
    await page.keyboard.press('Tab');
    await expect(atlas.place(/./).first()).toBeFocused();
    await page.getByRole('link', { name: 'Zur Karte' }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('region', { name: 'Karte der Begegnungsorte' })).toBeFocused();
  });

  test('search, filter, open and close without a pointer', async ({ atlas, page }) => {
    await atlas.open();
    const tabTo = async (accept: () => Promise<boolean>): Promise<void> => {
      for (let step = 0; step < 40; step += 1) {
        await page.keyboard.press('Tab');
        if (await accept()) return;
      }
      throw new Error('never reached with Tab');
    };
    const isFocused = (locator: ReturnType<typeof page.locator>) => () => locator.evaluate((element) => element === document.activeElement);
    await tabTo(isFocused(atlas.search()));
    await page.keyboard.type('Bibliothek');
    await expect(atlas.items).toHaveCount(3);
    await tabTo(isFocused(page.getByLabel('Kostenlos')));
    await page.keyboard.press('Space');
    await expect(page).toHaveURL(/free=true/);
    await tabTo(isFocused(page.locator('summary', { hasText: 'Weitere Filter' })));
    await page.keyboard.press('Enter');
    const district = page.getByLabel('Stadtteil', { exact: true });
    await tabTo(isFocused(district));
    // Letters in turn would choose by how quickly they come; the arrow keys do not.
    for (let press = 0; press < 20 && (await district.inputValue()) !== 'ost'; press += 1) await page.keyboard.press('ArrowDown');
    await expect(atlas.items).toHaveCount(1);
    await tabTo(isFocused(atlas.place('Stadtteilbibliothek Schlösslesfeld')));
    await page.keyboard.press('Enter');
    await expect(atlas.panel.getByRole('heading', { name: 'Stadtteilbibliothek Schlösslesfeld' })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(atlas.place('Stadtteilbibliothek Schlösslesfeld')).toBeFocused();
  });
});
