import { Explanation, FindingDraft } from '../../words';
import { plainText } from '../plainText';
import { HeadFacts, KubernetesSnapshot, WorkloadSnapshot } from './facts';
import { ReplicaSample } from './facts/memory';
import { Onset } from './Onset';
import { PodProblem } from './pods/PodProblem';
import { RuleClock } from './RuleClock';
import { KubernetesThresholds } from './thresholds';

const PARAM_MAX_COUNT = 256;

/** What every rule of a workload looks at. */
export interface WorkloadContext<H extends HeadFacts = HeadFacts> {
  readonly snapshot: KubernetesSnapshot;
  readonly workload: WorkloadSnapshot;
  readonly head: H;
  readonly clock: RuleClock;
  readonly thresholds: KubernetesThresholds;
  /** What is not production may rest without a word. */
  readonly production: boolean;
  /** What is remembered of the head, oldest first. */
  readonly samples: readonly ReplicaSample[];
  /** What is wrong with its pods, thresholds aside. */
  readonly problems: readonly PodProblem[];
}

/** What one rule has to say. */
export interface Ruling {
  readonly finding: FindingDraft;
  /** A few words for the cell. */
  readonly summary: string;
  readonly explanation: Explanation;
  /** When it began not to be well, where that was before it came to this. */
  readonly badSince?: Onset;
}

/** A row of the table. */
export type WorkloadRule<H extends HeadFacts> = (
  context: WorkloadContext<H>,
) => Ruling | readonly Ruling[] | undefined;

/** What people call the kind of a head: `Deployment`, `Rollout`. */
export function kindOf(head: HeadFacts): string {
  return head.kind === 'Foreign' ? plainText(head.ownKind, 60) : head.kind;
}

/** `Deployment shop-api` */
export function labelOf(head: HeadFacts): string {
  return `${kindOf(head)} ${plainText(head.name, 80)}`;
}

/** `Deployment shop-api in prod-eu` */
export function placeOf({ head, snapshot }: WorkloadContext): string {
  return `${labelOf(head)} in ${plainText(snapshot.cluster, 60)}`;
}

/** `pod`, where there is one of it; else `pods`. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return count === 1 ? one : many;
}

/** What every finding in a cluster names. */
export function clusterParams(
  snapshot: KubernetesSnapshot,
): Record<string, string> {
  return textParams({
    source: snapshot.source,
    cluster: snapshot.cluster,
    context: snapshot.context ?? snapshot.cluster,
  });
}

/** Names to fill into commands and runbooks; what is not known is left out. */
export function textParams(
  params: Readonly<Record<string, string | undefined>>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(params).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, plainText(value, PARAM_MAX_COUNT)]],
    ),
  );
}

/** The part of a finding that every rule of a workload fills in alike. */
export function workloadFinding(
  { snapshot, head, clock }: WorkloadContext,
  finding: Pick<FindingDraft, 'code' | 'status' | 'message' | 'hint'> & {
    readonly impact?: FindingDraft['impact'];
    /** When the rule began to apply. */
    readonly since?: Onset;
    readonly params?: Readonly<Record<string, string | undefined>>;
  },
): FindingDraft {
  const { since, params = {}, impact = 'live', hint, ...rest } = finding;
  const instant = clock.instant(since?.at);
  return {
    ...rest,
    ...(hint && { hint }),
    ...(instant && {
      since: instant,
      ...(since?.atLeast && { atLeast: true }),
    }),
    impact,
    params: {
      ...clusterParams(snapshot),
      ...textParams({
        // What is in no namespace has none.
        namespace: head.namespace || undefined,
        kind: kindOf(head),
        workload: head.name,
        customResource:
          head.kind === 'Foreign' ? head.custom?.resource : undefined,
        ...params,
      }),
    },
    links: [],
  };
}

/** The moment from which on a rule with a waiting time applies; absent before it. */
export function firedAt(
  clock: RuleClock,
  onset: Onset | undefined,
  afterMs: number,
): Onset | undefined {
  return onset && clock.reached(onset.at + afterMs)
    ? { ...onset, at: onset.at + afterMs }
    : undefined;
}

/** An input of an explanation that is a time; left out where it is none. */
export function timeInput(
  clock: RuleClock,
  name: string,
  onset: Onset | undefined,
): Explanation['inputs'] {
  const value = clock.instant(onset?.at);
  return value
    ? [{ name: onset?.atLeast ? `${name} (at least)` : name, value }]
    : [];
}
