import { LRUCache } from 'lru-cache';
import { readInTurns } from './readInTurns';

/** A step of a text. */
export interface StepOfText {
  readonly n: number;
  readonly title: string;
}

/** A long text takes long to understand, so it is done once. */
const remembered = new LRUCache<string, readonly StepOfText[]>({ max: 200 });

/** The steps of a text that has this hash. */
export async function stepsOf(text: {
  readonly hash: string;
  readonly content: string;
}): Promise<readonly StepOfText[]> {
  const known = remembered.get(text.hash);
  if (known) {
    return known;
  }
  const parsed = await readInTurns(text.content);
  const steps = parsed.steps.map(({ n, title }) => ({ n, title }));
  remembered.set(text.hash, steps);
  return steps;
}
