/** What a person would say of where commands act, most general first. */
const NAMES: readonly {
  readonly keys: readonly string[];
  readonly label?: string;
}[] = [
  { keys: ['cluster', 'context'] },
  { keys: ['namespace', 'ns'], label: 'namespace' },
  { keys: ['workload', 'deployment', 'statefulset', 'daemonset'] },
  { keys: ['pod'], label: 'pod' },
  { keys: ['node'], label: 'node' },
  { keys: ['source'] },
  { keys: ['job'], label: 'job' },
  { keys: ['build'], label: 'build' },
];

/** "prod-eu, namespace shop, checkout-api"; empty where no value names a place. */
export function targetWords(params: Readonly<Record<string, string>>): string {
  return NAMES.flatMap(({ keys, label }) => {
    const value = keys.map(key => params[key]).find(Boolean);
    if (!value) {
      return [];
    }
    return [label ? `${label} ${value}` : value];
  }).join(', ');
}
