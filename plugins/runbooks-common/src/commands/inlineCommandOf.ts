import { looksLikeCommand } from './tools';

/** The command that code inside a sentence is, without its prompt; undefined for other code. @public */
export function inlineCommandOf(code: string): string | undefined {
  const text = code.replace(/\s+/g, ' ').trim();
  return looksLikeCommand(text, 'inline')
    ? text.replace(/^\$\s+/, '')
    : undefined;
}
