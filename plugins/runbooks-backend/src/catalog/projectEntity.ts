import {
  RELATION_OWNED_BY,
  RELATION_PART_OF,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import { storableText } from '@callboard/plugin-callboard-node';
import { hashOf } from '../store/hashOf';

/** What is asked of the catalog. */
export const PROJECTED_FIELDS = [
  'kind',
  'metadata.uid',
  'metadata.namespace',
  'metadata.name',
  'metadata.title',
  'metadata.links',
  'relations',
];

/** Longest entity ref that fits an index, whatever its characters. */
export const REF_MAX_COUNT = 600;

/** Links of the catalog that say they are runbooks. */
const RUNBOOK_LINK_TYPE = 'runbook';

/** A runbook that is kept elsewhere. */
export interface RunbookLink {
  readonly url: string;
  readonly title?: string;
}

/** An entity as runbooks have to know it. */
export interface ProjectedEntity {
  readonly ref: string;
  readonly uid: string;
  readonly kind: string;
  readonly title?: string;
  readonly owners: readonly string[];
  readonly system?: string;
  readonly domain?: string;
  readonly links: readonly RunbookLink[];
}

/** Keeps of an entity what runbooks are chosen by. */
export function projectEntity(entity: Entity): ProjectedEntity {
  const { metadata } = entity;
  const ref = stringifyEntityRef(entity);
  const targets = (type: string) =>
    (entity.relations ?? [])
      .filter(relation => relation.type === type)
      .map(relation => relation.targetRef)
      .filter(target => target.length <= REF_MAX_COUNT)
      .sort();
  const kind = entity.kind.toLocaleLowerCase('en-US');
  // A group that nobody owns looks after itself.
  const owners = [...new Set(targets(RELATION_OWNED_BY))];
  const parents = targets(RELATION_PART_OF);
  const system = parents.find(parent => parent.startsWith('system:'));
  const domain = parents.find(parent => parent.startsWith('domain:'));
  return {
    ref,
    uid: metadata.uid ?? ref,
    kind,
    ...(metadata.title && { title: storableText(metadata.title) }),
    owners: owners.length === 0 && kind === 'group' ? [ref] : owners,
    ...(system && { system }),
    ...(domain && { domain }),
    links: (metadata.links ?? [])
      .filter(({ type, url }) => type === RUNBOOK_LINK_TYPE && isHttp(url))
      .map(({ url, title }) => ({
        url: storableText(url),
        ...(title && { title: storableText(title) }),
      })),
  };
}

/** Changes whenever something that is kept of an entity does. */
export function hashOfEntity(entity: ProjectedEntity): string {
  return hashOf(JSON.stringify(entity));
}

function isHttp(url: string): boolean {
  return URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
}
