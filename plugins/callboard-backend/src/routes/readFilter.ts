import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import {
  NO_VALUE,
  OWNER_ME,
  type Aspect,
  type OverallStatus,
} from '@callboard/plugin-callboard-common';
import type { Request } from 'express';
import type { ServiceFilter } from '../board/Board';

type Query = Request['query'];

/** Reads the filter of a query that the OpenAPI document has validated. */
export function readFilter(query: Query): ServiceFilter {
  const text = readText(query.q)?.trim();
  return {
    statuses: readList(query.status) as OverallStatus[],
    aspects: readList(query.aspect) as Aspect[],
    sources: readList(query.source),
    codes: readList(query.code),
    owners: readOwners(query),
    systems: readRefs(query.system, 'system'),
    lifecycles: readList(query.lifecycle),
    tags: readList(query.tag),
    ...(text && { text }),
  };
}

export function readOwners(query: Query): string[] {
  return readRefs(query.owner, 'group');
}

export function readText(value: Query[string]): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** Without repetitions and in one order, so that equal questions have equal answers and tags. */
export function readList(value: Query[string]): string[] {
  const values = Array.isArray(value) ? value : [value];
  const texts = values.filter(item => typeof item === 'string');
  return [...new Set(texts)].sort();
}

/** Refs as they are stored; `team-a` means `group:default/team-a`. */
function readRefs(value: Query[string], defaultKind: string): string[] {
  return readList(value).map(ref => {
    if (ref === NO_VALUE || ref === OWNER_ME) {
      return ref;
    }
    try {
      return stringifyEntityRef(parseEntityRef(ref, { defaultKind }));
    } catch {
      // No ref at all: nothing has it.
      return ref.toLocaleLowerCase('en-US');
    }
  });
}
