import { ReactNode } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import Button from '@material-ui/core/Button';
import {
  statusTokens,
  useControlStyles,
} from '@callboard/plugin-callboard-react';
import { useTexts } from '../../hooks/useTexts';
import { CopyText } from './CopyText';

const useStyles = makeStyles(theme => {
  const { tones } = statusTokens(theme);
  return {
    root: {
      marginTop: 8,
      padding: '8px 12px',
      border: `1px solid ${tones.warning.line}`,
      borderRadius: 4,
      background: tones.warning.tint,
      overflowWrap: 'anywhere',
    },
    text: {
      margin: '8px 0 0',
      maxHeight: 240,
      overflow: 'auto',
      fontFamily: 'inherit',
      fontSize: 14,
      lineHeight: '20px',
      whiteSpace: 'pre-wrap',
    },
    buttons: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: 8,
      marginTop: 8,
      '@media print': { display: 'none' },
    },
  };
});

/** What somebody has written and nobody has taken: to be read, copied, or thrown away. */
export function WrittenText(props: {
  /** Why it stands here. */
  readonly children: ReactNode;
  readonly texts: readonly (string | undefined)[];
  /** What else can be done with it. */
  readonly actions?: ReactNode;
  onDrop(): void;
}) {
  const { children, texts, actions, onDrop } = props;
  const classes = useStyles();
  const controls = useControlStyles();
  const t = useTexts();
  const text = texts.filter(Boolean).join('\n\n');
  return (
    <div className={classes.root}>
      <div role="status">{children}</div>
      {text && (
        <pre
          className={classes.text}
          // What scrolls has to be reached by keyboard too.
          // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
          tabIndex={0}
        >
          {text}
        </pre>
      )}
      <div className={classes.buttons}>
        {actions}
        {text && <CopyText text={text} />}
        <Button className={controls.text} onClick={onDrop}>
          {t('run.drop')}
        </Button>
      </div>
    </div>
  );
}
