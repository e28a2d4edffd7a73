export { PrometheusServer } from './PrometheusServer';
export type {
  PrometheusCallKind,
  PrometheusFault,
  PrometheusServerOptions,
} from './PrometheusServer';
export { readRules } from './rules';
export type { Rule, RuleGroup } from './rules';
