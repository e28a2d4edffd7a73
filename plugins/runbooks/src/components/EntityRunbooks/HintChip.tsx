import { ReactNode } from 'react';
import Tooltip from '@material-ui/core/Tooltip';
import { useStyles } from './useStyles';

/** Sooner, tips would flicker while the pointer passes. */
const DELAY_MS = 150;

/** A word that says more on hover and focus. */
export function HintChip(props: {
  readonly hint: string;
  readonly className?: string;
  readonly children: ReactNode;
}) {
  const { hint, className, children } = props;
  const classes = useStyles();
  return (
    <Tooltip title={hint} enterDelay={DELAY_MS} interactive>
      <span
        // What it says has to be reachable by keyboard.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        role="note"
        className={[classes.chip, className].filter(Boolean).join(' ')}
      >
        {children}
      </span>
    </Tooltip>
  );
}
