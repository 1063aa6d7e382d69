// Makes icons.svg, the one sprite of list and map, from Maki (CC0) and from icons/ (our own).
// `--check` fails when the committed sprite is not what would be made.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const own = readdirSync(here('../icons')).filter((name) => name.endsWith('.svg') && name !== 'app.svg');
// The kinds of the catalogue name their icons; `marker` stands for a kind that has none here.
const kinds = readFileSync(here('../../geodata/catalogue/kinds.toml'), 'utf8');
const maki = [...new Set([...kinds.matchAll(/^icon = "([^"]+)"/gm)].map((match) => match[1])), 'marker']
  // An icon of our own replaces Maki's of the same name: a bare square says nothing.
  .filter((id) => !own.includes(`${id}.svg`))
  .sort();

const symbol = (id, svg) => {
  const box = /viewBox="([^"]+)"/.exec(svg)[1];
  const paths = [...svg.matchAll(/<path[^>]*\sd="([^"]+)"/g)].map((match) => match[1].replace(/&#x[A9D];|\s+/g, ' '));
  if (paths.length === 0) throw new Error(`${id} has no path`);
  return `<symbol id="${id}" viewBox="${box}">${paths.map((d) => `<path d="${d}"/>`).join('')}</symbol>`;
};
const sprite = [
  '<svg xmlns="http://www.w3.org/2000/svg">',
  ...maki.map((id) => symbol(id, readFileSync(here(`../node_modules/@mapbox/maki/icons/${id}.svg`), 'utf8'))),
  ...own.map((name) => symbol(name.slice(0, -4), readFileSync(here(`../icons/${name}`), 'utf8'))),
  '</svg>\n',
].join('\n');

const target = here('../icons.svg');
if (process.argv.includes('--check')) {
  if (readFileSync(target, 'utf8') !== sprite) {
    console.error('icons.svg is stale: run `npm run generate`');
    process.exit(1);
  }
} else {
  writeFileSync(target, sprite);
}
