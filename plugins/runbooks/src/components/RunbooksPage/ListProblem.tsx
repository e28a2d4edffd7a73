import Button from '@material-ui/core/Button';
import {
  failureOf,
  StatePanel,
  useControlStyles,
} from '@callboard/plugin-callboard-react';
import { useTexts } from '../../hooks/useTexts';
import { asSentence } from '../../text/asSentence';

/** Why there are no rows: not allowed, not installed, or not working. */
export function ListProblem(props: { readonly error: Error; onRetry(): void }) {
  const { error, onRetry } = props;
  const controls = useControlStyles();
  const t = useTexts();
  const { kind, message } = failureOf(error);
  const again = (
    <Button className={controls.button} onClick={onRetry}>
      {t('list.tryNow')}
    </Button>
  );
  if (kind === 'forbidden') {
    return (
      <StatePanel
        icon={{ glyph: 'ownership' }}
        title={t('list.forbiddenTitle')}
        actions={again}
      >
        {t('list.forbiddenText')}
      </StatePanel>
    );
  }
  if (kind === 'not-found') {
    return (
      <StatePanel
        icon={{ status: 'off' }}
        title={t('list.missingTitle')}
        actions={again}
      >
        {t('list.missingText')}
      </StatePanel>
    );
  }
  return (
    <StatePanel
      icon={{ status: 'unknown' }}
      title={t('list.errorTitle')}
      actions={again}
    >
      {asSentence(message)}
    </StatePanel>
  );
}
