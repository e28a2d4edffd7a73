import {
  startBackend,
  untilObserved,
  type BackendProcess,
} from './backendProcess';
import { benchDatabases } from './databases';
import { milliseconds, quantile, report } from './report';

const SERVICES_COUNT = 10_000;
const ROUNDS_COUNT = 400;
const WARM_UP_COUNT = 60;

/** A page of 50 with a filter and a sort, of several kinds, so that no single answer is all there is. */
const QUERIES = [
  'lifecycle=production&sort=worst&limit=50',
  'status=failing&status=warning&sort=worst&limit=50',
  'owner=group:default/team-7&sort=worst&limit=50',
  'system=system:default/system-3&sort=since&limit=50',
  'lifecycle=experimental&sort=name&limit=50',
  'tag=tag-3&sort=worst&limit=50',
];

async function time(url: string, headers: Record<string, string>) {
  const start = performance.now();
  const response = await fetch(url, { headers });
  await response.arrayBuffer();
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return performance.now() - start;
}

/** Asks floor and board in turns, so that both see the same machine. */
async function measure(backend: BackendProcess) {
  const board: number[] = [];
  const floor: number[] = [];
  for (const query of QUERIES) {
    const url = `${backend.url}/api/callboard/v1/services?${query}`;
    const bytes = await (
      await fetch(url, { headers: backend.headers })
    ).arrayBuffer();
    await fetch(`${backend.url}/api/bench/body`, {
      method: 'PUT',
      headers: {
        ...backend.headers,
        'content-type': 'application/octet-stream',
      },
      body: bytes,
    });
    for (let i = 0; i < WARM_UP_COUNT + ROUNDS_COUNT; i++) {
      const floorMs = await time(
        `${backend.url}/api/bench/floor`,
        backend.headers,
      );
      const boardMs = await time(url, backend.headers);
      if (i < WARM_UP_COUNT) continue;
      floor.push(floorMs);
      board.push(boardMs);
    }
  }
  return { board, floor };
}

/** A page of the board over HTTP against the least that any such answer costs. */
export async function benchBoard(): Promise<void> {
  for (const database of benchDatabases()) {
    for (const conditional of [false, true]) {
      const backend = await startBackend({
        port: 7107,
        services: SERVICES_COUNT,
        conditional,
        database: database.config,
        callboard: database.callboard,
      });
      try {
        await untilObserved(backend, SERVICES_COUNT);
        const { board, floor } = await measure(backend);
        report({
          name: `board page of 50 out of ${SERVICES_COUNT} services, ${
            database.name
          }, ${
            conditional ? 'conditional policy, warm' : 'policy that allows'
          }, p95`,
          measured: milliseconds(board),
          against: `${milliseconds(
            floor,
          )}: indexed select + authenticated route, same bytes from memory`,
          ratio: quantile(board, 0.95) / quantile(floor, 0.95),
          bar: conditional ? 3 : 2,
        });
      } finally {
        await backend.stop();
      }
    }
    await database.remove();
  }
}
