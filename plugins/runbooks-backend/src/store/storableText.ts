import { InputError } from '@backstage/errors';

const UNSTORABLE = /\0|\p{Surrogate}/gu;
/** Most texts have none of these, which is found far faster than halves of them. */
const SUSPICIOUS = /[\0\ud800-\udfff]/;

/**
 * Text as it comes back from both databases: PostgreSQL refuses the NUL character, and half of a
 * surrogate pair is no UTF-8.
 */
export function storableText(text: string): string {
  if (!SUSPICIOUS.test(text)) {
    return text;
  }
  return text.replace(UNSTORABLE, '\uFFFD');
}

/** Throws an InputError where a text would not come back byte for byte. */
export function requireStorable(value: unknown, what: string): void {
  if (typeof value === 'string') {
    if (storableText(value) !== value) {
      throw new InputError(
        `${what} holds a NUL character or half of a character, which cannot be stored`,
      );
    }
  } else if (Array.isArray(value)) {
    value.forEach(item => requireStorable(item, what));
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, item] of Object.entries(value)) {
      requireStorable(name, what);
      requireStorable(item, name);
    }
  }
}
