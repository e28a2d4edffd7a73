import {
  forwardRef,
  useEffect,
  useImperativeHandle,
  useRef,
  useState,
} from 'react';
import IconButton from '@material-ui/core/IconButton';
import InputBase from '@material-ui/core/InputBase';
import { makeStyles } from '@material-ui/core/styles';
import { useTexts } from '../../hooks/useTexts';
import { PHONE } from '../../theme/breakpoints';
import { MONO_FONT } from '../../theme/mono';
import { statusTokens } from '../../theme/statusTokens';
import { Glyph } from '../Glyph';

/** Typing settles before the server is asked. */
const SETTLE_MS = 250;

const useStyles = makeStyles(theme => {
  const tokens = statusTokens(theme);
  return {
    root: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: 6,
      width: 220,
      height: 32,
      padding: '0 4px 0 10px',
      border: `1px solid ${tokens.borderStrong}`,
      borderRadius: 4,
      background: theme.palette.background.paper,
      color: tokens.secondary,
      '&:focus-within': {
        outline: `2px solid ${tokens.focus}`,
        outlineOffset: 1,
      },
      [PHONE]: { flex: 1, width: 'auto', height: 44 },
    },
    input: {
      flex: 1,
      fontSize: 14,
      color: theme.palette.text.primary,
      '& input': { padding: 0 },
      '& input::placeholder': { color: tokens.secondary, opacity: 1 },
    },
    key: {
      padding: '1px 5px',
      marginRight: 4,
      borderRadius: 3,
      boxShadow: `inset 0 0 0 1px ${tokens.border}`,
      background: tokens.codeBg,
      color: theme.palette.text.primary,
      fontFamily: MONO_FONT,
      fontSize: 12,
      lineHeight: '16px',
      [PHONE]: { display: 'none' },
    },
    clear: { padding: 4, color: tokens.secondary },
  };
});

/**
 * Lets a key press bring the cursor into the field.
 * @public
 */
export interface SearchFieldHandle {
  focus(): void;
}

/**
 * Text search.
 * @public
 */
export const SearchField = forwardRef<
  SearchFieldHandle,
  {
    readonly value: string;
    /** Names the field for those who do not see it. */
    readonly label: string;
    readonly placeholder: string;
    onChange(value: string): void;
  }
>(function Field(props, ref) {
  const { value, label, placeholder, onChange } = props;
  const classes = useStyles();
  const t = useTexts();
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(value);
  const change = useRef(onChange);
  change.current = onChange;

  useImperativeHandle(ref, () => ({
    focus: () => {
      input.current?.focus();
      input.current?.select();
    },
  }));

  // The URL wins: a view that is opened brings its own search.
  useEffect(() => setTyped(value), [value]);
  useEffect(() => {
    if (typed === value) {
      return undefined;
    }
    const timer = setTimeout(() => change.current(typed), SETTLE_MS);
    return () => clearTimeout(timer);
  }, [typed, value]);

  const clear = () => {
    setTyped('');
    change.current('');
  };

  return (
    <span className={classes.root} role="search">
      <Glyph name="search" size={16} />
      <InputBase
        className={classes.input}
        inputRef={input}
        value={typed}
        placeholder={placeholder}
        inputProps={{ 'aria-label': label, maxLength: 200 }}
        onChange={event => setTyped(event.target.value)}
        onKeyDown={event => {
          if (event.key === 'Escape') {
            event.stopPropagation();
            if (typed) {
              clear();
            } else {
              input.current?.blur();
            }
          }
        }}
      />
      {typed ? (
        <IconButton
          className={classes.clear}
          aria-label={t('clearSearch')}
          onClick={clear}
        >
          <Glyph name="close" size={16} />
        </IconButton>
      ) : (
        <kbd className={classes.key} aria-hidden>
          /
        </kbd>
      )}
    </span>
  );
});
