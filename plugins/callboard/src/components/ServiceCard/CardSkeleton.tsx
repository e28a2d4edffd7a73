import { makeStyles } from '@material-ui/core/styles';
import {
  SkeletonBox,
  Skeletons,
  statusTokens,
} from '@callboard/plugin-callboard-react';

const ROWS_COUNT = 3;

const useStyles = makeStyles(theme => ({
  head: { display: 'grid', gap: 10, padding: 16 },
  row: {
    display: 'grid',
    gridTemplateColumns: '18px 76px 56px 90px',
    justifyContent: 'space-between',
    padding: '12px 16px',
    borderTop: `1px solid ${statusTokens(theme).border}`,
  },
}));

/** Grey boxes where the card's words will be. */
export function CardSkeleton() {
  const classes = useStyles();
  return (
    <Skeletons>
      <div className={classes.head}>
        <SkeletonBox width="62%" height={20} />
        <SkeletonBox width="88%" />
      </div>
      {Array.from({ length: ROWS_COUNT }, (_, i) => (
        <div key={i} className={classes.row}>
          <SkeletonBox width={18} />
          <SkeletonBox width={76} />
          <SkeletonBox width={56} />
          <SkeletonBox width={90} />
        </div>
      ))}
    </Skeletons>
  );
}
