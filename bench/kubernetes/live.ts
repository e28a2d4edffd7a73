import { setTimeout as sleep } from 'node:timers/promises';
import {
  startBackend,
  untilObserved,
  type BackendProcess,
} from '../backendProcess';
import { buildPortal } from '../buildPortal';
import { sqliteDatabase } from '../databases';
import { milliseconds, quantile, report } from '../report';
import { ApiserverProxy } from './ApiserverProxy';
import type { ClusterBackendOptions } from './clusterBackend';
import { Estate, isControlPlaneMissing, namespaceOf } from './Estate';
import { OpenBoard } from './OpenBoard';

const SERVICES_COUNT = 400;
const CHANGES_COUNT = 50;
const CHANGES_BESIDE_COUNT = 20;
const CLUSTERS_COUNT = 5;
const SHOWN_BAR_MS = 2_000;
const UNREACHABLE_BAR_MS = 30_000;
/** Changes come when they will: as apart as they are, they meet every moment of what is throttled. */
const PAUSE_MIN_MS = 500;
const PAUSE_MAX_MS = 3_000;
const SETTLE_MS = 10_000;
const PORT = 7111;
const PORTAL = `http://localhost:${PORT}`;

function reportShown(name: string, shown: readonly number[]): void {
  report({
    name: `${name}, from the apiserver's acknowledgement to the row, p95`,
    measured: milliseconds(shown),
    against: `${SHOWN_BAR_MS} ms; the slowest ${Math.max(...shown)} ms`,
    ratio: quantile(shown, 0.95) / SHOWN_BAR_MS,
    bar: 1,
  });
}

async function failOneByOne(
  estate: Estate,
  board: OpenBoard,
  services: readonly number[],
): Promise<number[]> {
  const shown: number[] = [];
  for (const service of services) {
    await sleep(PAUSE_MIN_MS + Math.random() * (PAUSE_MAX_MS - PAUSE_MIN_MS));
    shown.push(
      await board.untilFailing(service, () => estate.failJob(service)),
    );
  }
  return shown;
}

async function withBackend(
  options: Pick<ClusterBackendOptions, 'kubernetes' | 'callboard' | 'clusters'>,
  measure: (backend: BackendProcess) => Promise<void>,
): Promise<void> {
  const database = sqliteDatabase();
  const all: ClusterBackendOptions = {
    ...options,
    port: PORT,
    services: SERVICES_COUNT,
    database: database.config,
    plugin: 'callboard',
    portal: true,
  };
  const backend = await startBackend(all, 'kubernetes/clusterBackend.ts');
  try {
    await untilObserved(backend, SERVICES_COUNT);
    await sleep(SETTLE_MS);
    await measure(backend);
  } finally {
    await backend.stop();
    await database.remove();
  }
}

/** One cluster with all pods. */
async function benchOneCluster(estate: Estate, services: readonly number[]) {
  await withBackend({ kubernetes: estate.config({}) }, async () => {
    const board = await OpenBoard.at(PORTAL, CHANGES_COUNT);
    try {
      reportShown(
        `a Job that fails among ${estate.pods} pods`,
        await failOneByOne(estate, board, services),
      );
    } finally {
      await board.close();
    }
  });
}

async function untilUnreachable(backend: BackendProcess, name: string) {
  const start = Date.now();
  for (;;) {
    const { items } = await backend.getJson('/api/callboard/v1/sources');
    const source = items.find((each: { name: string }) => each.name === name);
    if (source?.state !== 'ok') return Date.now() - start;
    await sleep(250);
  }
}

/** Five clusters, each of them a part of the pods; one takes everything and says nothing. */
async function benchBlackHole(estate: Estate, rows: number) {
  const names = Array.from(
    { length: CLUSTERS_COUNT },
    (_, index) => `cluster-${index}`,
  );
  const proxies = await Promise.all(
    names.map(() => ApiserverProxy.before(estate.plane)),
  );
  const services = Array.from({ length: rows }, (_, index) => index)
    .slice(CHANGES_COUNT)
    .filter(service => service % CLUSTERS_COUNT !== 0);
  try {
    await withBackend(
      {
        clusters: names,
        kubernetes: estate.config({
          names,
          urlOf: name => proxies[names.indexOf(name)].url,
        }),
        callboard: {
          kubernetes: {
            clusters: names.map((name, index) => ({
              name,
              namespaces: [namespaceOf(index)],
            })),
          },
        },
      },
      async backend => {
        const board = await OpenBoard.at(PORTAL, rows);
        try {
          proxies[0].swallow();
          const [unreachableMs, shown] = await Promise.all([
            untilUnreachable(backend, names[0]),
            failOneByOne(estate, board, services),
          ]);
          reportShown(
            `a Job that fails in one of four clusters, from the moment that a fifth is a black hole`,
            shown,
          );
          report({
            name: 'until the black hole is told to be one',
            measured: `${unreachableMs} ms`,
            against: `${UNREACHABLE_BAR_MS} ms`,
            ratio: unreachableMs / UNREACHABLE_BAR_MS,
            bar: 1,
          });
        } finally {
          await board.close();
        }
      },
    );
  } finally {
    await Promise.all(proxies.map(proxy => proxy.stop()));
  }
}

/** From a change in a real cluster to an open browser. */
export async function benchKubernetesLive(): Promise<void> {
  if (isControlPlaneMissing()) return;
  buildPortal();
  const rows =
    CHANGES_COUNT +
    Math.ceil((CHANGES_BESIDE_COUNT * CLUSTERS_COUNT) / (CLUSTERS_COUNT - 1));
  const estate = await Estate.up({ services: SERVICES_COUNT });
  try {
    const all = Array.from({ length: rows }, (_, index) => index);
    for (const service of all) await estate.addJob(service);
    await benchOneCluster(estate, all.slice(0, CHANGES_COUNT));
    await benchBlackHole(estate, rows);
  } finally {
    await estate.down();
  }
}
