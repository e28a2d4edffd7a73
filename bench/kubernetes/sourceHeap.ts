// What a watched cluster keeps in memory. Arguments: JSON of { url, services }. Tells its parent the heap.
import { coldSource, type ColdSource } from './coldSource';

/** Of its own, so that nothing here holds what the round told. */
async function start(): Promise<ColdSource> {
  const cold = coldSource(JSON.parse(process.argv[2]));
  await cold.firstRound().then(() => {});
  return cold;
}

async function measure() {
  const cold = await start();
  globalThis.gc?.();
  globalThis.gc?.();
  process.send?.({ told: process.memoryUsage() });
  await cold.stop();
}

measure().catch(error => {
  process.stderr.write(`${error.stack}\n`);
  process.exitCode = 1;
});
