import type { Run } from '@callboard/plugin-runbooks-common';
import { isDeepStrictEqual } from 'node:util';

/** What somebody asked for who began a run. */
export type AskedRun = Pick<
  Run,
  'runbookId' | 'entityRef' | 'dryRun' | 'params' | 'finding' | 'startedBy'
>;

/** Whether a run is the one that somebody asks for, who perhaps did not hear of it. */
export function isSameStart(run: Run, asked: AskedRun): boolean {
  return isDeepStrictEqual(asJson(partsOf(run)), asJson(partsOf(asked)));
}

function partsOf({
  runbookId,
  entityRef,
  dryRun,
  params,
  finding,
  startedBy,
}: AskedRun): AskedRun {
  return { runbookId, entityRef, dryRun, params, finding, startedBy };
}

/** As it is kept: what is absent is nothing. */
function asJson(asked: AskedRun): unknown {
  return JSON.parse(JSON.stringify(asked));
}
