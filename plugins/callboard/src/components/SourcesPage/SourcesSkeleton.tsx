import { makeStyles } from '@material-ui/core/styles';
import Card from '@material-ui/core/Card';
import { SkeletonBox, Skeletons } from '@callboard/plugin-callboard-react';

const ROWS = ['72%', '58%', '81%', '64%'];

const useStyles = makeStyles({
  counts: { display: 'flex', gap: 8, marginBottom: 12 },
  row: {
    display: 'grid',
    gridTemplateColumns: '120px minmax(0, 1fr) 80px',
    gap: 24,
    padding: '18px 16px',
  },
});

/** Grey boxes where counters and rows will be. */
export function SourcesSkeleton() {
  const classes = useStyles();
  return (
    <Skeletons>
      <div className={classes.counts}>
        <SkeletonBox width={132} height={48} />
        <SkeletonBox width={132} height={48} />
      </div>
      <Card>
        {ROWS.map(width => (
          <div key={width} className={classes.row}>
            <SkeletonBox width="100%" />
            <SkeletonBox width={width} />
            <SkeletonBox width="100%" />
          </div>
        ))}
      </Card>
    </Skeletons>
  );
}
