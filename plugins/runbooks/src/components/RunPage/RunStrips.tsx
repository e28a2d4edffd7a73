import Button from '@material-ui/core/Button';
import {
  Strip,
  Strips,
  useControlStyles,
} from '@callboard/plugin-callboard-react';
import type { Run } from '@callboard/plugin-runbooks-common';
import type { RunChanges } from '../../hooks/useRunChanges';
import { useOnline } from '../../hooks/useOnline';
import { useTexts } from '../../hooks/useTexts';
import type { useVersion } from '../../hooks/useVersion';
import { asSentence } from '../../text/asSentence';

/** What is the matter with a run or with the page that shows it. */
export function RunStrips(props: {
  readonly run: Run;
  readonly mayRun: boolean;
  /** Why it is not live. */
  readonly error?: Error;
  onReload(): void;
  readonly version: ReturnType<typeof useVersion>;
  readonly changes: RunChanges;
  /** Whether this device keeps what is being written. */
  readonly isWritingKept: boolean;
}) {
  const { run, mayRun, error, onReload, version, changes } = props;
  const { isWritingKept } = props;
  const { queue, problem, isKept, sender } = changes;
  const controls = useControlStyles();
  const t = useTexts();
  const isOnline = useOnline();
  const waiting = queue.filter(({ refusal }) => !refusal).length;
  const refused = queue.filter(({ refusal }) => refusal);
  const tryAgain = (onClick: () => void) => (
    <Button className={controls.text} onClick={onClick}>
      {t('run.tryAgain')}
    </Button>
  );
  const isStuck = waiting > 0 && (problem !== undefined || !isOnline);
  return (
    <Strips>
      {error && (
        <Strip tone="unknown" clock action={tryAgain(onReload)}>
          {t('run.notLive', { reason: asSentence(error.message) })}
        </Strip>
      )}
      {isStuck && (
        <Strip tone="warning" action={tryAgain(sender.retryNow)}>
          <b>{t('run.unsaved', { count: waiting })}</b>{' '}
          {isOnline && problem ? asSentence(problem) : t('run.offline')}{' '}
          {t(isKept ? 'run.unsavedKept' : 'run.unsavedNotKept')}
        </Strip>
      )}
      {!isWritingKept && (
        <Strip tone="warning">{t('run.writtenNotKept')}</Strip>
      )}
      {refused.length > 0 && (
        <Strip
          tone="failing"
          action={
            <a className={controls.link} href={`#step-${refused[0].n}`}>
              {t('run.refusedShow', { n: String(refused[0].n) })}
            </a>
          }
        >
          {t('run.refused', { count: refused.length })}
        </Strip>
      )}
      {version.error && (
        <Strip tone="unknown" action={tryAgain(version.retry)}>
          {t('run.textMissing', {
            version: String(run.runbookVersion),
            reason: asSentence(version.error.message),
          })}
        </Strip>
      )}
      {!run.finishedAt && !mayRun && (
        <Strip tone="activity">{t('run.readOnly')}</Strip>
      )}
      {run.finishedAt && (
        <Strip tone="activity" clock>
          {t('run.isOver', {
            outcome: run.outcome
              ? t(`run.outcome.${run.outcome}`)
              : t('run.dryRun'),
          })}{' '}
          {run.note}
        </Strip>
      )}
    </Strips>
  );
}
