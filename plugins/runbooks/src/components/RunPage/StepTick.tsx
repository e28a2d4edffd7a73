import { makeStyles } from '@material-ui/core/styles';
import { statusTokens } from '@callboard/plugin-callboard-react';
import type { RunStep } from '@callboard/plugin-runbooks-common';

const useStyles = makeStyles(theme => {
  const tokens = statusTokens(theme);
  return {
    root: {
      display: 'grid',
      placeItems: 'center',
      width: 28,
      height: 28,
      boxSizing: 'border-box',
      borderRadius: 4,
      border: `2px solid ${tokens.borderStrong}`,
      fontWeight: 700,
      color: tokens.secondary,
    },
    now: { borderColor: tokens.primary, color: theme.palette.text.primary },
    done: {
      borderColor: tokens.tones.ok.icon,
      background: tokens.tones.ok.icon,
      color: tokens.glyph,
    },
    failed: {
      borderColor: tokens.tones.failing.icon,
      color: tokens.tones.failing.text,
    },
    rest: { borderStyle: 'dashed' },
  };
});

const MARKS: Readonly<Record<RunStep['state'], string | undefined>> = {
  open: undefined,
  done: '✓',
  failed: '✕',
  skipped: '–',
  'not-applicable': '–',
};

/** The box in front of a step. What it means is said in words beside it. */
export function StepTick(props: {
  readonly step: RunStep;
  readonly isCurrent: boolean;
}) {
  const { step, isCurrent } = props;
  const classes = useStyles();
  const look = () => {
    switch (step.state) {
      case 'open':
        return isCurrent ? classes.now : '';
      case 'done':
        return classes.done;
      case 'failed':
        return classes.failed;
      default:
        return classes.rest;
    }
  };
  return (
    <span className={`${classes.root} ${look()}`} aria-hidden>
      {MARKS[step.state] ?? step.n}
    </span>
  );
}
