import type { Entity } from '@backstage/catalog-model';
import { stringifyError } from '@backstage/errors';
import {
  parseNotApplicable,
  type Aspect,
} from '@callboard/plugin-callboard-common';
import type {
  ResolutionProblem,
  StatusSourceProvider,
  SubjectDraft,
} from '@callboard/plugin-callboard-node';

/** What an entity names in all sources. */
export interface ServiceResolution {
  readonly subjects: readonly SubjectDraft[];
  readonly problems: readonly ResolutionProblem[];
  /** Types whose provider failed: what was known of them stays. */
  readonly failed: ReadonlyMap<string, string>;
  /** Types that may have more sources than are found yet: what was known of them stays as well. */
  readonly searching: ReadonlySet<string>;
}

/** Asks every provider what an entity names; one that throws is reported and harms no other. */
export function resolveService(
  entity: Entity,
  providers: readonly StatusSourceProvider[],
): ServiceResolution {
  const waived = new Set<Aspect>(parseNotApplicable(entity));
  const seen = new Set<string>();
  const isNew = (item: SubjectDraft | ResolutionProblem): boolean => {
    const identity = JSON.stringify([item.source, item.aspect, item.key]);
    if (waived.has(item.aspect) || seen.has(identity)) {
      return false;
    }
    seen.add(identity);
    return true;
  };
  const subjects: SubjectDraft[] = [];
  const problems: ResolutionProblem[] = [];
  const failed = new Map<string, string>();
  const searching = new Set<string>();
  for (const provider of providers) {
    try {
      const resolution = provider.resolve(entity);
      subjects.push(...resolution.subjects.filter(isNew));
      if (provider.searching) {
        // A problem may be none, once all sources are found.
        searching.add(provider.type);
      } else {
        problems.push(...resolution.problems.filter(isNew));
      }
    } catch (error) {
      failed.set(provider.type, stringifyError(error));
    }
  }
  return { subjects, problems, failed, searching };
}
