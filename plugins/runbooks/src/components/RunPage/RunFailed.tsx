import Button from '@material-ui/core/Button';
import { LinkButton } from '@backstage/core-components';
import {
  failureOf,
  StatePanel,
  useControlStyles,
} from '@callboard/plugin-callboard-react';
import { useRunbookPaths } from '../../hooks/useRunbookPaths';
import { useTexts } from '../../hooks/useTexts';
import { UnsentOfRun } from './UnsentOfRun';

const TITLES = {
  'not-found': 'run.notFoundTitle',
  forbidden: 'run.forbiddenTitle',
  other: 'run.loadErrorTitle',
} as const;

/** Why there is no run to show. */
export function RunFailed(props: {
  readonly runId: string;
  /** Absent while it is not known. */
  readonly me?: string;
  readonly error: Error;
  onRetry(): void;
}) {
  const { runId, me, error } = props;
  const { kind, message } = failureOf(error);
  const controls = useControlStyles();
  const t = useTexts();
  const paths = useRunbookPaths();
  return (
    <>
      {me !== undefined && <UnsentOfRun runId={runId} me={me} />}
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
    </>
  );
}
