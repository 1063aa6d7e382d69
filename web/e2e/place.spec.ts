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
