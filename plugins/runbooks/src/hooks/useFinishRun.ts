import { useCallback, useState } from 'react';
import { useApi, useApiHolder } from '@backstage/core-plugin-api';
import { toError } from '@backstage/errors';
import { failureOf } from '@callboard/plugin-callboard-react';
import type { Run, RunFinish } from '@callboard/plugin-runbooks-common';
import { runbookFindingsApiRef } from '../api/runbookFindingsApiRef';
import { runbooksApiRef } from '../api/runbooksApiRef';
import { within } from '../api/within';
import { findingAfter } from '../run/findingAfter';

/** What the finding is like afterwards is worth keeping, but nothing to wait for in vain. */
const FINDINGS_MAX_MS = 5_000;
const ANSWER_MAX_MS = 30_000;

/** Ends a run. */
export function useFinishRun(options: {
  readonly run: Run;
  take(run: Run): void;
  reload(): void;
}): {
  /** Whether the server took it. */
  finish(how: RunFinish): Promise<boolean>;
  readonly busy: boolean;
  /** Why it was not taken. */
  readonly problem?: string;
} {
  const { run, take, reload } = options;
  const { id, finding, entityRef } = run;
  const api = useApi(runbooksApiRef);
  const findingsApi = useApiHolder().get(runbookFindingsApiRef);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const finish = useCallback(
    async (how: RunFinish) => {
      setBusy(true);
      setProblem(undefined);
      try {
        const findings = finding
          ? await within(FINDINGS_MAX_MS, signal =>
              Promise.resolve(findingsApi?.getFindings(entityRef, { signal })),
            ).catch(() => undefined)
          : undefined;
        const after = findingAfter(finding, findings);
        const ended = await within(ANSWER_MAX_MS, signal =>
          api.finishRun(
            id,
            { ...how, ...(after && { findingAfter: after }) },
            { signal },
          ),
        );
        take(ended);
        return true;
      } catch (reason) {
        setProblem(failureOf(toError(reason)).message);
        // Perhaps somebody else has ended it.
        reload();
        return false;
      } finally {
        setBusy(false);
      }
    },
    [api, findingsApi, id, finding, entityRef, take, reload],
  );
  return { finish, busy, problem };
}
