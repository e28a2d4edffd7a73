import { timestamp } from '../naming';
import type { MetaState, OwnerState } from '../states';

/** The `metadata` of an object, in the order that the API writes. */
export function metadata(options: {
  state: MetaState;
  resourceVersion: string;
  generateName?: string;
  withGeneration?: boolean;
  deletionAt?: number;
  graceSeconds?: number;
  annotations?: Readonly<Record<string, string>>;
  owner?: OwnerState;
  finalizers?: readonly string[];
  managedFields: readonly unknown[];
}): Readonly<Record<string, unknown>> {
  const { state, owner, annotations = {}, finalizers, deletionAt } = options;
  return {
    name: state.name,
    ...(options.generateName ? { generateName: options.generateName } : {}),
    ...(state.namespace ? { namespace: state.namespace } : {}),
    uid: state.uid,
    resourceVersion: options.resourceVersion,
    ...(options.withGeneration ?? true ? { generation: state.generation } : {}),
    creationTimestamp: timestamp(state.createdAt),
    ...(deletionAt === undefined
      ? {}
      : {
          deletionTimestamp: timestamp(deletionAt),
          deletionGracePeriodSeconds: options.graceSeconds ?? 30,
        }),
    ...(Object.keys(state.labels).length > 0 ? { labels: state.labels } : {}),
    ...(Object.keys(annotations).length > 0 ? { annotations } : {}),
    ...(owner
      ? {
          ownerReferences: [
            { ...owner, controller: true, blockOwnerDeletion: true },
          ],
        }
      : {}),
    ...(finalizers ? { finalizers } : {}),
    managedFields: options.managedFields,
  };
}
