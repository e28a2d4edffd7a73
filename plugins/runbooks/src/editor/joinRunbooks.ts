import { mergeTexts } from '@callboard/plugin-runbooks-common';
import { matcherKey, type EditedRunbook } from './editedRunbook';

/** Fields of which only one value can be right. */
const SINGLE_FIELDS = ['title', 'owner', 'reviewBy'] as const;

/** A field of which only one value can be right. */
export type SingleField = (typeof SINGLE_FIELDS)[number];

/** Where both changed the same thing, each in another way. */
export type ConflictPlace = {
  readonly id: string;
  readonly base: string;
  readonly theirs: string;
  readonly mine: string;
} & (
  | { readonly kind: 'field'; readonly field: SingleField }
  | {
      readonly kind: 'text';
      /** Where `mine` stands in the joined text. */
      readonly from: number;
      readonly to: number;
    }
);

/** What a person decides of a place. */
export type PlaceChoice = 'both' | 'theirs' | 'mine';

/** Two changes of one runbook as one: mine stands where both changed the same. */
export interface JoinedRunbook {
  readonly edited: EditedRunbook;
  readonly places: readonly ConflictPlace[];
  /** How many changes of theirs were taken over without asking. */
  readonly takenCount: number;
}

interface Three<T> {
  readonly base: T;
  readonly theirs: T;
  readonly mine: T;
}

/** What is not mine is theirs; undefined where both changed it. */
function joinOne<T>({ base, theirs, mine }: Three<T>): T | undefined {
  if (mine === base || theirs === mine) {
    return theirs;
  }
  return theirs === base ? mine : undefined;
}

/** Keeps what both have, adds what either added, drops what either dropped. */
function joinLists<T>(
  { base, theirs, mine }: Three<readonly T[]>,
  keyOf: (value: T) => string,
): T[] {
  const keys = (values: readonly T[]) => new Set(values.map(keyOf));
  const [before, hers, own] = [keys(base), keys(theirs), keys(mine)];
  return [
    ...mine.filter(
      value => hers.has(keyOf(value)) || !before.has(keyOf(value)),
    ),
    ...theirs.filter(
      value => !own.has(keyOf(value)) && !before.has(keyOf(value)),
    ),
  ];
}

function joinContent(three: Three<string>): {
  readonly text: string;
  readonly places: ConflictPlace[];
  readonly takenCount: number;
} {
  const places: ConflictPlace[] = [];
  let text = '';
  let takenCount = 0;
  for (const piece of mergeTexts(three).pieces) {
    if (piece.kind === 'conflict') {
      const { base, theirs, mine } = piece;
      places.push({
        kind: 'text',
        id: `text-${places.length + 1}`,
        base,
        theirs,
        mine,
        from: text.length,
        to: text.length + mine.length,
      });
      text += mine;
    } else {
      takenCount += piece.kind === 'joined' && piece.by === 'theirs' ? 1 : 0;
      text += piece.text;
    }
  }
  return { text, places, takenCount };
}

const asIs = (value: string) => value;

/** Joins what two people made of the same version. */
export function joinRunbooks(three: Three<EditedRunbook>): JoinedRunbook {
  const { base, theirs, mine } = three;
  const of = <T>(pick: (edited: EditedRunbook) => T): Three<T> => ({
    base: pick(base),
    theirs: pick(theirs),
    mine: pick(mine),
  });
  const content = joinContent(of(({ content: text }) => text));
  const fields: ConflictPlace[] = [];
  const single = (field: SingleField) => {
    const values = of(edited => edited[field]);
    const joined = joinOne(values);
    if (joined === undefined) {
      fields.push({ kind: 'field', id: field, field, ...values });
    }
    return joined ?? mine[field];
  };
  const edited: EditedRunbook = {
    // A runbook moves by somebody's choice only; who edits its text made none.
    entityRef: theirs.entityRef,
    title: single('title'),
    owner: single('owner'),
    reviewBy: single('reviewBy'),
    pinned: joinOne(of(({ pinned }) => pinned)) ?? mine.pinned,
    tags: joinLists(
      of(({ tags }) => tags),
      asIs,
    ),
    reviewers: joinLists(
      of(({ reviewers }) => reviewers),
      asIs,
    ),
    matches: joinLists(
      of(({ matches }) => matches),
      matcherKey,
    ),
    content: content.text,
  };
  const takenFields = [
    ...SINGLE_FIELDS,
    'pinned' as const,
    'tags' as const,
    'reviewers' as const,
    'matches' as const,
  ].filter(
    field => JSON.stringify(edited[field]) !== JSON.stringify(mine[field]),
  );
  return {
    edited,
    places: [...fields, ...content.places],
    takenCount: content.takenCount + takenFields.length,
  };
}
