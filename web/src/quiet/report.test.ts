import { expect, test } from 'vitest';
import { draftOf } from './report';

function fields(said: readonly (readonly [string, string])[]): FormData {
  const data = new FormData();
  for (const [name, value] of said) data.append(name, value);
  return data;
}

test('a report says what was answered and leaves out what was not', () => {
  const said = [['cell_500', 'X'], ['category', 'dark'], ['band', 'night'], ['daytype', 'fr_sa'], ['wish', '']] as const;
  expect(draftOf(fields(said))).toEqual({ cell_500: 'X', category: 'dark', band: 'night', daytype: 'fr_sa', factors: [] });
  const more = [...said.slice(0, 4), ['factors', 'dirt'], ['factors', 'smell'], ['wish', 'light'], ['avoid', 'yes']] as const;
  expect(draftOf(fields(more))).toMatchObject({ factors: ['dirt', 'smell'], wish: 'light', avoid: true });
});
