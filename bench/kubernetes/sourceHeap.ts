// What a watched cluster keeps in memory. Arguments: JSON of { url, services }. Tells its parent the heap.
import { coldSource } from './coldSource';

async function measure() {
  const cold = coldSource(JSON.parse(process.argv[2]));
  await cold.firstRound();
  globalThis.gc?.();
  globalThis.gc?.();
  process.send?.({ told: process.memoryUsage() });
  await cold.stop();
}

measure().catch(error => {
  process.stderr.write(`${error.stack}\n`);
  process.exitCode = 1;
});
