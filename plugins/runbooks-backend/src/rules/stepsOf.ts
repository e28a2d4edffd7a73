import { parseRunbook } from '@callboard/plugin-runbooks-common';
import { LRUCache } from 'lru-cache';

/** A step of a text. */
export interface StepOfText {
  readonly n: number;
  readonly title: string;
}

/** A long text takes long to understand, so it is done once. */
const remembered = new LRUCache<string, readonly StepOfText[]>({ max: 200 });

/** The steps of a text that has this hash. */
export function stepsOf(text: {
  readonly hash: string;
  readonly content: string;
}): readonly StepOfText[] {
  const known = remembered.get(text.hash);
  if (known) {
    return known;
  }
  const steps = parseRunbook(text.content).steps.map(({ n, title }) => ({
    n,
    title,
  }));
  remembered.set(text.hash, steps);
  return steps;
}
