import type { Answer, Criterion, Draft, Equivalent, Reading } from './model';
import { readingName } from './walk';

/** What changes in a draft with an answer; an answer of null says that somebody looked and could not tell. */
export type Change = Pick<Draft, 'sheet' | 'notKnown'>;

function without<T>(all: Readonly<Record<string, T>>, name: string): Record<string, T> {
  return Object.fromEntries(Object.entries(all).filter(([own]) => own !== name));
}

function noted(all: readonly string[], name: string, is: boolean): readonly string[] {
  const others = all.filter((own) => own !== name);
  return is ? [...others, name] : others;
}

/** A condition holds, does not, or nobody knows. */
export function withCondition(draft: Draft, id: string, answer: boolean | null): Change {
  const others = without(draft.sheet.conditions, id);
  const conditions = answer === null ? others : { ...others, [id]: answer };
  return { sheet: { ...draft.sheet, conditions }, notKnown: noted(draft.notKnown, `?${id}`, answer === null) };
}

/** A reading is so; `undefined` takes it back. */
export function withReading(draft: Draft, of: Criterion, reading: Reading, answer: Answer | null | undefined): Change {
  const others = without(draft.sheet.readings[of.id] ?? {}, reading.id);
  const isThere = answer !== null && answer !== undefined;
  const own = isThere ? { ...others, [reading.id]: answer } : others;
  const rest = without(draft.sheet.readings, of.id);
  const readings = Object.keys(own).length === 0 ? rest : { ...rest, [of.id]: own };
  const sheet = { ...draft.sheet, readings };
  const estimated = isThere ? sheet.estimated : guesses(draft, of, reading, false);
  return { sheet: { ...sheet, estimated }, notKnown: noted(draft.notKnown, readingName(of, reading), answer === null) };
}

/** An amount that stands there was estimated, or measured after all. */
export function withEstimate(draft: Draft, of: Criterion, reading: Reading, isEstimated: boolean): Pick<Draft, 'sheet'> {
  return { sheet: { ...draft.sheet, estimated: guesses(draft, of, reading, isEstimated) } };
}

function guesses(draft: Draft, of: Criterion, reading: Reading, is: boolean): Draft['sheet']['estimated'] {
  const own = noted(draft.sheet.estimated[of.id] ?? [], reading.id, is);
  // In the order of the criteria, as the server writes them.
  const sorted = of.readings.map(({ id }) => id).filter((id) => own.includes(id));
  const rest = without(draft.sheet.estimated, of.id);
  return sorted.length === 0 ? rest : { ...rest, [of.id]: sorted };
}

/** A criterion is met in another way; it counts once there is a reason and somebody who decided. */
export function withWords(draft: Draft, of: Criterion, words: Equivalent): Pick<Draft, 'sheet' | 'words'> {
  const rest = without(draft.sheet.equivalents, of.id);
  const said = { reason: words.reason.trim(), decided_by: words.decided_by.trim() };
  const isWhole = said.reason !== '' && said.decided_by !== '';
  const equivalents = isWhole ? { ...rest, [of.id]: said } : rest;
  return { sheet: { ...draft.sheet, equivalents }, words: { ...draft.words, [of.id]: words } };
}
