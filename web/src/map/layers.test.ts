import { expect, test } from 'vitest';
import { BOLD, inOrder, layers, REGULAR } from './layers';
import { light } from './palette';

test('the ground lies below everything and the selected place above', () => {
  const ids = layers(light).map(({ id }) => id);
  expect(ids[0]).toBe('ground');
  expect(ids.at(-1)).toBe('selected-place');
  expect(new Set(ids).size).toBe(ids.length);
});

test('a layer without a place in the order is refused', () => {
  expect(() => inOrder([{ id: 'stray', type: 'background' }])).toThrow(/stray/);
});

test('every text has a font of our own, so that none comes from elsewhere', () => {
  for (const layer of layers(light)) {
    if (layer.type === 'symbol' && layer.layout?.['text-field'] !== undefined) {
      expect([[BOLD], [REGULAR]]).toContainEqual(layer.layout['text-font']);
    }
  }
});
