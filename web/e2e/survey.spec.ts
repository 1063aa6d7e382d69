import { expect, test } from './atlas';
import { violations } from './axe';
import { comeIn } from './staff';

const PAGE = '/verwaltung/erhebung';

test('a district is confirmed as complete, told to residents and taken back, by keyboard alone', async ({ page }) => {
  await comeIn(page, ['planner']);
  await expect(page.getByRole('link', { name: /Stadtteile ohne gültige Erhebung/ })).toBeVisible();
  await page.getByRole('link', { name: /Stadtteile ohne gültige Erhebung/ }).press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Erhebung' })).toBeVisible();
  expect(await violations(page)).toEqual([]);
  const west = page.locator('li#west');
  await west.locator('summary').first().focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(west.getByLabel('Vollständig erfasst am')).toBeFocused();
  await west.getByLabel('In eigenen Worten').focus();
  await page.keyboard.type('Zu zweit abgegangen.');
  await page.screenshot({ path: test.info().outputPath('confirming.png') });
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status').filter({ hasText: 'vollständig erfasst bestätigt' })).toBeVisible();
  await expect(west).toContainText('Vollständig erfasst am 22.11.2026 (Planung).');
  await expect(west).toContainText('gilt bis 22.11.2028');
  expect(await violations(page)).toEqual([]);
  await page.screenshot({ path: test.info().outputPath('surveys.png'), fullPage: true });
  await page.goto('/stadtteile/west');
  await expect(page.getByText('Vollständig erfasst am 22.11.2026 (Planung).')).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.screenshot({ path: test.info().outputPath('district.png') });
  await page.goto(PAGE);
  await page.getByRole('button', { name: 'Bestätigung zurücknehmen: West' }).press('Enter');
  await expect(west).toContainText('noch nicht bestätigt');
  await west.getByText('Verlauf').click();
  await expect(west).toContainText('22.11.2026 · Planung · zurückgenommen');
  await page.goto('/stadtteile/west');
  await expect(page.getByText('Noch nicht vollständig erfasst.')).toBeVisible();
});

test('a note that names somebody comes back with what was typed', async ({ page, unexpected }) => {
  await comeIn(page, ['planner']);
  await page.goto(PAGE);
  const east = page.locator('li#ost');
  await east.locator('summary').first().click();
  await east.getByLabel('In eigenen Worten').fill('Mit Herrn Müller');
  await east.getByRole('button', { name: 'Als vollständig bestätigen: Ost' }).click();
  await expect(page.getByRole('alert')).toContainText('Bitte nennen Sie niemanden mit Namen.');
  await expect(east.getByLabel('In eigenen Worten')).toHaveValue('Mit Herrn Müller');
  expect(await violations(page)).toEqual([]);
  unexpected.splice(0, unexpected.length, ...unexpected.filter((line) => !line.includes('400 (')));
});

test('nothing scrolls sideways at 320 pixels, and everything is large enough for a finger', async ({ page }) => {
  await comeIn(page, ['planner', 'editor']);
  await page.setViewportSize({ width: 320, height: 640 });
  for (const path of ['/verwaltung', PAGE]) {
    await page.goto(path);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
    const small = await page.locator('main button, main summary, main nav a, main .todo a').evaluateAll((all) =>
      all.filter((own) => own.getBoundingClientRect().height < 43.9).map((own) => own.outerHTML.slice(0, 80)));
    expect(small).toEqual([]);
  }
});

for (const scheme of [{ colorScheme: 'dark' as const }, { contrast: 'more' as const }]) {
  test.describe(JSON.stringify(scheme), () => {
    test.use(scheme);

    test('axe finds nothing at the desk and in the surveys', async ({ page }) => {
      await comeIn(page, ['planner', 'editor']);
      expect(await violations(page)).toEqual([]);
      await page.goto(PAGE);
      expect(await violations(page)).toEqual([]);
    });
  });
}
