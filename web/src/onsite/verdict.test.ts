import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { sheetOf, type Catalogue, type Sheet } from './model';
import { verdict, type Verdict } from './verdict';

interface Agreement {
  readonly catalogue: Catalogue;
  readonly kinds: Readonly<Record<string, { readonly isRoom: boolean }>>;
  readonly cases: readonly { readonly kind: string; readonly sheet: Partial<Sheet>; readonly verdicts: readonly Verdict[] }[];
}

// Written by the server's own tests (tests/it/audits/agreement.rs).
const { catalogue, kinds, cases } = JSON.parse(readFileSync(new URL('./agreement.json', import.meta.url), 'utf8')) as Agreement;

describe('the sheet says what the server will say', () => {
  test.each(cases.map((own, at) => [at, own] as const))('of audit %i', (_, { kind, sheet, verdicts }) => {
    const asked = { catalogue, sheet: sheetOf(sheet), kind, isRoom: kinds[kind]?.isRoom ?? false };
    const told = catalogue.criteria.map((own) => [own.id, verdict(asked, own)]);
    expect(told).toEqual(catalogue.criteria.map(({ id }, at) => [id, verdicts[at]]));
  });

  test('and every verdict is among them', () => {
    expect(new Set(cases.flatMap((own) => own.verdicts)).size).toBe(6);
  });
});
