import type { ForeignFacts } from '@callboard/plugin-callboard-common';
import type { WatchedResource } from '../api/KubernetesApi';
import type { HeldObject } from './HeldObject';
import { isRecord, type JsonRecord } from './json';
import { projectAutoscaler } from './projectAutoscaler';
import { projectCronJob } from './projectCronJob';
import { projectDaemonSet } from './projectDaemonSet';
import { projectDeployment, projectReplicaSet } from './projectDeployment';
import { projectEvent } from './projectEvent';
import { projectJob } from './projectJob';
import { projectNode } from './projectNode';
import { projectPod } from './projectPod';
import { projectStatefulSet } from './projectStatefulSet';
import { projectVolumeClaim } from './projectVolumeClaim';
import type { Projection } from './Projection';

type Project<F> = (
  object: JsonRecord,
  projection: Projection,
) => HeldObject<F> | undefined;

interface Kind<F> extends WatchedResource {
  readonly project: Project<F>;
  /** The API tells none for Events, which it does not keep in its watch cache. */
  readonly hasNoBookmarks?: true;
  /** Nothing is green or red because of it, so that nothing waits for it. */
  readonly isDecoration?: true;
}

const CORE = { group: '', version: 'v1', namespaced: true } as const;
const APPS = { group: 'apps', version: 'v1', namespaced: true } as const;
const BATCH = { group: 'batch', version: 'v1', namespaced: true } as const;

/**
 * Every kind that is watched, and how its objects are read. Never Secrets, never ConfigMaps: what is
 * not asked for cannot leak.
 */
export const KINDS = {
  pods: { ...CORE, resource: 'pods', project: projectPod },
  deployments: { ...APPS, resource: 'deployments', project: projectDeployment },
  replicasets: { ...APPS, resource: 'replicasets', project: projectReplicaSet },
  statefulsets: {
    ...APPS,
    resource: 'statefulsets',
    project: projectStatefulSet,
  },
  daemonsets: { ...APPS, resource: 'daemonsets', project: projectDaemonSet },
  jobs: { ...BATCH, resource: 'jobs', project: projectJob },
  cronjobs: { ...BATCH, resource: 'cronjobs', project: projectCronJob },
  horizontalpodautoscalers: {
    group: 'autoscaling',
    version: 'v2',
    namespaced: true,
    resource: 'horizontalpodautoscalers',
    project: projectAutoscaler,
  },
  persistentvolumeclaims: {
    ...CORE,
    resource: 'persistentvolumeclaims',
    project: projectVolumeClaim,
  },
  nodes: {
    ...CORE,
    namespaced: false,
    resource: 'nodes',
    project: projectNode,
  },
  events: {
    ...CORE,
    resource: 'events',
    fieldSelector: 'type=Warning',
    hasNoBookmarks: true,
    isDecoration: true,
    project: projectEvent,
  },
} as const satisfies Record<string, Kind<unknown>>;

/** The name of a kind's resource: `pods`, `deployments` … */
export type KindName = keyof typeof KINDS;

/** Kinds of the table, and the custom resources of the config, which are held together. */
export type HeldKind = KindName | 'customresources';

/** What rules look at of an object of this kind. */
export type FactsOf<K extends HeldKind> = K extends KindName
  ? ReturnType<(typeof KINDS)[K]['project']> extends infer H
    ? H extends HeldObject<infer F>
      ? F
      : never
    : never
  : ForeignFacts;

/** An object of this kind as it is held. */
export type HeldOf<K extends HeldKind> = HeldObject<FactsOf<K>>;

/** Every kind, in the order of the table. */
export const KIND_NAMES = Object.keys(KINDS) as readonly KindName[];

/** The kind's row of the table. */
export function kindOf(kind: KindName): Kind<unknown> {
  return KINDS[kind];
}

/** Reads an object as the API sent it; undefined where it is not one of this kind. */
export function projectObject<K extends KindName>(
  kind: K,
  json: unknown,
  projection: Projection,
): HeldOf<K> | undefined {
  return isRecord(json)
    ? (KINDS[kind].project(json, projection) as HeldOf<K> | undefined)
    : undefined;
}
