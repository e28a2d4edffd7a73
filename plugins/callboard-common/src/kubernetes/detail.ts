import { z } from 'zod';
import { activitySchema, explanationSchema } from '../words/observation';
import { instantSchema, linkSchema } from '../words/finding';
import { statusSchema } from '../words/status';

/** A pod that is worth showing. @public */
export const kubernetesPodSchema = z.object({
  name: z.string(),
  /** `ok` only where it is ready, or has succeeded. */
  status: statusSchema,
  /** In Kubernetes' words: `Running`, `CrashLoopBackOff`, `Unschedulable`, `Terminating`. */
  reason: z.string(),
  /** One sentence, where there is more to say. */
  message: z.string().optional(),
  node: z.string().optional(),
  /** Containers that are ready, of those that should be. */
  ready: z.number(),
  containers: z.number(),
  restarts: z.number(),
  createdAt: instantSchema,
});

/** Warning events of one reason, folded. @public */
export const kubernetesEventSchema = z.object({
  reason: z.string(),
  message: z.string(),
  /** `Pod shop-7d9f`; of several objects the newest one's. */
  object: z.string(),
  /** How many objects have it. */
  objects: z.number(),
  count: z.number(),
  lastAt: instantSchema,
});

/** A workload of a service in one cluster. @public */
export const kubernetesWorkloadSchema = z.object({
  /** `Deployment`, `StatefulSet`, `CronJob`, `Rollout` … */
  kind: z.string(),
  /** What kubectl calls a kind that is none of Kubernetes' own: `rollouts.argoproj.io`. */
  resource: z.string().optional(),
  namespace: z.string(),
  name: z.string(),
  status: statusSchema,
  off: z.boolean().optional(),
  /** Labelled `track: canary`: failing counts as warning, warning as note. */
  canary: z.boolean().optional(),
  /** A few words: "2 of 6 serve". */
  summary: z.string(),
  activity: activitySchema.optional(),
  explanation: explanationSchema,
  /** What is promised and what is there; absent for jobs. */
  replicas: z
    .object({
      desired: z.number(),
      ready: z.number(),
      updated: z.number(),
      available: z.number(),
      /** The fewest that have to serve: desired less what may be missing. */
      needed: z.number().optional(),
    })
    .optional(),
  images: z.array(z.object({ container: z.string(), image: z.string() })),
  /** Tags that run, the newest revision's first: `v42`, `v41`. */
  versions: z.array(z.string()),
  /** Restarts of its containers within the last hour. */
  restarts: z.number(),
  createdAt: instantSchema,
  autoscaler: z
    .object({
      name: z.string(),
      min: z.number(),
      max: z.number(),
      current: z.number(),
      desired: z.number(),
    })
    .optional(),
  schedule: z
    .object({
      schedule: z.string(),
      timeZone: z.string().optional(),
      suspended: z.boolean(),
      lastAt: instantSchema.optional(),
      lastSuccessAt: instantSchema.optional(),
      nextAt: instantSchema.optional(),
    })
    .optional(),
  /** What is not well first; at most 20. */
  pods: z.array(kubernetesPodSchema),
  podsCount: z.number(),
  /** Newest first; at most 10. */
  events: z.array(kubernetesEventSchema),
  /** In the cluster's dashboard. */
  links: z.array(linkSchema),
});

const replicaSampleSchema = z.object({
  at: z.number(),
  replicas: z.number(),
  ready: z.number(),
  available: z.number(),
  updated: z.number(),
});

const restartSampleSchema = z.object({
  at: z.number(),
  restarts: z.number(),
  backOff: z.literal(true).optional(),
});

/** What is remembered of objects from one look to the next, by their uid. @public */
export const kubernetesMemorySchema = z.record(
  z.string(),
  z.object({
    replicas: z.array(replicaSampleSchema).optional(),
    restarts: z.record(z.string(), z.array(restartSampleSchema)).optional(),
  }),
);

/** The `detail` of an observation of a Kubernetes source. @public */
export const kubernetesDetailSchema = z.object({
  cluster: z.string(),
  /** What `kubectl --context` is to be given; the cluster's name unless config says another. */
  context: z.string(),
  selector: z.string(),
  namespace: z.string().optional(),
  /** What is not well first; at most 50. */
  workloads: z.array(kubernetesWorkloadSchema),
  workloadsCount: z.number(),
  /** Kinds that could not be read: "pods: we may not list them". */
  unreadable: z.array(
    z.object({
      resource: z.string(),
      reason: z.enum(['forbidden', 'absent', 'broken']),
      message: z.string(),
    }),
  ),
  /** What has to survive a restart of the backend; nothing to be shown. */
  memory: kubernetesMemorySchema.optional(),
});

/** A workload of a service in one cluster. @public */
export type KubernetesWorkload = z.infer<typeof kubernetesWorkloadSchema>;

/** Warning events of one reason, folded. @public */
export type KubernetesEvent = z.infer<typeof kubernetesEventSchema>;

/** A pod that is worth showing. @public */
export type KubernetesPod = z.infer<typeof kubernetesPodSchema>;

/** The `detail` of an observation of a Kubernetes source. @public */
export type KubernetesDetail = z.infer<typeof kubernetesDetailSchema>;
