import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle';
import type { MessageKey } from './keys';

/** Says one of some messages in the language of the page. */
export type Translator<Key extends string> = (key: Key, args?: Record<string, FluentVariable>) => string;

/** Says a message that any page may show. */
export type Translate = Translator<MessageKey>;

/** A translator over Fluent text, for one language. */
export function translator<Key extends string = MessageKey>(language: string, source: string): Translator<Key> {
  const bundle = new FluentBundle(language, { useIsolating: false });
  bundle.addResource(new FluentResource(source));
  return (key, args) => {
    const pattern = bundle.getMessage(key)?.value;
    if (pattern == null) throw new Error(`no message ${key} in ${language}`);
    return bundle.formatPattern(pattern, args);
  };
}

/** The translator for the page's language; only that language is loaded. */
export async function translatorFor(language: string): Promise<Translate> {
  return translator(language, (await load(language)).default);
}

/** German is what every page can say. */
function load(language: string): Promise<{ default: string }> {
  switch (language) {
    case 'en':
      return import('virtual:messages/en');
    case 'de-simple':
      return import('virtual:messages/de-simple');
    default:
      return import('virtual:messages/de');
  }
}
