import { useEffect, useRef, useState } from 'react';
import Button from '@material-ui/core/Button';
import IconButton from '@material-ui/core/IconButton';
import { makeStyles } from '@material-ui/core/styles';
import {
  Glyph,
  PHONE,
  statusTokens,
  useControlStyles,
} from '@callboard/plugin-callboard-react';
import { changesThings } from '@callboard/plugin-runbooks-common';
import { useTexts } from '../../hooks/useTexts';

const SAID_MS = 2_000;

const useStyles = makeStyles(theme => ({
  root: {
    display: 'inline-flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'flex-end',
    maxWidth: '100%',
    flex: 'none',
    '@media print': { display: 'none' },
  },
  button: {
    padding: 4,
    borderRadius: 4,
    '&:focus-visible': {
      outline: `2px solid ${statusTokens(theme).focus}`,
      outlineOffset: 1,
    },
    // A finger needs 44 px; the lines of a sentence stay where they are.
    [PHONE]: { padding: 14, margin: '-10px 0' },
  },
  asWritten: { fontSize: 12 },
  said: { fontSize: 12, lineHeight: '16px' },
}));

/** Copies a command, and says so in its place; one that lacks values says which. */
export function CopyButton(props: {
  readonly text: string;
  readonly disabled?: boolean;
  /** Names that it has no value for. */
  readonly missing: readonly string[];
  /** Somebody wanted to copy it without these. */
  onMissing(): void;
}) {
  const { text, disabled, missing, onMissing } = props;
  const classes = useStyles();
  const controls = useControlStyles();
  const t = useTexts();
  const [said, setSaid] = useState('');
  const [isRefused, setRefused] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>();
  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => {
    setRefused(false);
    setSaid('');
  }, [text]);
  const copy = async () => {
    setRefused(false);
    try {
      await navigator.clipboard.writeText(text);
      setSaid(t('command.copied'));
    } catch {
      setSaid(t('command.copyFailed'));
    }
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setSaid(''), SAID_MS);
  };
  const refuse = () => {
    clearTimeout(timer.current);
    setSaid(t('command.needs', { names: missing.join(', ') }));
    setRefused(true);
    onMissing();
  };
  return (
    <span className={classes.root}>
      <span role="status" className={said ? classes.said : controls.silent}>
        {said}
      </span>
      {isRefused && !changesThings(text) && (
        <Button
          className={`${controls.text} ${classes.asWritten}`}
          onClick={() => void copy()}
        >
          {t('command.copyAsWritten')}
        </Button>
      )}
      <IconButton
        className={classes.button}
        aria-label={t('command.copy', { command: text })}
        disabled={disabled}
        data-copy
        onClick={() => (missing.length > 0 ? refuse() : void copy())}
      >
        <Glyph name="copy" size={16} />
      </IconButton>
    </span>
  );
}
