import type { Account } from './store';

/** Who is logged in, as the server says. */
export type LoggedIn = Account & { readonly isAuditor: boolean };

/** Whose audits the device shows once the server has said who is logged in: those of that account and of no former one. Whoever
 * may not audit any more still sees what is their own. */
export function workingHere(known: Account | null, found: LoggedIn): Account | null {
  const { id, name, isAuditor } = found;
  if (isAuditor) return { id, name };
  return known?.id === id ? known : null;
}
