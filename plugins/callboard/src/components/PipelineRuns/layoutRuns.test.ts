import type { PipelineRun } from '@callboard/plugin-callboard-common';
import { layoutRuns } from './layoutRuns';

const NOW = Date.UTC(2026, 10, 23, 14, 40);
const MINUTE_MS = 60_000;

function run(number: number, over: Partial<PipelineRun> = {}): PipelineRun {
  return {
    number,
    result: 'success',
    startedAt: NOW - (1000 - number) * MINUTE_MS,
    durationMs: 10 * MINUTE_MS,
    ...over,
  };
}

const size = { now: NOW, maxHeightPx: 64, minHeightPx: 6 };

describe('layoutRuns', () => {
  it('draws nothing of nothing', () => {
    expect(layoutRuns([], size).bars).toEqual([]);
  });

  it('puts the newest of at most 20 runs at the right', () => {
    const runs = Array.from({ length: 25 }, (_, i) => run(100 - i));
    const { bars } = layoutRuns(runs, size);
    expect(bars.map(bar => bar.run.number)).toEqual(
      Array.from({ length: 20 }, (_, i) => 81 + i),
    );
  });

  it.each([
    ['success', 'passed'],
    ['failure', 'failed'],
    ['unstable', 'unstable'],
    ['aborted', 'aborted'],
    ['not-built', 'notBuilt'],
    [undefined, 'running'],
  ] as const)('draws %s as %s', (result, kind) => {
    expect(layoutRuns([run(1, { result })], size).bars[0].kind).toBe(kind);
  });

  it.each([
    ['the longest fills the height', 20 * MINUTE_MS, 64],
    ['half as long is half as high', 10 * MINUTE_MS, 32],
    ['an instant can still be pointed at', 0, 6],
    ['a negative duration of a wrong clock', -5 * MINUTE_MS, 6],
  ])('%s', (_name, durationMs, heightPx) => {
    const { bars } = layoutRuns(
      [run(2, { durationMs }), run(1, { durationMs: 20 * MINUTE_MS })],
      size,
    );
    expect(bars[1].heightPx).toBe(heightPx);
  });

  it('gives a running one the time it has run so far', () => {
    const running = run(2, {
      result: undefined,
      durationMs: undefined,
      startedAt: NOW - 5 * MINUTE_MS,
    });
    const { bars } = layoutRuns([running, run(1)], size);
    expect(bars[1]).toMatchObject({
      durationMs: 5 * MINUTE_MS,
      heightPx: 32,
    });
  });

  it('counts by kind', () => {
    const { counts } = layoutRuns(
      [run(3), run(2, { result: 'failure' }), run(1)],
      size,
    );
    expect([...counts]).toEqual([
      ['passed', 2],
      ['failed', 1],
    ]);
  });
});
