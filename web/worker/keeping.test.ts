import { describe, expect, test } from 'vitest';
import { dated, keepingOf, tooMany } from './keeping';

const home = 'https://treff.example.org';
const keeping = (path: string, method = 'GET') => keepingOf(method, new URL(path, home), home);

describe('the worker keeps', () => {
  test.each(['/', '/?lang=en', '/liste', '/orte/park-12345678', '/stadtteile', '/stadtteile/ost', '/termine', '/api/style.json?theme=dark'])(
    'the last seen state of %s', (path) => { expect(keeping(path)).toBe('last-seen'); });

  test('what works by itself, for as long as somebody counts on it', () => {
    expect(keeping('/vor-ort')).toBe('tool');
    expect(keeping('/vor-ort?lang=en')).toBe('tool');
    expect(keeping('/vor-ort?ort=1')).toBe('never');
  });

  test('assets and tiles under their own address', () => {
    expect(keeping('/assets/main-1.js')).toBe('for-ever');
    expect(keeping('/api/tiles/base/14/1/2.mvt?drawing=3')).toBe('tile');
    expect(keeping('/api/tiles/base/14/1/2.mvt')).toBe('never');
  });
});

describe('the worker never touches', () => {
  test.each(['/?lon=9.1&lat=48.9', '/?need=wheelchair', '/liste?wc=wheelchair', '/termine?topics=advice', '/orte/park-12345678?need=hoh', '/liste?q=Bibliothek', '/liste?near=Hauptstr', '/weg/park-12345678?lon=9&lat=48', '/api/route?lon=9&lat=48&to=x'])(
    'what tells where a person is, what they look for or need: %s', (path) => { expect(keeping(path)).toBe('never'); });

  test.each(['/sicherheit', '/sicherheit/melden', '/hilfe/notruf', '/vorschlagen', '/api/safety/reports', '/api/addresses?q=x', '/api/staff/account', '/api/staff/audits', '/verwaltung/begehungen', '/health/ready', '/sw.js', '/unheard-of'])(
    'a page that is not named: %s', (path) => { expect(keeping(path)).toBe('never'); });

  test.each(['/umfeld', '/umfeld?lang=en', '/umfeld/anliegen', '/umfeld/angaben', '/umfeld/danke', '/beratung', '/api/safety/puzzle', '/api/safety/releases', '/assets/quiet-1.js', '/assets/quiet-1.css', '/assets/quiet-puzzle-1.js'])(
    'what would tell that somebody told how safe they feel or looked for help: %s', (path) => { expect(keeping(path)).toBe('never'); });

  test('other hosts and what is sent', () => {
    expect(keeping('https://elsewhere.example/')).toBe('never');
    expect(keeping('/', 'POST')).toBe('never');
  });
});

test('the oldest go when there are too many', () => {
  expect(tooMany([1, 2, 3, 4], 3)).toEqual([1]);
  expect(tooMany([1, 2], 3)).toEqual([]);
});

test('a kept page says when it was seen, and nothing can break out of the attribute', () => {
  expect(dated('<!DOCTYPE html><html lang="de">', 'Fri, 27 Nov 2026 10:00:00 GMT')).toContain('<html data-seen="Fri, 27 Nov 2026 10:00:00 GMT" lang="de">');
  expect(dated('<html lang="de">', '"><script>')).not.toContain('"><');
});
