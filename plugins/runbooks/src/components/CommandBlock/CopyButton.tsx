import { useEffect, useRef, useState } from 'react';
import IconButton from '@material-ui/core/IconButton';
import { makeStyles } from '@material-ui/core/styles';
import { useControlStyles } from '@callboard/plugin-callboard-react';
import { useTexts } from '../../hooks/useTexts';

const SAID_MS = 2_000;

const useStyles = makeStyles({
  root: { display: 'inline-flex', alignItems: 'center', flex: 'none' },
  button: {
    padding: 4,
    borderRadius: 4,
    '@media print': { display: 'none' },
    // A finger needs 44 px.
    '@media (max-width:640px)': { padding: 13 },
  },
  said: { fontSize: 12, lineHeight: '16px' },
});

/** Copies a command, and says so in its place. */
export function CopyButton(props: {
  readonly text: string;
  readonly disabled?: boolean;
}) {
  const { text, disabled } = props;
  const classes = useStyles();
  const controls = useControlStyles();
  const t = useTexts();
  const [said, setSaid] = useState('');
  const timer = useRef<ReturnType<typeof setTimeout>>();
  useEffect(() => () => clearTimeout(timer.current), []);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setSaid(t('command.copied'));
    } catch {
      setSaid(t('command.copyFailed'));
    }
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setSaid(''), SAID_MS);
  };
  return (
    <span className={classes.root}>
      <span role="status" className={said ? classes.said : controls.silent}>
        {said}
      </span>
      <IconButton
        className={classes.button}
        aria-label={t('command.copy', { command: text })}
        disabled={disabled}
        data-copy
        onClick={() => void copy()}
      >
        <svg width="16" height="16" viewBox="0 0 24 24" aria-hidden>
          <path
            d="M8 8h12v13H8zM16 8V3H4v13h4"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.75"
          />
        </svg>
      </IconButton>
    </span>
  );
}
