import {
  defaultKeymap,
  history,
  historyKeymap,
  indentWithTab,
} from '@codemirror/commands';
import {
  markdown,
  markdownKeymap,
  markdownLanguage,
} from '@codemirror/lang-markdown';
import { EditorState, Prec, type Extension } from '@codemirror/state';
import {
  drawSelection,
  dropCursor,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
  placeholder,
} from '@codemirror/view';
import { toggleWrap } from './markdownCommands';
import { openPlaces } from './openPlaces';

/** What the Markdown editor is made of, but for its colours. */
export function markdownSetup(options: {
  /** Read aloud as the name of the field. */
  readonly label: string;
  readonly placeholder: string;
  onSave(): void;
  onChange(text: string, cursor: number): void;
  onCursor(cursor: number): void;
}): Extension {
  return [
    lineNumbers(),
    highlightActiveLine(),
    highlightActiveLineGutter(),
    history(),
    drawSelection(),
    dropCursor(),
    EditorView.lineWrapping,
    EditorState.tabSize.of(2),
    // Line ends stay as they were written.
    EditorState.lineSeparator.of('\n'),
    // What is pasted takes on those of the text.
    EditorView.clipboardInputFilter.of((text, { doc }) =>
      text.replace(
        /\r\n?|\n/g,
        doc.line(1).text.endsWith('\r') ? '\r\n' : '\n',
      ),
    ),
    markdown({
      base: markdownLanguage,
      // Front matter is none.
      extensions: [{ remove: ['SetextHeading'] }],
      completeHTMLTags: false,
    }),
    openPlaces,
    placeholder(options.placeholder),
    EditorView.contentAttributes.of({
      'aria-label': options.label,
      spellcheck: 'true',
    }),
    Prec.high(
      keymap.of([
        {
          key: 'Mod-s',
          preventDefault: true,
          run: () => {
            options.onSave();
            return true;
          },
        },
        { key: 'Mod-b', run: toggleWrap('**') },
      ]),
    ),
    // Tab indents; after Escape it leaves the editor, as CodeMirror has it.
    keymap.of([
      ...markdownKeymap,
      ...defaultKeymap,
      ...historyKeymap,
      indentWithTab,
    ]),
    EditorView.updateListener.of(update => {
      const cursor = update.state.selection.main.head;
      if (update.docChanged) {
        options.onChange(update.state.doc.toString(), cursor);
      } else if (update.selectionSet) {
        options.onCursor(cursor);
      }
    }),
  ];
}
