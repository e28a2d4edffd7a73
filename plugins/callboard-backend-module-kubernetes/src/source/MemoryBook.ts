import type { JsonObject } from '@backstage/types';
import {
  kubernetesDetailSchema,
  rememberReplicas,
  rememberRestarts,
  worthKeeping,
  type HeadFacts,
  type KubernetesDetail,
  type KubernetesMemory,
  type ObjectMemory,
  type PodFacts,
  type WorkloadSnapshot,
} from '@callboard/plugin-callboard-common';

/** Objects of a subject whose memory is stored: a detail is to stay small. */
const MAX_STORED_COUNT = 200;

const memoryOnly = kubernetesDetailSchema.pick({ memory: true });

type StoredMemory = NonNullable<KubernetesDetail['memory']>;

/** What is remembered of every object, from one look to the next. */
export class MemoryBook {
  readonly #objects = new Map<string, ObjectMemory>();

  static create(): MemoryBook {
    return new MemoryBook();
  }

  private constructor() {}

  /** Takes up what was stored with an observation, before anything was looked at. */
  restore(detail: JsonObject): void {
    const parsed = memoryOnly.safeParse(detail);
    for (const [uid, memory] of Object.entries(parsed.data?.memory ?? {})) {
      this.#objects.set(uid, memory);
    }
  }

  /** Takes a look at workloads; what is remembered of them after it. */
  look(workloads: readonly WorkloadSnapshot[], now: number): KubernetesMemory {
    const memory = new Map<string, ObjectMemory>();
    const keep = (uid: string, next: ObjectMemory | undefined) => {
      if (next) {
        this.#objects.set(uid, next);
        memory.set(uid, next);
      } else {
        this.#objects.delete(uid);
      }
    };
    for (const { head, pods } of workloads) {
      keep(head.uid, this.#lookAtHead(head, now));
      for (const pod of pods) {
        keep(pod.uid, this.#lookAtPod(pod, now));
      }
    }
    return memory;
  }

  /** What of it has to survive a restart of the backend; undefined where nothing has. */
  stored(
    workloads: readonly WorkloadSnapshot[],
    now: number,
  ): StoredMemory | undefined {
    const stored: StoredMemory = {};
    let count = 0;
    const offer = (uid: string, maxReplicas?: number) => {
      const memory = this.#objects.get(uid);
      const kept = memory && worthKeeping(memory, { now, maxReplicas });
      if (kept && count < MAX_STORED_COUNT) {
        stored[uid] = toJson(kept);
        count++;
      }
    };
    for (const { head, autoscalers } of workloads) {
      offer(
        head.uid,
        autoscalers.length > 0
          ? Math.max(...autoscalers.map(({ maxReplicas }) => maxReplicas))
          : undefined,
      );
    }
    for (const { pods } of workloads) {
      pods.forEach(({ uid }) => offer(uid));
    }
    return count > 0 ? stored : undefined;
  }

  /** The object is gone. */
  forget(uid: string): void {
    this.#objects.delete(uid);
  }

  #lookAtHead(head: HeadFacts, now: number): ObjectMemory | undefined {
    const before = this.#objects.get(head.uid);
    const replicas = rememberReplicas(before?.replicas, head, now);
    if (replicas === before?.replicas) {
      return before;
    }
    return replicas && { ...before, replicas };
  }

  #lookAtPod(pod: PodFacts, now: number): ObjectMemory | undefined {
    const before = this.#objects.get(pod.uid);
    const restarts = rememberRestarts(before?.restarts, pod, now);
    if (restarts === before?.restarts) {
      return before;
    }
    return restarts && { ...before, restarts };
  }
}

/** Copies, because what is remembered is read-only and JSON is not. */
function toJson({ replicas, restarts }: ObjectMemory): StoredMemory[string] {
  return {
    ...(replicas && { replicas: replicas.map(sample => ({ ...sample })) }),
    ...(restarts && {
      restarts: Object.fromEntries(
        Object.entries(restarts).map(([container, samples]) => [
          container,
          samples.map(sample => ({ ...sample })),
        ]),
      ),
    }),
  };
}
