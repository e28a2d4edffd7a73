import type { RunNote } from './RunNote';

/** None of these stands in a note: what people wrote is made plain before it gets into one. */
const CELL_END = '\t';
const ROW_END = '\n';
/** The cause of the row before: of a job it is mostly one and the same. */
const SAME_CAUSE = '\v';

/** There is nothing to know; an empty cell is one that nobody asked about. */
const NOTHING = '-';

/** Notes as text, one line a run. There are twenty for every job, and JSON takes four times as long. */
export function writeNotes(notes: readonly RunNote[]): string {
  let newer: RunNote | undefined;
  const rows = notes.map(note => {
    const row = rowOf(note, newer?.c);
    newer = note;
    return row;
  });
  return rows.join(ROW_END);
}

function rowOf(
  { n, t, b, c, s, a, r, f }: RunNote,
  newerCause: string | undefined,
): string {
  const cause = c && c === newerCause ? SAME_CAUSE : c ?? '';
  const start = `${n}${CELL_END}${t}${CELL_END}${
    b ?? ''
  }${CELL_END}${cause}${CELL_END}${s ?? ''}${CELL_END}${a ?? ''}${CELL_END}`;
  // Of most runs nobody asked more, and there are twenty for every job.
  return r === undefined && f === undefined
    ? `${start}${CELL_END}`
    : `${start}${testsCell(r)}${CELL_END}${stageCell(f)}`;
}

function testsCell(r: RunNote['r']): string {
  return r === null
    ? NOTHING
    : (r && `${r.failed}/${r.skipped}/${r.total}`) ?? '';
}

/** A stage may be called anything, also like our sign for nothing. */
function stageCell(f: RunNote['f']): string {
  return f === null ? NOTHING : (f && `=${f.name}`) ?? '';
}

/** What {@link writeNotes} wrote. */
export function readNotes(text: string): readonly RunNote[] {
  const rows = text === '' ? [] : text.split(ROW_END);
  let newer: RunNote | undefined;
  return rows.map(row => {
    const note = noteOfRow(row, newer?.c);
    newer = note;
    return note;
  });
}

function noteOfRow(row: string, newerCause: string | undefined): RunNote {
  const [n, t, b, cause, s, a, r, f] = row.split(CELL_END);
  const c = cause === SAME_CAUSE ? newerCause : cause;
  return {
    n: Number(n),
    t: Number(t),
    ...(b && { b: 1 }),
    ...(c && { c }),
    ...(s && { s }),
    ...(a && { a }),
    ...(r && { r: r === NOTHING ? null : testsOf(r) }),
    ...(f && { f: f === NOTHING ? null : { name: f.slice(1) } }),
  };
}

function testsOf(text: string): NonNullable<RunNote['r']> {
  const [failed, skipped, total] = text.split('/').map(Number);
  return { failed, skipped, total };
}
