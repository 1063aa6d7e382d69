import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { expect } from './atlas';

/** What was read off, as the API takes it. */
export interface Sheet {
  conditions: Record<string, boolean>;
  readings: Record<string, Record<string, unknown>>;
}

/** A sheet on which everything is met. */
export const ALL_MET = JSON.parse(readFileSync(fileURLToPath(new URL('all-met.json', import.meta.url)), 'utf8')) as Sheet;

/** The same with a door as wide as this. */
export function withDoor(width_cm: number): Sheet {
  return { ...ALL_MET, readings: { ...ALL_MET.readings, C18: { width_cm } } };
}

/** The id of the one place whose name begins so. */
async function placeCalled(page: Page, name: string): Promise<string> {
  const ids = await page.evaluate(async (wanted) => {
    const all = await fetch('/api/collections/places/items?limit=1000');
    const { features } = (await all.json()) as { features: { id: string; properties: { name: string } }[] };
    return features.filter(({ properties }) => properties.name.startsWith(wanted)).map(({ id }) => id);
  }, name);
  expect(ids).toHaveLength(1);
  return ids[0] ?? '';
}

/** Audits a place whole on the day the clock of the tests stands at, and publishes it, as the auditor who is logged in; returns the
 * id of the audit. */
export async function publish(page: Page, place: string, sheet: Sheet): Promise<string> {
  const id = randomUUID();
  const body = {
    place: await placeCalled(page, place),
    depth: 'full',
    auditors: ['city', 'expert_by_experience'],
    audited_on: '2026-11-22',
    sheet,
  };
  const statuses = await page.evaluate(async ([address, sent]) => {
    const headers = { 'content-type': 'application/json' };
    const put = await fetch(address ?? '', { method: 'PUT', headers, body: sent ?? '' });
    const all = [put.status];
    let version = put.headers.get('etag') ?? '';
    for (const move of ['complete', 'publish']) {
      const step = await fetch(`${address ?? ''}/move`, {
        method: 'POST', headers: { ...headers, 'if-match': version }, body: JSON.stringify({ move }),
      });
      all.push(step.status);
      version = step.headers.get('etag') ?? '';
    }
    return all;
  }, [`/api/staff/audits/${id}`, JSON.stringify(body)]);
  expect(statuses).toEqual([201, 200, 200]);
  return id;
}
