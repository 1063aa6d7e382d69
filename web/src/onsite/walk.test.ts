import { describe, expect, test } from 'vitest';
import { withCondition, withEstimate, withReading, withWords } from './answering';
import { EMPTY, type Catalogue, type Criterion, type Draft, type Sheet } from './model';
import { verdict, type Asked } from './verdict';
import { isAnswered, nameOf, nextMissing, progress, walk } from './walk';
import { numberTyped } from './words';

const criterion = (own: Partial<Criterion> & Pick<Criterion, 'id' | 'area'>): Criterion => ({
  cls: 'both', core: true, applies: null, name: own.id, hint: '', evidence: 'measured',
  readings: [{ id: 'width_cm', name: null, unit: 'cm', most: 10000 }],
  standard: [[{ reading: 'width_cm', low: 90_000, high: null }]], minimum: [[{ reading: 'width_cm', low: 80_000, high: null }]], ...own,
});

const STEPS = criterion({
  id: 'C14', area: 'entrance',
  readings: [{ id: 'steps', name: 'Stufen', unit: 'count', most: 10000 }, { id: 'max_step_cm', name: 'Höhe', unit: 'cm', most: 10000 }, { id: 'mobile_ramp', name: 'Rampe', unit: 'yes_no' }],
  standard: [[{ reading: 'steps', low: 0, high: 0 }, { reading: 'max_step_cm', low: 0, high: 2000 }]],
  minimum: [[{ reading: 'steps', low: 0, high: 1000 }, { reading: 'max_step_cm', low: 0, high: 7000 }], [{ reading: 'mobile_ramp', among: [true] }, { reading: 'steps', low: 0, high: 2000 }]],
});
const RAMP = criterion({ id: 'C15', area: 'entrance', applies: 'ramp_exists' });
const DOOR = criterion({ id: 'C18', area: 'entrance', cls: 'indoor' });
const WC = criterion({ id: 'C39', area: 'wc', readings: [{ id: 'wc', name: null, unit: 'yes_no' }], standard: [[{ reading: 'wc', among: [true] }]], minimum: [] });
const WC_DOOR = criterion({ id: 'C40', area: 'wc', applies: 'wc_exists' });
const DEEP = criterion({ id: 'C33', area: 'stay', core: false });

const CATALOGUE: Catalogue = {
  version: 'v',
  conditions: [
    { id: 'ramp_exists', name: 'Rampe?', kinds: null, follows: null },
    { id: 'wc_exists', name: 'WC?', kinds: null, follows: { criterion: 'C39', test: { reading: 'wc', among: [true] } } },
  ],
  criteria: [STEPS, RAMP, DOOR, DEEP, WC, WC_DOOR],
};

const asked = (sheet: Partial<Sheet>, isRoom = true): Asked => ({ catalogue: CATALOGUE, sheet: { ...EMPTY, ...sheet }, kind: 'library', isRoom });
const names = (own: Asked, depth: Draft['depth'] = 'quick') => walk(own, depth).flatMap(({ questions }) => questions.map(nameOf));

describe('a verdict', () => {
  test.each([
    [{ steps: 0, max_step_cm: 1.5 }, 'met'],
    [{ steps: 0 }, 'unknown'],
    [{ steps: 1, max_step_cm: 6 }, 'limited'],
    [{ steps: 1, max_step_cm: 15, mobile_ramp: true }, 'limited'],
    [{ steps: 1, max_step_cm: 15, mobile_ramp: false }, 'not_met'],
    [{ steps: 1, max_step_cm: 15 }, 'unknown'],
    [{ steps: 3 }, 'not_met'],
  ] as const)('of %j is %s', (read, said) => {
    expect(verdict(asked({ readings: { C14: read } }), STEPS)).toBe(said);
  });

  test('counts another way as met, but not in place of the way itself', () => {
    const equivalents = { C14: { reason: 'Lift daneben', decided_by: 'Denkmalamt' } };
    expect(verdict(asked({ equivalents, readings: { C14: { steps: 3 } } }), STEPS)).toBe('met_by_equivalent');
    expect(verdict(asked({ equivalents, readings: { C14: { steps: 0, max_step_cm: 0 } } }), STEPS)).toBe('met');
  });

  test('of what is not there is that it does not apply, and unknown until somebody has said so', () => {
    expect(verdict(asked({}), RAMP)).toBe('unknown');
    expect(verdict(asked({ conditions: { ramp_exists: false } }), RAMP)).toBe('not_applicable');
    expect(verdict(asked({}, false), DOOR)).toBe('not_applicable');
    expect(verdict(asked({ readings: { C39: { wc: false } } }), WC_DOOR)).toBe('not_applicable');
  });
});

describe('the walk', () => {
  test('asks a condition before what depends on it, and what depends on it only where it holds', () => {
    expect(names(asked({}))).toEqual(['C14', '?ramp_exists', 'C18', 'C39']);
    expect(names(asked({ conditions: { ramp_exists: true }, readings: { C39: { wc: true } } }))).toEqual(['C14', '?ramp_exists', 'C15', 'C18', 'C39', 'C40']);
  });

  test('leaves out what is only for rooms, and asks everything when it is a full one', () => {
    expect(names(asked({}, false))).not.toContain('C18');
    expect(names(asked({}), 'full')).toContain('C33');
  });

  test('knows what is missing: neither what is decided nor what somebody could not tell', () => {
    const own = asked({ readings: { C14: { steps: 3 } } });
    const steps = walk(own, 'quick');
    expect(progress(steps, own, [])).toEqual({ answered: 1, all: 4 });
    expect(progress(steps, own, ['?ramp_exists', 'C18.width_cm'])).toEqual({ answered: 3, all: 4 });
    expect(nextMissing(steps, 'entrance', own, ['?ramp_exists'])?.question).toMatchObject({ criterion: { id: 'C18' } });
    expect(nextMissing(steps, 'wc', own, [])?.area).toBe('wc');
    expect(nextMissing(steps, null, own, ['?ramp_exists', 'C18.width_cm', 'C39.wc'])).toBeNull();
  });

  test('a criterion with several readings is answered when all are, or enough to decide', () => {
    const question = { sort: 'criterion', criterion: STEPS } as const;
    expect(isAnswered(question, asked({ readings: { C14: { steps: 1, max_step_cm: 15 } } }), [])).toBe(false);
    expect(isAnswered(question, asked({ readings: { C14: { steps: 1, max_step_cm: 15 } } }), ['C14.mobile_ramp'])).toBe(true);
  });
});

describe('an answer', () => {
  const draft: Draft = {
    id: 'a', account: 'x', placeName: '', kind: 'library', place: 'p', criteria: 'v', depth: 'quick', source: 'audit', auditors: [], planned_on: null, audited_on: null,
    sheet: EMPTY, notKnown: [], words: {}, version: null, change: 1, sent: 0, inFlight: [], isDone: false, trouble: null,
  };
  const [steps] = STEPS.readings as [Criterion['readings'][number]];

  test('is taken back without a trace, with its estimate', () => {
    const one = { ...draft, ...withReading(draft, STEPS, steps, 2) };
    const two = { ...one, ...withEstimate(one, STEPS, steps, true) };
    expect(two.sheet).toMatchObject({ readings: { C14: { steps: 2 } }, estimated: { C14: ['steps'] } });
    expect(withReading(two, STEPS, steps, undefined)).toEqual({ sheet: EMPTY, notKnown: [] });
  });

  test('that nobody could tell is unknown to the city and answered for the auditor', () => {
    const one = { ...draft, ...withReading(draft, STEPS, steps, null) };
    expect(one).toMatchObject({ sheet: EMPTY, notKnown: ['C14.steps'] });
    expect(withReading(one, STEPS, steps, 1).notKnown).toEqual([]);
    expect(withCondition(draft, 'ramp_exists', null)).toEqual({ sheet: EMPTY, notKnown: ['?ramp_exists'] });
  });

  test('of another way counts once it has a reason and somebody who decided', () => {
    const half = { ...draft, ...withWords(draft, STEPS, { reason: 'Lift daneben', decided_by: '' }) };
    expect(half.sheet.equivalents).toEqual({});
    expect(half.words).toHaveProperty('C14');
    expect(withWords(half, STEPS, { reason: 'Lift daneben', decided_by: ' Denkmalamt ' }).sheet.equivalents).toEqual({ C14: { reason: 'Lift daneben', decided_by: 'Denkmalamt' } });
  });

  test.each([['84', 84], ['84,5', 84.5], ['84.5', 84.5], ['84,1234', 84.123], ['10000,0004', 10000], [' 0 ', 0], ['', null], ['-1', null], ['1e3', null], ['20000', null], ['8 cm', null]])('typed as %j is %j', (text, value) => {
    expect(numberTyped(text, { id: 'x', name: null, unit: 'cm', most: 10000 })).toBe(value);
  });

  test('is whole where things are counted', () => {
    expect(numberTyped('1,5', steps)).toBeNull();
  });
});
