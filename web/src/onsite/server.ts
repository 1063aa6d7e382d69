import type { Account } from './store';
import type { Audit, Reply, Server } from './sync';

const AUDITS = '/api/staff/audits';

/** Who is logged in, and whether they may audit; null where nobody is. */
export async function whoIsIn(): Promise<(Account & { isAuditor: boolean }) | null> {
  const answer = await fetch('/api/staff/account', { cache: 'no-store' });
  if (!answer.ok) return null;
  const { id, name, roles } = await answer.json() as Account & { roles: string[] };
  return { id, name, isAuditor: roles.includes('auditor') };
}

/** Audits of the city that somebody may go on with. */
export async function openAudits(): Promise<Audit[]> {
  const answer = await fetch(`${AUDITS}?state=planned,scheduled,in_progress`, { cache: 'no-store' });
  if (!answer.ok) return [];
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
  const answer = await fetch(path, { method, headers, cache: 'no-store', ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
  const { status } = answer;
  const said = await answer.json().catch(() => ({})) as Partial<Audit> & { field?: string; detail?: string };
  if (answer.ok) return { status, audit: said as Audit };
  const { field, detail } = said;
  return { status, ...(field === undefined ? {} : { field }), ...(detail === undefined ? {} : { detail }) };
}
