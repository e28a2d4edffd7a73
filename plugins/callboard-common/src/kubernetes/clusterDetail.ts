import { z } from 'zod';
import { instantSchema } from '../words/finding';

const resourcesSchema = z.object({
  cpuMillis: z.number(),
  memoryBytes: z.number(),
  pods: z.number(),
});

/** A node of a cluster. @public */
export const kubernetesNodeSchema = z.object({
  name: z.string(),
  ready: z.boolean(),
  /** Start of being ready or not, by the cluster's own time. */
  since: instantSchema.optional(),
  cordoned: z.boolean(),
  /** Conditions that are not as they should be: `MemoryPressure`, `DiskPressure`; with message. */
  pressures: z.array(z.object({ type: z.string(), message: z.string() })),
  roles: z.array(z.string()),
  zone: z.string().optional(),
  kubeletVersion: z.string().optional(),
  allocatable: resourcesSchema,
  /** What its pods request. */
  requested: resourcesSchema,
});

/** How one kind of object is watched. @public */
export const kubernetesWatchSchema = z.object({
  /** `pods`, `deployments` … */
  resource: z.string(),
  group: z.string(),
  state: z.enum(['watching', 'listing', 'broken', 'forbidden', 'absent']),
  /** What is wrong, with the missing verb where it is forbidden. */
  message: z.string().optional(),
  objects: z.number(),
  /** Namespaces it is watched in one by one; absent where it is watched as a whole. */
  namespaces: z.array(z.string()).optional(),
});

/** A workload that belongs to no service. @public */
export const unclaimedWorkloadSchema = z.object({
  kind: z.string(),
  namespace: z.string(),
  name: z.string(),
  desired: z.number().optional(),
  ready: z.number().optional(),
  createdAt: instantSchema,
  /** Its `backstage.io/kubernetes-id`, which no entity has. */
  kubernetesId: z.string().optional(),
});

/** What the page of a Kubernetes source shows; the `detail` of the source. @public */
export const kubernetesClusterDetailSchema = z.object({
  version: z.string().optional(),
  /** Title and dashboard, where config has them. */
  title: z.string().optional(),
  dashboardUrl: z.url({ protocol: /^https?$/ }).optional(),
  watches: z.array(kubernetesWatchSchema),
  /** What is not well first; at most 500. Empty where nodes may not be read. */
  nodes: z.array(kubernetesNodeSchema),
  nodesCount: z.number(),
  allocatable: resourcesSchema,
  requested: resourcesSchema,
  /** By name; at most 500. */
  namespaces: z.array(
    z.object({
      name: z.string(),
      workloads: z.number(),
      unclaimed: z.number(),
      pods: z.number(),
      requested: resourcesSchema,
    }),
  ),
  namespacesCount: z.number(),
  /** By namespace and name; at most 500. */
  unclaimed: z.array(unclaimedWorkloadSchema),
  unclaimedCount: z.number(),
});

/** What the page of a Kubernetes source shows. @public */
export type KubernetesClusterDetail = z.infer<
  typeof kubernetesClusterDetailSchema
>;

/** A node of a cluster. @public */
export type KubernetesNode = z.infer<typeof kubernetesNodeSchema>;

/** How one kind of object is watched. @public */
export type KubernetesWatch = z.infer<typeof kubernetesWatchSchema>;

/** A workload that belongs to no service. @public */
export type UnclaimedWorkload = z.infer<typeof unclaimedWorkloadSchema>;
