import type { Entity } from '@backstage/catalog-model';
import { plainText } from '@callboard/plugin-callboard-common';
import {
  sourceId,
  type Resolution,
  type ResolutionProblem,
  type SubjectDraft,
} from '@callboard/plugin-callboard-node';
import type { ConfiguredCluster } from '../config/ConfiguredCluster';
import type { ServiceLocator } from '../config/readServiceLocator';
import { namedWorkloads, type NamedWorkloads } from './namedWorkloads';
import {
  invalidValue,
  keyOf,
  noCluster,
  notObservableCluster,
  unknownCluster,
  unwatchedNamespace,
} from './resolutionProblems';
import { targetClusters } from './targetClusters';

const NOTHING: Resolution = { subjects: [], problems: [] };

/** What an entity's annotations name in the configured clusters: one subject in each of them. */
export function resolveEntity(
  entity: Entity,
  options: {
    readonly clusters: readonly ConfiguredCluster[];
    readonly locator: ServiceLocator;
  },
): Resolution {
  const named = namedWorkloads(entity.metadata.annotations ?? {});
  if (!named) {
    return NOTHING;
  }
  if ('problem' in named) {
    return { subjects: [], problems: [invalidValue(named)] };
  }
  const configured = options.clusters.map(({ cluster }) => cluster.name);
  const targets = targetClusters(entity, options);
  if (targets.unknown !== undefined) {
    const wanted = targets.unknown;
    return {
      subjects: [],
      problems: [unknownCluster({ named, wanted, configured })],
    };
  }
  if (targets.clusters.length === 0) {
    return { subjects: [], problems: [noCluster({ named, configured })] };
  }
  const resolved = targets.clusters.map(target =>
    inCluster(named, target, !targets.named),
  );
  return {
    subjects: resolved.flatMap(item => ('verdict' in item ? [] : [item])),
    problems: resolved.flatMap(item => ('verdict' in item ? [item] : [])),
  };
}

function inCluster(
  named: NamedWorkloads,
  { cluster, access }: ConfiguredCluster,
  maybe: boolean,
): SubjectDraft | ResolutionProblem {
  const { selector, namespace, annotation, value } = named;
  const where = { named, cluster: cluster.name, maybe };
  if (access.kind === 'none') {
    const { notObservable } = access;
    return notObservableCluster({ ...where, notObservable });
  }
  if (namespace && cluster.namespaces?.includes(namespace) === false) {
    return unwatchedNamespace({ ...where, namespace });
  }
  return {
    source: sourceId('kubernetes', cluster.name),
    aspect: 'kubernetes',
    key: keyOf(named),
    spec: {
      selector,
      ...(namespace && { namespace }),
      annotation,
      value: plainText(value),
    },
  };
}
