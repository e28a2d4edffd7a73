import type { Entity } from '@backstage/catalog-model';
import {
  DEFAULT_NAMESPACE,
  RELATION_DEPENDS_ON,
} from '@backstage/catalog-model';
import { KUBERNETES_CLUSTER_ANNOTATION } from '@callboard/plugin-callboard-common';
import type { ConfiguredCluster } from '../config/ConfiguredCluster';
import type { ServiceLocator } from '../config/readServiceLocator';

/** In which clusters an entity is looked for. */
export interface TargetClusters {
  readonly clusters: readonly ConfiguredCluster[];
  /** Whether the entity itself says that it runs in them. */
  readonly named: boolean;
  /** A cluster that it names and nobody configured. */
  readonly unknown?: string;
}

/** The annotation wins; without one it is up to the service locator of the config. */
export function targetClusters(
  entity: Entity,
  options: {
    readonly clusters: readonly ConfiguredCluster[];
    readonly locator: ServiceLocator;
  },
): TargetClusters {
  const { clusters, locator } = options;
  const wanted =
    entity.metadata.annotations?.[KUBERNETES_CLUSTER_ANNOTATION]?.trim();
  if (wanted) {
    const found = clusters.filter(({ cluster }) => cluster.name === wanted);
    return {
      clusters: found,
      named: true,
      ...(found.length === 0 && { unknown: wanted }),
    };
  }
  if (locator !== 'catalogRelation') {
    return { clusters, named: clusters.length === 1 };
  }
  const namespace = entity.metadata.namespace ?? DEFAULT_NAMESPACE;
  const resources = new Set(
    (entity.relations ?? [])
      .filter(({ type }) => type === RELATION_DEPENDS_ON)
      .map(({ targetRef }) => targetRef),
  );
  return {
    clusters: clusters.filter(({ cluster }) =>
      resources.has(
        `resource:${namespace}/${cluster.name}`.toLocaleLowerCase('en-US'),
      ),
    ),
    named: true,
  };
}
