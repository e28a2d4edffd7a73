import type { ReactNode } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { NARROW } from './narrow';

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) 320px',
    alignItems: 'start',
    gap: 16,
    marginTop: 16,
    [NARROW]: { gridTemplateColumns: 'minmax(0, 1fr)' },
    '@media print': { display: 'block' },
  },
  // Where there is one column, each part finds its own place in it by its order.
  aside: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: 16,
    [NARROW]: { display: 'contents' },
  },
});

/** What a page is for, and beside it what is about it. */
export function TwoColumns(props: {
  readonly children: ReactNode;
  readonly aside: ReactNode;
  readonly asideClassName?: string;
}) {
  const { children, aside, asideClassName = '' } = props;
  const classes = useStyles();
  return (
    <div className={classes.root}>
      {children}
      <aside className={`${classes.aside} ${asideClassName}`}>{aside}</aside>
    </div>
  );
}
