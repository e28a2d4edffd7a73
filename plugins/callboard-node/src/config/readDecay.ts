import type { Config } from '@backstage/config';
import {
  ASPECTS,
  DEFAULT_DECAY_MS,
  type Aspect,
} from '@callboard/plugin-callboard-common';
import { RuleConfig } from './RuleConfig';

/**
 * How long a stale `ok` is believed, by aspect and in milliseconds, from `callboard.rules.decay`.
 * Throws an InputError that names the path where a duration cannot be used.
 * @public
 */
export function readDecay(config: Config): Readonly<Record<Aspect, number>> {
  const rules = RuleConfig.read(config, { path: 'decay', known: ASPECTS });
  const decay = { ...DEFAULT_DECAY_MS };
  for (const aspect of ASPECTS) {
    decay[aspect] = rules.durationMs(aspect, DEFAULT_DECAY_MS[aspect]);
  }
  return decay;
}
