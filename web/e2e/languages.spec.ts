import { expect, test } from './atlas';

test.describe('einfach erklärt', () => {
  test('is one link away, keeps the question and is spoken in German', async ({ atlas, page }) => {
    await atlas.open('/?q=Bibliothek');
    await page.getByRole('link', { name: 'Einfach erklärt' }).click();
    const html = page.locator('html[data-ready]');
    await expect(html).toHaveAttribute('data-language', 'de-simple');
    await expect(html).toHaveAttribute('lang', 'de');
    await expect(page).toHaveTitle('Orte zum Treffen in Ludwigsburg');
    await expect(atlas.count).toHaveText('Sie sehen 3 Orte');
    await page.getByLabel('Jetzt offen').check();
    await expect(page).toHaveURL(/q=Bibliothek&open_at=now&lang=de-simple/);
    await expect(atlas.count).toHaveText('Sie sehen 0 Orte');
    await expect(page.getByRole('link', { name: 'Das nicht mehr: Jetzt offen' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Nah bei mir' })).toBeVisible();
  });

  test('is kept on every link from the first page to a place and back', async ({ atlas, page }) => {
    await atlas.open('/?lang=de-simple');
    await atlas.place('Stadtteilbibliothek Schlösslesfeld').click();
    await expect(atlas.panel.getByText('Jetzt zu. Offen ab Dienstag 14:00 Uhr')).toBeVisible();
    await expect(atlas.panel.getByRole('row', { name: /Donnerstag/ })).toContainText('10:00 bis 13:00 Uhr, 14:00 bis 18:00 Uhr');
    await atlas.panel.getByRole('link', { name: 'Eigene Seite für diesen Ort' }).click();
    await expect(page.locator('html')).toHaveAttribute('data-language', 'de-simple');
    for (const href of await page.locator('main a[href^="/"]:not([href^="/api/"])').evaluateAll((links) => links.map((link) => link.getAttribute('href')))) {
      expect(href).toContain('lang=de-simple');
    }
    await page.getByRole('link', { name: 'Zurück zur Liste' }).click();
    await expect(page.locator('html')).toHaveAttribute('data-language', 'de-simple');
  });
});

test.describe('what one needs', () => {
  test('is asked for with the keyboard, stays in the address and hides nothing', async ({ atlas, page }) => {
    await atlas.open();
    const before = await atlas.items.count();
    await page.locator('summary', { hasText: 'Was brauchen Sie?' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('checkbox', { name: 'Rollstuhl' }).focus();
    await page.keyboard.press('Space');
    await expect(page).toHaveURL(/need=wheelchair/);
    await expect(atlas.items.first()).toContainText('Rollstuhl: noch nicht geprüft');
    await expect(page.getByRole('checkbox', { name: 'Rollstuhl' })).toBeFocused();
    expect(await atlas.items.count()).toBe(before);
    await page.getByRole('checkbox', { name: 'schwerhörig' }).focus();
    await page.keyboard.press('Space');
    await expect(page).toHaveURL(/need=wheelchair,hoh/);
    await atlas.items.first().getByRole('link').first().click();
    await expect(atlas.panel.getByRole('definition').filter({ hasText: 'noch nicht geprüft' })).toHaveCount(7);
    await page.getByRole('link', { name: 'Eigene Seite dieses Ortes' }).click();
    await expect(page).toHaveURL(/need=wheelchair,hoh/);
    await page.getByRole('link', { name: 'Zurück zur Liste' }).click();
    await expect(atlas.items.first()).toContainText('schwerhörig: noch nicht geprüft');
  });
});

test.describe('this evening and Sunday', () => {
  test('are chosen together, say what they mean and are taken away one by one', async ({ atlas, page }) => {
    await atlas.open();
    const hint = page.getByText(/^Heute Abend: heute ab 18 Uhr/);
    await expect(hint).toBeHidden();
    await page.getByRole('checkbox', { name: 'Heute Abend' }).check();
    await expect(hint).toBeVisible();
    await page.getByRole('checkbox', { name: 'Sonntag' }).check();
    await expect(page).toHaveURL(/open_at=evening,sunday/);
    await expect(atlas.items.first()).toContainText('Heute: ganztägig');
    await page.getByRole('link', { name: 'Filter entfernen: Heute Abend' }).click();
    await expect(page).toHaveURL(/open_at=sunday/);
    await expect(page.getByRole('checkbox', { name: 'Heute Abend' })).not.toBeChecked();
    await expect(page.getByRole('checkbox', { name: 'Sonntag' })).toBeChecked();
    await page.reload();
    await expect(page.getByRole('checkbox', { name: 'Sonntag' })).toBeChecked();
  });
});
