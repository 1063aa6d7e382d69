import { expect, test } from 'vitest';
import type { ListedPlace } from '../listed-place';
import { anyWithin, boundsOf, boundsText, nearestWithin, readBounds } from './geometry';

const place = (slug: string, lon: number, lat: number): ListedPlace => ({
  slug, id: slug, name: slug, lon, lat, cls: 'room', icon: 'library', open: 'unknown',
});
const flat = ({ lon, lat }: ListedPlace) => ({ x: lon, y: lat });

test('the nearest of several places within reach is found, and none beyond it', () => {
  const places = [place('far', 70, 0), place('near', 30, 40), place('nearer', 30, 39)];
  expect(nearestWithin(places, { x: 0, y: 0 }, 60, flat)?.slug).toBe('nearer');
  expect(nearestWithin(places, { x: 0, y: 0 }, 49, flat)).toBeNull();
  expect(nearestWithin([], { x: 0, y: 0 }, 60, flat)).toBeNull();
});

test('the box of places holds them all', () => {
  const places = [place('a', 9.1, 48.8), place('b', 9.2, 48.7)];
  expect(boundsOf(places)).toEqual([9.1, 48.7, 9.2, 48.8]);
  expect(boundsOf([])).toBeNull();
  expect(anyWithin(places, [9.15, 48.6, 9.3, 48.9])).toBe(true);
  expect(anyWithin(places, [9.3, 48.6, 9.4, 48.9])).toBe(false);
});

test('a box survives the round trip as text', () => {
  expect(readBounds(boundsText([9.1, 48.7, 9.2, 48.8]))).toEqual([9.1, 48.7, 9.2, 48.8]);
});

test.each([undefined, '', '1,2,3', '1,2,3,4,5', 'a,b,c,d', '10,48,9,49'])('no box is read from %s', (text) => {
  expect(readBounds(text)).toBeNull();
});
