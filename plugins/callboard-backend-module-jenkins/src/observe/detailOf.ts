import type { JsonObject } from '@backstage/types';
import type { Found } from './Found';
import type { JudgedJob } from './JobObserver';

/**
 * What the service page shows of a job. Everything in it stays the same while nothing happens in
 * Jenkins, so that a round without news writes nothing.
 */
export function detailOf(
  { kind, jobUrl, branches }: Found,
  options: {
    judged: readonly JudgedJob[];
    /** The one that the verdict is about. */
    decisive: JudgedJob | undefined;
  },
): JsonObject {
  const { judged, decisive } = options;
  return {
    kind,
    jobUrl,
    ...(decisive && decisiveDetail(decisive)),
    ...(branches && { branches: branches.map(branch => ({ ...branch })) }),
    ...(judged.length > 1 && {
      jobs: judged.map(({ record, verdict }) => ({
        job: record.key,
        url: record.jobUrl,
        status: verdict.status,
        summary: verdict.summary,
      })),
    }),
  };
}

function decisiveDetail({ record, facts }: JudgedJob): JsonObject {
  const { newest } = record;
  return {
    decidingJob: record.key,
    label: facts.label,
    runsUrl: record.jobUrl,
    runs: [...record.runs],
    ...(facts.input &&
      newest && {
        input: { number: newest.number, since: facts.input.since },
      }),
  };
}
