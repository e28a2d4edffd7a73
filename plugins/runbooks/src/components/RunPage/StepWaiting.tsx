import { makeStyles } from '@material-ui/core/styles';
import {
  Glyph,
  statusTokens,
  useAfter,
} from '@callboard/plugin-callboard-react';
import { useTexts } from '../../hooks/useTexts';

/** Most changes are saved before anybody could read that they are not. */
const UNSAID_MS = 1_000;

const useStyles = makeStyles(theme => ({
  line: {
    display: 'flex',
    alignItems: 'center',
    gap: 6,
    margin: '4px 0 0',
    fontSize: 12,
    lineHeight: '16px',
    color: statusTokens(theme).tones.warning.text,
  },
}));

/** Says of a step that what is shown of it is not saved yet. */
export function StepWaiting() {
  const classes = useStyles();
  const t = useTexts();
  const isSlow = useAfter(UNSAID_MS);
  return isSlow ? (
    <p className={classes.line}>
      <Glyph name="clock" size={16} />
      {t('run.notSavedYet')}
    </p>
  ) : null;
}
