import { HttpKubernetesApi } from '../api/HttpKubernetesApi';
import type { KubernetesApi } from '../api/KubernetesApi';

/** The real client for a server of a test. */
export function apiOf(url: string, now: () => number): KubernetesApi {
  return HttpKubernetesApi.create({
    name: 'kubernetes/test',
    access: {
      kind: 'direct',
      url,
      trust: { skipTLSVerify: false },
      credentials: { kind: 'none' },
      from: 'kubernetes.clusterLocatorMethods[0].clusters[0]',
    },
    now,
  });
}
