import type { DoctorEntry } from '@callboard/plugin-callboard-common';

/** A line of the entity's file, to delete or to add. */
export interface FixLine {
  readonly sign: '-' | '+';
  readonly text: string;
}

/** What to change, and what the copy button puts into the clipboard. */
export interface Fix {
  readonly text?: string;
  readonly lines: readonly FixLine[];
  /** Without signs: it is pasted into YAML. Absent where there is nothing to paste. */
  readonly copy?: string;
}

function linesOf(sign: '-' | '+', text: string | undefined): FixLine[] {
  return (text ?? '')
    .split('\n')
    .filter(line => line.trim() !== '')
    .map(line => ({ sign, text: line }));
}

/** The fix of a wrong annotation, as lines: first what goes, then what comes. */
export function fixLines(fix: DoctorEntry['fix']): Fix {
  const add = linesOf('+', fix.add);
  return {
    ...(fix.text ? { text: fix.text } : {}),
    lines: [...linesOf('-', fix.remove), ...add],
    ...(add.length > 0 ? { copy: add.map(({ text }) => text).join('\n') } : {}),
  };
}
