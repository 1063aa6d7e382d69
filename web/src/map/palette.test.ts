import { describe, expect, test } from 'vitest';
import { contrast, contrastDark, dark, light, preferredPalette } from './palette';

/** Contrast ratio of WCAG 2.2, 1.4.3. */
function ratio(a: string, b: string): number {
  const luminance = (colour: string) => {
    const [r, g, bl] = [1, 3, 5].map((at) => {
      const share = parseInt(colour.slice(at, at + 2), 16) / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    }) as [number, number, number];
    return 0.2126 * r + 0.7152 * g + 0.0722 * bl;
  };
  const [lighter, darker] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (lighter + 0.05) / (darker + 0.05);
}

describe.each(Object.entries({ light, dark, contrast, contrastDark }))('palette %s', (_, palette) => {
  test('text on the map reaches 4.5:1', () => {
    expect(ratio(palette.label, palette.labelHalo)).toBeGreaterThanOrEqual(4.5);
    expect(ratio(palette.clusterText, palette.cluster)).toBeGreaterThanOrEqual(4.5);
  });

  test('markers and the ring around the selected place reach 3:1 on the ground', () => {
    for (const ground of [palette.ground, palette.district, palette.paper]) {
      for (const mark of [palette.room, palette.outdoor, palette.selected, palette.here, palette.cluster]) {
        expect(ratio(mark, ground)).toBeGreaterThanOrEqual(3);
      }
    }
  });
});

test('the settings of the person decide', () => {
  const asked = (...on: string[]) => preferredPalette((query) => on.includes(query));
  expect(asked()).toBe(light);
  expect(asked('(prefers-color-scheme: dark)')).toBe(dark);
  expect(asked('(prefers-contrast: more)')).toBe(contrast);
  expect(asked('(forced-colors: active)')).toBe(contrast);
  expect(asked('(prefers-contrast: more)', '(prefers-color-scheme: dark)')).toBe(contrastDark);
});
