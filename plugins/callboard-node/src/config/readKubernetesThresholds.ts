import type { Config } from '@backstage/config';
import {
  DEFAULT_KUBERNETES_THRESHOLDS as DEFAULTS,
  type KubernetesThresholds,
} from '@callboard/plugin-callboard-common';
import { RuleConfig } from './RuleConfig';

/** Durations carry their unit in code; in config they are written with one: `notReadyAfter: 15m`. */
const DURATION = /Ms$/;

/**
 * The numbers of the Kubernetes rules, from `callboard.rules.kubernetes`. Throws an InputError that
 * names the path where one cannot be used.
 * @public
 */
export function readKubernetesThresholds(config: Config): KubernetesThresholds {
  const defaults = Object.entries(DEFAULTS);
  const rules = RuleConfig.read(config, {
    path: 'kubernetes',
    known: defaults.map(([name]) => name.replace(DURATION, '')),
  });
  const read = defaults.map(([name, fallback]): [string, number] => {
    if (DURATION.test(name)) {
      return [name, rules.durationMs(name.replace(DURATION, ''), fallback)];
    }
    return [
      name,
      name.endsWith('Count')
        ? rules.count(name, fallback)
        : rules.factor(name, fallback),
    ];
  });
  return { ...DEFAULTS, ...Object.fromEntries(read) };
}
