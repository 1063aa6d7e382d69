import type { LayerSpecification, StyleSpecification } from 'maplibre-gl';
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { layers } from './layers';
import { contrast, contrastDark, dark, light } from './palette';
import { atHome, cityStyle, stacked } from './style';

beforeAll(() => { Object.assign(globalThis, { location: { href: 'https://treff.example.org/' } }); });

/** What the tests read of a layer; the library's own type of all layers takes a linter minutes. */
interface Layer {
  id: string;
  type: string;
  source?: string;
  paint?: Record<string, string>;
}

const baseLayers = (theme: string) =>
  JSON.parse(readFileSync(new URL(`../../base-styles/${theme}.json`, import.meta.url), 'utf8')) as LayerSpecification[];

const style = (layers: LayerSpecification[]): StyleSpecification => ({
  version: 8,
  sources: { base: { type: 'vector', tiles: ['http://10.0.0.1:8080/api/tiles/base/{z}/{x}/{y}.mvt?revision=3'] } },
  layers,
});

test('whatever the server calls itself, the page asks the host it came from', () => {
  const { sources } = atHome(style([]));
  expect(sources['base']).toEqual({ type: 'vector', tiles: ['https://treff.example.org/api/tiles/base/{z}/{x}/{y}.mvt?revision=3'] });
});

describe.each([light, dark, contrast, contrastDark])('theme $theme', (palette) => {
  test('the base map lies between the ground of the districts and their borders', () => {
    const ids = stacked(baseLayers(palette.theme), layers(palette)).map(({ id }) => id);
    expect(ids.slice(0, 2)).toEqual(['ground', 'district-area']);
    expect(ids.indexOf('building')).toBeGreaterThan(1);
    expect(ids.indexOf('building')).toBeLessThan(ids.indexOf('district-border'));
    expect(ids.at(-1)).toBe('selected-place');
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('every layer has a source', () => {
    const { sources, layers: all } = cityStyle(palette, style(baseLayers(palette.theme)));
    for (const layer of all as unknown as Layer[]) {
      if (layer.type !== 'background') expect(Object.keys(sources)).toContain(layer.source);
    }
  });

  test('names on the base map reach 4.5:1 on their halo', () => {
    for (const layer of baseLayers(palette.theme) as unknown as Layer[]) {
      if (layer.type !== 'symbol') continue;
      const { 'text-color': text, 'text-halo-color': halo } = layer.paint ?? {};
      expect(ratio(text ?? '', halo ?? ''), layer.id).toBeGreaterThanOrEqual(4.5);
    }
  });
});

/** Contrast ratio of WCAG 2.2, 1.4.3, of colours written as rgb(…) or rgba(…). */
function ratio(a: string, b: string): number {
  const luminance = (colour: string) => {
    const [r = 0, g = 0, bl = 0] = (colour.match(/[\d.]+/g) ?? []).slice(0, 3).map((value) => {
      const share = Number(value) / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * bl;
  };
  const [darker = 0, lighter = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (lighter + 0.05) / (darker + 0.05);
}
