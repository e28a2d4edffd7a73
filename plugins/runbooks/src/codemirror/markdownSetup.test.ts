import { EditorView } from '@codemirror/view';
import { EditorState } from '@codemirror/state';
import { markdownSetup } from './markdownSetup';

const stateOf = (doc: string) =>
  EditorState.create({
    doc,
    extensions: markdownSetup({
      label: 'Text',
      placeholder: '',
      onSave() {},
      onChange() {},
      onCursor() {},
    }),
  });

const pasted = (doc: string, text: string) => {
  const state = stateOf(doc);
  return state
    .facet(EditorView.clipboardInputFilter)
    .reduce((now, filter) => filter(now, state), text);
};

describe('markdownSetup', () => {
  it.each([
    ['of this kind', 'a\nb', 'x\r\ny\rz\n', 'x\ny\nz\n'],
    ['of another kind', 'a\r\nb', 'x\ny\r\n', 'x\r\ny\r\n'],
  ])(
    'gives what is pasted the line ends of a text %s',
    (_n, doc, text, out) => {
      expect(pasted(doc, text)).toBe(out);
    },
  );

  it('leaves the line ends of a text as they are', () => {
    expect(stateOf('a\r\nb\rc\n').doc.toString()).toBe('a\r\nb\rc\n');
  });
});
