import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { withReading } from './answering';
import { Device, type City, type ListedPlace } from './device.svelte';
import type { Criterion, Draft } from './model';
import type { Account, Keeping } from './store';

const FRIDA: Account = { id: 'f', name: 'frida' };
const CITY: City = { current: 'v', catalogues: [], kinds: {}, places: [], morePlaces: 0 };
const HALL: ListedPlace = ['p', 'Halle', 'community_hall', ''];

/** A disk that several pages share; it may be full. */
class Disk implements Keeping {
  readonly kept = new Map<string, Draft>();
  who: Account | null = FRIDA;
  isFull = false;

  drafts(): Promise<Draft[]> {
    return Promise.resolve([...this.kept.values()]);
  }

  keep(draft: Draft): Promise<void> {
    if (this.isFull) return Promise.reject(new DOMException('full', 'QuotaExceededError'));
    this.kept.set(draft.id, draft);
    return Promise.resolve();
  }

  async change(id: string, by: (draft: Draft) => Draft): Promise<Draft | null> {
    const found = this.kept.get(id);
    if (found === undefined) return null;
    const draft = by(found);
    await this.keep(draft);
    return draft;
  }

  forget(id: string): Promise<void> {
    this.kept.delete(id);
    return Promise.resolve();
  }

  account(): Promise<Account | null> {
    return Promise.resolve(this.who);
  }

  setAccount(account: Account | null): Promise<void> {
    this.who = account;
    return Promise.resolve();
  }
}

const width: Criterion = {
  id: 'C01', area: 'way', cls: 'both', core: true, applies: null, name: 'C01', hint: '', evidence: 'measured',
  readings: [{ id: 'width_cm', name: null, unit: 'cm', most: 10000 }], standard: [], minimum: [],
};
const door: Criterion = { ...width, id: 'C18' };

/** Answers a criterion with a width. */
function answer(device: Device, id: string, of: Criterion, value: number): Promise<void> {
  const [reading] = of.readings;
  if (reading === undefined) throw new Error('nothing is read off');
  return device.write(id, (now) => withReading(now, of, reading, value));
}

async function begun(device: Device): Promise<string> {
  const draft = await device.begin(HALL, 'quick');
  if (draft === null) throw new Error('nobody works here');
  return draft.id;
}

// No page of these tests hears of another: what is right must not hang on that.
beforeEach(() => {
  vi.stubGlobal('BroadcastChannel', class { postMessage(): void { /* nobody hears it */ } });
  vi.stubGlobal('navigator', { onLine: true, storage: { persist: () => Promise.resolve(true) } });
  vi.spyOn(console, 'warn').mockReturnValue();
});
afterEach(() => { vi.unstubAllGlobals(); vi.restoreAllMocks(); });

describe('two pages of one device', () => {
  test('that write into the same audit keep the answers of both', async () => {
    const disk = new Disk();
    const one = await Device.open(CITY, disk);
    const id = await begun(one);
    const other = await Device.open(CITY, disk);
    await answer(one, id, width, 120);
    await answer(other, id, door, 95);
    expect(disk.kept.get(id)?.sheet.readings).toEqual({ C01: { width_cm: 120 }, C18: { width_cm: 95 } });
    expect(disk.kept.get(id)?.change).toBe(3);
    expect(other.draft(id)?.sheet.readings).toHaveProperty('C01');
  });

  test('do not bring back what one of them has finished', async () => {
    const disk = new Disk();
    const one = await Device.open(CITY, disk);
    const id = await begun(one);
    const other = await Device.open(CITY, disk);
    await one.forget(id);
    await answer(other, id, door, 95);
    expect(disk.kept.size).toBe(0);
    expect(other.draft(id)).toBeUndefined();
  });

  test('see what the other wrote once they look', async () => {
    const disk = new Disk();
    const one = await Device.open(CITY, disk);
    const other = await Device.open(CITY, disk);
    const id = await begun(one);
    await other.refresh();
    expect(other.draft(id)?.placeName).toBe('Halle');
  });
});

describe('a device that keeps nothing any more', () => {
  test('says so, and has everything on the disk once it keeps again', async () => {
    const disk = new Disk();
    const device = await Device.open(CITY, disk);
    const id = await begun(device);
    disk.isFull = true;
    await answer(device, id, width, 120);
    expect(device.isKeeping).toBe(false);
    expect(device.draft(id)?.sheet.readings).toEqual({ C01: { width_cm: 120 } });
    await device.refresh();
    expect(device.draft(id)?.sheet.readings).toEqual({ C01: { width_cm: 120 } });
    disk.isFull = false;
    await answer(device, id, door, 95);
    expect(device.isKeeping).toBe(true);
    expect(disk.kept.get(id)?.sheet.readings).toEqual({ C01: { width_cm: 120 }, C18: { width_cm: 95 } });
  });

  test('loses no answer of several that are under way', async () => {
    const disk = new Disk();
    const device = await Device.open(CITY, disk);
    const id = await begun(device);
    await Promise.all([answer(device, id, width, 120), answer(device, id, door, 95), answer(device, id, width, 130)]);
    expect(device.draft(id)?.sheet.readings).toEqual({ C01: { width_cm: 130 }, C18: { width_cm: 95 } });
    expect(disk.kept.get(id)).toEqual(device.draft(id));
  });
});

describe('what waits', () => {
  beforeEach(() => { vi.useFakeTimers(); });
  afterEach(() => { vi.useRealTimers(); });

  test('is tried again by itself until the city has it, and lists of others are asked only at the desk', async () => {
    const locks = { request: (_: string, __: unknown, turn: (lock: unknown) => Promise<void>) => turn({}) };
    vi.stubGlobal('navigator', { onLine: true, locks, storage: { persist: () => Promise.resolve(true) } });
    const device = await Device.open(CITY, new Disk());
    const id = await begun(device);
    await answer(device, id, width, 120);
    const asked: string[] = [];
    let isBusy = true;
    vi.stubGlobal('fetch', (path: string) => {
      asked.push(path);
      if (path === '/api/staff/account') return Promise.resolve(Response.json({ id: 'f', name: 'frida', roles: ['auditor'] }));
      if (isBusy) return Promise.resolve(new Response('', { status: 503 }));
      return Promise.resolve(Response.json({ version: 1, state: 'in_progress', auditors: [], sheet: {} }, { status: 201 }));
    });
    await device.sendAll();
    expect(device.unsentCount).toBe(1);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(asked.filter((path) => path.includes('audits/'))).toHaveLength(2);
    isBusy = false;
    await vi.advanceTimersByTimeAsync(10_000);
    expect(device.unsentCount).toBe(0);
    expect(asked.filter((path) => path.includes('?state='))).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
    await device.atDesk();
    expect(asked.filter((path) => path.includes('?state='))).toHaveLength(1);
  });
});

describe('the audits of an account', () => {
  const says = (answer: Response | null) => {
    vi.stubGlobal('fetch', () => (answer === null ? Promise.reject(new TypeError('no network')) : Promise.resolve(answer)));
  };
  const somebody = (id: string, role: string) => Response.json({ id, name: id, roles: [role] });

  async function atWork(): Promise<[Disk, Device]> {
    const disk = new Disk();
    const device = await Device.open(CITY, disk);
    await begun(device);
    return [disk, device];
  }

  test('are there without a network, and while the server does not say who is logged in', async () => {
    const [, device] = await atWork();
    for (const answer of [null, new Response('', { status: 503 }), new Response('', { status: 429 })]) {
      says(answer);
      await device.recognise();
      expect(device.session).toBe('unknown');
      expect(device.own).toHaveLength(1);
    }
  });

  test('are not shown while nobody is logged in, and are there again after', async () => {
    const [disk, device] = await atWork();
    says(new Response('{}', { status: 401 }));
    await device.recognise();
    expect(device.own).toEqual([]);
    expect(device.draft([...disk.kept.keys()][0] ?? '')).toBeUndefined();
    says(new Response('', { status: 503 }));
    await device.recognise();
    expect(device.own).toEqual([]);
    says(somebody('f', 'auditor'));
    await device.recognise();
    expect(device.own).toHaveLength(1);
  });

  test.each(['auditor', 'editor'])('are not shown to another account that is %s, not even after', async (role) => {
    const [disk, device] = await atWork();
    says(somebody('g', role));
    await device.recognise();
    expect(device.own).toEqual([]);
    expect(device.othersCount).toBe(1);
    expect(disk.who?.id).not.toBe('f');
    expect((await Device.open(CITY, disk)).own).toEqual([]);
  });

  test('are still shown to the one who wrote them and may not audit any more', async () => {
    const [, device] = await atWork();
    says(somebody('f', 'editor'));
    await device.recognise();
    expect(device.session).toBe('no-auditor');
    expect(device.own).toHaveLength(1);
  });
});
