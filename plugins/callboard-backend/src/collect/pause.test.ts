import { pause, withinLimits } from './pause';

describe('pause', () => {
  it.each([0, 1])('ends early with any of its signals: %s', async at => {
    const controllers = [new AbortController(), new AbortController()];
    const paused = pause(3_600_000, ...controllers.map(({ signal }) => signal));
    controllers[at].abort();
    await expect(paused).resolves.toBeUndefined();
  });

  it('does not begin where a signal is aborted already', async () => {
    await expect(
      pause(3_600_000, AbortSignal.abort()),
    ).resolves.toBeUndefined();
  });

  it('ends by itself', async () => {
    await expect(
      pause(-1, new AbortController().signal),
    ).resolves.toBeUndefined();
  });
});

describe('withinLimits', () => {
  const never = () => new Promise<never>(() => {});

  it('gives what the work brings', async () => {
    const { signal } = new AbortController();
    await expect(
      withinLimits({ signal, ms: 3_600_000 }, async () => 7),
    ).resolves.toBe(7);
  });

  it('ends work that hangs, and tells it so', async () => {
    const { signal } = new AbortController();
    let told = false;
    await expect(
      withinLimits({ signal, ms: 1 }, limit => {
        limit.addEventListener('abort', () => {
          told = true;
        });
        return never();
      }),
    ).rejects.toThrow('Did not end within');
    expect(told).toBe(true);
  });

  it('ends with the signal, for its reason', async () => {
    const controller = new AbortController();
    const work = withinLimits(
      { signal: controller.signal, ms: 3_600_000 },
      never,
    );
    controller.abort(new Error('the lease is over'));
    await expect(work).rejects.toThrow('the lease is over');
    await expect(
      withinLimits({ signal: controller.signal, ms: 3_600_000 }, never),
    ).rejects.toThrow('the lease is over');
  });
});
