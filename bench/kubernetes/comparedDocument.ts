import { readFileSync } from 'node:fs';
import path from 'node:path';
import { quantile } from '../report';
import type { Measured } from './compared';

const KILOBYTE_BYTES = 1_000;

/** What was compared, where, and when. */
export interface Comparison {
  readonly stock: Measured;
  readonly ours: Measured;
  readonly services: number;
  readonly pods: number;
  readonly cores: number;
  readonly at: Date;
}

function kilobytes(bytes: number): string {
  return `${(bytes / KILOBYTE_BYTES).toLocaleString('en-US', {
    maximumFractionDigits: bytes < 10 * KILOBYTE_BYTES ? 1 : 0,
  })} kB`;
}

function seconds(ms: readonly number[]): string {
  const at = (q: number) => (quantile(ms, q) / 1_000).toFixed(1);
  return `${at(0)} / ${at(0.5)} / ${at(1)} s`;
}

function versionOf(name: string): string {
  const file = require.resolve(`${name}/package.json`, {
    paths: [path.resolve('packages/backend')],
  });
  return JSON.parse(readFileSync(file, 'utf8')).version;
}

function kubernetesVersion(): string {
  const script = readFileSync('packages/control-plane/kubernetes', 'utf8');
  return /kubernetes_version=(\S+)/.exec(script)?.[1] ?? 'unknown';
}

/** Rows of the table: the stock plugin beside ours. */
function rowsOf({ stock, ours }: Comparison): string[] {
  const rows = ours.minutes.flatMap((minute, index) => {
    const theirs = stock.minutes[index];
    const viewers = `${minute.viewers} ${
      minute.viewers === 1 ? 'viewer' : 'viewers'
    }`;
    return [
      [
        `requests a minute at the apiserver, ${viewers}`,
        theirs.apiserver.requests.toLocaleString('en-US'),
        minute.apiserver.requests.toLocaleString('en-US'),
      ],
      [
        `bytes a minute from the apiserver, ${viewers}`,
        kilobytes(theirs.apiserver.bytes),
        kilobytes(minute.apiserver.bytes),
      ],
      [
        `bytes a minute to ${viewers === '1 viewer' ? 'the viewer' : viewers}`,
        kilobytes(theirs.viewerBytes),
        kilobytes(minute.viewerBytes),
      ],
    ];
  });
  return [
    ...rows,
    [
      'once, at the start of the backend: requests at the apiserver',
      stock.start.requests.toLocaleString('en-US'),
      ours.start.requests.toLocaleString('en-US'),
    ],
    [
      'once, at the start of the backend: bytes from the apiserver',
      kilobytes(stock.start.bytes),
      kilobytes(ours.start.bytes),
    ],
    [
      `until a crash loop shows to one viewer: fastest / median / slowest of ${ours.crashLoopMs.length}`,
      seconds(stock.crashLoopMs),
      seconds(ours.crashLoopMs),
    ],
  ].map(cells => `| ${cells.join(' | ')} |`);
}

/** The page of the docs that shows what was measured. */
export function comparedDocument(comparison: Comparison): string {
  const { services, pods, cores, at } = comparison;
  return `<!-- Written by \`npm run bench -- kubernetes-compared\`; what is changed by hand is lost. -->

# Kubernetes: side by side with the stock plugin

Measured on ${at
    .toISOString()
    .slice(
      0,
      10,
    )} with \`npm run bench -- kubernetes-compared\`, on a machine with ${cores} cores that ran everything:
apiserver, backend and viewers.

| | \`@backstage/plugin-kubernetes-backend\` ${versionOf(
    '@backstage/plugin-kubernetes-backend',
  )} | Callboard ${versionOf(
    '@callboard/plugin-callboard-backend-module-kubernetes',
  )} |
| --- | ---: | ---: |
${rowsOf(comparison).join('\n')}

## What was measured

- One real Kubernetes ${kubernetesVersion()} control plane with ${services} Deployments of five pods each, ${pods.toLocaleString(
    'en-US',
  )} pods, of which nothing changes
  but where it says so. Kubelets are simulated. Each plugin has a backend of its own, and is measured alone.
- Between backend and apiserver stands a proxy that counts requests and the bytes of answers' bodies as they are on the
  wire. The stock plugin has its answers compressed where the apiserver does that; Callboard asks for them as they are.
- A viewer has the page of one service open, each viewer that of another service. A viewer of the stock plugin makes the
  calls that its frontend makes: the clusters, and all objects of the entity, at once and every 10 s. A viewer of Callboard
  makes those of ours: service and timeline, at once, at a signal, and every 20 s with the \`ETag\` of the answer before.
  Bytes to viewers are those of bodies, before any compression.
- Metrics of pods are switched off for the stock plugin (\`skipMetricsLookup\`), because the control plane has no metrics server;
  with them it asks for more.
- What Callboard reads at its start it reads once, for all services of the cluster, and keeps in memory. The stock plugin keeps
  nothing, reads only the objects of the service that is looked at, and asks for nothing while nobody looks.
- A crash loop is a pod's status that is patched to \`CrashLoopBackOff\`; the time runs from the apiserver's acknowledgement to
  the answer that shows it, of one viewer who opened the page before.
- The two do not show the same: the stock plugin also lists Services, Ingresses, ConfigMaps, LimitRanges and ResourceQuotas, and
  shows logs.
`;
}
