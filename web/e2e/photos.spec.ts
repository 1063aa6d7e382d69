import { appendFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test as base } from './atlas';
import { violations } from './axe';
import { copyOfCity, projectPath } from './city';
import { NOW, serve, type Server } from './server';
import { comeIn } from './staff';

const test = base.extend<{ server: Server }>({
  server: async ({}, use) => {
    const folder = copyOfCity();
    appendFileSync(join(folder, 'city.toml'), '\n[audits]\nphotos = true\n');
    const server = await serve(NOW, folder);
    await use(server);
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  },
  baseURL: async ({ server }, use) => { await use(server.url); },
});

test('an auditor keeps a photo of a barrier, sees it as the city keeps it, and deletes it', async ({ page, server }) => {
  await comeIn(page, ['auditor'], server.data);
  await page.goto('/verwaltung/begehungen?state=published');
  await page.getByRole('link', { name: /Rathaushof/ }).first().click();
  const photos = page.locator('#photos');
  await photos.getByText('Foto hinzufügen').click();
  await photos.getByLabel('Foto (JPEG, PNG oder WebP; kein HEIC)').setInputFiles(projectPath('tests/it/audits/pixel.png'));
  await photos.getByLabel('Was es zeigt').selectOption({ index: 1 });
  await photos.getByLabel(/niemand zu erkennen/).check();
  await photos.getByRole('button', { name: 'Foto speichern' }).click();
  await expect(page.getByText('Das Foto ist gespeichert.')).toBeVisible();
  const picture = photos.getByRole('img');
  await expect(picture).toBeVisible();
  await expect.poll(() => picture.evaluate((own: HTMLImageElement) => own.naturalWidth)).toBe(4);
  expect(await violations(page)).toEqual([]);
  await photos.getByRole('button', { name: /^Löschen/ }).click();
  await expect(page.getByText('Das Foto ist gelöscht.')).toBeVisible();
  await expect(photos.getByRole('img')).toHaveCount(0);
});
