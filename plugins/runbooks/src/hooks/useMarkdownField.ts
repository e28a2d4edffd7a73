import {
  RefObject,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useTheme } from '@material-ui/core/styles';
import { statusTokens } from '@callboard/plugin-callboard-react';
import { editorTheme } from '../codemirror/editorTheme';
import { MarkdownField } from '../codemirror/MarkdownField';
import { markdownSetup } from '../codemirror/markdownSetup';

/** What the field tells of. */
export interface MarkdownFieldEvents {
  onChange(text: string, cursor: number): void;
  onCursor(cursor: number): void;
  onSave(): void;
}

/** A Markdown editor within an element; undefined before that is there. */
export function useMarkdownField(options: {
  readonly parent: RefObject<HTMLElement>;
  readonly text: string;
  /** Counts up when `text` changed by something else than typing, and goes into the field. */
  readonly textRevision: number;
  readonly label: string;
  readonly placeholder: string;
  readonly events: MarkdownFieldEvents;
}): MarkdownField | undefined {
  const { parent, text, textRevision, label, placeholder, events } = options;
  const theme = useTheme();
  const [field, setField] = useState<MarkdownField>();
  const latest = useRef({ events, text });
  latest.current = { events, text };
  const colours = useMemo(
    () =>
      editorTheme({
        tokens: statusTokens(theme),
        dark: theme.palette.type === 'dark',
        text: theme.palette.text.primary,
        paper: theme.palette.background.paper,
      }),
    [theme],
  );
  const firstColours = useRef(colours);

  useEffect(() => {
    if (!parent.current) {
      return undefined;
    }
    const made = new MarkdownField({
      parent: parent.current,
      text: latest.current.text,
      setup: markdownSetup({
        label,
        placeholder,
        onChange: (now, cursor) => latest.current.events.onChange(now, cursor),
        onCursor: cursor => latest.current.events.onCursor(cursor),
        onSave: () => latest.current.events.onSave(),
      }),
      theme: firstColours.current,
    });
    setField(made);
    return () => made.destroy();
  }, [parent, label, placeholder]);

  useEffect(() => field?.setTheme(colours), [field, colours]);
  // Before the next key is taken: what is typed meanwhile must not be typed into an older text.
  useLayoutEffect(
    () => field?.setText(latest.current.text),
    [field, textRevision],
  );
  return field;
}
