import { SkeletonBox, Skeletons } from '@callboard/plugin-callboard-react';
import { useStyles } from './useStyles';

/** Boxes where runbooks will be. */
export function RunbooksSkeleton() {
  const classes = useStyles();
  return (
    <Skeletons>
      <div className={classes.boxes}>
        <SkeletonBox width="70%" height={20} />
        <SkeletonBox width="100%" height={16} />
        <SkeletonBox width="60%" height={20} />
        <SkeletonBox width="100%" height={16} />
      </div>
    </Skeletons>
  );
}
