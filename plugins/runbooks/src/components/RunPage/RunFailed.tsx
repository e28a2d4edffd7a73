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
  'not-found': 'run.notFoundTitle',
  forbidden: 'run.forbiddenTitle',
  other: 'run.loadErrorTitle',
} as const;

/** Why there is no run to show. */
export function RunFailed(props: { readonly error: Error; onRetry(): void }) {
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
              {t('run.tryAgain')}
            </Button>
          )}
          <LinkButton to={paths.list()} className={controls.button}>
            {t('run.backToList')}
          </LinkButton>
        </>
      }
    >
      {kind === 'not-found' ? t('run.notFoundText') : message}
    </StatePanel>
  );
}
