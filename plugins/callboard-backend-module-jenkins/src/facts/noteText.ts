import type { RunNote } from './RunNote';

/** Neither stands in a note: what people wrote is made plain before it gets into one. */
const CELL_END = '\t';
const ROW_END = '\n';

/** There is nothing to know; an empty cell is one that nobody asked about. */
const NOTHING = '-';

/** Notes as text, one line a run. There are twenty for every job, and JSON takes four times as long. */
export function writeNotes(notes: readonly RunNote[]): string {
  return notes.map(rowOf).join(ROW_END);
}

function rowOf({ n, t, b, c, s, a, r, f }: RunNote): string {
  const start = `${n}${CELL_END}${t}${CELL_END}${b ?? ''}${CELL_END}${
    c ?? ''
  }${CELL_END}${s ?? ''}${CELL_END}${a ?? ''}${CELL_END}`;
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
  return text === '' ? [] : text.split(ROW_END).map(noteOfRow);
}

function noteOfRow(row: string): RunNote {
  const [n, t, b, c, s, a, r, f] = row.split(CELL_END);
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
