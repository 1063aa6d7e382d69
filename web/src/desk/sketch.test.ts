import { describe, expect, test } from 'vitest';
import { areaOf, cornersOf, outlineOf, shapeIn, spotOf } from './sketch';

const corners = [{ lon: 9.19, lat: 48.9 }, { lon: 9.2, lat: 48.9 }, { lon: 9.2, lat: 48.91 }];

describe('drawing an area', () => {
  test('two corners are a line and three an area that closes', () => {
    expect(areaOf(corners.slice(0, 2))).toBeNull();
    expect(outlineOf(corners.slice(0, 2))?.type).toBe('LineString');
    expect(outlineOf([])).toBeNull();
    const area = areaOf(corners);
    expect(area?.coordinates[0]).toHaveLength(4);
    expect(area?.coordinates[0]?.[0]).toEqual(area?.coordinates[0]?.[3]);
  });

  test('an area that was written is drawn on from its corners', () => {
    expect(cornersOf(JSON.stringify(areaOf(corners)))).toEqual(corners);
    expect(cornersOf('')).toEqual([]);
    expect(cornersOf('{"type":"MultiPolygon","coordinates":[]}')).toEqual([]);
  });

  test('what is no shape is none', () => {
    expect(shapeIn('{')).toBeNull();
    expect(shapeIn('3')).toBeNull();
    expect(spotOf(shapeIn(JSON.stringify(areaOf(corners))))).toEqual(corners[0]);
    expect(spotOf(null)).toBeNull();
  });
});
