// Makes the styles of the base map from those of VersaTiles (MIT): only layers that our tiles fill, only fonts of
// our own, no icons, nothing from another host. `--check` says whether the committed files are up to date.
import { readFileSync, writeFileSync } from 'node:fs';
import { osm } from '@versatiles/style';

/** Our name of a style and the theme it is made from. */
const THEMES = {
  light: 'muted',
  dark: 'muted-dark',
  contrast: 'toner',
  'contrast-dark': 'toner-dark',
  print: 'gray',
};

/** What our tiles hold, as in src/export/tile.rs. */
const FILLED = new Set([
  'land', 'water_polygons', 'water_lines', 'sites', 'buildings', 'street_polygons', 'streets', 'place_labels',
  'water_polygons_labels', 'water_lines_labels', 'streets_polygons_labels', 'street_labels',
]);

/** Every layer costs time at the start: what a city hardly has, and footways in tunnels, are left out. */
const LEFT_OUT = [
  /^slot-/, /airport|bicycle|subway|-bus|-lightrail-service|minorrail|glacier|motorway-shield/,
  /^tunnel-(way|street-(track|pedestrian|service|livingstreet|minor|.*-link))/, /^bridge-street-(track|service|livingstreet|.*-link)/,
  /^label-place-(capital|statecapital)$/, /^site-(dangerarea|prison|construction|sportscentre)$/,
];

const fixed = (layer) => {
  const layout = { ...layer.layout };
  delete layout['icon-image'];
  const paint = Object.fromEntries(Object.entries(layer.paint ?? {}).filter(([key]) => !key.startsWith('icon-') && !key.endsWith('-pattern')));
  if (layout['text-field'] !== undefined) layout['text-field'] = ['get', 'name'];
  const source = layer.type === 'background' ? {} : { source: 'base' };
  return { ...layer, ...source, ...(layer.layout ? { layout } : {}), ...(layer.paint ? { paint } : {}) };
};

function style(theme) {
  const { layers } = osm({ theme, text: { language: 'de' }, projection: 'mercator' });
  const kept = layers.filter((layer) =>
    (layer.type === 'background' || FILLED.has(layer['source-layer'])) &&
    !(layer.layout?.['icon-image'] && !layer.layout?.['text-field']) && !LEFT_OUT.some((rule) => rule.test(layer.id)));
  return `[\n${kept.map((layer) => JSON.stringify(fixed(layer))).join(',\n')}\n]\n`;
}

const stale = Object.entries(THEMES).filter(([name, theme]) => {
  const file = new URL(`../base-styles/${name}.json`, import.meta.url);
  const made = style(theme);
  if (!process.argv.includes('--check')) writeFileSync(file, made);
  return readFileSync(file, 'utf8') !== made;
});
if (stale.length > 0) {
  console.error(`out of date: ${stale.map(([name]) => name).join(', ')}; run npm run generate`);
  process.exit(1);
}
