import { ReactNode } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import {
  StatusIcon,
  statusTokens,
  type Tone,
} from '@callboard/plugin-callboard-react';
import type { CalloutKind } from '@callboard/plugin-runbooks-common';
import { useTexts } from '../../hooks/useTexts';

const TONES: Readonly<Record<CalloutKind, Tone>> = {
  note: 'activity',
  tip: 'activity',
  important: 'activity',
  warning: 'warning',
  caution: 'failing',
  danger: 'failing',
};

const useStyles = makeStyles(theme => {
  const { tones } = statusTokens(theme);
  const box = (tone: Tone) => ({
    borderColor: tones[tone].line,
    background: tones[tone].tint,
  });
  return {
    root: {
      display: 'flex',
      gap: 10,
      margin: '8px 0',
      padding: '10px 12px',
      border: '1px solid',
      borderRadius: 4,
      breakInside: 'avoid',
      '& p': { margin: 0 },
    },
    body: {
      flex: 1,
      minWidth: 0,
      // It goes on in the line of the word that says what it is.
      '& > p:first-of-type': { display: 'inline' },
    },
    activity: box('activity'),
    warning: box('warning'),
    failing: box('failing'),
  };
});

/** `> [!WARNING]` and its like: what has to be read before the command below. */
export function Callout(props: {
  readonly kind: CalloutKind;
  readonly children: ReactNode;
}) {
  const { kind, children } = props;
  const classes = useStyles();
  const t = useTexts();
  const tone = TONES[kind];
  const look = tone === 'failing' || tone === 'warning' ? tone : 'activity';
  return (
    <div className={`${classes.root} ${classes[look]}`} role="note">
      <StatusIcon status={tone} />
      <div className={classes.body}>
        <b>{t(`callout.${kind}`)}: </b>
        {children}
      </div>
    </div>
  );
}
