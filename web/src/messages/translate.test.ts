import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { filesOf, messagesFor } from '../../build/messages.ts';
import { messageKeys } from './keys';
import { translator } from './translate';

const sources = (language: string) => filesOf(language).map((file) => readFileSync(file, 'utf8'));

describe.each(['de', 'de-simple', 'en'])('messages in %s', (language) => {
  test('every key of the islands says something', () => {
    const t = translator(language, messagesFor(messageKeys, ...sources(language)));
    for (const key of messageKeys) expect(t(key, { name: 'X', count: 2, number: '7', when: '1.', before: '1', after: '2', persons: 3, gaining: 4, bound: '5' })).not.toBe('');
  });

  test('a name stands in the sentence as it is, without invisible marks', () => {
    const t = translator(language, messagesFor(messageKeys, ...sources(language)));
    expect(t('map-under', { name: 'Café Öl' })).toContain(': Café Öl.');
  });
});

test('a key without a message stops the build', () => {
  expect(() => messagesFor(['no-such-key'], ...sources('de'))).toThrow(/1 message/);
});

test('a message of several lines is taken whole, and nothing else', () => {
  const taken = messagesFor(['results-count'], ...sources('de'));
  expect(taken).toContain('*[other]');
  expect(taken).not.toContain('results-limited');
});

test('plain German says what it says otherwise, and German the rest', () => {
  const t = translator('de-simple', messagesFor(messageKeys, ...sources('de-simple')));
  expect(t('near-me')).toBe('Nah bei mir');
  expect(t('panel-close')).toBe('Schließen');
});
