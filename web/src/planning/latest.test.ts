import { expect, test } from 'vitest';
import { Latest } from './latest';

/** Work that ends when it is told to. */
function held(): { done: string[]; release: () => void; latest: Latest<string> } {
  const done: string[] = [];
  const waiting: (() => void)[] = [];
  const latest = new Latest<string>(async (wanted) => {
    await new Promise<void>((resolve) => waiting.push(resolve));
    done.push(wanted);
  });
  return { done, latest, release: () => waiting.shift()?.() };
}

test('one thing is worked on at a time, and of those that wait only the newest', async () => {
  const { done, latest, release } = held();
  const first = latest.want('a');
  void latest.want('b');
  void latest.want('c');
  release();
  await Promise.resolve();
  await new Promise<void>((resolve) => setTimeout(resolve));
  release();
  await first;
  expect(done).toEqual(['a', 'c']);
});

test('after a failure the next thing is worked on', async () => {
  const done: string[] = [];
  const latest = new Latest<string>((wanted) => {
    if (wanted === 'bad') return Promise.reject(new Error('no'));
    done.push(wanted);
    return Promise.resolve();
  });
  await expect(latest.want('bad')).rejects.toThrow('no');
  await latest.want('good');
  expect(done).toEqual(['good']);
});
