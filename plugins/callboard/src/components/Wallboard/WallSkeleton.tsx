import { makeStyles } from '@material-ui/core/styles';
import { SkeletonBox, Skeletons } from '@callboard/plugin-callboard-react';

const TILES_COUNT = 6;

const useStyles = makeStyles({
  tiles: {
    display: 'grid',
    gridTemplateColumns: 'repeat(3, minmax(0, 1fr))',
    gap: 12,
  },
});

/** Grey boxes where the tiles will be: a wall that is blank tells nobody that it is about to. */
export function WallSkeleton() {
  const classes = useStyles();
  return (
    <Skeletons>
      <div className={classes.tiles}>
        {Array.from({ length: TILES_COUNT }, (_, index) => (
          <SkeletonBox key={index} width="100%" height={148} />
        ))}
      </div>
    </Skeletons>
  );
}
