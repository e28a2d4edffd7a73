import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import {
  SkeletonBox,
  Skeletons,
  statusTokens,
} from '@callboard/plugin-callboard-react';

/** Lengths of the words that will stand there; fixed, or the boxes would flicker. */
const ROWS = [
  [70, 110, 320],
  [70, 96, 250],
  [70, 120, 284],
  [70, 88, 226],
  [70, 104, 300],
  [70, 92, 262],
  [70, 116, 240],
  [70, 100, 290],
] as const;

const useStyles = makeStyles(theme => ({
  row: {
    display: 'grid',
    gridTemplateColumns: '208px 160px minmax(0, 1fr)',
    height: 47,
    padding: '9px 16px',
    boxSizing: 'border-box',
    borderBottom: `1px solid ${statusTokens(theme).border}`,
    '& > span': { display: 'grid', gap: 5, alignContent: 'start' },
  },
}));

/** Boxes where the rows will be. */
export function BoardSkeleton() {
  const classes = useStyles();
  return (
    <Paper>
      <Skeletons>
        {ROWS.map(([status, service, why], index) => (
          <div key={index} className={classes.row}>
            <span>
              <SkeletonBox width={status} />
              <SkeletonBox width={status + 40} />
            </span>
            <span>
              <SkeletonBox width={service} />
              <SkeletonBox width={service - 30} />
            </span>
            <span>
              <SkeletonBox width={why} />
              <SkeletonBox width={why / 2} />
            </span>
          </div>
        ))}
      </Skeletons>
    </Paper>
  );
}
