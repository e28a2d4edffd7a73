import type {
  Matcher,
  RunbookVersion,
} from '@callboard/plugin-runbooks-common';

/** A field that differs between two versions, as words. */
export interface ChangedField {
  readonly name:
    | 'title'
    | 'entityRef'
    | 'state'
    | 'matches'
    | 'owner'
    | 'reviewBy'
    | 'tags'
    | 'reviewers'
    | 'pinned';
  readonly before: string;
  readonly after: string;
}

/** What differs between two versions beside the text. */
export function changedFields(options: {
  readonly before: RunbookVersion;
  readonly after: RunbookVersion;
  wordsOf(matcher: Matcher): string;
  readonly yes: string;
  readonly no: string;
  stateWords(version: RunbookVersion): string;
}): ChangedField[] {
  const { wordsOf, yes, no, stateWords } = options;
  const list = (words: readonly string[]) => words.join('; ');
  const fieldsOf = (version: RunbookVersion) =>
    ({
      title: version.title,
      entityRef: version.entityRef,
      state: stateWords(version),
      matches: list(version.matches.map(wordsOf)),
      owner: version.owner ?? '',
      reviewBy: version.reviewBy ?? '',
      tags: list(version.tags),
      reviewers: list(version.reviewers),
      pinned: version.pinned ? yes : no,
    } satisfies Record<ChangedField['name'], string>);
  const before = fieldsOf(options.before);
  const after = fieldsOf(options.after);
  const names = [
    'title',
    'state',
    'matches',
    'owner',
    'reviewBy',
    'tags',
    'reviewers',
    'pinned',
    'entityRef',
  ] as const;
  return names
    .filter(name => before[name] !== after[name])
    .map(name => ({ name, before: before[name], after: after[name] }));
}
