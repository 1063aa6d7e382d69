import { expect, test } from 'vitest';
import { queryOf, readAddress, writeAddress, type Address } from './address';

const at = (path: string) => readAddress(new URL(path, 'http://city.example'));

test.each<Address>([
  { query: '', place: null, camera: null, view: 'list' },
  { query: 'q=Caf%C3%A9%20%26%20Co&topics=talk_coffee,advice&free=true', place: null, camera: null, view: 'list' },
  { query: 'district=ost', place: 'buecherei-0a1b2c3d', camera: { zoom: 13.25, lat: 48.9, lon: 9.19 }, view: 'map' },
])('an address survives the round trip: %j', (address) => {
  expect(at(writeAddress(address))).toEqual(address);
});

test('the same filters in any order are the same address', () => {
  expect(queryOf([['free', 'true'], ['q', 'Treff']])).toBe(queryOf([['q', ' Treff '], ['free', 'true'], ['kind', '']]));
});

test('topics ticked one by one become one list', () => {
  expect(queryOf([['topics', 'advice'], ['topics', 'language']])).toBe('topics=advice,language');
});

test('a filter nobody knows stays in the query, so that the server can refuse it by name', () => {
  expect(at('/?colour=red&q=x').query).toBe('q=x&colour=red');
});

test.each(['karte=', 'karte=1/2', 'karte=99/48/9', 'karte=12/91/9', 'karte=12/48/9/1', 'karte=a/b/c', 'results'])(
  'a fragment that is no map position is none: %s',
  (fragment) => {
    expect(at(`/#${fragment}`).camera).toBeNull();
  },
);
