import {
  RELATION_DEPENDS_ON,
  RELATION_OWNED_BY,
  RELATION_PART_OF,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import { storableText } from '@callboard/plugin-callboard-node';
import { createHash } from 'node:crypto';
import { boundedText } from '../store/boundedText';

/** What the sweep asks the catalog for. */
export const PROJECTED_FIELDS = [
  'apiVersion',
  'kind',
  'metadata.uid',
  'metadata.namespace',
  'metadata.name',
  'metadata.title',
  'metadata.description',
  'metadata.tags',
  'metadata.labels',
  'metadata.annotations',
  'metadata.links',
  'spec.type',
  'spec.lifecycle',
  'relations',
];

/** Links that a source takes for a runbook that is kept elsewhere. */
const KEPT_LINK_TYPE = 'runbook';

const NAME_LENGTH = 255;
const REF_BYTES = 1000;
const SEARCH_LENGTH = 2000;

/** A service as the board has to know it. */
export interface ProjectedService {
  readonly ref: string;
  readonly uid: string;
  readonly name: string;
  readonly owner: string | null;
  readonly system: string | null;
  readonly lifecycle: string | null;
  readonly q: string;
  readonly tags: readonly string[];
  readonly entity: Entity;
  /** The projected entity as it is stored. */
  readonly entityJson: string;
  readonly hash: string;
}

/** Keeps of an entity what Callboard shows, filters by, or hands to sources. */
export function projectEntity(entity: Entity): ProjectedService {
  const { metadata } = entity;
  const projected = narrow(entity);
  const entityJson = JSON.stringify(projected);
  const ref = stringifyEntityRef(entity);
  const title = metadata.title ?? metadata.name;
  const targets = (type: string) =>
    (projected.relations ?? [])
      .filter(relation => relation.type === type)
      .map(relation => relation.targetRef);
  const [owner] = targets(RELATION_OWNED_BY);
  const system = targets(RELATION_PART_OF).find(target =>
    target.startsWith('system:'),
  );
  const tags = [
    ...new Set((metadata.tags ?? []).map(tag => cut(tag, NAME_LENGTH))),
  ];
  const lifecycle = projected.spec?.lifecycle;
  return {
    ref,
    uid: metadata.uid ?? ref,
    name: cut(title.toLocaleLowerCase('en-US'), NAME_LENGTH),
    owner: owner ? boundedText(owner, REF_BYTES) : null,
    system: system ? boundedText(system, REF_BYTES) : null,
    lifecycle:
      typeof lifecycle === 'string' ? cut(lifecycle, NAME_LENGTH) : null,
    q: cut(
      [title, ref, owner, system, ...tags]
        .filter(Boolean)
        .join(' ')
        .toLocaleLowerCase('en-US'),
      SEARCH_LENGTH,
    ),
    tags,
    entity: projected,
    entityJson,
    hash: createHash('sha256').update(entityJson).digest('base64url'),
  };
}

/** In an order of its own, so that equal entities give equal text. */
function narrow(entity: Entity): Entity {
  const { apiVersion, kind, metadata, spec } = entity;
  const relations = (entity.relations ?? [])
    .filter(
      ({ type, targetRef }) =>
        type === RELATION_OWNED_BY ||
        type === RELATION_PART_OF ||
        // Sources may be named by what a service depends on: the cluster that it runs in.
        (type === RELATION_DEPENDS_ON && targetRef.startsWith('resource:')),
    )
    .map(({ type, targetRef }) => ({ type, targetRef }))
    .sort(
      (a, b) =>
        a.type.localeCompare(b.type) || a.targetRef.localeCompare(b.targetRef),
    );
  const links = (metadata.links ?? [])
    .filter(({ type }) => type === KEPT_LINK_TYPE)
    .map(({ title, type, url }) => ({ title, type, url }));
  return {
    apiVersion,
    kind,
    metadata: {
      uid: metadata.uid,
      namespace: metadata.namespace,
      name: metadata.name,
      title: metadata.title,
      description: metadata.description,
      tags: metadata.tags,
      labels: sorted(metadata.labels),
      annotations: sorted(metadata.annotations),
      ...(links.length > 0 && { links }),
    },
    spec: { type: spec?.type, lifecycle: spec?.lifecycle },
    relations,
  };
}

function sorted(
  record: Record<string, string> | undefined,
): Record<string, string> | undefined {
  return (
    record &&
    Object.fromEntries(
      Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)),
    )
  );
}

function cut(text: string, length: number): string {
  return storableText(text.slice(0, length));
}
