import { EditorSelection, type StateCommand } from '@codemirror/state';

/** Wraps what is selected; wrapped already, it is unwrapped. */
export function toggleWrap(mark: string): StateCommand {
  return ({ state, dispatch }) => {
    const size = mark.length;
    const change = state.changeByRange(({ from, to }) => {
      const wrapped =
        state.sliceDoc(from - size, from) === mark &&
        state.sliceDoc(to, to + size) === mark;
      return wrapped
        ? {
            changes: [
              { from: from - size, to: from },
              { from: to, to: to + size },
            ],
            range: EditorSelection.range(from - size, to - size),
          }
        : {
            changes: [
              { from, insert: mark },
              { from: to, insert: mark },
            ],
            range: EditorSelection.range(from + size, to + size),
          };
    });
    dispatch(
      state.update(change, { userEvent: 'input', scrollIntoView: true }),
    );
    return true;
  };
}

/** Makes the selected lines a list; a list is made lines again. */
export const toggleList: StateCommand = ({ state, dispatch }) => {
  const change = state.changeByRange(range => {
    const first = state.doc.lineAt(range.from).number;
    const last = state.doc.lineAt(range.to).number;
    const lines = Array.from({ length: last - first + 1 }, (_, i) =>
      state.doc.line(first + i),
    );
    const isList = lines.every(({ text }) => text.startsWith('- '));
    const changes = lines.map(({ from }) =>
      isList ? { from, to: from + 2 } : { from, insert: '- ' },
    );
    const set = state.changes(changes);
    return {
      changes,
      range: EditorSelection.range(
        set.mapPos(range.anchor, 1),
        set.mapPos(range.head, 1),
      ),
    };
  });
  dispatch(state.update(change, { userEvent: 'input', scrollIntoView: true }));
  return true;
};

/**
 * Puts a block of its own on the lines after the cursor, around what is selected. `$` in it stands
 * for that and is where the cursor goes.
 */
export function insertBlock(template: string): StateCommand {
  return ({ state, dispatch }) => {
    const { from, to } = state.selection.main;
    const start = state.doc.lineAt(from);
    const end = state.doc.lineAt(to);
    const selected = state.sliceDoc(start.from, end.to);
    const taken = from === to ? '' : selected;
    const [head, tail = ''] = template.split('$');
    // Beside other words it begins a paragraph; on an empty line it takes that line.
    const before = taken === '' && selected.trim() !== '' ? '\n\n' : '';
    const after = end.to < state.doc.length ? '' : '\n';
    const at = taken === '' ? end.to : start.from;
    const cursor = at + before.length + head.length;
    dispatch(
      state.update({
        changes: {
          from: at,
          to: end.to,
          insert: `${before}${head}${taken}${tail}${after}`,
        },
        selection: EditorSelection.range(cursor, cursor + taken.length),
        userEvent: 'input',
        scrollIntoView: true,
      }),
    );
    return true;
  };
}

/** A command that readers copy. */
export const insertCommand = insertBlock('```sh\n$\n```');

/** A warning that stands out. */
export const insertWarning = insertBlock('> [!WARNING]\n> $');
