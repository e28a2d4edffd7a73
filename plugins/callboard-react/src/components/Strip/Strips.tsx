import { ReactNode } from 'react';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles({
  // The region is there before its first strip, or that one would not be announced.
  root: { '&:not(:empty)': { marginTop: 12 } },
});

/**
 * Holds strips, one under the other, and announces them politely.
 * @public
 */
export function Strips(props: {
  /** Without space above it. */
  readonly flush?: boolean;
  readonly children: ReactNode;
}) {
  const classes = useStyles();
  return (
    <div role="status" className={props.flush ? undefined : classes.root}>
      {props.children}
    </div>
  );
}
