import type { Change, Verdict } from '../../words';
import type { KubernetesWorkload } from '../../kubernetes';

/** What the rules make of what one service has in one cluster. @public */
export interface JudgedKubernetes {
  readonly verdict: Verdict;
  /** The workloads as the service page shows them, without links; what is not well first. */
  readonly workloads: readonly KubernetesWorkload[];
  /** Rollouts, newest first. */
  readonly changes: readonly Change[];
  /** When time alone may change the verdict or a workload; absent where it cannot. Epoch milliseconds. */
  readonly recheckAt?: number;
}
