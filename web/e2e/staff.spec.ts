import { expect, test } from './atlas';
import { violations } from './axe';
import { comeIn } from './staff';

test('somebody of the city comes in, sees what is theirs, and goes out again', async ({ page }) => {
  const name = await comeIn(page, ['editor']);
  await expect(page.getByRole('navigation', { name: 'Bereiche der Verwaltung' })).toContainText(name);
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Abmelden' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Anmelden' })).toBeVisible();
  await page.goto('/verwaltung');
  expect(new URL(page.url()).pathname).toBe('/anmelden');
});
