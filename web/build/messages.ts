import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { messageKeys } from '../src/messages/keys.ts';

/** The messages of one Fluent file that `keys` name, in the order of the file. */
export function messagesFor(keys: readonly string[], source: string): string {
  const wanted = new Set(keys);
  const messages = source
    .split(/\n(?=[a-z])/)
    .map((message) => message.replace(/^#.*$/gm, '').trimEnd())
    .filter((message) => wanted.has(message.slice(0, message.indexOf(' ='))));
  const missing = keys.length - messages.length;
  if (missing > 0) throw new Error(`${missing} message keys have no message`);
  return `${messages.join('\n')}\n`;
}

/**
 * Resolves `virtual:messages/<language>` to the messages the islands use.
 * The server reads the whole files; the browser should not have to.
 */
export function onlyUsedMessages(): Plugin {
  const prefix = 'virtual:messages/';
  return {
    name: 'only-used-messages',
    resolveId: (id) => (id.startsWith(prefix) ? `\0${id}` : undefined),
    load(id) {
      if (!id.startsWith(`\0${prefix}`)) return undefined;
      const language = id.slice(prefix.length + 1);
      const file = fileURLToPath(new URL(`../messages/${language}.ftl`, import.meta.url));
      this.addWatchFile(file);
      return `export default ${JSON.stringify(messagesFor(messageKeys, readFileSync(file, 'utf8')))};`;
    },
  };
}
