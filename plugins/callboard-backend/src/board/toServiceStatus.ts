import type { Entity } from '@backstage/catalog-model';
import {
  isHealthAspect,
  type Aspect,
  type AspectStatus,
  type ServiceStatus,
} from '@callboard/plugin-callboard-common';
import { toInstant, toNumber } from '@callboard/plugin-callboard-node';
import { agedAspect, type AgedAspect } from './agedAspect';
import type { ServiceRow } from './ServiceRow';
import type { SourceAges } from './SourceAges';
import type { StoredAspect, StoredRow } from './StoredRow';

/** A row of the board as it is seen now: what is stored, with its age. */
export function toServiceStatus(
  row: ServiceRow,
  ages: SourceAges,
): ServiceStatus {
  const {
    aspects: stored,
    lastTrouble: _,
    ...words
  }: StoredRow = JSON.parse(row.row_json);
  const { metadata }: Entity = JSON.parse(row.entity_json);
  const aspects: Partial<Record<Aspect, AspectStatus>> = {};
  let stale = false;
  let decayed: AgedAspect | undefined;
  for (const [name, value] of Object.entries(stored)) {
    const aspect = name as Aspect;
    const aged = agedAspect({
      entityRef: row.ref,
      aspect,
      stored: value as StoredAspect,
      ages,
    });
    aspects[aspect] = aged.status;
    if (isHealthAspect(aspect)) {
      stale ||= aged.status.stale;
      decayed = earlier(decayed, aged);
    }
  }
  return {
    entityRef: row.ref,
    name: metadata.name,
    ...(metadata.title !== undefined && { title: metadata.title }),
    ...(row.owner !== null && { owner: row.owner }),
    ...(row.system !== null && { system: row.system }),
    ...(row.lifecycle !== null && { lifecycle: row.lifecycle }),
    tags: metadata.tags ?? [],
    since: toInstant(toNumber(row.since)),
    stale,
    ...words,
    ...(words.status === 'ok' && decayed ? decayedWords(decayed) : {}),
    aspects,
  };
}

/** What a service whose `ok` is not believed any more says instead. */
function decayedWords(decayed: AgedAspect): Partial<ServiceStatus> {
  return {
    status: 'unknown',
    since: toInstant(decayed.decayedAt ?? 0),
    atLeast: undefined,
    why: decayed.status.findings[0]?.message,
    whySource: decayed.decayedSource,
  };
}

function earlier(
  first: AgedAspect | undefined,
  next: AgedAspect,
): AgedAspect | undefined {
  if (next.decayedAt === undefined) {
    return first;
  }
  return first?.decayedAt !== undefined && first.decayedAt <= next.decayedAt
    ? first
    : next;
}
