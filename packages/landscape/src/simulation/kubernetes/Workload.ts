import type { Pod } from './Pod';
import type { Labels, TemplateState, Trouble } from './states';

/** What a workload is wanted to be when it is made. */
export interface WorkloadPlan {
  readonly kind: 'Deployment' | 'StatefulSet' | 'DaemonSet' | 'CronJob';
  readonly namespace: string;
  readonly name: string;
  /** Of the object and of its pods. */
  readonly labels: Labels;
  readonly image: string;
  readonly version: string;
  readonly replicas: number;
  readonly port?: number;
  readonly cpuMillis?: number;
  readonly memoryMebibytes?: number;
  /** Whether its pods have a container that must end before they start. */
  readonly init?: boolean;
  /** Whether each pod has a volume of its own. */
  readonly storage?: boolean;
  readonly schedule?: string;
  readonly timeZone?: string;
  readonly strategy?: 'RollingUpdate' | 'Recreate';
  readonly maxUnavailable?: string | number;
  readonly maxSurge?: string | number;
  readonly partition?: number;
  readonly autoscaler?: { readonly min: number; readonly max: number };
  readonly paused?: boolean;
  /** Its age in milliseconds when time begins. */
  readonly ageMs: number;
}

/** A workload that can be changed, as people and pipelines do. */
export interface Workload {
  readonly plan: WorkloadPlan;
  readonly pods: readonly Pod[];
  readonly replicas: number;
  readonly template: TemplateState;
  /** Another version, or the same that now suffers from something. */
  roll(change: {
    version?: string;
    trouble?: Trouble;
    deadlineSeconds?: number;
  }): void;
  scale(replicas: number): void;
  /** Back to what worked, and whatever ails its pods ends. */
  restore(): void;
}

export function versionOf(template: TemplateState): string {
  return template.image.replace(/^.*:/, '');
}
