import { violations } from './axe';
import { expect, test } from './atlas';
import { comeIn } from './staff';

test('an admin adds a webhook by keyboard, sees its secret once, and stops it', async ({ page }) => {
  await comeIn(page, ['admin']);
  await page.getByRole('link', { name: 'Webhooks' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Webhooks' })).toBeVisible();
  const url = `https://hooks.example.org/${String(Date.now())}/${'a'.repeat(120)}`;
  await page.getByLabel('Adresse').fill(url);
  await page.getByLabel('Ort geändert').focus();
  await page.keyboard.press('Space');
  await page.getByRole('group', { name: /^Stadtteile/ }).getByLabel('Mitte').check();
  await page.getByLabel('Adresse').focus();
  await page.keyboard.press('Enter');
  const secret = page.locator('main code');
  await expect(secret).toHaveText(/^[0-9a-f]{64}$/);
  expect(await violations(page)).toEqual([]);
  await page.screenshot({ path: test.info().outputPath('webhook.png'), fullPage: true });
  const own = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: url }) });
  await expect(own).toContainText('Ort geändert');
  await expect(own).toContainText('Mitte');
  await own.getByRole('button', { name: 'Anhalten' }).click();
  await expect(page.getByText('Der Webhook ist geändert.')).toBeVisible();
  await expect(secret).toHaveCount(0);
  await expect(own).toContainText('Angehalten.');
  await own.getByRole('button', { name: 'Löschen' }).click();
  await expect(page.getByRole('heading', { name: url })).toHaveCount(0);
});

test('an address of the house is refused at its field, and nothing chosen is lost', async ({ page, unexpected }) => {
  await comeIn(page, ['admin']);
  await page.goto('/verwaltung/webhooks');
  await page.getByLabel('Adresse').fill('https://10.0.0.1/hook');
  await page.getByLabel('Termin neu').check();
  await page.getByRole('button', { name: 'Webhook anlegen' }).click();
  await expect(page.getByLabel('Adresse')).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByLabel('Adresse')).toHaveAccessibleDescription(/eigene Netz/);
  await expect(page.getByLabel('Termin neu')).toBeChecked();
  expect(await violations(page)).toEqual([]);
  // A form with a fault is answered with 400, which the browser notes.
  unexpected.splice(0, unexpected.length, ...unexpected.filter((line) => !line.includes('400 (Bad Request)')));
});

test('nothing scrolls sideways at 320 pixels, in the dark too', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.setViewportSize({ width: 320, height: 640 });
  await comeIn(page, ['admin']);
  await page.goto('/verwaltung/webhooks');
  await page.getByLabel('Adresse').fill(`https://hooks.example.org/${'a'.repeat(200)}`);
  await page.getByRole('button', { name: 'Webhook anlegen' }).click();
  await expect(page.locator('main code')).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
  expect(await violations(page)).toEqual([]);
  await page.screenshot({ path: test.info().outputPath('narrow.png'), fullPage: true });
});

test('what changes in a district can be subscribed to from its page', async ({ page }) => {
  await page.goto('/stadtteile/mitte');
  const link = page.getByRole('link', { name: 'Änderungen abonnieren' });
  await expect(link).toHaveAttribute('href', '/api/changes.atom?district=mitte');
  await expect(page.locator('head link[rel=alternate][type="application/atom+xml"]')).toHaveAttribute('href', '/api/changes.atom?district=mitte');
  const feed = await page.request.get('/api/changes.atom?district=mitte');
  expect(feed.headers()['content-type']).toBe('application/atom+xml');
  expect(await feed.text()).toContain('<title>Änderungen in Mitte, Ludwigsburg</title>');
});
