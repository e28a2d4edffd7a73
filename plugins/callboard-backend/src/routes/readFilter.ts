import type { Aspect, OverallStatus } from '@callboard/plugin-callboard-common';
import { readList, readRefs, readText } from '@callboard/plugin-callboard-node';
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
