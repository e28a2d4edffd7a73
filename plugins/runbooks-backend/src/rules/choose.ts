import {
  matchRunbooks,
  type ExternalRunbook,
  type MatchItem,
  type MatchQuestion,
  type RunbookSummary,
} from '@callboard/plugin-runbooks-common';
import type { Lineage } from '../catalog/EntityDirectory';
import type { ProjectedEntity } from '../catalog/projectEntity';

/** Runbooks for a finding, those kept elsewhere included, best first. */
export function choose(
  question: MatchQuestion,
  options: {
    readonly candidates: readonly RunbookSummary[];
    readonly lineage: Pick<
      Lineage,
      'entityRef' | 'system' | 'domain' | 'owners'
    >;
    /** Entities whose links count. */
    readonly entities: readonly ProjectedEntity[];
    readonly now: Date;
  },
): MatchItem[] {
  const { candidates, lineage, entities, now } = options;
  const { entityRef, system, domain, owners } = lineage;
  return matchRunbooks(question, [...candidates, ...linked(entities)], {
    entityRef,
    systems: [system, domain].filter(ref => ref !== undefined),
    owners,
    now,
  });
}

function linked(entities: readonly ProjectedEntity[]): ExternalRunbook[] {
  return entities.flatMap(({ ref, links }) =>
    links.map(({ url, title }) => ({
      external: true as const,
      title: title ?? url,
      url,
      entityRef: ref,
    })),
  );
}
