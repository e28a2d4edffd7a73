import { ContainerFacts, PodFacts } from '../facts';
import { Onset } from '../Onset';

/** What can be wrong with a pod; the codes of the findings. */
export type PodProblemCode =
  | 'crash-loop'
  | 'image-pull'
  | 'config-error'
  | 'unschedulable'
  | 'not-ready'
  | 'restarting'
  | 'stuck-terminating';

/** What is wrong with one pod. */
export interface PodProblem {
  readonly code: PodProblemCode;
  readonly pod: PodFacts;
  readonly container?: ContainerFacts;
  /** In a few words of Kubernetes: `OOMKilled`, `ImagePullBackOff`. */
  readonly reason: string;
  /** The rest of the sentence of a finding: `api, OOMKilled`. */
  readonly words: string;
  /** Its waiting time is over. */
  readonly fired: boolean;
  /** When it began to count; absent where nobody knows. */
  readonly since?: Onset;
  /** Restarts within the window, where those are the matter. */
  readonly restarts?: number;
}
