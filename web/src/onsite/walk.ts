import type { Area, Catalogue, Condition, Criterion, Draft, Reading } from './model';
import { applies, verdict, type Asked } from './verdict';

/** One thing that is asked on the walk. */
export type Question =
  | { readonly sort: 'condition'; readonly condition: Condition }
  | { readonly sort: 'criterion'; readonly criterion: Criterion };

/** What is asked at one spot of the walk. */
export interface Step {
  readonly area: Area;
  readonly questions: readonly Question[];
}

/** The questions of a sheet as things stand, in the order of a walk through the place. A condition is asked just before the
 * first criterion that depends on it, and what depends on it only once it is known to hold. */
export function walk(asked: Asked, depth: Draft['depth']): Step[] {
  const steps = new Map<Area, Question[]>();
  const seen = new Set<string>();
  for (const criterion of asked.catalogue.criteria) {
    if (depth === 'quick' && !criterion.core) continue;
    if (criterion.cls !== 'both' && (criterion.cls === 'indoor') !== asked.isRoom) continue;
    const questions = steps.get(criterion.area) ?? [];
    const condition = asked.catalogue.conditions.find(({ id }) => id === criterion.applies);
    if (condition !== undefined && isAsked(condition) && !seen.has(condition.id)) {
      seen.add(condition.id);
      questions.push({ sort: 'condition', condition });
    }
    if (applies(asked, criterion) === true) questions.push({ sort: 'criterion', criterion });
    if (questions.length > 0) steps.set(criterion.area, questions);
  }
  return [...steps].map(([area, questions]) => ({ area, questions }));
}

function isAsked(condition: Condition): boolean {
  return condition.kinds === null && condition.follows === null;
}

/** The name of a question, by which it is found on the page and among what is not known. */
export function nameOf(question: Question): string {
  return question.sort === 'condition' ? `?${question.condition.id}` : question.criterion.id;
}

/** The name of one reading among what is not known. */
export function readingName(criterion: Criterion, reading: Reading): string {
  return `${criterion.id}.${reading.id}`;
}

/** Whether somebody has looked: it is answered, decided by what is answered, or said to be not known. */
export function isAnswered(question: Question, asked: Asked, notKnown: readonly string[]): boolean {
  if (question.sort === 'condition') {
    return asked.sheet.conditions[question.condition.id] !== undefined || notKnown.includes(nameOf(question));
  }
  const { criterion } = question;
  if (verdict(asked, criterion) !== 'unknown') return true;
  const read = asked.sheet.readings[criterion.id] ?? {};
  return criterion.readings.every((own) => read[own.id] !== undefined || notKnown.includes(readingName(criterion, own)));
}

/** How many questions of some steps are answered. */
export function progress(steps: readonly Step[], asked: Asked, notKnown: readonly string[]): { answered: number; all: number } {
  const questions = steps.flatMap((own) => own.questions);
  const answered = questions.filter((own) => isAnswered(own, asked, notKnown)).length;
  return { answered, all: questions.length };
}

/** The first question that is not answered, from a step on and then from the beginning. */
export function nextMissing(steps: readonly Step[], from: Area | null, asked: Asked, notKnown: readonly string[]): { area: Area; question: Question } | null {
  const at = Math.max(0, steps.findIndex(({ area }) => area === from));
  for (const { area, questions } of [...steps.slice(at), ...steps.slice(0, at)]) {
    const question = questions.find((own) => !isAnswered(own, asked, notKnown));
    if (question !== undefined) return { area, question };
  }
  return null;
}

/** What is asked about a draft. */
export function askedOf(draft: Draft, catalogue: Catalogue, isRoom: boolean): Asked {
  return { catalogue, sheet: draft.sheet, kind: draft.kind, isRoom };
}
