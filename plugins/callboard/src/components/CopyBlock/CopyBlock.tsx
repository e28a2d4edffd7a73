import { ReactNode, useEffect, useState } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import IconButton from '@material-ui/core/IconButton';
import useCopyToClipboard from 'react-use/esm/useCopyToClipboard';
import {
  Glyph,
  MONO_FONT,
  statusTokens,
} from '@callboard/plugin-callboard-react';
import { useTexts } from '../../hooks/useTexts';

const SAID_MS = 3_000;

const useStyles = makeStyles(theme => {
  const tokens = statusTokens(theme);
  return {
    root: {
      display: 'flex',
      alignItems: 'flex-start',
      gap: 8,
      padding: '6px 6px 6px 10px',
      borderRadius: 4,
      border: `1px solid ${tokens.border}`,
      background: tokens.codeBg,
    },
    code: {
      flex: 1,
      minWidth: 0,
      margin: 0,
      whiteSpace: 'pre-wrap',
      overflowWrap: 'anywhere',
      fontFamily: MONO_FONT,
      fontSize: 13,
      lineHeight: '20px',
      color: theme.palette.text.primary,
    },
    said: {
      fontSize: 12,
      lineHeight: '24px',
      whiteSpace: 'nowrap',
      color: tokens.secondary,
    },
    button: {
      width: 24,
      height: 24,
      padding: 0,
      borderRadius: 4,
      color: tokens.secondary,
      // A finger needs 44 px; the drawing stays small.
      '&::after': {
        content: '""',
        position: 'absolute',
        inset: -10,
        [theme.breakpoints.up('sm')]: { inset: 0 },
      },
    },
  };
});

/** A command or a line of config: monospaced, with a button that copies it. */
export function CopyBlock(props: {
  readonly text: string;
  /** Names the button, e.g. "Copy the annotation". */
  readonly label?: string;
  /** The same text with marks in it. */
  readonly children?: ReactNode;
}) {
  const { text, label, children } = props;
  const classes = useStyles();
  const t = useTexts();
  const [copied, copy] = useCopyToClipboard();
  const [said, setSaid] = useState('');

  useEffect(() => {
    if (!said) {
      return undefined;
    }
    const timer = setTimeout(() => setSaid(''), SAID_MS);
    return () => clearTimeout(timer);
  }, [said]);

  useEffect(() => {
    if (copied.error) {
      setSaid(t('status.copyFailed'));
    } else if (copied.value !== undefined) {
      setSaid(t('status.copied'));
    }
  }, [copied, t]);

  return (
    <div className={classes.root}>
      <code className={classes.code}>{children ?? text}</code>
      <span role="status" className={classes.said}>
        {said}
      </span>
      <IconButton
        className={classes.button}
        aria-label={label ?? t('status.copy')}
        title={label ?? t('status.copy')}
        onClick={() => copy(text)}
      >
        <Glyph name="copy" size={16} />
      </IconButton>
    </div>
  );
}
