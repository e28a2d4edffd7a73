import { InputError } from '@backstage/errors';
import { storableText } from '@callboard/plugin-callboard-node';

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
