import { describe, expect, test } from 'vitest';
import { EMPTY, isUnsent, isWithCity, sentOf, type Draft, type Sent } from './model';
import { contentOf, send, type Audit, type Kept, type Reply, type Server } from './sync';

const draft = (own: Partial<Draft> = {}): Draft => ({
  id: 'a', account: 'frida', placeName: 'Halle', kind: 'community_hall', place: 'p', criteria: 'v', depth: 'quick', source: 'audit',
  auditors: ['city'], planned_on: null, audited_on: '2026-11-22', sheet: { ...EMPTY, readings: { C18: { width_cm: 84 } } }, notKnown: [], words: {},
  version: null, change: 1, sent: 0, inFlight: [], isDone: false, trouble: null, ...own,
});

/** A device with one draft. */
class Device implements Kept {
  own: Draft;
  constructor(own: Draft) { this.own = own; }
  now(): Draft { return this.own; }
  change(patch: Partial<Draft>): Promise<void> {
    this.own = { ...this.own, ...patch };
    return Promise.resolve();
  }
  write(width: number): void {
    this.own = { ...this.own, change: this.own.change + 1, sheet: { ...EMPTY, readings: { C18: { width_cm: width } } } };
  }
}

/** A server that keeps one audit by the rules of the real one, and may lose its answers. */
class City implements Server {
  kept: Audit | null = null;
  isLosingAnswers = false;
  isOutOfReach = false;
  isLoggedIn = true;
  saves = 0;

  #answer(status: number): Promise<Reply> {
    if (this.isLosingAnswers) return Promise.reject(new TypeError('no network'));
    return Promise.resolve({ status, ...(this.kept === null || status >= 400 ? {} : { audit: this.kept }) });
  }

  save(id: string, version: number | null, body: Sent): Promise<Reply> {
    if (this.isOutOfReach) return Promise.reject(new DOMException('too slow', 'TimeoutError'));
    if (!this.isLoggedIn) return this.#answer(401);
    if (this.kept !== null) {
      const { state, version: at } = this.kept;
      if (JSON.stringify(contentOf(this.kept)) === JSON.stringify(contentOf(body))) return this.#answer(200);
      if (version === null) return this.#answer(428);
      if (version !== at) return this.#answer(412);
      if (state === 'completed') return this.#answer(400);
    }
    this.saves += 1;
    this.kept = { ...body, id, state: 'in_progress', version: (this.kept?.version ?? 0) + 1 };
    return this.#answer(201);
  }

  complete(_: string, version: number): Promise<Reply> {
    if (this.kept?.version !== version) return this.#answer(412);
    if (this.kept.state === 'completed') return this.#answer(400);
    this.kept = { ...this.kept, state: 'completed', version: version + 1 };
    return this.#answer(200);
  }

  read(): Promise<Reply> {
    return this.#answer(200);
  }
}

describe('a draft', () => {
  test('goes to the city once, however often it is sent', async () => {
    const [device, city] = [new Device(draft()), new City()];
    expect(await send(device, city)).toBe('sent');
    expect(await send(device, city)).toBe('sent');
    expect(city.saves).toBe(1);
    expect(isUnsent(device.own)).toBe(false);
    expect(device.own.version).toBe(1);
  });

  test('stays where there is no network, and nothing of it is lost', async () => {
    const [device, city] = [new Device(draft()), new City()];
    city.isLosingAnswers = true;
    expect(await send(device, city)).toBe('later');
    expect(device.own.sheet.readings).toEqual({ C18: { width_cm: 84 } });
    city.isLosingAnswers = false;
    expect(await send(device, city)).toBe('sent');
    expect(city.saves).toBe(1);
  });

  test('that was changed after an answer got lost is known to be its own, not somebody else\'s', async () => {
    const [device, city] = [new Device(draft()), new City()];
    city.isLosingAnswers = true;
    await send(device, city);
    device.write(95);
    city.isLosingAnswers = false;
    expect(await send(device, city)).toBe('sent');
    expect(city.kept?.sheet.readings).toEqual({ C18: { width_cm: 95 } });
    expect(device.own.trouble).toBeNull();
  });

  test('is its own whichever of several tries arrived', async () => {
    const [device, city] = [new Device(draft()), new City()];
    city.isLosingAnswers = true;
    expect(await send(device, city)).toBe('later');
    city.isOutOfReach = true;
    device.write(90);
    expect(await send(device, city)).toBe('later');
    city.isLosingAnswers = city.isOutOfReach = false;
    device.write(95);
    expect(await send(device, city)).toBe('sent');
    expect(city.kept?.sheet.readings).toEqual({ C18: { width_cm: 95 } });
    expect(device.own).toMatchObject({ trouble: null, inFlight: [] });
  });

  test('is its own though the city keeps it no finer than a thousandth', async () => {
    const [device, city] = [new Device(draft()), new City()];
    device.write(84.12345);
    city.isLosingAnswers = true;
    await send(device, city);
    city.isLosingAnswers = false;
    if (city.kept !== null) city.kept = { ...city.kept, sheet: { readings: { C18: { width_cm: 84.123 } } } };
    device.write(95);
    expect(await send(device, city)).toBe('sent');
  });

  test('that the city has completed is finished, also when its auditor was not done in between', async () => {
    const [device, city] = [new Device(draft({ isDone: true })), new City()];
    expect(await send(device, city)).toBe('finished');
    // The answer never came: not done, and done again.
    await device.change({ version: 1, sent: 1, change: 3 });
    expect(await send(device, city)).toBe('finished');
    await device.change({ version: 2, sent: 3 });
    expect(await send(device, city)).toBe('finished');
    expect(device.own.trouble).toBeNull();
    expect(city.saves).toBe(1);
  });

  test('that the city has completed with other answers is not finished', async () => {
    const [device, city] = [new Device(draft({ isDone: true })), new City()];
    await send(device, city);
    await device.change({ version: 2, sent: 2, change: 2 });
    if (city.kept !== null) city.kept = { ...city.kept, sheet: { readings: { C18: { width_cm: 12 } } } };
    expect(await send(device, city)).toBe('trouble');
    expect(device.own).toMatchObject({ isDone: false, trouble: { sort: 'refused' } });
  });

  test('that is done is completed, also when that answer got lost', async () => {
    const [device, city] = [new Device(draft({ isDone: true })), new City()];
    await send(new Device(draft()), city);
    await device.change({ version: 1, sent: 1 });
    city.isLosingAnswers = true;
    expect(await send(device, city)).toBe('later');
    city.isLosingAnswers = false;
    expect(city.kept?.state).toBe('completed');
    expect(await send(device, city)).toBe('finished');
    expect(city.saves).toBe(1);
  });

  test('that somebody else has changed waits for its auditor', async () => {
    const [device, city] = [new Device(draft()), new City()];
    await send(device, city);
    city.kept = { ...sentOf(draft({ sheet: EMPTY })), id: 'a', state: 'in_progress', version: 2 };
    device.write(95);
    expect(await send(device, city)).toBe('trouble');
    expect(device.own.trouble).toMatchObject({ sort: 'meanwhile', version: 2 });
    // It is not sent over the other's head, however often somebody tries.
    expect(await send(device, city)).toBe('trouble');
    expect(city.kept.version).toBe(2);
    await device.change({ version: 2, trouble: null });
    expect(await send(device, city)).toBe('sent');
  });

  test('that the city refuses keeps the sentence and everything else', async () => {
    const device = new Device(draft({ isDone: true, version: 1, sent: 1 }));
    const city = new City();
    city.complete = () => Promise.resolve({ status: 400, field: 'audited_on', detail: 'must not be after today' });
    expect(await send(device, city)).toBe('trouble');
    expect(device.own).toMatchObject({ isDone: false, trouble: { sort: 'refused', field: 'audited_on', detail: 'must not be after today' } });
    expect(device.own.sheet.readings).toEqual({ C18: { width_cm: 84 } });
  });

  test('waits where nobody is logged in any more', async () => {
    const [device, city] = [new Device(draft()), new City()];
    city.isLoggedIn = false;
    expect(await send(device, city)).toBe('log-in');
    expect(isUnsent(device.own)).toBe(true);
    expect(device.own.trouble).toBeNull();
  });

  test('in which nothing stands is nothing to be sent', () => {
    expect(isUnsent(draft({ sheet: EMPTY }))).toBe(false);
    expect(isUnsent(draft({ sheet: EMPTY, version: 3 }))).toBe(true);
    // And nothing that is with the city either.
    expect(isWithCity(draft({ sheet: EMPTY }))).toBe(false);
    expect(isWithCity(draft({ version: 1, sent: 1 }))).toBe(true);
  });

  test('that somebody goes on writing while it is sent is sent again', async () => {
    const [device, city] = [new Device(draft()), new City()];
    const save = city.save.bind(city);
    let isFirst = true;
    city.save = async (id, version, body) => {
      const reply = await save(id, version, body);
      if (isFirst) device.write(77);
      isFirst = false;
      return reply;
    };
    expect(await send(device, city)).toBe('sent');
    expect(city.kept?.sheet.readings).toEqual({ C18: { width_cm: 77 } });
    expect(city.saves).toBe(2);
  });
});
