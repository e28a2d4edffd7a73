import Button from '@material-ui/core/Button';
import {
  failureOf,
  StatePanel,
  useControlStyles,
} from '@callboard/plugin-callboard-react';
import { useTexts } from '../../hooks/useTexts';
import { asSentence } from '../../text/asSentence';

/** Why there is nothing to show: not allowed, not installed, or not working. */
export function RunbooksFailure(props: {
  readonly error: Error;
  onRetry(): void;
}) {
  const { error, onRetry } = props;
  const controls = useControlStyles();
  const t = useTexts();
  const { kind, message } = failureOf(error);
  if (kind === 'forbidden') {
    return (
      <StatePanel
        flat
        icon={{ status: 'off' }}
        title={t('entity.forbiddenTitle')}
      >
        {t('entity.forbiddenText')}
      </StatePanel>
    );
  }
  const again = (
    <Button className={controls.button} onClick={onRetry}>
      {t('entity.tryNow')}
    </Button>
  );
  if (kind === 'not-found') {
    return (
      <StatePanel
        flat
        icon={{ status: 'off' }}
        title={t('entity.missingTitle')}
        actions={again}
      >
        {t('entity.missingText')}
      </StatePanel>
    );
  }
  return (
    <StatePanel
      flat
      icon={{ status: 'unknown' }}
      title={t('entity.errorTitle')}
      actions={again}
    >
      {asSentence(message)}
    </StatePanel>
  );
}
