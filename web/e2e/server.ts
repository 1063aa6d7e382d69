import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Sunday, 22 November 2026, 15:00 in Ludwigsburg: what is open does not depend on when the tests run. */
export const NOW = '2026-11-22T15:00:00+01:00';

/** How long the program may take to say where it listens. */
const PATIENCE_MS = 30_000;

/** A running program. */
export interface Server {
  readonly url: string;
  /** The folder it keeps its data in. */
  readonly data: string;
  stop(): Promise<void>;
}

/** Starts the real program on an empty data folder, its clock stopped; with the built-in city or that of a folder,
 * and with more of what `serve` understands. */
export async function serve(now: string, city?: string, more: readonly string[] = []): Promise<Server> {
  const binary = process.env['MITEINANDER_BIN'] ?? fileURLToPath(new URL('../../target/debug/miteinander', import.meta.url));
  const data = mkdtempSync(join(tmpdir(), 'miteinander-e2e-'));
  const own = city === undefined ? [] : ['--city', city];
  const server = spawn(binary, ['serve', '--data', data, '--bind', '127.0.0.1:0', '--stop-clock-at', now, ...own, ...more], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => server.once('exit', () => { resolve(); }));
  const url = await new Promise<string>((resolve, reject) => {
    let said = '';
    const impatience = setTimeout(() => { reject(new Error(`${binary} did not say where it listens: ${said}`)); }, PATIENCE_MS);
    server.once('error', reject);
    server.once('exit', (code) => { reject(new Error(`${binary} ended with ${String(code)}: ${said}`)); });
    server.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const address = /http:\/\/127\.0\.0\.1:\d+/.exec(said);
      if (address === null) return;
      clearTimeout(impatience);
      resolve(address[0]);
    });
  });
  const stop = async () => {
    server.kill('SIGTERM');
    await ended;
    rmSync(data, { recursive: true, force: true });
  };
  return { url, data, stop };
}

/** The server that most tests ask; stopped when all of them are done. */
export default async function startServer(): Promise<() => Promise<void>> {
  const server = await serve(NOW);
  process.env['BASE_URL'] = server.url;
  process.env['DATA_DIR'] = server.data;
  return () => server.stop();
}
