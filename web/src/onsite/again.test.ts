import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Again } from './again';

beforeEach(() => { vi.useFakeTimers(); });
afterEach(() => { vi.useRealTimers(); });

test('what fails is tried again, each time after a longer pause, and no more once it succeeded', () => {
  const again = new Again();
  const tried: number[] = [];
  const start = Date.now();
  const once = () => {
    tried.push((Date.now() - start) / 1000);
    if (tried.length < 4) again.later(once);
    else again.rest();
  };
  again.later(once);
  vi.advanceTimersByTime(3_600_000);
  expect(tried).toEqual([5, 15, 35, 75]);
});

test('no pause is longer than five minutes', () => {
  const again = new Again();
  const once = vi.fn(() => { again.later(once); });
  once();
  vi.advanceTimersByTime(24 * 3_600_000);
  expect(once.mock.calls.length).toBeGreaterThan(24 * 12 - 5);
});
