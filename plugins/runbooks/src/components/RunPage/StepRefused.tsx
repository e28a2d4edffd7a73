import Button from '@material-ui/core/Button';
import { useControlStyles } from '@callboard/plugin-callboard-react';
import { useTexts } from '../../hooks/useTexts';
import type { PendingChange, Refusal } from '../../run/changeQueue';
import { asSentence } from '../../text/asSentence';
import type { StepActions } from './useStepActions';
import { WrittenText } from './WrittenText';

/** A change of a step that the server did not take: why, and what to do about it. */
export function StepRefused(props: {
  readonly pending: PendingChange;
  readonly refusal: Refusal;
  readonly isOver: boolean;
  readonly actions: StepActions;
}) {
  const { pending, refusal, isOver, actions } = props;
  const { change } = pending;
  const controls = useControlStyles();
  const t = useTexts();
  const { kind, message } = refusal;
  const what = change.state
    ? t(`run.stepState.${change.state}`)
    : t('run.textOnly');
  return (
    <WrittenText
      texts={[change.note, change.evidence]}
      actions={
        !isOver && (
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
