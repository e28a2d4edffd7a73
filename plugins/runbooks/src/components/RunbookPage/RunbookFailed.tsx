import Button from '@material-ui/core/Button';
import { LinkButton } from '@backstage/core-components';
import {
  failureOf,
  StatePanel,
  useControlStyles,
} from '@callboard/plugin-callboard-react';
import { useRunbookPaths } from '../../hooks/useRunbookPaths';
import { useTexts } from '../../hooks/useTexts';

const TITLES = {
  'not-found': 'reader.notFoundTitle',
  forbidden: 'reader.forbiddenTitle',
  other: 'reader.loadErrorTitle',
} as const;

/** Why there is no runbook to read. */
export function RunbookFailed(props: {
  readonly error: Error;
  onRetry(): void;
}) {
  const { kind, message } = failureOf(props.error);
  const controls = useControlStyles();
  const t = useTexts();
  const paths = useRunbookPaths();
  return (
    <StatePanel
      icon={{ status: 'unknown' }}
      title={t(TITLES[kind])}
      actions={
        <>
          {kind === 'other' && (
            <Button className={controls.button} onClick={props.onRetry}>
              {t('reader.tryAgain')}
            </Button>
          )}
          <LinkButton to={paths.list()} className={controls.button}>
            {t('reader.backToList')}
          </LinkButton>
        </>
      }
    >
      {kind === 'not-found' ? t('reader.notFoundText') : message}
    </StatePanel>
  );
}
