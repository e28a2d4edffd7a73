import { useCallback, useMemo, useState } from 'react';
import useLatest from 'react-use/esm/useLatest';
import { makeStyles } from '@material-ui/core/styles';
import { KeysDialog } from '@callboard/plugin-callboard-react';
import { usePermission } from '@backstage/plugin-permission-react';
import {
  runbooksRunPermission,
  type Run,
} from '@callboard/plugin-runbooks-common';
import type { LiveRun } from '../../hooks/useRun';
import { useRunbook } from '../../hooks/useRunbook';
import { useParsedRunbook } from '../../hooks/useParsedRunbook';
import { useRunChanges } from '../../hooks/useRunChanges';
import { useRunDrafts } from '../../hooks/useRunDrafts';
import { useTexts } from '../../hooks/useTexts';
import { useUnsavedGuard } from '../../hooks/useUnsavedGuard';
import { useVersion } from '../../hooks/useVersion';
import { shownRun } from '../../run/shownRun';
import { keptPrefix } from '../../run/unsentChanges';
import { LeaveDialog } from '../LeaveDialog';
import { AskedValuesProvider } from '../RunbookMarkdown';
import { TargetBanner } from '../TargetBanner';
import { NARROW, TwoColumns } from '../TwoColumns';
import { RunAbout } from './RunAbout';
import { RunClock } from './RunClock';
import { RunEnd } from './RunEnd';
import { RunEscalation } from './RunEscalation';
import { RunExport } from './RunExport';
import { RunFinding } from './RunFinding';
import { RunHead } from './RunHead';
import { runKeysHelp } from './runKeysHelp';
import { RunSteps } from './RunSteps';
import { RunStrips } from './RunStrips';

const useStyles = makeStyles({
  // On a phone the clock and the way to help come before the steps, the rest after them.
  first: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: 16,
    [NARROW]: { order: -1 },
  },
  over: { marginTop: 12 },
});

/** A run that is there: everything to see of it, and everything to do with it. */
export function RunMode(props: {
  readonly run: Run;
  readonly live: LiveRun;
  readonly me: string;
}) {
  const { run, live, me } = props;
  const { take, reload, clockOffsetMs } = live;
  const classes = useStyles();
  const t = useTexts();
  const version = useVersion(run.runbookId, run.runbookVersion);
  const text = useParsedRunbook(version.version?.content);
  const offset = useLatest(clockOffsetMs);
  const now = useCallback(() => Date.now() + offset.current, [offset]);
  const prefix = keptPrefix(me, run.id);
  const changes = useRunChanges({ runId: run.id, prefix, onRun: take, now });
  const { steps, end, hasText, isKept } = useRunDrafts(prefix);
  const { queue } = changes;
  const shown = useMemo(
    () => shownRun(run, { queue, by: me }),
    [run, queue, me],
  );
  const guard = useUnsavedGuard(hasText || queue.length > 0);
  const [isFinishing, setFinishing] = useState(false);
  const [isHelping, setHelping] = useState(false);
  const finish = useCallback(() => setFinishing(true), []);
  const help = useCallback(() => setHelping(true), []);
  const isOver = run.finishedAt !== undefined;
  const { runbook } = useRunbook(run.runbookId);
  const permission = usePermission({
    permission: runbooksRunPermission,
    resourceRef: runbook?.entityRef,
  });
  // Until it is known nobody is kept from acting: the server decides in any case.
  const mayRun = !runbook || permission.loading || permission.allowed;

  return (
    <>
      <RunHead run={run} onFinish={mayRun ? finish : undefined} />
      <TargetBanner
        params={run.params}
        finding={run.finding}
        isDryRun={run.dryRun}
        withoutPlace={t('target.asked')}
      />
      <RunStrips
        run={run}
        mayRun={mayRun}
        error={live.error}
        onReload={reload}
        version={version}
        changes={changes}
        isWritingKept={isKept}
      />
      <RunEnd
        run={run}
        shown={shown}
        queue={queue}
        draft={end}
        isOpen={isFinishing}
        onClose={() => setFinishing(false)}
        take={take}
        reload={reload}
      />
      {isOver && (
        <div className={classes.over}>
          <RunExport run={run} />
        </div>
      )}
      <AskedValuesProvider params={text?.frontMatter.params}>
        <TwoColumns
          aside={
            <>
              <div className={classes.first}>
                <RunClock run={shown} />
                {text && <RunEscalation run={shown} text={text} />}
              </div>
              <RunFinding run={run} />
              <RunAbout run={run} runbook={runbook} />
            </>
          }
        >
          <RunSteps
            run={run}
            shown={shown}
            text={text}
            me={me}
            mayRun={mayRun}
            changes={changes}
            drafts={steps}
            isBehind={
              (isFinishing && !isOver) ||
              isHelping ||
              guard.leavingTo !== undefined
            }
            onFinish={finish}
            onKeys={help}
          />
        </TwoColumns>
      </AskedValuesProvider>
      {isHelping && (
        <KeysDialog
          title={t('run.keysTitle')}
          keys={runKeysHelp(t)}
          onClose={() => setHelping(false)}
        />
      )}
      {guard.leavingTo !== undefined && (
        <LeaveDialog
          title={t('run.leaveTitle')}
          text={t(
            isKept && changes.isKept ? 'run.leaveText' : 'run.leaveTextNotKept',
          )}
          leave={t('run.leaveGo')}
          onStay={guard.stay}
          onLeave={guard.leave}
        />
      )}
    </>
  );
}
