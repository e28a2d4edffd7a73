import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import {
  matcherSchema,
  type FrontMatter,
  type RunbookWrite,
} from '@callboard/plugin-runbooks-common';
import { readEntityRef } from '../catalog/EntityDirectory';
import { REF_MAX_COUNT } from '../catalog/projectEntity';
import { requireStorable } from '../store/requireStorable';
import type { RunbookFields } from '../store/StoredRunbook';

/** The fields of a new runbook: what is not written comes from its front matter. */
export function newFields(
  write: RunbookWrite,
  frontMatter: FrontMatter,
): Omit<RunbookFields, 'state'> {
  // Null says that there is none, whatever the front matter has.
  const reviewBy =
    write.reviewBy === undefined ? frontMatter.reviewBy : write.reviewBy;
  const owner = write.owner === undefined ? frontMatter.owner : write.owner;
  const fields = {
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
  // YAML can write characters that the text itself does not have.
  requireStorable(fields, 'The front matter');
  return fields;
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
