import type { Browser, Locator, Page } from '@playwright/test';
import { expect, test } from './atlas';
import { violations } from './axe';
import { addUser, comeIn, fillIn, logIn } from './staff';

/** What the desk says was done; that there is no network is said elsewhere. */
function said(page: Page): Locator {
  return page.getByRole('main').getByRole('status').first();
}

/** Opens a place in the form, found by its name. */
async function edit(page: Page, name: string): Promise<void> {
  await page.goto(`/verwaltung/orte?q=${encodeURIComponent(name)}`);
  await page.getByRole('link', { name, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}

/** Answers that say that something has to be mended are noted by the browser. */
const forgive = (unexpected: string[], status: number): void => {
  unexpected.splice(0, unexpected.length, ...unexpected.filter((line) => !line.includes(`${String(status)} (`)));
};

/** Somebody else of the city in a browser of their own. */
async function colleague(browser: Browser, baseURL: string | undefined, work: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext({ ...(baseURL === undefined ? {} : { baseURL }), locale: 'de-DE' });
  const page = await context.newPage();
  await comeIn(page, ['editor']);
  await work(page);
  await context.close();
}

test('a new place is entered, found by a resident, and taken away again', async ({ page }, { project }) => {
  const name = `Linde ${project.name} ${String(Date.now())}`;
  await comeIn(page, ['editor']);
  await page.getByRole('link', { name: 'Orte', exact: true }).click();
  await page.getByRole('link', { name: 'Neuer Ort' }).click();
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByLabel('Art', { exact: true }).selectOption({ label: 'Platz' });
  await page.getByRole('button', { name: 'Auf der Karte zeigen oder zeichnen' }).click();
  await expect(page.getByRole('application', { name: 'Interaktive Karte' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Länge (Ost)')).toHaveValue(/^9\.\d{6}$/);
  await page.screenshot({ path: test.info().outputPath('new.png'), fullPage: true });
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Speichern' }).click();
  await expect(said(page)).toContainText('Der Ort ist eingetragen.');
  await page.getByRole('link', { name: 'Öffentliche Seite' }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await page.goBack();
  await page.getByRole('link', { name: 'Verlauf' }).click();
  await expect(page.getByRole('main')).toContainText('Redaktion');
  expect(await violations(page)).toEqual([]);
  await page.screenshot({ path: test.info().outputPath('history.png'), fullPage: true });
  await page.getByText('Zurücknehmen', { exact: true }).click();
  await page.getByRole('button', { name: /^Ort entfernen/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: /Entfernter Ort/ })).toBeVisible();
});

test('an area is drawn corner by corner, by keyboard alone', async ({ page }) => {
  await comeIn(page, ['editor']);
  await edit(page, 'Marktplatz');
  await page.getByRole('button', { name: 'Auf der Karte zeigen oder zeichnen' }).press('Enter');
  await expect(page.getByRole('application', { name: 'Interaktive Karte' })).toBeFocused();
  await page.getByLabel('eine Fläche').check();
  const anew = page.getByRole('button', { name: 'Neu beginnen' });
  if (await anew.isEnabled()) await anew.press('Enter');
  await expect(page.getByText('0 Ecken', { exact: true })).toBeVisible();
  const canvas = page.getByRole('application', { name: 'Interaktive Karte' });
  await canvas.focus();
  for (const [corner, key] of [[1, 'ArrowRight'], [2, 'ArrowDown'], [3, 'ArrowLeft']] as const) {
    await page.keyboard.press('Enter');
    await expect(page.getByText(corner === 1 ? 'Eine Ecke' : `${String(corner)} Ecken`, { exact: true })).toBeVisible();
    await page.keyboard.press(key);
  }
  await expect(page.getByLabel('Gezeichnete Fläche oder Linie')).toHaveValue(/"type":"Polygon"/);
  await page.getByRole('button', { name: 'Letzte Ecke zurücknehmen' }).press('Enter');
  await expect(page.getByText('2 Ecken')).toBeVisible();
});

test('one editor moves a place while another edits its hours: nobody loses', async ({ page, browser, baseURL, unexpected }, { project }) => {
  // Both sizes are tried on one server.
  const [seats, opens] = project.name === 'phone' ? ['78', '9'] : ['77', '8'];
  await comeIn(page, ['editor']);
  await edit(page, 'Karlsplatz an der Friedenskirche');
  await page.getByLabel('Sitzplätze').fill(seats);
  await colleague(browser, baseURL, async (other) => {
    await edit(other, 'Karlsplatz an der Friedenskirche');
    await other.getByRole('textbox', { name: 'Öffnungszeiten' }).fill(`Mo-Su 0${opens}:00-22:00`);
    await expect(other.locator('#hours-preview')).toContainText(`${opens}:00–22:00`);
    await other.getByRole('button', { name: 'Speichern' }).click();
    await expect(said(other)).toContainText('Der Ort ist gespeichert.');
  });
  await page.getByRole('button', { name: 'Speichern' }).click();
  const told = page.getByRole('alert');
  await expect(told).toContainText('Inzwischen hat jemand anderes diesen Ort geändert');
  await expect(told).toContainText(`Mo-Su 0${opens}:00-22:00`);
  await expect(page.getByLabel('Sitzplätze')).toHaveValue(seats);
  expect(await violations(page)).toEqual([]);
  await page.screenshot({ path: test.info().outputPath('meanwhile.png'), fullPage: true });
  await page.getByRole('button', { name: 'Speichern' }).click();
  await expect(said(page)).toContainText('Der Ort ist gespeichert.');
  await expect(page.getByLabel('Sitzplätze')).toHaveValue(seats);
  await expect(page.getByRole('textbox', { name: 'Öffnungszeiten' })).toHaveValue(`Mo-Su 0${opens}:00-22:00`);
  forgive(unexpected, 409);
});

test('faults stand at their fields, and what was typed survives a reload', async ({ page, unexpected }) => {
  await comeIn(page, ['editor']);
  await edit(page, 'Arsenalplatz');
  await page.getByLabel('Sitzplätze').fill('viele');
  await page.getByLabel('Hinweis auf Deutsch').fill('Am Brunnen ist es kühl.');
  await page.reload();
  await expect(page.getByText('Das Formular enthält noch nicht Gespeichertes')).toBeVisible();
  await expect(page.getByLabel('Hinweis auf Deutsch')).toHaveValue('Am Brunnen ist es kühl.');
  await page.getByRole('button', { name: 'Speichern' }).click();
  await expect(page.getByLabel('Sitzplätze')).toHaveAccessibleDescription('Bitte eine ganze Zahl eintragen.');
  await expect(page.getByLabel('Sitzplätze')).toHaveValue('viele');
  await page.getByRole('alert').getByRole('link', { name: /Sitzplätze/ }).click();
  await expect(page.getByLabel('Sitzplätze')).toBeFocused();
  expect(await violations(page)).toEqual([]);
  forgive(unexpected, 400);
});

test('a session that is over loses nothing that was typed', async ({ page, context }, { project }) => {
  const name = await comeIn(page, ['editor']);
  await edit(page, 'Arsenalplatz');
  const seats = project.name === 'phone' ? '41' : '42';
  await page.getByLabel('Sitzplätze').fill(seats);
  await context.clearCookies({ name: '__Host-sitzung' });
  await page.getByRole('button', { name: 'Speichern' }).click();
  await fillIn(page, name);
  await expect(page.getByText('Das Formular enthält noch nicht Gespeichertes')).toBeVisible();
  await expect(page.getByLabel('Sitzplätze')).toHaveValue(seats);
  await page.getByRole('button', { name: 'Speichern' }).click();
  await expect(said(page)).toContainText('Der Ort ist gespeichert.');
  await page.reload();
  await expect(page.getByText('Das Formular enthält noch nicht Gespeichertes')).toBeHidden();
});

test('a place that nobody checked for a year is confirmed with one click', async ({ page }, { project }) => {
  await comeIn(page, ['editor']);
  await page.getByRole('link', { name: 'Zu prüfen' }).click();
  const name = `Stimmt noch: ${project.name === 'phone' ? 'Stuttgarter' : 'Pflugfelder'} Torhaus`;
  const confirm = page.getByRole('button', { name, exact: true });
  expect(await violations(page)).toEqual([]);
  await page.screenshot({ path: test.info().outputPath('check.png') });
  await confirm.press('Enter');
  await expect(said(page)).toContainText('Gespeichert.');
  await expect(confirm).toHaveCount(0);
});

test('a table goes out, comes back, and changes nothing', async ({ page }) => {
  await comeIn(page, ['editor']);
  await page.goto('/verwaltung/orte/tabelle');
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Tabelle herunterladen' }).click()]);
  const path = await download.path();
  await page.getByLabel(/^Datei/).setInputFiles(path);
  await page.getByRole('button', { name: 'Probelauf' }).click();
  await expect(said(page)).toContainText('Noch ist nichts gespeichert');
  await expect(said(page)).not.toContainText('Geändert');
  expect(await violations(page)).toEqual([]);
});

test('several places are changed together', async ({ page }) => {
  await comeIn(page, ['editor']);
  await page.goto('/verwaltung/orte?q=spielplatz');
  const boxes = page.getByRole('checkbox', { name: /auswählen$/ });
  await boxes.nth(0).check();
  await page.getByLabel('Was?').selectOption({ label: 'Kosten: Kostenlos' });
  expect(await violations(page)).toEqual([]);
  await page.screenshot({ path: test.info().outputPath('several.png'), fullPage: true });
  await page.getByRole('button', { name: 'Alle angekreuzten ändern' }).click();
  await expect(said(page)).toContainText('Gespeichert.');
});

test('a wrong password is refused, guessing has to wait, and logging out everywhere ends every session', async ({ page, browser, baseURL, unexpected }) => {
  const name = `gerda-${String(Date.now())}`;
  await addUser(name, ['editor']);
  await page.goto('/verwaltung/orte');
  await expect(page).toHaveURL(/\/anmelden\?weiter=/);
  expect(await violations(page)).toEqual([]);
  await page.screenshot({ path: test.info().outputPath('door.png') });
  for (let attempt = 0; attempt < 5; attempt += 1) {
    await page.getByLabel('Name des Kontos').fill(name);
    await page.getByLabel('Passwort').fill('geraten');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('alert')).toContainText('Name oder Passwort stimmt nicht.');
  }
  await page.getByLabel('Passwort').fill('geraten');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('Zu viele Versuche');
  forgive(unexpected, 401);
  forgive(unexpected, 429);
  const own = `frieda-${String(Date.now())}`;
  await addUser(own, ['admin']);
  await logIn(page, own);
  const context = await browser.newContext({ ...(baseURL === undefined ? {} : { baseURL }) });
  const elsewhere = await context.newPage();
  await logIn(elsewhere, own);
  await elsewhere.getByRole('link', { name: 'Eigenes Konto' }).click();
  expect(await violations(elsewhere)).toEqual([]);
  await elsewhere.getByRole('button', { name: 'Überall abmelden' }).click();
  await context.close();
  await page.goto('/verwaltung');
  await expect(page).toHaveURL(/\/anmelden/);
});

test('an admin adds an account and reads the trail', async ({ page }) => {
  await comeIn(page, ['admin']);
  await page.getByRole('link', { name: 'Konten' }).click();
  await page.getByLabel('Name des Kontos').fill(`neu-${String(Date.now())}`);
  await page.getByRole('group', { name: 'Rollen' }).first().getByLabel('Planung').check();
  await page.getByRole('button', { name: 'Konto anlegen' }).click();
  await expect(said(page)).toContainText('Erstes Passwort');
  expect(await violations(page)).toEqual([]);
  await page.screenshot({ path: test.info().outputPath('accounts.png'), fullPage: true });
  await page.getByRole('link', { name: 'Protokoll' }).click();
  await expect(page.getByRole('table')).toContainText('account/');
  expect(await violations(page)).toEqual([]);
  await page.screenshot({ path: test.info().outputPath('trail.png') });
});

test('the desk fits on a screen of 320 pixels', async ({ page }) => {
  await comeIn(page, ['editor', 'admin']);
  await page.setViewportSize({ width: 320, height: 640 });
  for (const path of ['/verwaltung', '/verwaltung/orte', '/verwaltung/orte/neu', '/verwaltung/orte/pruefen', '/verwaltung/orte/tabelle', '/verwaltung/konto', '/verwaltung/konten', '/verwaltung/protokoll']) {
    await page.goto(path);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), path).toBe(0);
    expect(await violations(page), path).toEqual([]);
  }
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a place is edited with a look at its week', async ({ page }) => {
    await comeIn(page, ['editor']);
    await edit(page, 'Marktplatz');
    await page.getByRole('textbox', { name: 'Öffnungszeiten' }).fill('Tu 10:00-12:00');
    await page.getByRole('button', { name: 'Woche zeigen' }).click();
    await expect(page.locator('#hours-preview')).toContainText('10:00');
    await page.getByRole('button', { name: 'Speichern' }).click();
    await expect(said(page)).toContainText('Der Ort ist gespeichert.');
  });
});

test('an admin sees no places to edit, and is told so', async ({ page, unexpected }) => {
  await comeIn(page, ['admin']);
  await expect(page.getByRole('link', { name: 'Orte', exact: true })).toHaveCount(0);
  await page.goto('/verwaltung/orte');
  await expect(page.getByRole('alert')).toContainText('Dafür hat dieses Konto keine Rolle.');
  forgive(unexpected, 403);
});
