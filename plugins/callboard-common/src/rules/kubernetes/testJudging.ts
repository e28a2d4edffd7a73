import { kubernetesWorkloadSchema } from '../../kubernetes';
import { changeSchema, Status, verdictSchema } from '../../words';
import { toInstant } from '../instants';
import {
  HeadFacts,
  KubernetesSnapshot,
  ObjectMemory,
  ReplicaSample,
  WorkloadSnapshot,
} from './facts';
import { JudgedKubernetes } from './judged';
import { judgeKubernetes, JudgeKubernetesOptions } from './judgeKubernetes';
import { NOW } from './testObjects';

/** The instant that was so long ago. */
export const iso = (agoMs: number) => toInstant(NOW - agoMs);

/** A head with what belongs to it; nothing where nothing is said. */
export function workloadOf(
  head: HeadFacts,
  parts: Partial<WorkloadSnapshot> = {},
): WorkloadSnapshot {
  return {
    head,
    replicaSets: [],
    jobs: [],
    pods: [],
    autoscalers: [],
    claims: [],
    events: [],
    ...parts,
  };
}

export function snapshotOf(
  workloads: readonly WorkloadSnapshot[],
  overrides: Partial<KubernetesSnapshot> = {},
): KubernetesSnapshot {
  return {
    source: 'kubernetes/prod-eu',
    cluster: 'prod-eu',
    selector: 'app=shop',
    workloads,
    memory: new Map(),
    nodes: new Map(),
    unreadable: [],
    ...overrides,
  };
}

/** A row of a table of cases. */
export interface Row {
  readonly name: string;
  readonly head: HeadFacts;
  readonly parts?: Partial<WorkloadSnapshot>;
  /** What is remembered of the head. */
  readonly samples?: readonly ReplicaSample[];
  /** What is remembered of others, by uid. */
  readonly memory?: Readonly<Record<string, ObjectMemory>>;
  readonly snapshot?: Partial<KubernetesSnapshot>;
  readonly options?: Partial<JudgeKubernetesOptions>;

  readonly status: Status;
  /** Codes in order, notes with a `~`. */
  readonly codes: readonly string[];
  readonly message?: string;
  readonly hint?: string;
  readonly since?: string;
  readonly badSince?: string;
  readonly atLeast?: boolean;
  readonly summary?: string;
  readonly off?: boolean;
  readonly activity?: string;
  /** When it would be judged again, from now on. */
  readonly recheckIn?: number;
}

export function rowSnapshot(row: Row): KubernetesSnapshot {
  const memory = new Map(Object.entries(row.memory ?? {}));
  if (row.samples) {
    memory.set(row.head.uid, { replicas: row.samples });
  }
  return snapshotOf([workloadOf(row.head, row.parts)], {
    memory,
    ...row.snapshot,
  });
}

/** Whatever the rules make passes the doors of the HTTP seam. */
export function judge(
  snapshot: KubernetesSnapshot,
  options: Partial<JudgeKubernetesOptions> = {},
): JudgedKubernetes {
  const judged = judgeKubernetes(snapshot, { now: NOW, ...options });
  verdictSchema.parse(judged.verdict);
  judged.workloads.forEach(workload =>
    kubernetesWorkloadSchema.parse(workload),
  );
  judged.changes.forEach(change => changeSchema.parse(change));
  return judged;
}

/** What comes of a row, as far as the row says what it expects. */
export function seenOf(row: Row): object {
  const { verdict, recheckAt } = judge(rowSnapshot(row), row.options);
  const [first] = verdict.findings;
  const seen = {
    ...verdict,
    codes: verdict.findings.map(
      ({ status, code }) => `${status === 'note' ? '~' : ''}${code}`,
    ),
    message: first?.message,
    hint: first?.hint,
    activity: verdict.activity?.message,
    recheckIn: recheckAt === undefined ? undefined : recheckAt - NOW,
  };
  return Object.fromEntries(
    Object.keys(expectedOf(row)).map(field => [
      field,
      Reflect.get(seen, field),
    ]),
  );
}

/** What a row expects. */
export function expectedOf(row: Row): object {
  const {
    name: _name,
    head: _head,
    parts: _parts,
    samples: _samples,
    memory: _memory,
    snapshot: _snapshot,
    options: _options,
    ...expected
  } = row;
  return expected;
}
