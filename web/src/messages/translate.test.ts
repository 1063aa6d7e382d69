import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { messagesFor } from '../../build/messages.ts';
import { messageKeys } from './keys';
import { translator } from './translate';

const source = (language: string) =>
  readFileSync(new URL(`../../messages/${language}.ftl`, import.meta.url), 'utf8');

describe.each(['de', 'en'])('messages in %s', (language) => {
  test('every key of the islands says something', () => {
    const t = translator(language, messagesFor(messageKeys, source(language)));
    for (const key of messageKeys) expect(t(key, { name: 'X', count: 2, number: '7' })).not.toBe('');
  });

  test('a name stands in the sentence as it is, without invisible marks', () => {
    const t = translator(language, messagesFor(messageKeys, source(language)));
    expect(t('map-under', { name: 'Café Öl' })).toContain(': Café Öl.');
  });
});

test('a key without a message stops the build', () => {
  expect(() => messagesFor(['no-such-key'], source('de'))).toThrow(/1 message/);
});

test('a message of several lines is taken whole, and nothing else', () => {
  const taken = messagesFor(['results-count'], source('de'));
  expect(taken).toContain('*[other]');
  expect(taken).not.toContain('results-limited');
});
