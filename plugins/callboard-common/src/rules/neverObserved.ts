import { Verdict } from '../words';
import { unknownVerdict } from './unknownVerdict';

/**
 * The verdict on what its source was not asked for yet, or never answered.
 * @public
 */
export function neverObserved(options: {
  /** `jenkins/main` */
  readonly source: string;
  /** What the source says of itself, where it is in trouble. */
  readonly trouble?: string;
}): Verdict {
  const { source, trouble } = options;
  return unknownVerdict({
    reason: 'never-observed',
    message: `Never observed: ${source} has not answered yet`,
    hint: trouble ?? `Wait for the first look at ${source}`,
    summary: 'never observed',
    params: { source },
    clears: `when ${source} answers`,
  });
}
