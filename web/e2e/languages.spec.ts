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
    for (const href of await page.locator('main a[href^="/"]').evaluateAll((links) => links.map((link) => link.getAttribute('href')))) {
      expect(href).toContain('lang=de-simple');
    }
    await page.getByRole('link', { name: 'Zurück zur Liste' }).click();
    await expect(page.locator('html')).toHaveAttribute('data-language', 'de-simple');
  });
});
