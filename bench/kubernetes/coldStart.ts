import { Pool } from 'undici';
import { startScript } from '../childProcess';
import { milliseconds, quantile, report } from '../report';
import { coldSource } from './coldSource';
import type { Estate } from './Estate';

const RUNS_COUNT = 9;
const WARM_UP_COUNT = 2;
/** As many calls as a client makes at the same time. */
const PARALLEL_COUNT = 4;
const MEGABYTE_BYTES = 1_000_000;
const PER_THOUSAND_BAR_MB = 3;

/** Answers of a cluster as it was, served by a process of its own. */
export interface Recording {
  readonly url: string;
  readonly services: number;
  readonly pods: number;
  /** Paths of lists, page by page. */
  readonly paths: readonly string[];
  stop(): Promise<void>;
}

/** Records all that a cold start asks for. */
export async function record({
  plane,
  token,
  services,
  pods,
}: Estate): Promise<Recording> {
  const recorded = await startScript('kubernetes/recordedCluster.ts', {
    url: plane.url,
    caFile: plane.caFile,
    token,
  });
  try {
    const { url } = recorded.told;
    const cold = coldSource({ url, services });
    await cold.firstRound();
    await cold.stop();
    const paths = await (await fetch(`${url}/recorded`)).json();
    return { url, services, pods, paths, stop: () => recorded.stop() };
  } catch (error) {
    await recorded.stop();
    throw error;
  }
}

/** The same lists: kinds side by side, the pages of each one after the other, and only `JSON.parse`. */
async function bareDownload({ url, paths }: Recording) {
  const kinds = new Map<string, string[]>();
  for (const path of paths) {
    const [kind] = path.split('?');
    kinds.set(kind, [...(kinds.get(kind) ?? []), path]);
  }
  const pool = new Pool(url, { connections: PARALLEL_COUNT });
  let bytes = 0;
  await Promise.all(
    [...kinds.values()].map(async pages => {
      for (const path of pages) {
        const { body } = await pool.request({ path, method: 'GET' });
        const text = await body.text();
        bytes += text.length;
        JSON.parse(text);
      }
    }),
  );
  await pool.close();
  return bytes;
}

/** From nothing to a verdict on every service, against downloading and parsing the same bytes. */
export async function benchColdStart(recording: Recording): Promise<void> {
  const { url, services, pods, paths } = recording;
  const cold: number[] = [];
  const bare: number[] = [];
  let bytes = 0;
  for (let run = 0; run < WARM_UP_COUNT + RUNS_COUNT; run++) {
    globalThis.gc?.();
    const bareStart = performance.now();
    bytes = await bareDownload(recording);
    const bareMs = performance.now() - bareStart;
    globalThis.gc?.();
    const source = coldSource({ url, services });
    const coldStart = performance.now();
    const { observations } = await source.firstRound();
    const coldMs = performance.now() - coldStart;
    await source.stop();
    const well = observations.filter(({ verdict }) => verdict.status === 'ok');
    if (well.length !== services) {
      throw new Error(`Only ${well.length} services were seen to be well`);
    }
    if (run < WARM_UP_COUNT) continue;
    bare.push(bareMs);
    cold.push(coldMs);
  }
  report({
    name: `cold start over ${pods} pods of ${services} services, ${paths.length} pages of lists`,
    measured: milliseconds(cold),
    against: `${milliseconds(bare)}: download + JSON.parse of the same ${(
      bytes / MEGABYTE_BYTES
    ).toFixed(1)} MB`,
    ratio: quantile(cold, 0.5) / quantile(bare, 0.5),
    bar: 2,
  });
}

async function heapOf({ url, services }: Recording): Promise<number> {
  const { told, ended } = await startScript('kubernetes/sourceHeap.ts', {
    url,
    services,
  });
  await ended;
  return told.heapUsed / MEGABYTE_BYTES;
}

/** What a thousand more pods, with their owners and services, add to the heap. */
export async function benchHeap(
  fewer: Recording,
  more: Recording,
): Promise<void> {
  const fewerMb = await heapOf(fewer);
  const moreMb = await heapOf(more);
  report({
    name: 'heap per 1,000 pods with their owners and services, MB',
    measured: `${moreMb.toFixed(1)} MB with ${more.pods} pods`,
    against: `${fewerMb.toFixed(1)} MB with ${fewer.pods}`,
    ratio: (moreMb - fewerMb) / ((more.pods - fewer.pods) / 1_000),
    bar: PER_THOUSAND_BAR_MB,
  });
}
