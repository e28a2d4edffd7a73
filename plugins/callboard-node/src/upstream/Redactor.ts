import { toError } from '@backstage/errors';

const MASK = '***';

/** Header values below this length are flags and versions, and would blank out whole sentences. */
const MIN_HEADER_SECRET_LENGTH_COUNT = 4;

/** How many causes of a cause are kept. */
const MAX_CAUSES_COUNT = 3;

/** @public */
export interface RedactorOptions {
  /** Passwords, keys, tokens. */
  readonly secrets: readonly string[];
  /** Values of headers, of which some may be secret. */
  readonly headerValues?: readonly string[];
}

/**
 * Takes secrets out of texts and errors: the given ones in all the ways they are usually written,
 * and the userinfo and query values of every URL.
 * @public
 */
export class Redactor {
  readonly #pattern?: RegExp;

  static create(options: RedactorOptions): Redactor {
    const headerValues = (options.headerValues ?? []).filter(
      value => value.length >= MIN_HEADER_SECRET_LENGTH_COUNT,
    );
    return new Redactor([...options.secrets, ...headerValues]);
  }

  private constructor(secrets: readonly string[]) {
    const spellings = [...new Set(secrets.flatMap(spellingsOf))]
      .filter(Boolean)
      // The longest first, or a secret that begins with another one would show its rest.
      .sort((a, b) => b.length - a.length);
    if (spellings.length > 0) {
      this.#pattern = new RegExp(spellings.map(escapeRegExp).join('|'), 'g');
    }
  }

  text(text: string): string {
    const known = this.#pattern ? text.replace(this.#pattern, MASK) : text;
    return known
      .replace(/(:\/\/)[^\s/@"'<>]+@/g, `$1${MASK}@`)
      .replace(/([?&][^\s=&#"'<>]+=)[^\s&#"'<>]+/g, `$1${MASK}`);
  }

  /** A copy of an error with nothing but its redacted name, message, code, stack and causes. */
  error(error: unknown, depth = 0): Error {
    const source = toError(error);
    const copy = new Error(this.text(source.message || codeOf(source) || ''));
    copy.name = this.text(source.name);
    copy.stack = source.stack && this.text(source.stack);
    const code = codeOf(source);
    if (code) {
      Object.assign(copy, { code: this.text(code) });
    }
    if (source.cause !== undefined && depth < MAX_CAUSES_COUNT) {
      copy.cause = this.error(source.cause, depth + 1);
    }
    return copy;
  }
}

/** The `code` of an error, where it has one: `ECONNREFUSED`. */
export function codeOf(error: unknown): string | undefined {
  const code =
    typeof error === 'object' && error !== null && 'code' in error
      ? error.code
      : undefined;
  return typeof code === 'string' ? code : undefined;
}

function spellingsOf(secret: string): string[] {
  return [
    secret,
    encodeURIComponent(secret.replace(/\p{Surrogate}/gu, '\ufffd')),
    JSON.stringify(secret).slice(1, -1),
    Buffer.from(secret).toString('base64'),
  ];
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
