import type { Page } from '@playwright/test';
import { expect, test } from './atlas';
import { violations } from './axe';
import { comeIn } from './staff';

const PAGE = '/sicherheit';
const TRANSPARENCY = '/sicherheit/transparenz';

/** Area, group and class, as the maps or the lists of a section carry them, in one order. */
async function told(page: Page, section: string, where: 'maps' | 'lists'): Promise<string[]> {
  const all = await page.locator(section).evaluate((own, from) => {
    if (from === 'maps') {
      return [...own.querySelectorAll<HTMLElement>('[data-map]')].flatMap((map) =>
        [...map.querySelectorAll('[data-area]')].map((area) =>
          [area.getAttribute('data-area'), map.dataset['map'], area.getAttribute('data-class')].join(' ')));
    }
    const groups = [...own.querySelectorAll<HTMLElement>('[data-map]')].map((map) => map.dataset['map'] ?? '');
    return [...own.querySelectorAll<HTMLElement>('tr[data-area], li[data-area]')].flatMap((area) => groups.map((group) => {
      const cell = area.querySelector<HTMLElement>(`[data-group="${group}"]`);
      return [area.dataset['area'], group, cell?.dataset['class'] ?? 'none'].join(' ');
    }));
  }, where);
  return all.toSorted();
}

/** How red a colour is: more red than green and blue together make up for. */
function isRed([red, green, blue]: readonly number[]): boolean {
  return (red ?? 0) > 110 && (red ?? 0) > 1.6 * Math.max(green ?? 0, blue ?? 0);
}

/** Every colour that something on the page is painted with, as red, green and blue. */
function colours(page: Page): Promise<number[][]> {
  return page.evaluate(() => {
    const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    if (canvas === null) throw new Error('no canvas');
    const names = new Set([...document.querySelectorAll('main *')].flatMap((own) => {
      const style = getComputedStyle(own);
      return [style.color, style.backgroundColor, style.fill, style.stroke, style.borderTopColor, style.outlineColor];
    }));
    return [...names].filter((own) => !/^(none|url|transparent)|, 0\)$/.test(own)).map((own) => {
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = own;
      canvas.fillRect(0, 0, 1, 1);
      return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
    });
  });
}

test('the list says what the maps say, for districts and for squares', async ({ page }) => {
  await page.goto('/stadtteile');
  await page.getByRole('link', { name: 'Sicherheit', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Wie sicher fühlen sich Menschen hier?' })).toBeVisible();
  for (const section of ['#districts', '#squares']) {
    const maps = await told(page, section, 'maps');
    expect(maps.length).toBeGreaterThan(20);
    expect(maps.some((own) => !own.endsWith(' none'))).toBe(true);
    expect(await told(page, section, 'lists')).toEqual(maps);
  }
  // Good stands beside bad, not under it on another screen.
  const [good, bad] = await Promise.all(['feel_good', 'unsafe'].map((group) => page.locator(`#squares .safety-areas [data-group="${group}"]`).first().boundingBox()));
  expect(good?.y).toBe(bad?.y);
  await page.screenshot({ path: test.info().outputPath('safety.png') });
  for (const section of ['districts', 'squares']) {
    await page.locator(`#${section} figure`).screenshot({ path: test.info().outputPath(`${section}.png`) });
  }
});

test('every picture carries the sentence, areas follow the alphabet, and it is called a sample', async ({ page }) => {
  await page.goto(PAGE);
  for (const figure of await page.locator('figure.safety-maps').all()) {
    await expect(figure).toContainText('Meldungen zeigen Wahrnehmung, nicht Kriminalität.');
  }
  const names = await page.locator('#districts tbody th > a').allTextContents();
  expect(names).toEqual(names.toSorted((a, b) => a.localeCompare(b, 'de')));
  await expect(page.getByText('Diese Angaben hat niemand gemacht.').first()).toBeVisible();
  const numbers = await page.locator('#squares .safety-areas .number').allTextContents();
  expect(numbers).toEqual(numbers.map((_, at) => String(at + 1)));
});

test('another quarter is chosen with the keyboard, kept in English, and read as JSON', async ({ page }) => {
  await page.goto(`${PAGE}?lang=en`);
  const link = page.getByRole('navigation', { name: /Choose a period: Districts/ }).getByRole('link', { name: 'Oktober' });
  await expect(link).toHaveCount(0);
  await page.getByRole('link', { name: 'October to December 2025' }).focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/quarter=2025-Q4/);
  await expect(page.getByRole('link', { name: 'October to December 2025' })).toHaveAttribute('aria-current', 'page');
  const released = await page.evaluate(async () => await (await fetch('/api/safety/releases/districts-2025-Q4')).json() as unknown) as {
    areas: { area: string; groups: Record<string, { from: number; to: number | null } | null> }[];
  };
  const expected = released.areas.flatMap(({ area, groups }) => Object.entries(groups).map(([group, own]) =>
    `${area} ${group} ${own === null ? 'none' : `${String(own.from)}${own.to === null ? '+' : `-${String(own.to)}`}`}`));
  expect(await told(page, '#districts', 'lists')).toEqual(expected.toSorted());
});

test('nothing on these pages is red, in light, dark or high contrast', async ({ page }) => {
  for (const path of [PAGE, TRANSPARENCY]) {
    for (const scheme of [{ colorScheme: 'light' }, { colorScheme: 'dark' }, { colorScheme: 'light', contrast: 'more' }] as const) {
      await page.emulateMedia(scheme);
      await page.goto(path);
      const all = await colours(page);
      expect(all.length).toBeGreaterThan(1);
      expect(all.filter(isRed), `${path} ${JSON.stringify(scheme)}`).toEqual([]);
    }
  }
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing in three languages, ${colorScheme}, with high contrast neither`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    for (const path of [PAGE, TRANSPARENCY, '/stadtteile/mitte']) {
      for (const language of ['', '?lang=de-simple', '?lang=en']) {
        await page.goto(path + language);
        expect(await violations(page), path + language).toEqual([]);
      }
      await page.emulateMedia({ colorScheme, contrast: 'more' });
      expect(await violations(page), `${path} with high contrast`).toEqual([]);
      await page.emulateMedia({ colorScheme, contrast: null });
    }
    await page.goto(`${PAGE}?lang=de-simple`);
    await expect(page.getByText('Sie zeigt keine Straf-Taten.').first()).toBeVisible();
    await page.locator('#districts').screenshot({ path: test.info().outputPath(`${colorScheme}.png`) });
    await page.goto(TRANSPARENCY);
    await page.screenshot({ path: test.info().outputPath(`transparency-${colorScheme}.png`), fullPage: true });
  });
}

test('no page is wider than a narrow screen, and hidden areas open with the keyboard', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  for (const path of [PAGE, TRANSPARENCY, '/stadtteile/mitte']) {
    await page.goto(path);
    const [wide, seen] = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
    expect(wide, path).toBeLessThanOrEqual(seen);
  }
  await page.goto(PAGE);
  const summary = page.locator('.safety-hidden > summary');
  await summary.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Das sagt nichts darüber, wie sicher sie sind.')).toBeVisible();
  expect(await violations(page)).toEqual([]);
});

test('a district has a card that leads to all of them', async ({ page }) => {
  await page.goto('/stadtteile/mitte');
  const card = page.getByRole('region', { name: 'Wie sicher fühlen sich Menschen hier?' });
  await expect(card.getByText('Fühlen sich wohl')).toBeVisible();
  await card.screenshot({ path: test.info().outputPath('card.png') });
  await card.getByRole('link', { name: /Alle Stadtteile und Gebiete/ }).click();
  await expect(page).toHaveURL(/\/sicherheit$/);
});

test('on paper the patterns alone tell the classes', async ({ page }) => {
  await page.goto(PAGE);
  await page.emulateMedia({ media: 'print' });
  const fills = await page.locator('#districts [data-step="3"] .ground').first().evaluate((own) => getComputedStyle(own).fill);
  expect(fills).toBe('rgb(255, 255, 255)');
  const pdf = await page.pdf({ tagged: true, preferCSSPageSize: true });
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('the pages say all they have to say', async ({ page }) => {
    await page.goto(PAGE);
    await expect(page.getByRole('img', { name: /Karte: Fühlen sich unsicher/ }).first()).toBeVisible();
    await page.getByRole('link', { name: 'So entstehen diese Angaben' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'So entstehen die Angaben zur Sicherheit' })).toBeVisible();
    await expect(page.locator('tr[data-release="cells-2025"] code')).toHaveText(/^[0-9a-f]{64}$/);
  });

  test('patrol says what for, and then sees classes; prevention also sees what was done to people', async ({ page }) => {
    for (const [role, sees] of [['patrol', 0], ['prevention', 1]] as const) {
      await comeIn(page, [role]);
      await page.getByRole('navigation', { name: 'Verwaltung' }).getByRole('link', { name: 'Meldungen', exact: true }).click();
      await expect(page.locator('table')).toHaveCount(0);
      await page.getByLabel('Wofür brauchen Sie die Zahlen?').selectOption('presence');
      await page.getByRole('button', { name: 'Ansehen' }).click();
      // The sample's reports are put in while the server starts.
      await expect(async () => {
        await page.reload();
        await expect(page.locator('table[data-area="mitte"]')).toBeVisible({ timeout: 1_000 });
      }).toPass();
      await expect(page.getByRole('heading', { name: 'Was Menschen geschehen ist' })).toHaveCount(sees);
      await page.screenshot({ path: test.info().outputPath(`${role}.png`), fullPage: true });
      await page.getByRole('button', { name: 'Abmelden' }).click();
    }
  });
});

test('axe finds nothing on the counts of the desk, and they fit a phone', async ({ page }) => {
  await comeIn(page, ['prevention']);
  await page.goto('/verwaltung/meldungen');
  expect(await violations(page)).toEqual([]);
  await page.goto('/verwaltung/meldungen?purpose=council');
  expect(await violations(page)).toEqual([]);
  const [wide, seen] = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
  expect(wide).toBeLessThanOrEqual(seen);
});
