import { expect, test } from 'vitest';
import { asked, Twice } from './leaving';

test('two presses within two seconds leave, and no others', () => {
  const esc = new Twice();
  expect(esc.pressed(0)).toBe(false);
  expect(esc.pressed(1999)).toBe(true);
  // A third press begins anew.
  expect(esc.pressed(2100)).toBe(false);
  expect(esc.pressed(4200)).toBe(false);
  expect(esc.pressed(4300)).toBe(true);
});

test('a filter without a value is not in the address', () => {
  const fields: [string, string][] = [['lang', 'en'], ['need', ''], ['language', 'tr']];
  expect(asked('https://treff.example.org/beratung?need=x', fields)).toBe('https://treff.example.org/beratung?lang=en&language=tr');
  expect(asked('https://treff.example.org/beratung', [])).toBe('https://treff.example.org/beratung');
});
