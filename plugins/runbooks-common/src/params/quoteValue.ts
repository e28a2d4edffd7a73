/** What needs no quotes in a shell. */
const SAFE = /^[A-Za-z0-9._:/@-]+$/;

/** What a terminal acts on, or what shows something else than it is: never pasted, quoted or not. */
const CONTROL =
  /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u034F\u115F\u1160\u17B4\u17B5\u2800\u3164\uFFA0]/u;

/** Whether a value means itself in every place of a shell text. */
export function isSafe(value: string): boolean {
  return SAFE.test(value);
}

/** Whether a value holds characters that no quotes make harmless. */
export function actsOnTerminal(value: string): boolean {
  return CONTROL.test(value);
}

/** A value as one word of a shell, whatever it holds. */
export function quoteValue(value: string): string {
  return isSafe(value) ? value : `'${insideSingleQuotes(value)}'`;
}

/** A value between single quotes that stand there already. */
export function insideSingleQuotes(value: string): string {
  return value.replaceAll("'", "'\\''");
}

/** A value between double quotes that stand there already. */
export function insideDoubleQuotes(value: string): string {
  return isSafe(value) ? value : `"${quoteValue(value)}"`;
}
