import { InputError } from '@backstage/errors';
import { LRUCache } from 'lru-cache';
import { readText } from './readText';

/** A step of a text. */
export interface StepOfText {
  readonly n: number;
  readonly title: string;
}

const remembered = new LRUCache<string, readonly StepOfText[]>({ max: 200 });

/** The steps of a text with this hash. Throws an InputError for a text that is no list of steps. */
export function stepsOf(text: {
  readonly hash: string;
  readonly content: string;
}): readonly StepOfText[] {
  const known = remembered.get(text.hash);
  if (known) {
    return known;
  }
  const read = readText(text.content);
  if (!read) {
    throw new InputError(
      'The text is too long, or has too long words, to be gone through step by step',
    );
  }
  const steps = read.steps.map(({ n, title }) => ({ n, title }));
  remembered.set(text.hash, steps);
  return steps;
}
