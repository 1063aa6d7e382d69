import type { TranslateSheet } from '../messages/onsite';
import { AUDITORS, toThousandth, type Auditor, type Catalogue, type Reading } from './model';

/** A number as the language of the page writes it; German unless it is English. */
export function numberSaid(value: number, language: string): string {
  return language === 'en' ? String(value) : String(value).replace('.', ',');
}

/** A day such as `2026-11-22` as the language of the page writes it. */
export function daySaid(day: string, language: string): string {
  const date = new Date(`${day}T12:00:00`);
  return Number.isNaN(date.getTime()) ? day : new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'de', { dateStyle: 'medium' }).format(date);
}

/** A number as somebody types it, to the thousandth; null where it is none from 0 to `most`, or not whole where things are counted. */
export function numberTyped(text: string, reading: Reading): number | null {
  const plain = text.trim().replace(',', '.');
  if (!/^\d+(\.\d+)?$/.test(plain)) return null;
  if (reading.unit === 'count' && !Number.isInteger(Number(plain))) return null;
  const value = toThousandth(Number(plain));
  return value > (reading.most ?? Infinity) ? null : value;
}

/** The unit behind a number; nothing where it is a bare one. */
export function unitSaid(reading: Reading): string {
  return ['ratio', 'count', 'yes_no', 'choice'].includes(reading.unit) ? '' : reading.unit;
}

export function auditorSaid(t: TranslateSheet, own: Auditor): string {
  switch (own) {
    case 'city': return t('onsite-auditor-city');
    case 'expert_by_experience': return t('onsite-auditor-expert');
    case 'volunteer': return t('onsite-auditor-volunteer');
    case 'contractor': return t('onsite-auditor-contractor');
  }
}

/** What an answer is about, by its path in an audit. */
export function labelOf(t: TranslateSheet, catalogue: Catalogue | undefined, at: string): string {
  const [, part, of, id] = at.split('/');
  if (at === 'audited_on') return t('onsite-day');
  if (at === 'planned_on') return t('onsite-planned');
  if (at === 'auditors') return t('onsite-who');
  if (at === 'depth') return t('onsite-depth');
  if (part === 'conditions') return catalogue?.conditions.find((own) => own.id === of)?.name ?? at;
  const criterion = catalogue?.criteria.find((own) => own.id === of);
  if (criterion === undefined) return at;
  const reading = criterion.readings.find((own) => own.id === id);
  if (part === 'estimated') return `${criterion.name} – ${t('onsite-estimated')}`;
  if (part === 'equivalents') return `${criterion.name} – ${t('onsite-equivalent')}`;
  return reading?.name == null ? criterion.name : `${criterion.name} – ${reading.name}`;
}

/** What an answer says, by its path in an audit. */
export function saidOf(t: TranslateSheet, catalogue: Catalogue | undefined, at: string, value: unknown): string {
  const [, , of, id] = at.split('/');
  if (value === undefined) return t('onsite-not-known');
  if (typeof value === 'string' && (at === 'audited_on' || at === 'planned_on')) return daySaid(value, document.documentElement.lang);
  if (typeof value === 'boolean') return t(value ? 'onsite-yes' : 'onsite-no');
  if (at === 'depth') return t(value === 'quick' ? 'onsite-quick' : 'onsite-full');
  if (at === 'auditors' && Array.isArray(value)) {
    return AUDITORS.filter((own) => value.includes(own)).map((own) => auditorSaid(t, own)).join(', ');
  }
  const reading = catalogue?.criteria.find((own) => own.id === of)?.readings.find((own) => own.id === id);
  if (typeof value === 'string') return reading?.choices?.find((own) => own.id === value)?.name ?? value;
  if (typeof value === 'number') return `${String(value)} ${reading === undefined ? '' : unitSaid(reading)}`.trim();
  return JSON.stringify(value);
}
