import {
  DEFAULT_SETTLE_POLICY,
  type Aspect,
  type SettlePolicy,
} from '@callboard/plugin-callboard-common';

/** The rules that the writers apply, as configured. */
export interface StatusRules {
  /** How observations of an aspect settle. */
  settlePolicyOf(aspect: Aspect): SettlePolicy;
  /** How aspects and services settle, which are made of what is settled already. */
  readonly composed: SettlePolicy;
  /** Why a source cannot be observed in the background; nothing where it can. */
  notObservable(source: string): string | undefined;
}

export const DEFAULT_STATUS_RULES: StatusRules = {
  settlePolicyOf: () => DEFAULT_SETTLE_POLICY,
  composed: DEFAULT_SETTLE_POLICY,
  notObservable: () => undefined,
};
