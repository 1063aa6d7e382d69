import { getPlaceInfoSchemaDefinition } from '@sozialhelden/a11yjson';
import SimpleSchema from '@sozialhelden/simpl-schema';
import { expect, test } from 'vitest';
import samples from './a11yjson-samples.json' with { type: 'json' };

// The schemas of the format's own package. They take a second or two for each place.
const schema = new SimpleSchema(getPlaceInfoSchemaDefinition());

/** What the schemas say against a place. */
function faults(place: Record<string, unknown>): unknown[] {
  const context = schema.newContext();
  context.validate(place);
  return context.validationErrors();
}

test.for(samples)('what is exported of a place keeps to A11yJSON: $properties.name.de', { timeout: 60_000 }, (place) => {
  expect(faults(place)).toEqual([]);
});

test('the schemas refuse what is no A11yJSON', () => {
  const [first] = samples;
  const odd = { ...first, properties: { ...first?.properties, accessibility: { entrances: 'one' } } };
  expect(faults(odd)).not.toEqual([]);
});
