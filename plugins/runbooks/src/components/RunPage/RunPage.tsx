import { useParams } from 'react-router-dom';
import {
  ClockOffset,
  SkeletonBox,
  Skeletons,
} from '@callboard/plugin-callboard-react';
import { useRun } from '../../hooks/useRun';
import { useUserRef } from '../../hooks/useUserRef';
import { RunFailed } from './RunFailed';
import { RunMode } from './RunMode';

/** Goes through a runbook: what is to do, who did what, until when, and how it ended. */
export function RunPage() {
  const { id = '' } = useParams();
  const live = useRun(id);
  const me = useUserRef();
  const { run, error, clockOffsetMs } = live;
  if (!run && error) {
    return <RunFailed runId={id} me={me} error={error} onRetry={live.reload} />;
  }
  if (!run || me === undefined) {
    return (
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
    <ClockOffset.Provider value={clockOffsetMs}>
      <RunMode key={id} run={run} live={live} me={me} />
    </ClockOffset.Provider>
  );
}
