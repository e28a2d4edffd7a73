import type { Observation } from '@callboard/plugin-callboard-common';
import { foldAbsent } from '@callboard/plugin-callboard-common';

/** Observations that count: a cluster that has nothing is silent as soon as another one has it. */
export function countingObservations(
  observations: readonly Observation[],
): Observation[] {
  return foldAbsent(
    observations.map(observation => ({
      observation,
      sourceType: observation.source.split('/')[0],
      absent: observation.absent,
      findings: observation.findings,
    })),
  ).map(({ observation }) => observation);
}
