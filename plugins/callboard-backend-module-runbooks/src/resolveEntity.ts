import {
  RELATION_OWNED_BY,
  RELATION_PART_OF,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import type { Resolution } from '@callboard/plugin-callboard-node';
import { sourceId } from '@callboard/plugin-callboard-node';
import { z } from 'zod';
import { SOURCE_NAME, SOURCE_TYPE } from './source';

/** Catalog links that say they are runbooks. */
const RUNBOOK_LINK_TYPE = 'runbook';

/** What has to be known of a service to find its runbooks. */
export const subjectSpecSchema = z.object({
  /** The service and what it inherits from, its system's domain aside. */
  refs: z.array(z.string()),
  system: z.string().optional(),
  domain: z.string().optional(),
  /** Runbooks that are kept elsewhere. */
  external: z.number().int(),
});

/** What has to be known of a service to find its runbooks. */
export type SubjectSpec = z.infer<typeof subjectSpecSchema>;

/** Every service should have a runbook, so that every service is a subject. */
export function resolveEntity(entity: Entity): Resolution {
  const parents = targetsOf(entity, RELATION_PART_OF);
  const system = parents.find(ref => ref.startsWith('system:'));
  const domain = parents.find(ref => ref.startsWith('domain:'));
  const ref = stringifyEntityRef(entity);
  const spec: SubjectSpec = {
    refs: [
      ...new Set([
        ref,
        ...(system ? [system] : []),
        ...(domain ? [domain] : []),
        ...targetsOf(entity, RELATION_OWNED_BY),
      ]),
    ],
    ...(system && { system }),
    ...(domain && { domain }),
    external: (entity.metadata.links ?? []).filter(
      ({ type, url }) => type === RUNBOOK_LINK_TYPE && /^https?:/i.test(url),
    ).length,
  };
  return {
    subjects: [
      {
        source: sourceId(SOURCE_TYPE, SOURCE_NAME),
        aspect: 'runbooks',
        key: ref,
        spec,
      },
    ],
    problems: [],
  };
}

function targetsOf(entity: Entity, relationType: string): string[] {
  return (entity.relations ?? [])
    .filter(({ type }) => type === relationType)
    .map(({ targetRef }) => targetRef)
    .sort();
}
