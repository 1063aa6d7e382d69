import type { Catalogue, Criterion, Sheet, Test } from './model';

/** Yes, no, or nobody knows (null). */
export type Truth = boolean | null;

export type Verdict = 'met' | 'met_by_equivalent' | 'limited' | 'not_met' | 'unknown' | 'not_applicable';

/** What is asked of a sheet about one place. */
export interface Asked {
  readonly catalogue: Catalogue;
  readonly sheet: Sheet;
  /** The kind of the place, and whether it is a room. */
  readonly kind: string;
  readonly isRoom: boolean;
}

function all(truths: Iterable<Truth>): Truth {
  let found: Truth = true;
  for (const own of truths) {
    if (own === false) return false;
    if (own === null) found = null;
  }
  return found;
}

function any(truths: Iterable<Truth>): Truth {
  let found: Truth = false;
  for (const own of truths) {
    if (own === true) return true;
    if (own === null) found = null;
  }
  return found;
}

function holds(sheet: Sheet, criterion: string, test: Test): Truth {
  const read = sheet.readings[criterion]?.[test.reading];
  if (read === undefined) return null;
  if (typeof read !== 'number') return test.among?.includes(read) ?? false;
  const thousandths = Math.round(read * 1000);
  return (test.low ?? 0) <= thousandths && (test.high == null || thousandths <= test.high);
}

/** Whether a condition holds at the place. */
export function condition(asked: Asked, id: string): Truth {
  const own = asked.catalogue.conditions.find((it) => it.id === id);
  if (own === undefined) return null;
  if (own.kinds !== null) return own.kinds.includes(asked.kind);
  const { follows } = own;
  if (follows === null) return asked.sheet.conditions[id] ?? null;
  const of = asked.catalogue.criteria.find((it) => it.id === follows.criterion);
  return of === undefined ? null : all([applies(asked, of), holds(asked.sheet, of.id, follows.test)]);
}

/** Whether the criterion speaks of something that there is at the place. */
export function applies(asked: Asked, own: Criterion): Truth {
  if (own.cls !== 'both' && (own.cls === 'indoor') !== asked.isRoom) return false;
  return own.applies === null ? true : condition(asked, own.applies);
}

/** The verdict about a criterion, as the server will say it (src/barrier_free/evaluate.rs). */
export function verdict(asked: Asked, own: Criterion): Verdict {
  const does = applies(asked, own);
  if (does === false) return 'not_applicable';
  if (does === null) return 'unknown';
  const met = (threshold: Criterion['standard']) =>
    any(threshold.map((alternative) => all(alternative.map((test) => holds(asked.sheet, own.id, test)))));
  const standard = met(own.standard);
  if (standard === true) return 'met';
  if (asked.sheet.equivalents[own.id] !== undefined) return 'met_by_equivalent';
  if (standard === null) return 'unknown';
  const minimum = met(own.minimum);
  if (minimum === null) return 'unknown';
  return minimum ? 'limited' : 'not_met';
}
