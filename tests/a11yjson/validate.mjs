// Asks the schemas of the format's own package whether our A11yJSON keeps to them. The package is large (37 MB) and slow (a
// second or two for each place), and so no part of the build; of a file every so many lines are asked, 100 in all, or as many as
// the second argument says:
//
//   A11YJSON_OUT=/tmp/places.jsonl cargo test --test it exports_are_written
//   cd "$(mktemp -d)" && npm install @sozialhelden/a11yjson@31.1.0
//   cp …/tests/a11yjson/validate.mjs . && node validate.mjs /tmp/places.jsonl 100
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { getPlaceInfoSchemaDefinition } = require('@sozialhelden/a11yjson');
const simple = require('@sozialhelden/simpl-schema');
const SimpleSchema = simple.default ?? simple;
const schema = new SimpleSchema(getPlaceInfoSchemaDefinition());

const lines = readFileSync(process.argv[2], 'utf8').trim().split('\n');
const most = Number(process.argv[3] ?? 100);
const step = Math.max(1, Math.ceil(lines.length / most));
let [valid, faulty] = [0, 0];
for (const line of lines.filter((_, number) => number % step === 0)) {
  const context = schema.newContext();
  context.validate(JSON.parse(line));
  if (context.isValid()) {
    valid += 1;
  } else if ((faulty += 1) <= 5) {
    console.error(JSON.stringify(context.validationErrors()), line);
  }
}
console.log(`${valid} valid, ${faulty} not, of ${lines.length}`);
process.exitCode = faulty === 0 && valid > 0 ? 0 : 1;
