import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { Hash, solve } from './puzzle';

const first = (text: string): number => createHash('sha256').update(text).digest().readInt32BE(0);

test('it is the hash of the standard, whatever the lengths are', () => {
  for (const length of [0, 1, 5, 54, 55, 56, 63, 64, 65, 118, 119, 120, 127, 128, 200]) {
    const beginning = 'ab.3'.repeat(50).slice(0, length);
    const hash = new Hash(beginning);
    for (const end of ['', '0', '7', '131071', '9007199254740991', 'x'.repeat(70)]) {
      expect(hash.firstWord(end), `${length} and ${end}`).toBe(first(beginning + end));
    }
  }
});

test('a puzzle is solved by the first number that solves it', async () => {
  const puzzle = '692aab10.0123456789abcdef0123456789abcdef.00112233445566778899aabbccddeeff';
  const number = await solve({ puzzle, bits: 12 }, new AbortController().signal);
  expect(Math.clz32(first(`${puzzle}:${number}`))).toBeGreaterThanOrEqual(12);
  for (let before = 0; before < number; before += 1) expect(Math.clz32(first(`${puzzle}:${before}`))).toBeLessThan(12);
});

test('a puzzle that is not wanted any more is left', async () => {
  const left = new AbortController();
  const never = solve({ puzzle: 'x', bits: 33 }, left.signal);
  left.abort();
  await expect(never).rejects.toThrow();
});
