import { expect, test } from 'vitest';
import { differences, merged } from './differences';
import type { Sent } from './model';

const sent = (sheet: Sent['sheet'], own: Partial<Sent> = {}): Sent => ({
  place: 'p', criteria: 'v', depth: 'quick', source: 'audit', auditors: ['city'], planned_on: null, audited_on: '2026-11-22', sheet, ...own,
});

const mine = sent({ readings: { C01: { width_cm: 125 }, C14: { steps: 1 } }, conditions: { ramp_exists: true } });
const theirs = sent({ readings: { C01: { width_cm: 95 }, C10: { seat_interval_m: 80 } } }, { audited_on: null });

test('every answer that two audits give differently is shown, what one of them lacks too', () => {
  expect(differences(mine, mine)).toEqual([]);
  expect(differences(mine, theirs).map(({ at, mine: one, theirs: other }) => [at, one, other])).toEqual([
    ['audited_on', '2026-11-22', undefined],
    ['sheet/conditions/ramp_exists', true, undefined],
    ['sheet/readings/C01/width_cm', 125, 95],
    ['sheet/readings/C10/seat_interval_m', undefined, 80],
    ['sheet/readings/C14/steps', 1, undefined],
  ]);
});

test('what is decided answer by answer is neither the one nor the other', () => {
  const taken = new Set(['sheet/readings/C10/seat_interval_m', 'sheet/readings/C14/steps', 'audited_on']);
  const told = merged(mine, theirs, taken);
  expect(told.sheet).toMatchObject({ readings: { C01: { width_cm: 125 }, C10: { seat_interval_m: 80 } }, conditions: { ramp_exists: true } });
  expect(told.audited_on).toBeNull();
  expect(told.auditors).toEqual(['city']);
  expect(merged(mine, theirs, new Set()).sheet).toMatchObject(mine.sheet);
  const all = new Set(differences(mine, theirs).map(({ at }) => at));
  expect(differences(merged(mine, theirs, all), theirs)).toEqual([]);
});
