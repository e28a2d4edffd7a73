import { EditorState, type StateCommand } from '@codemirror/state';
import {
  insertCommand,
  insertWarning,
  toggleList,
  toggleWrap,
} from './markdownCommands';

/** In a text `[` and `]` stand around what is selected; `|` is the cursor. */
function apply(command: StateCommand, marked: string): string {
  const anchor = marked.search(/[[|]/);
  const text = marked.replace(/[[\]|]/g, '');
  const head = marked.includes(']') ? marked.indexOf(']') - 1 : anchor;
  let state = EditorState.create({ doc: text, selection: { anchor, head } });
  command({
    state,
    dispatch: transaction => {
      state = transaction.state;
    },
  });
  const { from, to } = state.selection.main;
  const selected = from === to ? '|' : `[${state.sliceDoc(from, to)}]`;
  return state.sliceDoc(0, from) + selected + state.sliceDoc(to);
}

describe('commands of the Markdown editor', () => {
  it.each<[string, StateCommand, string, string]>([
    ['bold', toggleWrap('**'), 'a [b] c', 'a **[b]** c'],
    ['bold again', toggleWrap('**'), 'a **[b]** c', 'a [b] c'],
    ['bold of nothing', toggleWrap('**'), 'a |', 'a **|**'],
    ['a list', toggleList, '[a\nb]', '- [a\n- b]'],
    ['a list again', toggleList, '- [a\n- b]', '[a\nb]'],
    [
      'a command on an empty line',
      insertCommand,
      'a\n\n|',
      'a\n\n```sh\n|\n```\n',
    ],
    ['a command after words', insertCommand, 'a|\n', 'a\n\n```sh\n|\n```\n'],
    ['a command of lines', insertCommand, '[ls\nps]', '```sh\n[ls\nps]\n```\n'],
    ['a warning', insertWarning, '|', '> [!WARNING]\n> |\n'],
  ])('%s', (_name, command, before, after) => {
    expect(apply(command, before)).toBe(after);
  });
});
