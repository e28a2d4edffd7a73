import { makeStyles } from '@material-ui/core/styles';
import Card from '@material-ui/core/Card';
import { SkeletonBox, Skeletons } from '@callboard/plugin-callboard-react';

const useStyles = makeStyles({
  head: { display: 'flex', gap: 16, padding: 24 },
  words: { display: 'grid', flex: 1, gap: 12 },
  card: { display: 'grid', gap: 12, marginTop: 16, padding: 16 },
});

/** Grey boxes where the tab's words will be. */
export function TabSkeleton() {
  const classes = useStyles();
  return (
    <Skeletons>
      <Card className={classes.head}>
        <SkeletonBox width={44} height={44} />
        <div className={classes.words}>
          <SkeletonBox width="40%" height={24} />
          <SkeletonBox width="65%" height={18} />
          <SkeletonBox width="25%" />
        </div>
      </Card>
      <Card className={classes.card}>
        <SkeletonBox width="30%" />
        <SkeletonBox width="20%" />
      </Card>
      <Card className={classes.card}>
        <SkeletonBox width="50%" height={18} />
        <SkeletonBox width="35%" />
        <SkeletonBox width="80%" />
      </Card>
    </Skeletons>
  );
}
