import { translatorOfSheet } from '../messages/onsite';

/** Asks for the sheet, its script and its words once, so that the worker keeps them before anybody needs them. */
export function prepareSheet(language: string): void {
  if (!('serviceWorker' in navigator)) return;
  const address = language === 'en' ? '/vor-ort?lang=en' : '/vor-ort';
  const prepare = async () => {
    await navigator.serviceWorker.ready;
    await Promise.all([fetch(address), import('./start'), translatorOfSheet(language)]);
  };
  prepare().catch((error: unknown) => { console.warn(error); });
}
