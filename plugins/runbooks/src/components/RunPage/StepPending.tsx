import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import {
  Glyph,
  statusTokens,
  useAfter,
  useControlStyles,
} from '@callboard/plugin-callboard-react';
import { useTexts } from '../../hooks/useTexts';
import type { PendingChange } from '../../run/changeQueue';
import { asSentence } from '../../text/asSentence';
import type { StepActions } from './useStepActions';
import { WrittenText } from './WrittenText';

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

/** A change of a step that the server has not taken: yet, or at all. */
export function StepPending(props: {
  readonly pending: PendingChange;
  readonly isOver: boolean;
  readonly actions: StepActions;
}) {
  const { pending, isOver, actions } = props;
  const { change, refusal } = pending;
  const classes = useStyles();
  const controls = useControlStyles();
  const t = useTexts();
  const isSlow = useAfter(UNSAID_MS);
  if (!refusal) {
    return isSlow ? (
      <p className={classes.line}>
        <Glyph name="clock" size={16} />
        {t('run.notSavedYet')}
      </p>
    ) : null;
  }
  const { kind, message } = refusal;
  const what = change.state
    ? t(`run.stepState.${change.state}`)
    : t('run.textOnly');
  return (
    <WrittenText
      texts={[change.note, change.evidence]}
      actions={
        !isOver &&
        kind !== 'gone' && (
          <Button
            className={controls.button}
            onClick={() => actions.insist(pending)}
          >
            {t(kind === 'overtaken' ? 'run.insist' : 'run.tryAgain')}
          </Button>
        )
      }
      onDrop={() => actions.drop(pending)}
    >
      <b>{t('run.notTaken', { what })}</b>{' '}
      {kind === 'refused'
        ? asSentence(message)
        : t(`run.refusal.${kind}`, { reason: asSentence(message) })}
    </WrittenText>
  );
}
