import type { Config } from '@backstage/config';
import {
  DEFAULT_SETTLE_POLICY,
  POLLED_SETTLE_POLICY,
  type Aspect,
} from '@callboard/plugin-callboard-common';
import { readFlappingThreshold } from '@callboard/plugin-callboard-node';
import type { StatusRules } from '../store/StatusRules';

/** Aspects whose facts are polled; all others are settled by the system that says them. */
const POLLED_ASPECTS: readonly Aspect[] = ['kubernetes'];

/** Reads the rules that the writers apply. */
export function readStatusRules(
  config: Config,
  notObservable: StatusRules['notObservable'],
): StatusRules {
  const flapping = readFlappingThreshold(config);
  const settled = { ...DEFAULT_SETTLE_POLICY, flapping };
  const polled = { ...POLLED_SETTLE_POLICY, flapping };
  return {
    settlePolicyOf: aspect =>
      POLLED_ASPECTS.includes(aspect) ? polled : settled,
    composed: settled,
    notObservable,
  };
}
