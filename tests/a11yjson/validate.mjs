// Asks the schemas of the format's own package whether our A11yJSON keeps to them. The package is large (37 MB) and so no part
// of the build:
//
//   A11YJSON_OUT=/tmp/places.jsonl cargo test --test it exports_are_written
//   cd "$(mktemp -d)" && npm install @sozialhelden/a11yjson@31.1.0
//   cp …/tests/a11yjson/validate.mjs . && node validate.mjs /tmp/places.jsonl
import { createReadStream } from 'node:fs';
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';

const require = createRequire(import.meta.url);
const { getPlaceInfoSchemaDefinition } = require('@sozialhelden/a11yjson');
const simple = require('@sozialhelden/simpl-schema');
const SimpleSchema = simple.default ?? simple;
const schema = new SimpleSchema(getPlaceInfoSchemaDefinition());

let [valid, faulty] = [0, 0];
for await (const line of createInterface({ input: createReadStream(process.argv[2]) })) {
  const context = schema.newContext();
  context.validate(JSON.parse(line));
  if (context.isValid()) {
    valid += 1;
  } else if ((faulty += 1) <= 5) {
    console.error(JSON.stringify(context.validationErrors()), line);
  }
}
console.log(`${valid} valid, ${faulty} not`);
process.exitCode = faulty === 0 && valid > 0 ? 0 : 1;
