import { expect, test } from './atlas';

test('a place opens beside the list, takes the keyboard and gives it back', async ({ atlas, page }) => {
  await atlas.open();
  const link = atlas.place('Stadtteilbibliothek Schlösslesfeld');
  await link.click();
  const heading = atlas.panel.getByRole('heading', { name: 'Stadtteilbibliothek Schlösslesfeld' });
  await expect(heading).toBeFocused();
  await expect(atlas.panel.getByText('Geschlossen, öffnet Di 14:00')).toBeVisible();
  await expect(atlas.panel.getByRole('row', { name: /Donnerstag/ })).toContainText('10:00–13:00, 14:00–18:00');
  await expect(atlas.panel.getByText('Schlösslesfeld (Ost)')).toBeVisible();
  await expect(atlas.items.locator('a[aria-current=true]')).toHaveText(['Stadtteilbibliothek Schlösslesfeld']);
  await page.keyboard.press('Escape');
  await expect(atlas.panel).toBeHidden();
  await expect(link).toBeFocused();
  await expect(link).not.toHaveAttribute('aria-current');
});

test('the close button does the same', async ({ atlas }) => {
  await atlas.open();
  const link = atlas.place('Marktplatz');
  await link.click();
  await atlas.panel.getByRole('button', { name: 'Schließen' }).click();
  await expect(atlas.panel).toBeHidden();
  await expect(link).toBeFocused();
});

test('what nobody knows is said to be unknown', async ({ atlas }) => {
  await atlas.open();
  await atlas.place('Stadtteilzentrum Eglosheim').click();
  const row = atlas.panel.getByText('Kosten', { exact: true });
  await expect(row.locator('xpath=following-sibling::dd[1]')).toHaveText('nicht bekannt');
  await expect(atlas.panel.getByText(/^Nicht bekannt: Wickeltisch/)).toBeVisible();
  await expect(atlas.panel.getByText('Datenstand')).toBeVisible();
  await expect(atlas.panel.getByText('Dieser Ort gehört zu den Beispieldaten.')).toBeVisible();
});

test('an old entry asks to be checked', async ({ atlas }) => {
  await atlas.open();
  await atlas.place('Stadtteilzentrum Eglosheim').click();
  await expect(atlas.panel.getByText('bitte prüfen', { exact: true }).first()).toBeVisible();
});

test('has a page of its own, to print and to pass on', async ({ atlas, page }) => {
  await atlas.open();
  await atlas.place('Marktplatz').click();
  await atlas.panel.getByRole('link', { name: 'Eigene Seite dieses Ortes' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Marktplatz' })).toBeVisible();
  await expect(page).toHaveTitle(/^Marktplatz – /);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('navigation', { name: 'Sprache' })).toBeHidden();
  await expect(page.getByRole('link', { name: 'Zurück zur Liste' })).toBeHidden();
  await expect(page.getByRole('heading', { level: 1, name: 'Marktplatz' })).toBeVisible();
});

test('an address with an old name leads to the right one', async ({ atlas, page }) => {
  await atlas.open();
  const slug = await atlas.items.first().getAttribute('data-slug');
  await page.goto(`/orte/alter-name-${slug?.slice(-8) ?? ''}`);
  await expect(page).toHaveURL(new RegExp(`/orte/${slug ?? ''}$`));
});

test('a place that does not exist is a page that says so', async ({ page, unexpected }) => {
  const response = await page.goto('/orte/nirgendwo-00000000');
  expect(response?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1, name: 'Diesen Ort gibt es nicht' })).toBeVisible();
  unexpected.splice(0, unexpected.length, ...unexpected.filter((line) => !line.includes('404')));
});

test.describe('passing a place on', () => {
  test('copies its address and says so', async ({ atlas, page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await atlas.open('/?lang=de-simple');
    const slug = (await atlas.items.first().getAttribute('data-slug')) ?? '';
    await page.goto(`/orte/${slug}?lang=de-simple&need=wheelchair`);
    const button = page.getByRole('button', { name: 'Adresse kopieren' });
    await button.focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('main').getByRole('status')).toHaveText(/Die Adresse ist kopiert/);
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    // What this visitor needs is nobody else's business.
    expect(copied).toMatch(new RegExp(`^http://127\\.0\\.0\\.1:\\d+/orte/${slug}\\?lang=de-simple$`));
  });

  test('is a link to read and copy where there is no script', async ({ browser, atlas, baseURL }) => {
    await atlas.open();
    const slug = (await atlas.items.first().getAttribute('data-slug')) ?? '';
    const plain = await browser.newPage({ javaScriptEnabled: false });
    await plain.goto(`${String(baseURL)}/orte/${slug}`);
    await expect(plain.getByRole('link', { name: `${String(baseURL)}/orte/${slug}` })).toBeVisible();
    await expect(plain.getByRole('button', { name: 'Adresse kopieren' })).toBeHidden();
    await plain.close();
  });
});

test('says in the terms of schema.org what it is, and the policy has nothing to refuse', async ({ atlas, page }) => {
  const refused: string[] = [];
  await page.exposeFunction('refuse', (what: string) => refused.push(what));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      (window as unknown as { refuse: (what: string) => void }).refuse(event.violatedDirective);
    });
  });
  await atlas.open();
  const slug = (await atlas.items.filter({ hasText: 'Schlösslesfeld' }).getAttribute('data-slug')) ?? '';
  await page.goto(`/orte/${slug}`);
  const text = await page.locator('script[type="application/ld+json"]').textContent();
  const place = JSON.parse(text ?? '') as Record<string, unknown>;
  expect(place['@type']).toBe('Library');
  expect(place['name']).toBe('Stadtteilbibliothek Schlösslesfeld');
  expect(refused).toEqual([]);
});

test('on paper says nothing that is only true now', async ({ atlas, page }) => {
  await atlas.open();
  const slug = (await atlas.items.filter({ hasText: 'Schlösslesfeld' }).getAttribute('data-slug')) ?? '';
  await page.goto(`/orte/${slug}`);
  await expect(page.getByText('Geschlossen, öffnet Di 14:00')).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText('Geschlossen, öffnet Di 14:00')).toBeHidden();
  await expect(page.getByRole('button', { name: 'Drucken' })).toBeHidden();
  await expect(page.getByRole('row', { name: /Dienstag 24\.11\./ })).toContainText('14:00–18:00');
  await expect(page.getByRole('link', { name: new RegExp(`/orte/${slug}$`) })).toBeVisible();
});
