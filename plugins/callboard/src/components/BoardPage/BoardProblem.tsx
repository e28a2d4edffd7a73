import Button from '@material-ui/core/Button';
import {
  failureOf,
  StatePanel,
  useControlStyles,
} from '@callboard/plugin-callboard-react';
import { useTexts } from '../../hooks/useTexts';

/** Nothing is known yet, and the server does not say. */
export function BoardProblem(props: {
  readonly error: Error;
  onRetry(): void;
}) {
  const { error, onRetry } = props;
  const controls = useControlStyles();
  const t = useTexts();
  const failure = failureOf(error);
  const forbidden = failure.kind === 'forbidden';
  return (
    <StatePanel
      icon={forbidden ? { glyph: 'ownership' } : { status: 'unknown' }}
      title={forbidden ? t('board.forbiddenTitle') : t('status.errorTitle')}
      actions={
        <Button className={controls.button} onClick={onRetry}>
          {t('status.tryNow')}
        </Button>
      }
    >
      {forbidden ? t('board.forbiddenText') : failure.message}
    </StatePanel>
  );
}
