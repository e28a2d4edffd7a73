import type { FindingSnapshot } from '@callboard/plugin-runbooks-common';

/** What a runbook is opened for. */
export interface RunbookTarget {
  /** The service that it is about; absent where nobody said. */
  readonly entityRef?: string;
  /** Values to fill into commands. */
  readonly params: Readonly<Record<string, string>>;
  /** The finding that led here. */
  readonly finding?: FindingSnapshot;
}

/** Values in an address: `p.namespace=shop`. */
const PARAM_PREFIX = 'p.';

/** What a run takes at most. */
const VALUE_MAX_COUNT = 1_000;

const FINDING_FIELDS = [
  'aspect',
  'code',
  'alertname',
  'runbookUrl',
  'status',
  'since',
  'fingerprint',
  'message',
] as const satisfies readonly (keyof FindingSnapshot)[];

/**
 * Reads what the address of a runbook says it is opened for:
 * `?entityRef=&aspect=&code=&status=&since=&fingerprint=&message=&p.cluster=&p.namespace=…`.
 */
export function readTarget(query: URLSearchParams): RunbookTarget {
  const params: Record<string, string> = Object.fromEntries(
    [...query]
      .filter(
        ([name, value]) =>
          name.startsWith(PARAM_PREFIX) &&
          name !== PARAM_PREFIX &&
          value !== '',
      )
      .map(([name, value]) => [
        name.slice(PARAM_PREFIX.length),
        value.slice(0, VALUE_MAX_COUNT),
      ]),
  );
  const fields = FINDING_FIELDS.flatMap(name => {
    const value = query.get(name);
    return value ? [[name, value.slice(0, VALUE_MAX_COUNT)] as const] : [];
  });
  const entityRef = query.get('entityRef');
  return {
    ...(entityRef && { entityRef }),
    params,
    ...(fields.length > 0 && {
      finding: { ...Object.fromEntries(fields), params },
    }),
  };
}

/** The query that {@link readTarget} reads; begins with a question mark, or is empty. */
export function toTargetQuery(target: RunbookTarget): string {
  const { entityRef, params, finding } = target;
  const query = new URLSearchParams();
  const set = (name: string, value: string | undefined) =>
    value && query.set(name, value);
  set('entityRef', entityRef);
  FINDING_FIELDS.forEach(name => set(name, finding?.[name]));
  for (const [name, value] of Object.entries(params)) {
    set(`${PARAM_PREFIX}${name}`, value);
  }
  const text = query.toString();
  return text && `?${text}`;
}
