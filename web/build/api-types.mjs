// Makes src/api/types.ts from src/api/openapi.json, the committed snapshot of the server's API document.
// `--check` fails when the committed types are not what would be made.
import { readFileSync, writeFileSync } from 'node:fs';
import openapi, { astToString } from 'openapi-typescript';

const source = new URL('../src/api/openapi.json', import.meta.url);
const target = new URL('../src/api/types.ts', import.meta.url);
const types = `// Generated from openapi.json by \`npm run generate\`.\n${astToString(await openapi(source))}`;

if (process.argv.includes('--check')) {
  if (readFileSync(target, 'utf8') !== types) {
    console.error('src/api/types.ts is stale: run `npm run generate`');
    process.exit(1);
  }
} else {
  writeFileSync(target, types);
}
