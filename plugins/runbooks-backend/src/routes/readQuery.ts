import {
  readInstant,
  readList,
  readRefs,
  readText,
} from '@callboard/plugin-callboard-node';
import {
  PROBLEM_CODES,
  RUNBOOK_STATES,
  type RunbookState,
} from '@callboard/plugin-runbooks-common';
import type { Request } from 'express';
import { readEntityRef } from '../catalog/EntityDirectory';
import type { ListQuery } from '../service/RunbookReader';
import type { PagePart } from '../store/RunbookStore';

type Query = Request['query'];

/** More words narrow nothing that these do not. */
const WORDS_MAX_COUNT = 10;

/** What is asked for where no state is named. */
const LIVING: readonly RunbookState[] = ['draft', 'published'];

/** Reads which runbooks are asked for, of a query that the OpenAPI document has validated. */
export function readListQuery(query: Query): ListQuery {
  const states = oneOf(RUNBOOK_STATES, readList(query.state));
  const entityRef = readOptionalRef(query.entityRef);
  const updatedSinceMs = readInstant(query.updatedSince, 'updatedSince');
  return {
    ...readPart(query),
    ...(entityRef !== undefined && { entityRef }),
    problems: oneOf(PROBLEM_CODES, readList(query.problem)),
    inherited: String(query.inherited) === 'true',
    filter: {
      words: readWords(readText(query.q)),
      tags: readList(query.tag),
      states: states.length > 0 ? states : LIVING,
      owners: readOwners(query),
      ...(updatedSinceMs !== undefined && { updatedSinceMs }),
    },
  };
}

export function readPart(query: Query): PagePart {
  const cursor = readText(query.cursor);
  return {
    limit: Number(query.limit),
    ...(cursor !== undefined && { cursor }),
  };
}

/** A ref in its one form, where one is given. */
export function readOptionalRef(value: Query[string]): string | undefined {
  const text = readText(value);
  return text === undefined ? undefined : readEntityRef(text);
}

/** Refs of owners; `@me` stays. */
export function readOwners(query: Query): string[] {
  return readRefs(query.owner, 'group');
}

function readWords(text: string | undefined): string[] {
  const words = (text ?? '').split(/\s+/).filter(word => word !== '');
  return [...new Set(words)].slice(0, WORDS_MAX_COUNT);
}

function oneOf<T extends string>(
  known: readonly T[],
  values: readonly string[],
): T[] {
  return known.filter(value => values.includes(value));
}
