import {
  ago,
  container,
  DAY,
  deployment,
  HOUR,
  MIN,
  NOW,
  pod,
  samples,
  waiting,
} from '../testObjects';
import { ReplicaSample, RestartSample } from './memory';
import { rememberReplicas, rememberRestarts } from './remember';
import { worthKeeping } from './worthKeeping';

const serving = (count: number, replicas = 6) =>
  deployment({ replicas, readyReplicas: count, availableReplicas: count });

const restarted = (restarts: number, backOff = false) =>
  pod({
    containers: [
      container({
        restarts,
        ...(backOff && { current: waiting('CrashLoopBackOff') }),
      }),
    ],
  });

describe('replicas', () => {
  it('are remembered when they change', () => {
    const first = rememberReplicas(undefined, serving(6), ago(HOUR));
    expect(first).toEqual(samples(6, [HOUR, 6]));
    expect(rememberReplicas(first, serving(6), NOW)).toBe(first);
    expect(rememberReplicas(first, serving(5), NOW)).toEqual(
      samples(6, [HOUR, 6], [0, 5]),
    );
  });

  it('keep the beginning of what goes on while the rest comes and goes', () => {
    let known: readonly ReplicaSample[] = samples(50, [DAY, 50]);
    for (let step = 0; step < 500; step++) {
      const head = serving(step % 2 === 0 ? 20 : 21, 50);
      const at = ago(10 * HOUR) + step * MIN;
      known = rememberReplicas(known, head, at) ?? [];
    }
    expect(known.length).toBeLessThanOrEqual(20);
    expect(known[0].available).toBe(50);
    expect(known[1].at).toBe(ago(10 * HOUR));
  });

  it('forget what our clock says is still to come', () => {
    const known = samples(6, [HOUR, 6], [-HOUR, 5]);
    expect(rememberReplicas(known, serving(4), NOW)).toEqual(
      samples(6, [HOUR, 6], [0, 4]),
    );
  });
});

describe('restarts', () => {
  it('are nothing to remember of what never restarted', () => {
    expect(rememberRestarts(undefined, restarted(0), NOW)).toBeUndefined();
  });

  it('are remembered when they change, and when a back-off is seen', () => {
    const first = rememberRestarts(undefined, restarted(2), ago(HOUR));
    expect(first).toEqual({ api: [{ at: ago(HOUR), restarts: 2 }] });
    expect(rememberRestarts(first, restarted(2), NOW)).toBe(first);
    const next = rememberRestarts(first, restarted(3), ago(MIN));
    expect(rememberRestarts(next, restarted(3, true), NOW)).toEqual({
      api: [
        { at: ago(HOUR), restarts: 2 },
        { at: ago(MIN), restarts: 3, backOff: true },
      ],
    });
  });

  it('older than the rules look back are forgotten', () => {
    const known = {
      api: [
        { at: ago(9 * HOUR), restarts: 1 },
        { at: ago(8 * HOUR), restarts: 2 },
        { at: ago(2 * HOUR), restarts: 3 },
      ],
    };
    expect(rememberRestarts(known, restarted(4), NOW)).toEqual({
      api: [
        { at: ago(2 * HOUR), restarts: 3 },
        { at: NOW, restarts: 4 },
      ],
    });
  });

  it('of a crash loop keep its beginning, however long it goes on', () => {
    let known: Readonly<Record<string, readonly RestartSample[]>> | undefined =
      { api: [{ at: ago(9 * DAY), restarts: 1 }] };
    for (let restarts = 2; restarts < 500; restarts++) {
      known = rememberRestarts(
        known,
        restarted(restarts),
        ago(2 * DAY) + restarts * 5 * MIN,
      );
    }
    expect(known?.api.length).toBeLessThanOrEqual(16);
    expect(known?.api[1]).toEqual({ at: ago(2 * DAY) + 10 * MIN, restarts: 2 });
  });

  it('of a container that was replaced begin anew', () => {
    const known = { api: [{ at: ago(HOUR), restarts: 7 }] };
    expect(rememberRestarts(known, restarted(1), NOW)).toEqual({
      api: [{ at: NOW, restarts: 1 }],
    });
  });
});

describe('worthKeeping', () => {
  it.each([
    ['a workload that is well', { replicas: samples(6, [DAY, 6]) }, false],
    ['one that is short', { replicas: samples(6, [DAY, 5]) }, true],
    ['one at zero', { replicas: samples(0, [DAY, 0]) }, true],
    ['one that is updated', { replicas: samples(6, [DAY, 6, 6, 2]) }, true],
    [
      'a restart within the hour',
      { restarts: { api: [{ at: ago(HOUR - 1), restarts: 1 }] } },
      true,
    ],
    [
      'a restart an hour ago',
      { restarts: { api: [{ at: ago(HOUR), restarts: 1 }] } },
      false,
    ],
    ['nothing', {}, false],
  ])('%s', (_, memory, kept) => {
    expect(worthKeeping(memory, { now: NOW })).toEqual(
      kept ? memory : undefined,
    );
  });

  it('keeps what is at its maximum', () => {
    const memory = { replicas: samples(6, [DAY, 6]) };
    expect(worthKeeping(memory, { now: NOW, maxReplicas: 6 })).toEqual(memory);
    expect(worthKeeping(memory, { now: NOW, maxReplicas: 7 })).toBeUndefined();
  });
});
