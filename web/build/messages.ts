import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { messageKeys } from '../src/messages/keys.ts';
import { sheetKeys } from '../src/messages/onsite-keys.ts';

/** Languages whose file holds only what it says otherwise than another one. */
const FALLBACKS: Readonly<Record<string, string>> = { 'de-simple': 'de' };

/**
 * The messages that `keys` name, in the order of the keys: each from the last of the Fluent files that has it,
 * and only once.
 */
export function messagesFor(keys: readonly string[], ...sources: readonly string[]): string {
  const messages = new Map(sources.flatMap(messagesOf));
  const found = keys.flatMap((key) => messages.get(key) ?? []);
  const missing = keys.length - found.length;
  if (missing > 0) throw new Error(`${missing} message keys have no message`);
  return `${found.join('\n')}\n`;
}

/** Keys and messages of one Fluent file. */
function messagesOf(source: string): [string, string][] {
  return source
    .split(/\n(?=[a-z])/)
    .map((message) => message.replace(/^#.*$/gm, '').trimEnd())
    .map((message) => [message.slice(0, message.indexOf(' =')), message]);
}

/** The Fluent files of a language: first the one it falls back to. */
export function filesOf(language: string): string[] {
  const fallback = FALLBACKS[language];
  const languages = fallback === undefined ? [language] : [fallback, language];
  return languages.map((own) => fileURLToPath(new URL(`../messages/${own}.ftl`, import.meta.url)));
}

/** What the virtual modules hold, by what their names begin with. */
const MODULES: readonly (readonly [prefix: string, keys: readonly string[]])[] = [
  ['virtual:messages/', messageKeys],
  ['virtual:onsite-messages/', sheetKeys],
];

/**
 * Resolves `virtual:messages/<language>` to the messages the islands use, and `virtual:onsite-messages/<language>` to those of
 * the sheet for audits on site. The server reads the whole files; the browser should not have to.
 */
export function onlyUsedMessages(): Plugin {
  return {
    name: 'only-used-messages',
    resolveId: (id) => (MODULES.some(([prefix]) => id.startsWith(prefix)) ? `\0${id}` : undefined),
    load(id) {
      const module = MODULES.find(([prefix]) => id.startsWith(`\0${prefix}`));
      if (module === undefined) return undefined;
      const [prefix, keys] = module;
      const files = filesOf(id.slice(prefix.length + 1));
      for (const file of files) this.addWatchFile(file);
      const sources = files.map((file) => readFileSync(file, 'utf8'));
      return `export default ${JSON.stringify(messagesFor(keys, ...sources))};`;
    },
  };
}
