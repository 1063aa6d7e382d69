import { expect, test } from 'vitest';
import { middleOf } from './districts';

test('the middle of a square is its middle, whichever way it turns', () => {
  const square = [[9, 48], [9.2, 48], [9.2, 48.2], [9, 48.2], [9, 48]];
  for (const ring of [square, square.toReversed()]) {
    expect(middleOf(ring)[0]).toBeCloseTo(9.1, 9);
    expect(middleOf(ring)[1]).toBeCloseTo(48.1, 9);
  }
});

test('a ring without ground has its first corner for a middle', () => {
  expect(middleOf([[9, 48], [9, 48]])).toEqual([9, 48]);
  expect(middleOf([])).toEqual([0, 0]);
});
