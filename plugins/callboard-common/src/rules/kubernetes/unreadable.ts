import { FindingDraft, Verdict } from '../../words';
import { plainText } from '../plainText';
import { unknownVerdict } from '../unknownVerdict';
import { KubernetesSnapshot, UnreadableKind } from './facts';
import { clusterParams } from './ruling';

/** Without these nobody can say whether a promise is kept, or which one was made. */
const PROMISE_RESOURCES: readonly string[] = [
  'pods',
  'deployments',
  'replicasets',
  'statefulsets',
  'daemonsets',
  'jobs',
  'cronjobs',
];

const CLAIMS_RESOURCE = 'persistentvolumeclaims';

/** What could not be read, and what follows. */
export interface Unreadable {
  /** Something that the status depends on could not be read: it cannot be ok. */
  readonly verdict?: Verdict;
  /** The rest: worth knowing, and no promise hangs on it. */
  readonly notes: readonly FindingDraft[];
}

/**
 * What follows of kinds that could not be read. Pods and the kinds that make promises decide; claims
 * do where something mounts one. Autoscalers, events and nodes only tell causes and warnings.
 */
export function judgeUnreadable(snapshot: KubernetesSnapshot): Unreadable {
  const relevant = snapshot.unreadable.filter(kind => concerns(snapshot, kind));
  const deciding = relevant.filter(kind => decides(snapshot, kind));
  const others = relevant.filter(kind => !decides(snapshot, kind));
  const [verdict, ...more] = (
    ['forbidden', 'absent', 'broken'] as const
  ).flatMap(reason => {
    const kinds = deciding.filter(kind => kind.reason === reason);
    return kinds.length > 0 ? unreadableVerdict(snapshot, kinds) : [];
  });
  return {
    ...(verdict && {
      verdict: {
        ...verdict,
        findings: [verdict, ...more].flatMap(({ findings }) => findings),
      },
    }),
    notes: others.flatMap(kind =>
      unreadableVerdict(snapshot, [kind]).findings.map(finding => ({
        ...finding,
        status: 'note' as const,
      })),
    ),
  };
}

/** Whether the service may have something where the kind cannot be read. */
function concerns(
  { namespace, workloads }: KubernetesSnapshot,
  kind: UnreadableKind,
): boolean {
  const { namespaces } = kind;
  if (!namespaces) {
    return true;
  }
  if (namespace !== undefined) {
    return namespaces.includes(namespace);
  }
  return (
    workloads.length === 0 ||
    workloads.some(({ head }) => namespaces.includes(head.namespace))
  );
}

function decides(
  { workloads }: KubernetesSnapshot,
  { resource }: UnreadableKind,
): boolean {
  return resource === CLAIMS_RESOURCE
    ? workloads.some(
        ({ head, pods }) =>
          (head.kind === 'StatefulSet' && head.claimTemplates.length > 0) ||
          pods.some(({ claims }) => claims && claims.length > 0),
      )
    : PROMISE_RESOURCES.includes(resource);
}

function unreadableVerdict(
  snapshot: KubernetesSnapshot,
  kinds: readonly UnreadableKind[],
): Verdict {
  const cluster = plainText(snapshot.cluster, 60);
  const resources = list(kinds.map(({ resource }) => resource));
  const groups = list(kinds.map(({ group }) => group || 'core'));
  const verbs = list(kinds.flatMap(kind => kind.verbs)) || 'list, watch';
  const namespaces = list(kinds.flatMap(kind => kind.namespaces ?? []));
  const elsewhere = kinds.some(kind => kind.elsewhere);
  const places = [namespaces, elsewhere && 'other namespaces'].filter(Boolean);
  const place =
    places.length > 0 ? `${places.join(', ')} of ${cluster}` : cluster;
  const params = {
    ...clusterParams(snapshot),
    resource: resources,
    apiGroup: groups,
    verbs,
    ...(namespaces && { namespace: namespaces }),
  };
  if (kinds[0].reason === 'absent') {
    return unknownVerdict({
      reason: 'no-data',
      message: `${cluster} does not serve ${resources} (${groups})`,
      hint: 'See the version of the cluster, and whether its API server is whole',
      summary: `${resources}: not served`,
      params,
      clears: 'when the cluster serves them',
    });
  }
  if (kinds[0].reason === 'broken') {
    return unknownVerdict({
      reason: 'no-data',
      message: `${cluster} fails to list ${resources}`,
      hint: 'See the page of the cluster for what it says, and the operator that brought the kind',
      summary: `${resources}: cannot be listed`,
      params,
      clears: 'when the cluster lists them',
    });
  }
  const role = places.length > 0 ? 'Role' : 'ClusterRole';
  return unknownVerdict({
    reason: 'forbidden',
    message: `We may not list ${resources} in ${place}: the ${role} lacks ${verbs} on ${resources}`,
    hint: `Give our account the verbs ${verbs} on ${resources} (API group ${groups})${
      elsewhere ? ', or name the backstage.io/kubernetes-namespace' : ''
    }`,
    summary: `may not list ${resources}`,
    params,
    clears: 'when we may read them',
  });
}

function list(values: readonly string[]): string {
  return [...new Set(values)].map(value => plainText(value, 60)).join(', ');
}
