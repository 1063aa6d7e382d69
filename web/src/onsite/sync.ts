import { isUnsent, sentOf, toThousandth, type Draft, type Sent } from './model';

/** What the server says of an audit. */
export interface Audit extends Sent {
  readonly id: string;
  readonly state: string;
  readonly version: number;
}

/** An answer of the API: the audit, or the field and the sentence of what is wrong. */
export interface Reply {
  readonly status: number;
  readonly audit?: Audit;
  readonly field?: string;
  readonly detail?: string;
}

/** The paths of the API that a draft needs. They throw where there is no network. */
export interface Server {
  save(id: string, version: number | null, body: Sent): Promise<Reply>;
  complete(id: string, version: number): Promise<Reply>;
  read(id: string): Promise<Reply>;
}

/** A draft where it is kept: read as it is now, changed bit by bit while somebody may be writing in it. */
export interface Kept {
  now(): Draft;
  change(patch: Partial<Draft>): Promise<void>;
}

export type Outcome =
  /** The server has everything. */
  | 'sent'
  /** And it is completed: nothing is left to be kept. */
  | 'finished'
  /** No network, or the server is busy: once more another time. */
  | 'later'
  /** Nobody is logged in any more. */
  | 'log-in'
  /** The draft says what is wrong. */
  | 'trouble';

/**
 * Sends a draft as far as it gets. It may be broken off anywhere and begun again: the server takes the same audit twice as
 * once, and what was sent without an answer is recognised by what it says.
 */
export async function send(kept: Kept, server: Server): Promise<Outcome> {
  try {
    return await sendOnce(kept, server, true);
  } catch (error) {
    if (isNoNetwork(error)) return 'later';
    throw error;
  }
}

/** Whether a request failed for want of a network, or because it took too long. */
function isNoNetwork(error: unknown): boolean {
  return error instanceof TypeError || (error instanceof DOMException && ['TimeoutError', 'AbortError'].includes(error.name));
}

async function sendOnce(kept: Kept, server: Server, mayRepeat: boolean): Promise<Outcome> {
  const draft = kept.now();
  if (draft.trouble?.sort === 'meanwhile') return 'trouble';
  if (isUnsent(draft)) {
    const body = sentOf(draft);
    const known = [...draft.inFlight.filter((own) => !isSame(own, body)), body];
    await kept.change({ inFlight: known });
    const reply = await server.save(draft.id, draft.version, body);
    if (reply.status !== 200 && reply.status !== 201) return hindered(kept, server, reply, known, mayRepeat);
    await kept.change({ version: reply.audit?.version ?? draft.version, sent: draft.change, inFlight: [], trouble: null });
    if (reply.audit !== undefined && isFinished(kept.now(), reply.audit)) return 'finished';
  }
  const now = kept.now();
  if (isUnsent(now)) return mayRepeat ? sendOnce(kept, server, false) : 'later';
  if (!now.isDone || now.version === null) return 'sent';
  const reply = await server.complete(now.id, now.version);
  // What was written meanwhile is not lost with the rest.
  if (reply.status === 200) return isUnsent(kept.now()) ? 'later' : 'finished';
  // The answer to an earlier try may have got lost.
  if (reply.status === 400) {
    const { audit } = await server.read(now.id);
    if (audit !== undefined && isFinished(kept.now(), audit)) return 'finished';
  }
  const outcome = await hindered(kept, server, reply, [sentOf(now)], mayRepeat);
  if (outcome === 'trouble') await kept.change({ isDone: false });
  return outcome;
}

/** What follows from an answer that is no success. `known` are the contents that this device has sent itself. */
async function hindered(kept: Kept, server: Server, reply: Reply, known: readonly Sent[], mayRepeat: boolean): Promise<Outcome> {
  switch (reply.status) {
    case 401:
      return 'log-in';
    case 403:
      await kept.change({ trouble: { sort: 'not-allowed' } });
      return 'trouble';
    case 412:
    case 428:
      return meet(kept, server, known, mayRepeat);
    default:
      if (reply.status >= 500 || reply.status === 429 || reply.status === 408) return 'later';
      await kept.change({ trouble: { sort: 'refused', field: reply.field ?? '', detail: reply.detail ?? '' } });
      return 'trouble';
  }
}

/** Another version is on the server: ours, of which no answer came, or somebody else's. */
async function meet(kept: Kept, server: Server, known: readonly Sent[], mayRepeat: boolean): Promise<Outcome> {
  const { status, audit } = await server.read(kept.now().id);
  if (status === 401) return 'log-in';
  if (audit === undefined) return 'later';
  const isOurs = known.some((own) => isSame(own, audit));
  if (isFinished(kept.now(), audit)) return 'finished';
  if (isOurs && mayRepeat) {
    await kept.change({ version: audit.version });
    return sendOnce(kept, server, false);
  }
  if (isOurs) return 'later';
  await kept.change({ trouble: { sort: 'meanwhile', version: audit.version, theirs: contentOf(audit) } });
  return 'trouble';
}

/** Whether its auditor is done, and the city has completed just what stands here. */
function isFinished(draft: Draft, audit: Audit): boolean {
  return draft.isDone && ['completed', 'published'].includes(audit.state) && isSame(sentOf(draft), audit);
}

/** What an audit says, without how far it is. */
export function contentOf(audit: Sent): Sent {
  const { place, criteria, depth, source, auditors, sheet } = audit;
  // What is absent in an answer is null here.
  return { place, criteria, depth, source, auditors, sheet, planned_on: audit.planned_on ?? null, audited_on: audit.audited_on ?? null };
}

function isSame(one: Sent, other: Sent): boolean {
  return canonical(contentOf(one)) === canonical(contentOf(other));
}

/** JSON in which the order of members does not matter, nor what is finer than the server keeps. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, own: unknown) => {
    if (typeof own === 'number') return toThousandth(own);
    if (own === null || typeof own !== 'object' || Array.isArray(own)) return own;
    return Object.fromEntries(Object.entries(own).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}
