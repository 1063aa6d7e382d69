import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { violations } from './axe';
import { expect, test } from './atlas';
import { calendarOf, dates } from './ics';

/** The dates of the page as people read them: day, time and title. */
async function listed(page: Page): Promise<string[]> {
  return page.locator('#agenda .day').evaluateAll((days) =>
    days.flatMap((day) =>
      [...day.querySelectorAll('li')].map((own) =>
        [day.querySelector('h4')?.textContent, own.querySelector('time')?.textContent, own.querySelector('h5')?.textContent].join(' | '),
      ),
    ),
  );
}

// The clock of the program stands on Sunday, 22 November 2026, 15:00.

test('what is on is found from every page, by topic, and stays in the address', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('link', { name: 'Was ist los?' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Was ist los?' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Heute' })).toContainText('Sonntagscafé (Beispiel)');
  await page.getByLabel('Worum geht es?').selectOption({ label: 'Spielen' });
  await page.getByRole('button', { name: 'Termine zeigen' }).click();
  await expect(page).toHaveURL(/topics=play_games/);
  await expect(page.getByRole('region', { name: 'Heute' })).toContainText('Für heute ist nichts mehr eingetragen.');
  const coming = await listed(page);
  expect(coming.slice(0, 2)).toEqual([
    'Donnerstag, 26.11. | 17:00–20:00 | Spieleabend für junge Leute (Beispiel)',
    'Freitag, 27.11. | 14:30–17:00 | Spieletreff (Beispiel)',
  ]);
  await expect(page.getByText('Verschoben, geplant war: 26.11.2026, 14:30')).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('Worum geht es?')).toHaveValue('play_games');
  expect(await listed(page)).toEqual(coming);
});

test('an event goes into a calendar and is right in both weeks in which the clocks change', async ({ page }) => {
  await page.goto('/termine?topics=language');
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Zum Kalender hinzufügen Sprachcafé (Beispiel)' }).first().click();
  const file = await readFile(await (await download).path(), 'utf8');
  const calendar = calendarOf(file);
  expect(calendar.events.map((event) => event['SUMMARY'])).toEqual(['Sprachcafé (Beispiel)']);
  const [series] = calendar.events;
  // Tuesdays at six by the clocks in the city, an hour earlier or later by those of Greenwich.
  expect(dates(calendar, series, '2026-10-20', '2026-11-03')).toEqual(['2026-10-20T16:00Z', '2026-10-27T17:00Z', '2026-11-03T17:00Z']);
  expect(dates(calendar, series, '2027-03-23', '2027-04-06')).toEqual(['2027-03-23T17:00Z', '2027-03-30T16:00Z', '2027-04-06T16:00Z']);
  // Left out over Christmas.
  expect(dates(calendar, series, '2026-12-15', '2027-01-05')).toEqual(['2026-12-15T17:00Z', '2027-01-05T17:00Z']);
});

test('helping hands find what asks for them, by effort and demand', async ({ page }) => {
  await page.goto('/termine');
  await page.getByText('Mitmachen: wie oft, wie schwer?').click();
  await page.getByLabel('Wie oft?').selectOption({ label: 'einmalig' });
  await page.getByLabel('Wie schwer?').selectOption({ label: 'leicht' });
  await page.getByRole('button', { name: 'Termine zeigen' }).click();
  const later = page.getByRole('region', { name: 'Später' });
  await expect(later).toContainText('Ufer aufräumen (Beispiel)');
  await expect(later).toContainText('Mitmachen · einmalig · leicht');
  await expect(later).toContainText('Neckarufer Hoheneck, an der Fußgängerbrücke');
  expect(await listed(page)).toEqual(['Samstag, 20.3. | 10:00–13:00 | Ufer aufräumen (Beispiel)']);
});

test('a place says what is on there, on its own page and beside the list, and leads to all of it', async ({ atlas, page }) => {
  await atlas.open();
  await atlas.place('Seniorenbüro und Begegnungsstätte').click();
  await expect(atlas.panel.getByRole('heading', { name: 'Was hier stattfindet' })).toBeVisible();
  await expect(atlas.panel.getByText('Freitag, 27.11.')).toBeVisible();
  await atlas.panel.getByRole('link', { name: 'Alle Termine an diesem Ort' }).click();
  await expect(page.getByLabel('Ort', { exact: true })).toHaveValue(/^[0-9a-f-]{36}$/);
  expect(new Set((await listed(page)).map((own) => own.split(' | ')[2]))).toEqual(new Set(['Spieletreff (Beispiel)']));
  await page.getByRole('link', { name: 'Seniorenbüro und Begegnungsstätte' }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: 'Seniorenbüro und Begegnungsstätte' })).toBeVisible();
  await expect(page.getByRole('heading', { level: 2, name: 'Was hier stattfindet' })).toBeVisible();
});

test('everything goes by keyboard', async ({ page }) => {
  await page.goto('/termine');
  const tabTo = async (name: RegExp | string) => {
    for (let press = 0; press < 60; press += 1) {
      await page.keyboard.press('Tab');
      const text = await page.evaluate(() => {
        const own = document.activeElement;
        const label = own instanceof HTMLSelectElement || own instanceof HTMLInputElement ? own.labels?.[0]?.textContent : undefined;
        return label ?? own?.textContent ?? '';
      });
      if (typeof name === 'string' ? text.trim() === name : name.test(text)) return;
    }
    throw new Error(`${String(name)} is not reached`);
  };
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Zum Inhalt' })).toBeFocused();
  await tabTo('Worum geht es?');
  // Letters in turn would choose by how quickly they come; the arrow keys do not.
  const chosen = () => page.evaluate(() => (document.activeElement instanceof HTMLSelectElement ? document.activeElement.value : ''));
  for (let press = 0; press < 30 && (await chosen()) !== 'repair_make'; press += 1) await page.keyboard.press('ArrowDown');
  await tabTo('Kostenlos');
  await page.keyboard.press('Space');
  await tabTo('Termine zeigen');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/topics=repair_make.*free=true/);
  await tabTo(/^Zum Kalender hinzufügen Repair-Café/);
  const download = page.waitForEvent('download');
  await page.keyboard.press('Enter');
  expect((await download).suggestedFilename()).toMatch(/^[0-9a-f-]{36}\.ics$/);
});

test('the calendar of a selection can be subscribed to', async ({ page, request }) => {
  await page.goto('/termine?topics=move_sport&free=true');
  const address = await page.getByRole('link', { name: 'Kalender abonnieren' }).getAttribute('href');
  expect(address).toBe('/api/events.ics?topics=move_sport&free=true');
  const answer = await request.get(address ?? '');
  expect(answer.headers()['content-type']).toBe('text/calendar; charset=utf-8');
  const { events } = calendarOf(await answer.text());
  expect(events.map((event) => event['SUMMARY']).sort()).toEqual(['Bewegung im Park (Beispiel)', 'Boule am Sonntag (Beispiel)']);
  const again = await request.get(address ?? '', { headers: { 'If-None-Match': answer.headers()['etag'] ?? '' } });
  expect(again.status()).toBe(304);
});

test('the page speaks plain German and English too', async ({ page }) => {
  await page.goto('/termine?topics=cook_eat');
  await page.getByRole('link', { name: 'Einfach erklärt' }).click();
  await expect(page.getByLabel('Was möchten Sie machen?')).toHaveValue('cook_eat');
  await expect(page.getByRole('link', { name: 'In meinen Kalender Mittagstisch (Beispiel)' }).first()).toBeVisible();
  await page.getByRole('link', { name: 'English' }).click();
  await expect(page.getByRole('region', { name: 'Next week' })).toContainText('Cancelled');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
});

test('a filter that nobody knows is one sentence, and the form is there to ask again', async ({ page, unexpected }) => {
  await page.goto('/termine?effort=viel');
  await expect(page.getByRole('alert')).toContainText('Der Filter „effort“ hat den Wert „viel“');
  await page.getByRole('button', { name: 'Termine zeigen' }).click();
  await expect(page.getByRole('region', { name: 'Heute' })).toBeVisible();
  unexpected.splice(0, unexpected.length, ...unexpected.filter((line) => !line.includes('400')));
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('everything is there', async ({ page }) => {
    await page.goto('/termine');
    await page.getByLabel('Kostenlos').check();
    await page.getByLabel('Stadtteil').selectOption({ label: 'Hoheneck' });
    await page.getByRole('button', { name: 'Termine zeigen' }).click();
    await expect(page.getByRole('region', { name: 'Nächste Woche' })).toContainText('Singen für alle (Beispiel)');
    await expect(page.getByLabel('Kostenlos')).toBeChecked();
  });
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test('axe finds nothing on the page of events nor where a place says what is on', async ({ page }) => {
      await page.goto('/termine');
      await page.getByText('Mitmachen: wie oft, wie schwer?').click();
      expect(await violations(page)).toEqual([]);
      await page.getByRole('link', { name: 'Mehrgenerationenhaus Grünbühl-Sonnenberg' }).first().click();
      await expect(page.getByRole('heading', { name: 'Was hier stattfindet' })).toBeVisible();
      expect(await violations(page)).toEqual([]);
    });
  });
}

test('nothing scrolls sideways at 320 pixels, axe finds nothing there, and everything to press is large enough', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto('/termine?engagement=true');
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
  expect(await violations(page)).toEqual([]);
  const small = await page.locator('button, select, label.chip, summary, .links a, .subscribe a').evaluateAll((elements) =>
    elements
      .map((element) => ({ text: element.textContent.trim().slice(0, 30), box: element.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0 && (box.height < 43.9 || box.width < 43.9))
      .map(({ text, box }) => `${text}: ${box.width} x ${box.height}`),
  );
  expect(small).toEqual([]);
});
