import type { SheetKey } from './onsite-keys';
import { translator, type Translator } from './translate';

/** Says a message of the sheet for audits on site. */
export type TranslateSheet = Translator<SheetKey>;

/** The translator of the sheet; other pages do not load its messages. */
export async function translatorOfSheet(language: string): Promise<TranslateSheet> {
  return translator<SheetKey>(language, (await load(language)).default);
}

function load(language: string): Promise<{ default: string }> {
  switch (language) {
    case 'en':
      return import('virtual:onsite-messages/en');
    case 'de-simple':
      return import('virtual:onsite-messages/de-simple');
    default:
      return import('virtual:onsite-messages/de');
  }
}
