/** A part of a command; `filled` parts are values that were filled in. */
export interface CommandPart {
  readonly text: string;
  readonly filled?: boolean;
}

/** Characters that every shell leaves alone; anything else is quoted. */
const PLAIN = /^[\w@%+=:,./-]+$/;
/** What may stand before and after a value that was filled in. */
const EDGE = /[\s/=,]/;
/** A short word after a space that begins with a hyphen. */
const FLAG = /(?<=\s)(--?[a-z][a-z-]{0,30})(?=[\s=]|$)/i;

function inQuotes(value: string): string {
  return `'${value.replace(/'/g, `'\\''`)}'`;
}

/** The values come from outside: a name must never become an option or a second command. */
function quoted(value: string): string {
  return PLAIN.test(value) ? value : inQuotes(value);
}

/** Whether a value may stand in a command at all. */
export function isSafe(value: string | undefined): value is string {
  return (
    value !== undefined &&
    value !== '' &&
    !value.startsWith('-') &&
    ![...value].some(char => char.charCodeAt(0) < 0x20)
  );
}

/** Takes the flags of a command apart from what stands between them: `--previous`, `-n`. */
export function splitFlags(
  text: string,
): { readonly text: string; readonly isFlag: boolean }[] {
  return text
    .split(FLAG)
    .map((part, at) => ({ text: part, isFlag: at % 2 === 1 }))
    .filter(part => part.text !== '');
}

/** A value that is filled in, quoted where a shell needs that. */
export function fill(value: string): CommandPart {
  return { text: quoted(value), filled: true };
}

/** Marks the values that were filled into a command, quoted or not. */
export function markFilled(
  command: string,
  values: readonly string[],
): CommandPart[] {
  const known = values
    .filter(isSafe)
    .flatMap(value => [value, inQuotes(value)])
    .sort((a, b) => b.length - a.length);
  const isEdge = (at: number) =>
    at < 0 || at >= command.length || EDGE.test(command[at]);
  const filledAt = (at: number) =>
    isEdge(at - 1)
      ? known.find(
          value => command.startsWith(value, at) && isEdge(at + value.length),
        )
      : undefined;
  const parts: CommandPart[] = [];
  let plainFrom = 0;
  let at = 0;
  while (at < command.length) {
    const value = filledAt(at);
    if (value) {
      if (at > plainFrom) {
        parts.push({ text: command.slice(plainFrom, at) });
      }
      parts.push({ text: value, filled: true });
      plainFrom = at + value.length;
    }
    at = value ? plainFrom : at + 1;
  }
  if (plainFrom < command.length) {
    parts.push({ text: command.slice(plainFrom) });
  }
  return parts;
}
