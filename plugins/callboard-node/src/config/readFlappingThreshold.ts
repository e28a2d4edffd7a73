import type { Config } from '@backstage/config';
import {
  DEFAULT_FLAPPING_THRESHOLD as DEFAULTS,
  type FlappingThreshold,
} from '@callboard/plugin-callboard-common';
import { RuleConfig } from './RuleConfig';

/**
 * When a status flaps, from `callboard.rules.flapping`. Throws an InputError that names the path
 * where a number cannot be used.
 * @public
 */
export function readFlappingThreshold(config: Config): FlappingThreshold {
  const rules = RuleConfig.read(config, {
    path: 'flapping',
    known: ['changes', 'window', 'quiet'],
  });
  return {
    changes: rules.count('changes', DEFAULTS.changes),
    windowMs: rules.durationMs('window', DEFAULTS.windowMs),
    quietMs: rules.durationMs('quiet', DEFAULTS.quietMs),
  };
}
