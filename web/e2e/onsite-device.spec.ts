import { expect, test } from './atlas';
import { violations } from './axe';
import { begin, expectLoss, off, openSheet, places, SHEET } from './onsite';
import { comeIn } from './staff';

test.use({ serviceWorkers: 'allow' });

test('two open sheets keep the answers of both, and each sees what the other wrote', async ({ page, context, unexpected }) => {
  const { looks } = places();
  await comeIn(page, ['auditor']);
  await openSheet(page);
  await off(context);
  await begin(page, looks);
  const other = await context.newPage();
  await other.goto(page.url());
  await expect(other.locator('#card-C01')).toBeVisible();
  await page.locator('#card-C01').getByRole('textbox').fill('120');
  await expect(other.locator('#card-C01').getByRole('textbox')).toHaveValue('120');
  await other.locator('#card-C10').getByRole('textbox').fill('80');
  await expect(page.locator('#card-C10').getByRole('textbox')).toHaveValue('80');
  await page.locator('#card-C01').getByRole('textbox').fill('125');
  await page.reload();
  await expect(page.locator('#card-C01').getByRole('textbox')).toHaveValue('125');
  await expect(page.locator('#card-C10').getByRole('textbox')).toHaveValue('80');
  // What one of them takes off the device comes back by nothing that the other does.
  await page.goto(`${SHEET}#start`);
  await page.getByRole('button', { name: 'Vom Gerät löschen' }).click();
  await page.getByRole('button', { name: 'Ja, löschen' }).click();
  await expect(page.getByText('Noch keine Begehung auf diesem Gerät.')).toBeVisible();
  await expect(other.getByText('Noch keine Begehung auf diesem Gerät.')).toBeVisible();
  expectLoss(unexpected);
});

test('a number with a wrong key says nothing until it is mended', async ({ page, context, unexpected }) => {
  await comeIn(page, ['auditor']);
  await openSheet(page);
  await off(context);
  await begin(page, places().looks);
  const card = page.locator('#card-C01');
  await card.getByRole('textbox').pressSequentially('9o');
  await expect(card.getByRole('alert')).toBeVisible();
  await expect(card).toContainText('offen');
  await page.reload();
  await expect(card.getByRole('textbox')).toHaveValue('');
  await card.getByRole('textbox').fill('90');
  await page.reload();
  await expect(card.getByRole('textbox')).toHaveValue('90');
  expectLoss(unexpected);
});

test('only a place that is shown can be begun, and an empty audit is not called sent', async ({ page, context, unexpected }) => {
  const { contested } = places();
  await comeIn(page, ['auditor']);
  await openSheet(page);
  await off(context);
  const start = page.getByRole('button', { name: 'Begehung beginnen' });
  await start.click();
  await expect(page.getByRole('alert')).toHaveText('Bitte suchen Sie einen Ort und wählen Sie ihn aus.');
  expect(await violations(page)).toEqual([]);
  const search = page.getByRole('searchbox', { name: 'Ort suchen' });
  await search.fill(contested);
  await page.getByRole('radio', { name: contested }).check();
  await expect(page.getByRole('alert')).toBeHidden();
  // Many places have an "a"; the one that was chosen is not among those that are shown.
  await search.fill('a');
  await expect(page.locator('input[name=place]')).toHaveCount(8);
  await expect(page.getByRole('radio', { name: contested })).toBeHidden();
  await start.click();
  await expect(page.getByRole('alert')).toBeVisible();
  await begin(page, contested);
  await page.getByRole('link', { name: 'Alle Begehungen' }).click();
  await expect(page.getByText('nur auf diesem Gerät')).toBeVisible();
  await expect(page.getByText('Alles ist übertragen.')).toBeHidden();
  expectLoss(unexpected);
});
