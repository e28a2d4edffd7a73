import { ContainerFacts, ObjectMemory, rememberRestarts } from '../facts';
import { judge, snapshotOf, workloadOf } from '../testJudging';
import {
  badPod,
  container,
  deployment,
  MIN,
  NOW,
  pod,
  SEC,
} from '../testObjects';

/** A container that runs for a while, crashes, and waits longer each time, as the kubelet has it. */
function* crashLoop(
  ranMs: number,
): Generator<{ at: number; of: ContainerFacts }> {
  let at = NOW;
  let waitMs = 10 * SEC;
  let last: ContainerFacts['last'];
  for (let restarts = 0; restarts < 12; restarts++) {
    const startedAt = at;
    yield {
      at,
      of: container({
        restarts,
        current: { state: 'running', startedAt },
        ...(last && { last }),
      }),
    };
    at += ranMs;
    last = { state: 'terminated', exitCode: 1, startedAt, finishedAt: at };
    yield { at, of: container({ restarts, ready: false, current: last }) };
    at += SEC;
    yield {
      at,
      of: container({
        restarts,
        ready: false,
        current: { state: 'waiting', reason: 'CrashLoopBackOff' },
        last,
      }),
    };
    at += waitMs;
    waitMs = Math.min(2 * waitMs, 5 * MIN);
  }
}

const codesAt = (of: ContainerFacts, at: number, memory: ObjectMemory) => {
  const one = of.ready
    ? pod({ createdAt: NOW - MIN, containers: [of] })
    : badPod(0, of, { createdAt: NOW - MIN });
  return judge(
    snapshotOf([workloadOf(deployment(), { pods: [one] })], {
      memory: new Map([[one.uid, memory]]),
    }),
    { now: at },
  ).verdict.findings.map(({ code }) => code);
};

describe('a crash loop that alternates between waiting and running', () => {
  it.each([SEC, MIN, 5 * MIN, 9 * MIN])(
    'does not flap, whether or not anyone remembers: runs for %i ms',
    ranMs => {
      let memory: ObjectMemory = {};
      const seen: string[] = [];
      for (const { at, of } of crashLoop(ranMs)) {
        const restarts = rememberRestarts(
          memory.restarts,
          pod({ containers: [of] }),
          at,
        );
        memory = restarts ? { restarts } : {};
        seen.push(codesAt(of, at, memory).join());
      }
      const first = seen.indexOf('crash-loop');
      expect(first).toBe(2);
      expect(new Set(seen.slice(first))).toEqual(new Set(['crash-loop']));
    },
  );

  it('keeps the time at which it began', () => {
    let memory: ObjectMemory = {};
    const begins = new Set<string | undefined>();
    for (const { at, of } of crashLoop(MIN)) {
      const restarts = rememberRestarts(
        memory.restarts,
        pod({ containers: [of] }),
        at,
      );
      memory = restarts ? { restarts } : {};
      if (of.restarts > 0) {
        const one = pod({ createdAt: NOW - MIN, containers: [of] });
        const { verdict } = judge(
          snapshotOf([workloadOf(deployment(), { pods: [one] })], {
            memory: new Map([[one.uid, memory]]),
          }),
          { now: at },
        );
        begins.add(verdict.since);
      }
    }
    expect(begins.size).toBe(1);
  });

  it('is over when it has run for 10 min', () => {
    const up = { state: 'running', startedAt: NOW } as const;
    const of = container({ restarts: 5, current: up });
    const memory = {
      restarts: {
        api: [{ at: NOW - MIN, restarts: 4, backOff: true as const }],
      },
    };
    expect(codesAt(of, NOW + 10 * MIN - 1, memory)).toEqual(['crash-loop']);
    expect(codesAt(of, NOW + 10 * MIN, memory)).not.toContain('crash-loop');
  });
});
