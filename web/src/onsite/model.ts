/** A version of the criteria as the page tells it (src/pages/onsite/criteria.rs). */
export interface Catalogue {
  readonly version: string;
  readonly conditions: readonly Condition[];
  readonly criteria: readonly Criterion[];
}

/** A yes/no fact of a place on which criteria depend. Without `kinds` and `follows` the auditor is asked. */
export interface Condition {
  readonly id: string;
  readonly name: string;
  /** Places of these kinds have it. */
  readonly kinds: readonly string[] | null;
  /** It follows from an answer. */
  readonly follows: { readonly criterion: string; readonly test: Test } | null;
}

export interface Criterion {
  readonly id: string;
  readonly area: Area;
  readonly cls: 'indoor' | 'outdoor' | 'both';
  /** Part of the quick check. */
  readonly core: boolean;
  readonly applies: string | null;
  readonly name: string;
  readonly hint: string;
  readonly evidence: 'measured' | 'seen' | 'asked' | 'document';
  readonly readings: readonly Reading[];
  /** Alternatives, of which one is enough; in one of them everything must hold. */
  readonly standard: readonly (readonly Test[])[];
  readonly minimum: readonly (readonly Test[])[];
}

export type Area = 'way' | 'entrance' | 'inside' | 'lift' | 'stairs' | 'stay' | 'wc' | 'safety' | 'information';

/** What is read off: an amount in a unit, yes or no, or one of some choices. */
export interface Reading {
  readonly id: string;
  readonly name: string | null;
  readonly unit: 'cm' | 'm' | '%' | 'N' | 's' | 'ratio' | 'count' | 'yes_no' | 'choice';
  readonly most?: number;
  readonly choices?: readonly { readonly id: string; readonly name: string }[];
}

/** What a reading must be: between two amounts in thousandths (no `high`: no end), or one of these. */
export interface Test {
  readonly reading: string;
  readonly low?: number;
  readonly high?: number | null;
  readonly among?: readonly (boolean | string)[];
}

export type Answer = number | boolean | string;

/** What was read off, as the API takes it. */
export interface Sheet {
  readonly conditions: Readonly<Record<string, boolean>>;
  readonly readings: Readonly<Record<string, Readonly<Record<string, Answer>>>>;
  readonly estimated: Readonly<Record<string, readonly string[]>>;
  readonly equivalents: Readonly<Record<string, Equivalent>>;
}

/** That a criterion is met in another way: why, and which office decided so. */
export interface Equivalent {
  readonly reason: string;
  readonly decided_by: string;
}

export const AUDITORS = ['city', 'expert_by_experience', 'volunteer', 'contractor'] as const;
export type Auditor = (typeof AUDITORS)[number];

export type Depth = 'quick' | 'full';

/** What of a draft goes to the API. */
export interface Sent {
  readonly place: string;
  readonly criteria: string;
  readonly depth: Depth;
  readonly source: string;
  readonly auditors: readonly Auditor[];
  readonly planned_on: string | null;
  readonly audited_on: string | null;
  readonly sheet: Partial<Sheet>;
}

/** Why a draft stays on the device. */
export type Trouble =
  /** The server does not take it as it is; `detail` is its sentence. */
  | { readonly sort: 'refused'; readonly field: string; readonly detail: string }
  /** Somebody else has changed it: the auditor decides. */
  | { readonly sort: 'meanwhile'; readonly version: number; readonly theirs: Sent }
  /** The account may not. */
  | { readonly sort: 'not-allowed' };

/** An audit on this device. */
export interface Draft {
  /** Of the audit too: whoever begins one makes it. */
  readonly id: string;
  /** Whose it is, on a device that several people use. */
  readonly account: string;
  readonly placeName: string;
  /** The kind of the place. */
  readonly kind: string;
  readonly place: string;
  readonly criteria: string;
  readonly depth: Depth;
  readonly source: string;
  readonly auditors: readonly Auditor[];
  readonly planned_on: string | null;
  readonly audited_on: string | null;
  readonly sheet: Sheet;
  /** What somebody looked at and could not tell: `C14.steps`, `?ramp_exists`. Only here; for the city it is unknown. */
  readonly notKnown: readonly string[];
  /** Words about other ways, also half written ones. */
  readonly words: Readonly<Record<string, Equivalent>>;
  /** The version on the server that this stands on; null where the server has none. */
  readonly version: number | null;
  /** Counts what was changed here. */
  readonly change: number;
  /** The change that the server has. */
  readonly sent: number;
  /** What was sent since the last answer: any of it may have arrived. */
  readonly inFlight: readonly Sent[];
  /** Whether the auditor is done: it is completed as soon as the server has it. */
  readonly isDone: boolean;
  readonly trouble: Trouble | null;
}

/** An amount as the server keeps it (src/domain/audit/value.rs): what is finer than a thousandth is rounded. */
export function toThousandth(value: number): number {
  return Math.round(value * 1000) / 1000;
}

export const EMPTY: Sheet = { conditions: {}, readings: {}, estimated: {}, equivalents: {} };

/** A sheet of the API, in which parts may be absent. */
export function sheetOf(said: Partial<Sheet> | null | undefined): Sheet {
  return { ...EMPTY, ...said };
}

/** What goes to the API; parts with nothing in them stay out, as the server writes it. */
export function sentOf(draft: Draft): Sent {
  const { place, criteria, depth, source, planned_on, audited_on } = draft;
  const auditors = AUDITORS.filter((own) => draft.auditors.includes(own));
  const parts = Object.entries(draft.sheet).filter(([, part]) => Object.keys(part as object).length > 0);
  return { place, criteria, depth, source, auditors, planned_on, audited_on, sheet: Object.fromEntries(parts) };
}

export function isBlank(draft: Draft): boolean {
  return Object.values(draft.sheet).every((part) => Object.keys(part as object).length === 0);
}

/** Whether there is something that the server does not have. A draft in which nothing stands is nothing yet. */
export function isUnsent(draft: Draft): boolean {
  return draft.change > draft.sent && (draft.version !== null || !isBlank(draft));
}

/** Whether the city has all of it; a draft in which nothing stands was never there. */
export function isWithCity(draft: Draft): boolean {
  return draft.version !== null && !isUnsent(draft);
}
