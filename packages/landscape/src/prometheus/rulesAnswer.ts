import type { Rule, RuleGroup } from './rules';

export type RuleType = 'alert' | 'record';

const TYPES: Readonly<Record<RuleType, Rule['type']>> = {
  alert: 'alerting',
  record: 'recording',
};

/** What `GET /api/v1/rules` says; groups that have no rule of the type are left out. */
export function rulesAnswer(options: {
  readonly groups: readonly RuleGroup[];
  readonly type?: RuleType;
  /** Epoch milliseconds. */
  readonly now: number;
}): object {
  const { groups, type, now } = options;
  return {
    groups: groups.flatMap(({ name, intervalSeconds, rules }) => {
      const wanted = rules.filter(
        rule => type === undefined || rule.type === TYPES[type],
      );
      const intervalMs = intervalSeconds * 1000;
      const evaluated = {
        evaluationTime: 0.000412,
        lastEvaluation: new Date(
          Math.floor(now / intervalMs) * intervalMs,
        ).toISOString(),
      };
      return wanted.length === 0
        ? []
        : [
            {
              name,
              file: `/etc/prometheus/rules/${name}.yaml`,
              rules: wanted.map(rule => ruleJson(rule, evaluated)),
              interval: intervalSeconds,
              limit: 0,
              ...evaluated,
            },
          ];
    }),
  };
}

function ruleJson(rule: Rule, evaluated: object): object {
  const { type, name, query } = rule;
  return rule.type === 'recording'
    ? { name, query, health: 'ok', ...evaluated, type }
    : {
        state: 'inactive',
        name,
        query,
        duration: rule.forSeconds,
        keepFiringFor: 0,
        labels: { severity: rule.severity },
        annotations: { summary: rule.summary },
        alerts: [],
        health: 'ok',
        ...evaluated,
        type,
      };
}
