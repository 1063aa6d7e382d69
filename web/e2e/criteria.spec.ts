import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test as base } from './atlas';
import { violations } from './axe';
import { copyOfCity, projectPath } from './city';
import { NOW, serve, type Server } from './server';
import { comeIn } from './staff';

/** A city that brings a second version of the criteria, under which ways must be wider from next year on. */
function cityWithTwoVersions(): string {
  const folder = copyOfCity();
  const shipped = readFileSync(projectPath('geodata/catalogue/criteria/lb-draft-1.toml'), 'utf8');
  const stricter = shipped
    .replace('version = "lb-draft-1"', 'version = "ort-2"')
    .replace('since = 2025-01-01', 'since = 2027-01-01')
    .replace('width_cm = ">= 150"', 'width_cm = ">= 250"')
    .replace('width_cm = ">= 90"', 'width_cm = ">= 245"');
  mkdirSync(join(folder, 'criteria'));
  writeFileSync(join(folder, 'criteria', 'ort-2.toml'), stricter);
  return folder;
}

const test = base.extend<{ server: Server }>({
  server: async ({}, use) => {
    const folder = cityWithTwoVersions();
    const server = await serve(NOW, folder);
    await use(server);
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  },
  baseURL: async ({ server }, use) => { await use(server.url); },
});

test('a new version of the criteria lists the audits that it would rate otherwise', async ({ page, server }) => {
  await comeIn(page, ['planner'], server.data);
  await page.goto('/verwaltung/kriterien');
  await page.getByRole('link', { name: /ort-2$/ }).last().click();
  await expect(page.getByRole('heading', { name: 'Was ort-2 ändern würde' })).toBeVisible();
  const affected = page.locator('#effects').getByRole('row', { name: /^Rathaushof \(lb-draft-1/ });
  await expect(affected).toContainText('→');
  await expect(page.locator('#effects').getByRole('row', { name: /^Riedgraben/ })).toHaveCount(0);
  expect(await violations(page)).toEqual([]);
  await affected.getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Rathaushof');
});
