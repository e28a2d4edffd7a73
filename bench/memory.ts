import { startBackend, untilObserved } from './backendProcess';
import { sqliteDatabase } from './databases';
import { report } from './report';

const SERVICES_COUNT = 10_000;
const MEGABYTE_BYTES = 1_000_000;
const PER_THOUSAND_BAR_MB = 2;

/** What a quarter of the services have; their heap holds all that does not grow with services. */
const FEWER = { 'spec.lifecycle': 'experimental' };
const FEWER_COUNT = SERVICES_COUNT / 4;

/** Heap of a backend that observes all services of its catalog, or a quarter of them. */
async function heapBytes(filter: Record<string, string> | undefined) {
  const database = sqliteDatabase();
  const backend = await startBackend({
    port: 7108,
    services: SERVICES_COUNT,
    conditional: false,
    filter,
    database: database.config,
    callboard: database.callboard,
  });
  try {
    await untilObserved(backend, filter ? FEWER_COUNT : SERVICES_COUNT);
    await backend.getJson('/api/callboard/v1/services?limit=50');
    return (await backend.getJson('/api/bench/heap')).heapUsed as number;
  } finally {
    await backend.stop();
    await database.remove();
  }
}

/** What the backend keeps in memory for its services, five aspects each. */
export async function benchMemory(): Promise<void> {
  const fewer = await heapBytes(FEWER);
  const all = await heapBytes(undefined);
  const perThousand =
    (all - fewer) / ((SERVICES_COUNT - FEWER_COUNT) / 1000) / MEGABYTE_BYTES;
  report({
    name: 'memory per 1,000 services, MB',
    measured: `${(all / MEGABYTE_BYTES).toFixed(
      1,
    )} MB of heap with ${SERVICES_COUNT} services`,
    against: `${(fewer / MEGABYTE_BYTES).toFixed(
      1,
    )} MB with ${FEWER_COUNT} of them, same catalog`,
    ratio: perThousand,
    bar: PER_THOUSAND_BAR_MB,
  });
}
