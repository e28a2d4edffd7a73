import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import {
  SkeletonBox,
  Skeletons,
  statusTokens,
} from '@callboard/plugin-callboard-react';

/** Lengths of the words that will stand there; fixed, or the boxes would flicker. */
const TITLE_WIDTHS = [260, 220, 300, 240, 280, 200, 250, 230] as const;

const useStyles = makeStyles(theme => ({
  row: {
    display: 'grid',
    gap: 6,
    padding: '12px 16px',
    borderBottom: `1px solid ${statusTokens(theme).border}`,
  },
}));

/** Boxes where the rows will be. */
export function ListSkeleton() {
  const classes = useStyles();
  return (
    <Paper>
      <Skeletons>
        {TITLE_WIDTHS.map(width => (
          <div key={width} className={classes.row}>
            <SkeletonBox width={width} />
            <SkeletonBox width={width / 2} />
          </div>
        ))}
      </Skeletons>
    </Paper>
  );
}
