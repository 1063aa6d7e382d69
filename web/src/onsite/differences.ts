import { sheetOf, type Sent } from './model';

/** One answer that two audits give differently; undefined is unknown. */
export interface Difference {
  /** Its path, such as `sheet/readings/C14/steps` or `audited_on`. */
  readonly at: string;
  readonly mine: unknown;
  readonly theirs: unknown;
}

type Leaves = Map<string, unknown>;

function leaves(value: unknown, path: string, found: Leaves): Leaves {
  if (value !== null && typeof value === 'object' && !Array.isArray(value)) {
    for (const [name, own] of Object.entries(value)) leaves(own, path === '' ? name : `${path}/${name}`, found);
  } else if (value !== null && value !== undefined) {
    found.set(path, value);
  }
  return found;
}

/** Where two audits say something different, in the order of their answers. */
export function differences(mine: Sent, theirs: Sent): Difference[] {
  const [one, other] = [leaves(mine, '', new Map()), leaves(theirs, '', new Map())];
  const paths = [...new Set([...one.keys(), ...other.keys()])].sort((a, b) => (a < b ? -1 : 1));
  const all = paths.map((at) => ({ at, mine: one.get(at), theirs: other.get(at) }));
  return all.filter((own) => JSON.stringify(own.mine) !== JSON.stringify(own.theirs));
}

/** Mine, but for the answers at `taken`, which are theirs. */
export function merged(mine: Sent, theirs: Sent, taken: ReadonlySet<string>): Sent {
  const one = leaves(mine, '', new Map());
  const other = leaves(theirs, '', new Map());
  for (const at of taken) {
    const value = other.get(at);
    if (value === undefined) one.delete(at);
    else one.set(at, value);
  }
  const told = built(one) as Partial<Sent>;
  const { auditors = [], planned_on = null, audited_on = null } = told;
  return { ...mine, ...told, auditors, planned_on, audited_on, sheet: sheetOf(told.sheet) };
}

function built(all: Leaves): Record<string, unknown> {
  const root: Record<string, unknown> = {};
  for (const [path, value] of all) {
    const parts = path.split('/');
    const last = parts.pop() ?? '';
    let at = root;
    for (const part of parts) at = (at[part] ??= {}) as Record<string, unknown>;
    at[last] = value;
  }
  return root;
}
