import { LRUCache } from 'lru-cache';
import { readInTurns } from './readInTurns';

/** A step of a text. */
export interface StepOfText {
  readonly n: number;
  readonly title: string;
}

/** A long text takes long to understand, so it is done once, also for all who ask meanwhile. */
const remembered = new LRUCache<string, Promise<readonly StepOfText[]>>({
  max: 200,
});

/** The steps of a text that has this hash. */
export function stepsOf(text: {
  readonly hash: string;
  readonly content: string;
}): Promise<readonly StepOfText[]> {
  const known = remembered.get(text.hash);
  if (known) {
    return known;
  }
  const steps = read(text.content);
  remembered.set(text.hash, steps);
  // Whoever comes next tries again.
  steps.catch(() => remembered.delete(text.hash));
  return steps;
}

async function read(content: string): Promise<readonly StepOfText[]> {
  const { steps } = await readInTurns(content);
  return steps.map(({ n, title }) => ({ n, title }));
}
