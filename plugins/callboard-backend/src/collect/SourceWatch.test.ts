import { mockServices } from '@backstage/backend-test-utils';
import type { WatchOptions } from '@callboard/plugin-callboard-node';
import { ControlledClock } from '../__testUtils__/ControlledClock';
import { FakeWatchedSource } from '../__testUtils__/FakeStatusSource';
import { SourceWatch } from './SourceWatch';

describe('SourceWatch', () => {
  function setUp() {
    const clock = new ControlledClock();
    const logger = mockServices.logger.mock();
    const source = new FakeWatchedSource();
    const lease = new AbortController();
    const metrics = { watchRestarted: jest.fn() };
    const waits: number[] = [];
    const watch = new SourceWatch({
      id: 'fake/main',
      source,
      logger,
      metrics,
      now: clock.now,
      random: () => 0.99,
      wait: async ms => {
        waits.push(ms);
        await new Promise(resolve => setImmediate(resolve));
      },
    });
    const onChange = jest.fn();
    return {
      clock,
      logger,
      source,
      lease,
      metrics,
      waits,
      watch,
      onChange,
      run: () => watch.run({ signal: lease.signal, onChange }),
    };
  }

  it('passes changes on until it has to stop', async () => {
    const { run, source, lease, onChange, logger } = setUp();
    const running = run();
    await new Promise(resolve => setImmediate(resolve));
    const { watching } = source;
    watching?.onChange(['1']);
    watching?.onChange();
    lease.abort();
    await running;
    watching?.onChange(['2']);
    expect(onChange.mock.calls).toEqual([[['1']], [undefined]]);
    expect(source.watches).toBe(1);
    expect(logger.error).not.toHaveBeenCalled();
  });

  it.each<[string, (options: WatchOptions) => Promise<void>]>([
    ['just ended', async () => {}],
    [
      'the module forgot something',
      async () => {
        throw new TypeError('the module forgot something');
      },
    ],
  ])('begins again, later and later, and blames: %s', async (words, until) => {
    const { run, source, lease, logger, metrics, waits } = setUp();
    source.watchUntil = async options => {
      if (source.watches === 4) lease.abort();
      return until(options);
    };
    await run();
    expect(source.watches).toBe(4);
    expect(metrics.watchRestarted).toHaveBeenCalledTimes(3);
    expect(logger.error).toHaveBeenCalledWith(expect.stringContaining(words));
    // Of each second wait it is only found out that the call has ended.
    expect(waits.filter((_, at) => at % 2 === 1)).toEqual([
      1_000, 1_980, 3_960,
    ]);
  });

  it('takes a watch that was well for long as a beginning', async () => {
    const { run, source, lease, clock, waits } = setUp();
    source.watchUntil = async () => {
      clock.advance(source.watches === 3 ? 3_600_000 : 0);
      if (source.watches === 4) lease.abort();
    };
    await run();
    expect(waits.filter((_, at) => at % 2 === 1)).toEqual([
      1_000, 1_980, 1_000,
    ]);
  });

  it('ends what a watch left running', async () => {
    const { run, source, lease } = setUp();
    let left: AbortSignal | undefined;
    source.watchUntil = async ({ signal }) => {
      if (source.watches === 2) {
        lease.abort();
        return;
      }
      left = signal;
    };
    await run();
    expect(left?.aborted).toBe(true);
  });

  it('does not wait for ever for a module that does not stop, nor calls it again', async () => {
    const { run, source, lease, logger, watch, onChange } = setUp();
    let stop = () => {};
    source.watchUntil = () =>
      new Promise(resolve => {
        stop = resolve;
      });
    const running = run();
    await new Promise(resolve => setImmediate(resolve));
    lease.abort();
    await running;
    expect(logger.error).toHaveBeenCalledWith(
      expect.stringContaining('does not stop watching'),
    );
    const next = new AbortController();
    const again = watch.run({ signal: next.signal, onChange });
    await new Promise(resolve => setImmediate(resolve));
    expect(source.watches).toBe(1);
    stop();
    await new Promise(resolve => setImmediate(resolve));
    expect(source.watches).toBe(2);
    stop();
    next.abort();
    await again;
  });
});
