import { translatorOfSheet } from '../messages/onsite';
import { workingHere } from './account';
import { whoIsIn } from './server';
import { Store } from './store';

/** Asks for the sheet, its script and its words once, so that the worker keeps them before anybody needs them, and notes who
 * works here. */
export function prepareSheet(language: string): void {
  if (!('serviceWorker' in navigator)) return;
  const address = language === 'en' ? '/vor-ort?lang=en' : '/vor-ort';
  const prepare = async () => {
    const found = await whoIsIn().catch(() => null);
    if (found !== null && (found.isAuditor || await Store.isThere())) {
      const store = await Store.open();
      await store.setAccount(workingHere(await store.account(), found));
    }
    await navigator.serviceWorker.ready;
    await Promise.all([fetch(address), import('./start'), translatorOfSheet(language)]);
  };
  prepare().catch((error: unknown) => { console.warn(error); });
}
