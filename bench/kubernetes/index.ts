import { benchColdStart, benchHeap, record } from './coldStart';
import { Estate, isControlPlaneMissing } from './Estate';
import { benchSteadyState } from './steadyState';

const IDLE_SERVICES_COUNT = 400;
const COLD_SERVICES_COUNT = 1_000;

/** What watching a cluster costs: at rest, from nothing, and in memory. */
export async function benchKubernetes(): Promise<void> {
  if (isControlPlaneMissing()) return;
  const estate = await Estate.up({
    services: IDLE_SERVICES_COUNT,
    maxServices: COLD_SERVICES_COUNT,
  });
  const recordings = [];
  try {
    try {
      await benchSteadyState(estate);
      const fewer = await record(estate);
      recordings.push(fewer);
      await estate.growTo(COLD_SERVICES_COUNT);
      const more = await record(estate);
      recordings.push(more);
    } finally {
      // What is measured from here on is to have the machine.
      await estate.down();
    }
    const [fewer, more] = recordings;
    await benchColdStart(more);
    await benchHeap(fewer, more);
  } finally {
    await Promise.all(recordings.map(recording => recording.stop()));
  }
}
