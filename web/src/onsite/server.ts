import type { LoggedIn } from './account';
import type { Account } from './store';
import type { Audit, Reply, Server } from './sync';

const AUDITS = '/api/staff/audits';

/** Where an answer takes longer there is no network (milliseconds). */
const PATIENCE_MS = 30_000;

const patience = (): { signal: AbortSignal } => ({ signal: AbortSignal.timeout(PATIENCE_MS) });

/** Who is logged in, and whether they may audit; null where the server says that nobody is. Throws where it does not say. */
export async function whoIsIn(): Promise<LoggedIn | null> {
  const answer = await fetch('/api/staff/account', { cache: 'no-store', ...patience() });
  if (answer.status === 401) return null;
  if (!answer.ok) throw new Error(`the server does not say who is logged in: ${answer.status}`);
  const { id, name, roles } = await answer.json() as Account & { roles: string[] };
  return { id, name, isAuditor: roles.includes('auditor') };
}

/** Audits of the city that somebody may go on with. Throws where the server does not say. */
export async function openAudits(): Promise<Audit[]> {
  const answer = await fetch(`${AUDITS}?state=planned,scheduled,in_progress`, { cache: 'no-store', ...patience() });
  if (!answer.ok) throw new Error(`the server does not list audits: ${answer.status}`);
  const { audits } = await answer.json() as { audits: (Audit & { withdrawn?: string })[] };
  return audits.filter((own) => own.withdrawn === undefined);
}

/** The API of this site. */
export const server: Server = {
  save: (id, version, body) => asked('PUT', `${AUDITS}/${id}`, version, body),
  complete: (id, version) => asked('POST', `${AUDITS}/${id}/move`, version, { move: 'complete' }),
  read: (id) => asked('GET', `${AUDITS}/${id}`, null),
};

async function asked(method: string, path: string, version: number | null, body?: unknown): Promise<Reply> {
  const headers: Record<string, string> = {};
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  if (version !== null) headers['If-Match'] = `"${version}"`;
  const answer = await fetch(path, { method, headers, cache: 'no-store', ...patience(), ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
  const { status } = answer;
  // Without its body a good answer lacks the version: it is as good as lost.
  if (answer.ok) return { status, audit: await answer.json().catch(() => { throw new TypeError('the answer broke off'); }) as Audit };
  const { field, detail } = await answer.json().catch(() => ({})) as { field?: string; detail?: string };
  return { status, ...(field === undefined ? {} : { field }), ...(detail === undefined ? {} : { detail }) };
}
