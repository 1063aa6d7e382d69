import type { Translate } from '../messages/translate';
import { isUnsent } from './model';
import { tellOthers } from './others';
import { noteNobody, Store } from './store';

/** Warns who logs out while audits wait on the device, and lets nobody read them there afterwards without logging in. */
export function enhanceLeaving(form: HTMLFormElement, t: Translate): void {
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    leave(t).then((mayLeave) => { if (mayLeave) form.submit(); }, () => {
      // The store does not answer: it is told when it is opened next, before anybody reads in it.
      try {
        noteNobody();
      } finally {
        form.submit();
      }
    });
  });
}

async function leave(t: Translate): Promise<boolean> {
  if (!(await Store.isThere())) return true;
  const store = await Store.open();
  const account = await store.account();
  const waiting = (await store.drafts()).filter((own) => own.account === account?.id && (isUnsent(own) || own.isDone));
  if (waiting.length > 0 && !confirm(t('staff-log-out-waiting', { count: waiting.length }))) return false;
  await store.setAccount(null);
  tellOthers();
  return true;
}
