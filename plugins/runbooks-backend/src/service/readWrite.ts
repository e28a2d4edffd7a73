import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import {
  matcherSchema,
  runbookWriteSchema,
  type FrontMatter,
  type RunbookWrite,
} from '@callboard/plugin-runbooks-common';
import type { ZodError } from 'zod';
import { REF_MAX_COUNT } from '../catalog/projectEntity';
import { readEntityRef } from '../catalog/EntityDirectory';
import type { RunbookFields } from '../store/StoredRunbook';
import { requireStorable } from '../store/requireStorable';
import { TooLargeError } from './errors';

/** Reads what somebody wants written; throws an InputError that says what is wrong with it. */
export function readWrite(body: unknown): RunbookWrite {
  const parsed = runbookWriteSchema.safeParse(body);
  if (!parsed.success) {
    throw new InputError(sentenceOf(parsed.error));
  }
  requireStorable(parsed.data, 'The runbook');
  return parsed.data;
}

/** Throws a TooLargeError that names the size and the limit. */
export function requireSize(content: string, maxSizeBytes: number): void {
  const size = Buffer.byteLength(content, 'utf8');
  if (size > maxSizeBytes) {
    throw new TooLargeError(
      `The text has ${inWords(size)}; a runbook may have at most ${inWords(
        maxSizeBytes,
      )}. Nothing was saved`,
    );
  }
}

/** Bytes as people read them. */
export function inWords(bytes: number): string {
  return `${bytes.toLocaleString('en-US')} bytes`;
}

/** The fields of a new runbook: what is not written comes from its front matter. */
export function newFields(
  write: RunbookWrite,
  frontMatter: FrontMatter,
): Omit<RunbookFields, 'state'> {
  // Null says that there is none, whatever the front matter has.
  const reviewBy =
    write.reviewBy === undefined ? frontMatter.reviewBy : write.reviewBy;
  const owner = write.owner === undefined ? frontMatter.owner : write.owner;
  return {
    entityRef: readEntityRef(write.entityRef),
    title: write.title,
    tags: unique(write.tags ?? frontMatter.tags ?? []),
    matches: [...(write.matches ?? readMatches(frontMatter))],
    ...(owner && { owner: readRef(owner, 'group') }),
    ...(reviewBy && { reviewBy }),
    reviewers: unique(
      (write.reviewers ?? []).map(reviewer => readRef(reviewer, 'user')),
    ),
    pinned: write.pinned ?? false,
  };
}

/** The fields after a write: what is not written stays, what is null goes. */
export function changedFields(
  write: RunbookWrite,
  before: RunbookFields,
): Omit<RunbookFields, 'state'> {
  const owner = write.owner === undefined ? before.owner : write.owner;
  const reviewBy =
    write.reviewBy === undefined ? before.reviewBy : write.reviewBy;
  return {
    entityRef: readEntityRef(write.entityRef),
    title: write.title,
    tags: write.tags ? unique(write.tags) : before.tags,
    matches: write.matches ?? before.matches,
    ...(owner && { owner: readRef(owner, 'group') }),
    ...(reviewBy && { reviewBy }),
    reviewers: write.reviewers
      ? unique(write.reviewers.map(reviewer => readRef(reviewer, 'user')))
      : before.reviewers,
    pinned: write.pinned ?? before.pinned,
  };
}

function readMatches(frontMatter: FrontMatter) {
  return (frontMatter.matches ?? []).filter(
    matcher => matcherSchema.safeParse(matcher).success,
  );
}

/** `team-a` means `group:default/team-a`. */
function readRef(ref: string, defaultKind: string): string {
  try {
    const full = stringifyEntityRef(parseEntityRef(ref, { defaultKind }));
    if (full.length <= REF_MAX_COUNT) {
      return full;
    }
  } catch {
    // It is said below.
  }
  throw new InputError(
    `'${ref.slice(
      0,
      200,
    )}' is no entity ref such as ${defaultKind}:default/name`,
  );
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)];
}

/** The first thing that is wrong, with the place where it is. */
export function sentenceOf(error: ZodError): string {
  const [issue] = error.issues;
  const path = issue.path.join('.');
  return path ? `${path}: ${issue.message}` : issue.message;
}
