import { makeStyles } from '@material-ui/core/styles';
import { statusTokens } from '../../theme/statusTokens';

const useStyles = makeStyles(theme => ({
  box: {
    display: 'block',
    borderRadius: 3,
    background: statusTokens(theme).tones.none.tint,
  },
}));

/**
 * One grey box in the place of words that are on their way.
 * @public
 */
export function SkeletonBox(props: {
  readonly width: number | string;
  readonly height?: number;
}) {
  const { width, height = 12 } = props;
  return <span className={useStyles().box} style={{ width, height }} />;
}
