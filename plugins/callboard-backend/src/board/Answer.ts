import type { TaggedAnswer } from '@callboard/plugin-callboard-node';

/**
 * What the board answers: the tag is cheap and known at once, the rest is made only for those who do
 * not have it yet. The tag is weak, and says nothing of `asOf`; the JSON may have been made for
 * somebody else, but its `asOf` is of now.
 */
export interface Answer<T> extends TaggedAnswer {
  readonly body: () => Promise<T>;
}
