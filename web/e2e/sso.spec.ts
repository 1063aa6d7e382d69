import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test, type Page } from '@playwright/test';
import { violations } from './axe';
import { NOW, serve, type Server } from './server';

// Two programs and a browser of the usual kind, which follows people from one to the other.
test.describe.configure({ mode: 'serial' });

let provider: ChildProcess;
let server: Server;
let folder: string;

/** Waits for what the provider says next. */
async function said(): Promise<string> {
  const [chunk] = (await once(provider.stdout ?? process.stdin, 'data')) as [Buffer];
  return chunk.toString().trim();
}

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'miteinander-sso-'));
  const secret = join(folder, 'secret');
  writeFileSync(secret, 'only the two of us know\n');
  provider = spawn(process.execPath, [fileURLToPath(new URL('provider.mjs', import.meta.url))], { stdio: ['pipe', 'pipe', 'ignore'] });
  const issuer = await said();
  const own = ['--sso-issuer', issuer, '--sso-client-id', 'miteinander', '--sso-client-secret-file', secret, '--sso-roles', 'groups=map:editor'];
  server = await serve(NOW, undefined, own);
});

test.afterAll(async () => {
  provider.kill();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

const door = (): string => `${server.url}/anmelden`;

/** Presses the button and proves to the provider who one is; a second time it knows, and asks nothing. */
async function signOn(page: Page, name: string): Promise<void> {
  await page.goto(door());
  await page.getByRole('link', { name: 'Mit der zentralen Anmeldung' }).click();
  await page.getByPlaceholder('Enter any login').fill(name);
  await page.getByPlaceholder('and password').fill('anything');
  await page.getByRole('button', { name: 'Sign-in' }).click();
  await page.getByRole('button', { name: 'Continue' }).click();
}

test('a provider that is away when the program starts keeps nobody out for good', async ({ page }) => {
  await page.goto(door());
  await page.getByRole('link', { name: 'Mit der zentralen Anmeldung' }).click();
  await expect(page.getByRole('alert')).toContainText('gerade nicht erreichbar');
  await expect(page.getByLabel('Passwort')).toBeVisible();
  expect(await violations(page)).toEqual([]);
  const ready = said();
  provider.stdin?.write(`${server.url}\n`);
  expect(await ready).toBe('ready');
});

test('somebody with a role there comes in, by keyboard, is led where they wanted to go, and leaves both', async ({ page }) => {
  await page.goto(`${server.url}/verwaltung/konto`);
  expect(await violations(page)).toEqual([]);
  await page.screenshot({ path: test.info().outputPath('door.png'), fullPage: true });
  await page.getByRole('link', { name: 'Mit der zentralen Anmeldung' }).focus();
  await page.keyboard.press('Enter');
  await page.getByPlaceholder('Enter any login').fill('frida');
  await page.getByPlaceholder('and password').fill('anything');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Eigenes Konto' })).toBeVisible();
  expect(new URL(page.url()).pathname).toBe('/verwaltung/konto');
  await expect(page.getByRole('main')).toContainText('Redaktion');
  await expect(page.getByText('Dieses Konto hat hier kein Passwort.')).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Abmelden', exact: true }).click();
  await expect(page.getByRole('status').filter({ hasText: 'läuft die Sitzung noch' })).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.screenshot({ path: test.info().outputPath('left.png'), fullPage: true });
  await page.getByRole('link', { name: 'Auch dort abmelden' }).click();
  await page.getByRole('button', { name: 'Yes, sign me out' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Anmelden' })).toBeVisible();
  // The provider has forgotten them too.
  await page.getByRole('link', { name: 'Mit der zentralen Anmeldung' }).click();
  await expect(page.getByPlaceholder('Enter any login')).toBeVisible();
});

test('somebody without a role there is told so and stays outside', async ({ page }) => {
  await signOn(page, 'gerd');
  await expect(page.getByRole('alert')).toContainText('keine Rolle');
  await page.goto(`${server.url}/verwaltung`);
  await expect(page.getByRole('heading', { level: 1, name: 'Anmelden' })).toBeVisible();
});

test('an answer serves once, and only in the browser that asked for it', async ({ page, browser }) => {
  let answer = '';
  page.on('request', (request) => {
    if (request.url().includes('/anmelden/sso/zurueck?')) answer = request.url();
  });
  await signOn(page, 'frida');
  await expect(page.getByRole('heading', { level: 1, name: 'Verwaltung' })).toBeVisible();
  expect(answer).toContain('code=');
  const other = await (await browser.newContext()).newPage();
  // Another browser, which has never asked, or has asked for something else.
  await other.goto(answer);
  await expect(other.getByRole('alert')).toContainText('in einem anderen Browser begonnen');
  await other.goto(`${server.url}/anmelden/sso`);
  await other.goto(answer);
  await expect(other.getByRole('alert')).toContainText('in einem anderen Browser begonnen');
  await other.goto(`${server.url}/verwaltung`);
  await expect(other.getByRole('heading', { level: 1, name: 'Anmelden' })).toBeVisible();
  await other.close();
  await page.goto(answer);
  await expect(page.getByRole('alert')).toContainText('ist abgelaufen');
});
