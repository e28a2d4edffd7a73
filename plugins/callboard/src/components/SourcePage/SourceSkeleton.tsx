import { makeStyles } from '@material-ui/core/styles';
import Card from '@material-ui/core/Card';
import { SkeletonBox, Skeletons } from '@callboard/plugin-callboard-react';

const ROWS = ['64%', '72%', '58%'];

const useStyles = makeStyles({
  root: { display: 'grid', gap: 16 },
  head: { display: 'grid', gap: 14, padding: '20px 24px' },
  row: { padding: '18px 16px' },
});

/** Grey boxes where the health of a source and its facts will be. */
export function SourceSkeleton() {
  const classes = useStyles();
  return (
    <Skeletons>
      <div className={classes.root}>
        <Card className={classes.head}>
          <SkeletonBox width={280} height={24} />
          <SkeletonBox width="60%" />
          <SkeletonBox width="80%" height={36} />
        </Card>
        <Card>
          {ROWS.map(width => (
            <div key={width} className={classes.row}>
              <SkeletonBox width={width} />
            </div>
          ))}
        </Card>
      </div>
    </Skeletons>
  );
}
