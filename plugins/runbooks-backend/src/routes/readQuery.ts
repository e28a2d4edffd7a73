import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
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
      owners: readList(query.owner).map(readOwner),
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

export function readText(value: Query[string]): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** A ref in its one form, where one is given. */
export function readOptionalRef(value: Query[string]): string | undefined {
  const text = readText(value);
  return text === undefined ? undefined : readEntityRef(text);
}

/** Without repetitions. */
export function readList(value: Query[string]): string[] {
  const values = Array.isArray(value) ? value : [value];
  return [...new Set(values.filter(item => typeof item === 'string'))];
}

/** Refs as they are stored; `team-a` means `group:default/team-a`, `@me` stays. */
export function readOwner(ref: string): string {
  if (ref.startsWith('@')) {
    return ref;
  }
  try {
    return stringifyEntityRef(parseEntityRef(ref, { defaultKind: 'group' }));
  } catch {
    // No ref at all: nothing has it.
    return ref.toLocaleLowerCase('en-US');
  }
}

function readWords(text: string | undefined): string[] {
  const words = (text ?? '').split(/\s+/).filter(word => word !== '');
  return [...new Set(words)].slice(0, WORDS_MAX_COUNT);
}

function readInstant(value: Query[string], name: string): number | undefined {
  const text = readText(value);
  if (text === undefined) {
    return undefined;
  }
  const epochMs = Date.parse(text);
  if (Number.isNaN(epochMs)) {
    throw new InputError(`'${name}' is no instant: ${text}`);
  }
  return epochMs;
}

function oneOf<T extends string>(
  known: readonly T[],
  values: readonly string[],
): T[] {
  return known.filter(value => values.includes(value));
}
