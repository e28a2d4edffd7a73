import { ReactNode } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import {
  Instant,
  Since,
  StatusIcon,
  type Tone,
} from '@callboard/plugin-callboard-react';
import type { FindingSnapshot } from '@callboard/plugin-runbooks-common';
import { FindingWords } from '../EntityRunbooks';

const TONES: Readonly<Record<string, Tone>> = {
  failing: 'failing',
  warning: 'warning',
  unknown: 'unknown',
  ok: 'ok',
};

const useStyles = makeStyles({
  root: {
    display: 'flex',
    gap: 8,
    alignItems: 'flex-start',
    margin: 0,
    overflowWrap: 'anywhere',
  },
  words: { minWidth: 0 },
});

/** What is, or was, wrong: its status, its sentence and since when. */
export function FindingLine(props: {
  readonly finding: FindingSnapshot;
  /** Says when that was: "Before", "Now". */
  readonly label?: string;
  /** It is over: only the instant matters, not how long ago that is. */
  readonly isPast?: boolean;
  /** Instead of its own words. */
  readonly children?: ReactNode;
}) {
  const { finding, label, isPast = false, children } = props;
  const { since, status = '' } = finding;
  const classes = useStyles();
  const at = since && !Number.isNaN(Date.parse(since)) ? since : undefined;
  const age = at && (isPast ? <Instant at={at} /> : <Since at={at} />);
  return (
    <p className={classes.root}>
      <StatusIcon status={TONES[status] ?? 'none'} />
      <span className={classes.words}>
        {label && <b>{label}: </b>}
        {children ?? (
          <>
            <FindingWords finding={finding} /> {age}
          </>
        )}
      </span>
    </p>
  );
}
