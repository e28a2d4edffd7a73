import { useMemo, useState } from 'react';
import { useParams } from 'react-router-dom';
import { makeStyles } from '@material-ui/core/styles';
import Button from '@material-ui/core/Button';
import {
  SkeletonBox,
  Skeletons,
  Strip,
  Strips,
  useControlStyles,
} from '@callboard/plugin-callboard-react';
import { parseRunbook } from '@callboard/plugin-runbooks-common';
import { useRun } from '../../hooks/useRun';
import { useTexts } from '../../hooks/useTexts';
import { useVersion } from '../../hooks/useVersion';
import { asSentence } from '../../text/asSentence';
import { FinishDialog } from '../FinishDialog';
import { AskedValuesProvider } from '../RunbookMarkdown';
import { RunAbout } from './RunAbout';
import { RunClock } from './RunClock';
import { RunEscalation } from './RunEscalation';
import { RunExport } from './RunExport';
import { RunFailed } from './RunFailed';
import { RunFinding } from './RunFinding';
import { RunHead } from './RunHead';
import { RunSteps } from './RunSteps';
import { RunTarget } from './RunTarget';

const NARROW = '@media (max-width:900px)';

const useStyles = makeStyles({
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) 320px',
    alignItems: 'start',
    gap: 16,
    marginTop: 16,
    [NARROW]: { gridTemplateColumns: 'minmax(0, 1fr)' },
    '@media print': { display: 'block' },
  },
  aside: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: 16,
    [NARROW]: { display: 'contents' },
  },
  // On a phone the clock and the way to help come before the steps, the rest after them.
  first: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: 16,
    [NARROW]: { order: -1 },
  },
  over: { marginTop: 12 },
});

/** Goes through a runbook: what is to do, who did what, until when, and how it ended. */
export function RunPage() {
  const { id = '' } = useParams();
  const classes = useStyles();
  const controls = useControlStyles();
  const t = useTexts();
  const live = useRun(id);
  const { run, error, failed } = live;
  const version = useVersion(run?.runbookId ?? '', run?.runbookVersion);
  const content = version.version?.content;
  const text = useMemo(
    () => (content === undefined ? undefined : parseRunbook(content)),
    [content],
  );
  const [isFinishing, setFinishing] = useState(false);

  if (!run) {
    return error ? (
      <RunFailed error={error} onRetry={live.reload} />
    ) : (
      <Skeletons>
        <div style={{ display: 'grid', gap: 12 }}>
          <SkeletonBox width={320} height={28} />
          <SkeletonBox width="100%" height={56} />
          <SkeletonBox width="100%" height={320} />
        </div>
      </Skeletons>
    );
  }
  return (
    <>
      <RunHead run={run} onFinish={() => setFinishing(true)} />
      <RunTarget run={run} />
      <Strips>
        {error && (
          <Strip tone="unknown" clock>
            {t('run.notLive', { reason: asSentence(error.message) })}
          </Strip>
        )}
        {failed && !isFinishing && (
          <Strip
            tone="failing"
            action={
              <Button className={controls.text} onClick={failed.retry}>
                {t('run.tryAgain')}
              </Button>
            }
          >
            {t('run.notSaved', { reason: asSentence(failed.error.message) })}
          </Strip>
        )}
        {version.error && (
          <Strip
            tone="unknown"
            action={
              <Button className={controls.text} onClick={version.retry}>
                {t('run.tryAgain')}
              </Button>
            }
          >
            {t('run.textMissing', {
              version: String(run.runbookVersion),
              reason: asSentence(version.error.message),
            })}
          </Strip>
        )}
        {run.finishedAt && (
          <Strip tone="activity">
            {t('run.isOver', {
              outcome: run.outcome
                ? t(`run.outcome.${run.outcome}`)
                : t('run.dryRun'),
            })}{' '}
            {run.note}
          </Strip>
        )}
      </Strips>
      {run.finishedAt && (
        <div className={classes.over}>
          <RunExport run={run} />
        </div>
      )}
      <div className={classes.columns}>
        <AskedValuesProvider params={text?.frontMatter.params}>
          <RunSteps run={run} text={text} live={live} />
        </AskedValuesProvider>
        <aside className={classes.aside}>
          <div className={classes.first}>
            <RunClock run={run} />
            {text && <RunEscalation run={run} text={text} />}
          </div>
          <RunFinding run={run} />
          <RunAbout run={run} />
        </aside>
      </div>
      {isFinishing && !run.finishedAt && (
        <FinishDialog
          run={run}
          busy={live.busy}
          error={
            failed &&
            t('run.notSaved', { reason: asSentence(failed.error.message) })
          }
          onFinish={how => void live.finish(how)}
          onClose={() => setFinishing(false)}
        />
      )}
    </>
  );
}
