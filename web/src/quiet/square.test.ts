import { expect, test } from 'vitest';
import { squareAt } from './square';
import spots from './squares.json';

test('the browser puts every spot into the square that the program puts it into', () => {
  expect(spots.length).toBeGreaterThan(1500);
  const name = (row: number, column: number): string => `CRS3035RES500mN${row * 500}E${column * 500}`;
  const other = (spots as [number, number, number, number][]).filter(([lon, lat, row, column]) => squareAt(lon, lat) !== name(row, column));
  expect(other).toEqual([]);
});
