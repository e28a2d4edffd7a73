import type { Config } from '@backstage/config';
import { HttpKubernetesApi } from '../api/HttpKubernetesApi';
import { readClusters } from '../config/readClusters';
import { KubernetesProvider } from '../KubernetesProvider';
import { KubernetesSource } from '../source/KubernetesSource';
import type { MovableTime } from './MovableTime';
import { SourceFollower, subjectsOf, type Services } from './SourceFollower';

const DEADLINE_MS = 5_000;

/** Follows the first cluster of a config by a time that can be moved; the cluster keeps its own. */
export function followByTime(
  config: Config,
  options: { time: MovableTime; services: Services },
): SourceFollower {
  const { time, services } = options;
  const [{ cluster, access }] = readClusters(config).clusters;
  if (access.kind === 'none') {
    throw new Error(access.notObservable);
  }
  const source = KubernetesSource.create({
    cluster,
    time,
    api: HttpKubernetesApi.create({
      name: `kubernetes/${cluster.name}`,
      access,
      deadlineMs: DEADLINE_MS,
    }),
  });
  return SourceFollower.of(
    source,
    subjectsOf(KubernetesProvider.fromConfig(config), services),
  );
}
