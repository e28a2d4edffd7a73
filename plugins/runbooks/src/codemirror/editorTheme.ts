import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import {
  MONO_FONT,
  type StatusTokens,
} from '@callboard/plugin-callboard-react';

/** The portal's colours in the editor. */
export function editorTheme(options: {
  readonly tokens: StatusTokens;
  readonly dark: boolean;
  /** Colour of the text. */
  readonly text: string;
  readonly paper: string;
}): Extension {
  const { tokens, dark, text, paper } = options;
  const theme = EditorView.theme(
    {
      '&': { height: '100%', color: text, backgroundColor: paper },
      '&.cm-focused': { outline: 'none' },
      '.cm-scroller': {
        fontFamily: MONO_FONT,
        fontSize: '13px',
        lineHeight: '22px',
      },
      '.cm-content': { padding: '8px 0 40px', caretColor: text },
      '.cm-line': { padding: '0 12px 0 8px' },
      '.cm-gutters': {
        color: tokens.secondary,
        backgroundColor: paper,
        border: 'none',
      },
      '.cm-lineNumbers .cm-gutterElement': {
        minWidth: '32px',
        padding: '0 12px 0 4px',
      },
      '.cm-activeLine, .cm-activeLineGutter': {
        backgroundColor: dark ? '#4A4F5680' : '#E8EFF880',
      },
      '.cm-cursor': { borderLeftColor: text },
      '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground':
        { backgroundColor: dark ? '#5B6F8C' : '#C9DBF2' },
      '.cm-open-place': {
        backgroundColor: tokens.tones.warning.tint,
        boxShadow: `inset 0 -2px ${tokens.tones.warning.icon}`,
      },
      '.cm-panels': {
        color: text,
        backgroundColor: tokens.subtle,
        borderColor: tokens.border,
      },
      '.cm-placeholder': { color: tokens.secondary },
    },
    { dark },
  );
  const highlight = HighlightStyle.define([
    { tag: tags.heading, fontWeight: '700' },
    { tag: tags.strong, fontWeight: '700' },
    { tag: tags.emphasis, fontStyle: 'italic' },
    { tag: [tags.link, tags.url], color: tokens.link },
    { tag: tags.quote, color: tokens.tones.warning.text },
    { tag: tags.monospace, color: tokens.tones.ok.text },
    { tag: tags.processingInstruction, color: tokens.secondary },
    { tag: tags.comment, color: tokens.secondary },
  ]);
  return [theme, syntaxHighlighting(highlight)];
}
