import { stringifyError } from '@backstage/errors';
import { capNonProduction } from '@callboard/plugin-callboard-common';
import type { SubjectObservation } from '@callboard/plugin-callboard-node';
import { setImmediate } from 'node:timers/promises';
import type { ObservedSubject } from '../store/recordObservations';
import { hashOf } from '../store/boundedText';
import { parseObservation } from './parseObservation';
import type { SubjectMemory } from './SubjectMemory';

/** So many observations are compared until others get a turn. */
const TURN_COUNT = 200;

/** What of a round has to be stored. */
export interface ChangedObservations {
  readonly changed: readonly ObservedSubject[];
  /** What the module made wrong, by subject key. */
  readonly broken: ReadonlyMap<string, string>;
}

/** Picks what is not as it was, or has to be settled again now. */
export async function changedObservations(options: {
  readonly observations: readonly SubjectObservation[];
  readonly memory: SubjectMemory;
  readonly production: boolean;
  readonly now: number;
}): Promise<ChangedObservations> {
  const { observations, memory, production, now } = options;
  const changed: ObservedSubject[] = [];
  const broken = new Map<string, string>();
  for (const [at, observation] of observations.entries()) {
    if (at % TURN_COUNT === TURN_COUNT - 1) {
      await setImmediate();
    }
    const known = memory.get(observation.subjectId);
    if (!known) {
      continue;
    }
    const { verdict, links, detail, changes = [] } = observation;
    const hash = hashOf(
      JSON.stringify([
        production,
        verdict,
        links,
        detail,
        changes.map(({ key }) => key),
      ]),
    );
    const due = known.recheckAt !== undefined && known.recheckAt <= now;
    if (known.hash === hash && !due) {
      continue;
    }
    const { entityRef, source, aspect, key } = known.subject;
    try {
      const parsed = parseObservation(observation);
      changed.push({
        subjectId: known.id,
        serviceId: known.serviceId,
        entityRef,
        source,
        aspect,
        key,
        hash,
        detail,
        links: parsed.links,
        changes: parsed.changes,
        verdict: production ? parsed.verdict : capNonProduction(parsed.verdict),
      });
    } catch (error) {
      broken.set(key, stringifyError(error));
    }
  }
  return { changed, broken };
}
