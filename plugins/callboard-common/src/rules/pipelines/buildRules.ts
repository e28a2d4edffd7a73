import { toInstant } from '../instants';
import { formatDuration } from '../formatDuration';
import { plainText } from '../plainText';
import { PipelineRun } from './facts';
import { DecisiveRun, endOf, RunRow } from './history';
import {
  historyInputs,
  labelOf,
  pipelineFinding,
  PipelineContext,
  PipelineRule,
  pastInstant,
  sinceWords,
} from './ruling';

const COMMIT_LENGTH_COUNT = 10;

/** The newest completed build failed, and people still build: delivery is blocked. */
export const buildFailed: PipelineRule = context => {
  const { facts, history, now, thresholds } = context;
  const row = failedRow(context);
  if (!row || isAbandoned(context)) {
    return undefined;
  }
  const [newest] = row.runs;
  return {
    finding: pipelineFinding(context, {
      code: 'build-failed',
      status: 'failing',
      message: `${labelOf(facts)} is red${sinceRow(row, now)}: ${rowWords(
        row,
      )}`,
      hint: failureHint(row),
      sinceMs: endOf(row.first),
      atLeast: row.atEdge,
      run: newest,
      params: failureParams(row),
      links: failureLinks(newest),
    }),
    summary: `${labelOf(facts)} #${newest.number} failed`,
    explanation: {
      rule: 'The newest build that ended with SUCCESS, UNSTABLE or FAILURE decides; it ended with FAILURE',
      threshold: `some build within ${formatDuration(
        thresholds.abandonedAfterMs,
      )}, else it is a warning`,
      inputs: [
        ...historyInputs(context),
        { name: 'Red in a row', value: rowWords(row) },
        ...lastActiveInput(history.lastActiveAt),
      ],
      clears: 'with the next build that ends with SUCCESS',
    },
  };
};

/** Red for long, and nobody builds any more. */
export const buildAbandoned: PipelineRule = context => {
  const { facts, history, now, thresholds } = context;
  const row = failedRow(context);
  if (!row || !isAbandoned(context)) {
    return undefined;
  }
  const [newest] = row.runs;
  return {
    finding: pipelineFinding(context, {
      code: 'build-abandoned',
      status: 'warning',
      message: `${labelOf(facts)} is red${sinceRow(
        row,
        now,
      )}, and nobody rebuilt it${sinceWords(
        history.lastActiveAt ?? endOf(newest),
        now,
      )}`,
      hint: 'Fix it, or disable the job if nobody needs it',
      sinceMs: endOf(row.first),
      atLeast: row.atEdge,
      run: newest,
      params: failureParams(row),
      links: failureLinks(newest),
    }),
    summary: `${labelOf(facts)} #${newest.number} failed, nobody rebuilt`,
    explanation: {
      rule: 'The newest completed build ended with FAILURE, and nobody built it for long',
      threshold: `no build for more than ${formatDuration(
        thresholds.abandonedAfterMs,
      )}`,
      inputs: [
        ...historyInputs(context),
        ...lastActiveInput(history.lastActiveAt),
      ],
      clears:
        'with the next build that ends with SUCCESS, or when it is disabled',
    },
  };
};

/** The newest completed build has failing tests. */
export const testsFailed: PipelineRule = context => {
  const { facts, history } = context;
  const row = history.sameRow;
  const newest = row?.runs.at(0);
  if (!row || newest?.result !== 'unstable') {
    return undefined;
  }
  const { tests } = newest;
  const first = `#${row.first.number}${row.atEdge ? ' or earlier' : ''}`;
  const failed =
    tests && tests.failed > 0
      ? `${tests.failed} of ${tests.total} tests fail`
      : `${labelOf(facts)} is unstable`;
  return {
    finding: pipelineFinding(context, {
      code: 'tests-failed',
      status: 'warning',
      message: `${failed} since ${first}`,
      hint: `Read the test report of #${newest.number}`,
      sinceMs: endOf(row.first),
      atLeast: row.atEdge,
      run: newest,
      params: {
        firstBuild: String(row.first.number),
        commit: commitOf(row.first),
        failedTests: tests && String(tests.failed),
      },
      links: [{ title: 'Test report', url: tests?.url }],
    }),
    summary: `${labelOf(facts)} #${newest.number}: ${
      tests && tests.failed > 0 ? failed : 'unstable'
    }`,
    explanation: {
      rule: 'The newest build that ended with SUCCESS, UNSTABLE or FAILURE decides; it ended with UNSTABLE',
      inputs: [
        ...historyInputs(context),
        ...(tests
          ? [
              {
                name: 'Tests',
                value: `${tests.failed} of ${tests.total} fail, ${tests.skipped} skipped`,
              },
            ]
          : []),
      ],
      clears: 'with the next build that ends with SUCCESS',
    },
  };
};

/** Nothing that we know of ever completed. */
export const noData: PipelineRule = context => {
  const { facts, history } = context;
  if (history.decisive.length > 0) {
    return undefined;
  }
  const completedEarlier = facts.lastSuccessAt !== undefined;
  return {
    finding: pipelineFinding(context, {
      code: 'no-data',
      status: 'unknown',
      message: completedEarlier
        ? `None of the last ${facts.runs.length} builds was completed`
        : 'Never completed a build',
      hint: 'Run it once, or opt out with callboard.io/not-applicable: pipelines',
    }),
    summary: completedEarlier
      ? 'no build completed lately'
      : 'never completed a build',
    explanation: {
      rule: 'Without a build that ended with SUCCESS, UNSTABLE or FAILURE nothing is known',
      inputs: historyInputs(context),
      clears: 'with the first build that is completed',
    },
  };
};

/** Build after build stops before it could say anything. */
export const buildsAborted: PipelineRule = context => {
  const { thresholds, history } = context;
  const row = history.incompleteRow;
  const count = row?.runs.length ?? 0;
  if (!row || count < thresholds.abortedCount) {
    return undefined;
  }
  const [newest] = row.runs;
  // It became a finding with this one; the first alone would not have been worth a word.
  const decisive = row.runs[count - thresholds.abortedCount];
  return {
    finding: pipelineFinding(context, {
      code: 'builds-aborted',
      status: 'warning',
      message: `The last ${count} builds stopped early`,
      hint: `See who aborted #${newest.number}, and whether its agent was lost`,
      sinceMs: endOf(decisive),
      atLeast: row.atEdge,
      run: newest,
      params: { firstBuild: String(row.first.number), actor: newest.actor },
      links: [{ title: `Console of #${newest.number}`, url: newest.logUrl }],
    }),
    summary: `the last ${count} builds stopped early`,
    explanation: {
      rule: 'The newest builds ended with ABORTED or NOT_BUILT, which say nothing about the code',
      threshold: `${thresholds.abortedCount} in a row`,
      inputs: [
        ...historyInputs(context),
        { name: 'Stopped early in a row', value: String(count) },
      ],
      clears: 'with the next build that is completed',
    },
  };
};

function failedRow({
  history,
}: PipelineContext): RunRow<DecisiveRun> | undefined {
  return history.sameRow?.first.result === 'failure'
    ? history.sameRow
    : undefined;
}

function isAbandoned({ history, now, thresholds }: PipelineContext): boolean {
  return now - (history.lastActiveAt ?? now) > thresholds.abandonedAfterMs;
}

function sinceRow(row: RunRow, now: number): string {
  const instant = pastInstant(endOf(row.first), now);
  if (!instant) {
    return '';
  }
  return row.atEdge ? ` since at least ${instant}` : ` since ${instant}`;
}

function rowWords({ runs, first, atEdge }: RunRow): string {
  if (atEdge) {
    return `${runs.length} or more in a row, oldest known #${first.number}`;
  }
  return runs.length === 1
    ? `#${first.number}`
    : `${runs.length} in a row, first #${first.number}`;
}

function commitOf(run: PipelineRun): string | undefined {
  return run.commit && plainText(run.commit).slice(0, COMMIT_LENGTH_COUNT);
}

function failureHint(row: RunRow): string {
  const [newest] = row.runs;
  const stage = newest.failedStage
    ? `Stage '${plainText(newest.failedStage.name, 60)}' of #${
        newest.number
      } failed first. `
    : '';
  const commit = row.atEdge ? undefined : commitOf(row.first);
  const came = commit
    ? `It turned red with commit ${commit}${
        row.first.actor ? ` by ${plainText(row.first.actor, 60)}` : ''
      }. `
    : '';
  return `${stage}${came}Read the console of #${newest.number}`;
}

function failureParams(
  row: RunRow,
): Readonly<Record<string, string | undefined>> {
  const [newest] = row.runs;
  return {
    firstBuild: String(row.first.number),
    stage: newest.failedStage?.name,
    commit: commitOf(newest),
    actor: newest.actor,
  };
}

function failureLinks(run: PipelineRun): { title: string; url?: string }[] {
  return [
    {
      title: `Stage ${plainText(run.failedStage?.name ?? '', 60)}`,
      url: run.failedStage?.url,
    },
    { title: `Console of #${run.number}`, url: run.logUrl },
  ];
}

function lastActiveInput(
  epochMs: number | undefined,
): { name: string; value: string }[] {
  return epochMs === undefined
    ? []
    : [{ name: 'Last built', value: toInstant(epochMs) }];
}
