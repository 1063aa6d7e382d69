import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A file or folder of this project. */
export const projectPath = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** A copy of the built-in city, to be changed and served as a city of its own; whoever asks takes it away. */
export function copyOfCity(): string {
  const folder = mkdtempSync(join(tmpdir(), 'miteinander-city-'));
  cpSync(projectPath('geodata/ludwigsburg'), folder, { recursive: true });
  return folder;
}
