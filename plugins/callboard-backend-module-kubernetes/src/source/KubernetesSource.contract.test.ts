import {
  runStatusSourceContract,
  type FaultHandler,
} from '@callboard/plugin-callboard-node/testkit';
import type { FakeObject } from '../__testUtils__/FakeCluster';
import { deployment, pod, replicaSet } from '../__testUtils__/workloads';
import { HttpKubernetesApi } from '../api/HttpKubernetesApi';
import { systemTime } from '../watch/Time';
import { DEFAULT_WATCH_POLICY } from '../watch/WatchPolicy';
import { KubernetesSource } from './KubernetesSource';

const TOKEN = 'token-of-the-contract';
const HOUR_MS = 3_600_000;
const SHOP = { app: 'shop' };

/** Everything began an hour before the hour, so that every look sees the same. */
function objectsAt(now: number): Readonly<Record<string, readonly object[]>> {
  const at = Math.floor(now / HOUR_MS) * HOUR_MS - HOUR_MS;
  const since = new Date(at).toISOString();
  const owner = (kind: string, name: string) => ({
    apiVersion: 'apps/v1',
    kind,
    name,
    uid: `uid-${name}`,
  });
  const labels = SHOP;
  const stored = (object: FakeObject) => {
    const json = JSON.stringify(object).replace(
      /"last(Transition|Update)Time":"[^"]*"|"startedAt":"[^"]*"/g,
      pair => pair.replace(/:"[^"]*"/, `:"${since}"`),
    );
    const { metadata, ...rest } = JSON.parse(json);
    return {
      ...rest,
      metadata: {
        uid: `uid-${object.metadata.name}`,
        creationTimestamp: since,
        resourceVersion: '1',
        ...metadata,
      },
    };
  };
  return {
    deployments: [stored(deployment('shop', { labels, replicas: 1 }))],
    replicasets: [
      stored(
        replicaSet('shop-abc', owner('Deployment', 'shop'), { replicas: 1 }),
      ),
    ],
    pods: [
      stored(pod('shop-abc-1', { owner: owner('ReplicaSet', 'shop-abc') })),
      stored(pod('bare', { labels: { app: 'bare' } })),
    ],
  };
}

const healthy: FaultHandler = (request, response, clock) => {
  const url = new URL(request.url ?? '', 'http://cluster.test');
  const json = { 'content-type': 'application/json' };
  const resource = url.pathname.split('/').at(-1) ?? '';
  if (resource === 'version') {
    response.writeHead(200, json).end('{"gitVersion":"v1.35.4"}');
  } else if (resource === 'readyz') {
    response.writeHead(200, { 'content-type': 'text/plain' }).end('ok');
  } else if (url.searchParams.has('watch')) {
    response.writeHead(200, json).flushHeaders();
  } else {
    const items = objectsAt(clock.now())[resource] ?? [];
    response
      .writeHead(200, json)
      .end(JSON.stringify({ metadata: { resourceVersion: '1' }, items }));
  }
};

describe('KubernetesSource', () => {
  runStatusSourceContract({
    name: 'Kubernetes',
    watched: true,
    healthy,
    secrets: [TOKEN],
    subjects: ['app=shop', 'app=bare'].map(selector => ({
      id: selector,
      entityRef: `component:default/${selector}`,
      source: 'kubernetes/main',
      aspect: 'kubernetes',
      key: selector,
      spec: { selector },
    })),
    createSource: ({ baseUrl, deadlineMs, now }) =>
      KubernetesSource.create({
        cluster: {
          name: 'main',
          context: 'main',
          dashboardLinks: () => [],
        },
        api: HttpKubernetesApi.create({
          name: 'kubernetes/main',
          deadlineMs,
          now,
          access: {
            kind: 'direct',
            url: baseUrl,
            trust: { skipTLSVerify: false },
            credentials: { kind: 'token', token: TOKEN, from: 'token' },
            from: 'clusters[0]',
          },
        }),
        deadlineMs,
        time: { ...systemTime, now },
        policy: {
          ...DEFAULT_WATCH_POLICY,
          maxDelayMs: 50,
          relistJitterMs: 10,
        },
      }),
  });
});
