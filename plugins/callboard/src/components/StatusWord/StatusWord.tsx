import { ReactNode } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import {
  StatusIcon,
  Tone,
  useStatusTokens,
} from '@callboard/plugin-callboard-react';
import { useTexts } from '../../hooks/useTexts';

const useStyles = makeStyles({
  root: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: 6,
    fontWeight: 700,
    whiteSpace: 'nowrap',
  },
  // The clock hangs over the icon's edge.
  stale: { gap: 12 },
});

/** Icon and word of a status; `children` replaces the word. */
export function StatusWord(props: {
  readonly status: Tone;
  readonly size?: number;
  readonly stale?: boolean;
  readonly className?: string;
  readonly children?: ReactNode;
}) {
  const { status, size = 18, stale, className, children } = props;
  const classes = useStyles();
  const tokens = useStatusTokens();
  const t = useTexts();
  return (
    <span
      className={[classes.root, stale && classes.stale, className]
        .filter(Boolean)
        .join(' ')}
      style={{ color: tokens.tones[status].text }}
    >
      <StatusIcon status={status} size={size} stale={stale} />
      {children ?? t(`status.word.${status}`)}
    </span>
  );
}
