const UNSTORABLE = /\0|\p{Surrogate}/gu;
/** Most texts have none of these, which is found far faster than halves of them. */
const SUSPICIOUS = /[\0\ud800-\udfff]/;

/**
 * Text as it comes back from both databases: PostgreSQL refuses the NUL character, and half of a
 * surrogate pair is no UTF-8.
 * @public
 */
export function storableText(text: string): string {
  return SUSPICIOUS.test(text) ? text.replace(UNSTORABLE, '\uFFFD') : text;
}
