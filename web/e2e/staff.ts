import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { expect } from './atlas';

/** What somebody of the city may do. */
export type Role = 'editor' | 'auditor' | 'planner' | 'patrol' | 'prevention' | 'admin';

/** Long enough for the rules, and the same for everybody. */
const PASSWORD = 'Regen auf dem Marktplatz';

/** Runs the program on the data of a server that is running, and returns what it says. */
export function run(args: readonly string[], { data = process.env['DATA_DIR'] ?? '', input = '' } = {}): Promise<string> {
  const binary = process.env['MITEINANDER_BIN'] ?? fileURLToPath(new URL('../../target/debug/miteinander', import.meta.url));
  return new Promise((resolve, reject) => {
    const program = execFile(binary, [...args, '--data', data], (error, said, complaints) => {
      if (error === null) resolve(said);
      else reject(new Error(`${args.join(' ')}: ${complaints}`));
    });
    program.stdin?.end(input);
  });
}

/** Adds an account with these roles on the server that most tests ask, or on the one that keeps its data in `data`. */
export async function addUser(name: string, roles: readonly Role[], data?: string): Promise<void> {
  const own = roles.flatMap((role) => ['--role', role]);
  await run(['user', 'add', name, ...own], { input: PASSWORD, ...(data === undefined ? {} : { data }) });
}

/** Gives name and password at the door, wherever one wanted to go. */
export async function fillIn(page: Page, name: string): Promise<void> {
  await page.getByLabel('Name des Kontos').fill(name);
  await page.getByLabel('Passwort').fill(PASSWORD);
  await page.getByRole('button', { name: 'Anmelden' }).click();
}

/** Logs in as somebody whom `addUser` added, and stands on the first page of the desk. */
export async function logIn(page: Page, name: string): Promise<void> {
  await page.goto('/anmelden');
  await fillIn(page, name);
  await expect(page.getByRole('heading', { level: 1, name: 'Verwaltung' })).toBeVisible();
}

/** Adds an account that no other test uses and logs in with it; returns its name. `data` is where another server keeps its data. */
export async function comeIn(page: Page, roles: readonly Role[], data?: string): Promise<string> {
  const name = `${roles.join('-')}-${String(Date.now())}`;
  await addUser(name, roles, data);
  await logIn(page, name);
  return name;
}
