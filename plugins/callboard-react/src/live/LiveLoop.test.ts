import { LiveLoop } from './LiveLoop';

const POLL_MS = 20_000;

describe('LiveLoop', () => {
  const answers: Array<() => Promise<string>> = [];
  const load = jest.fn(async () => (answers.shift() ?? (async () => 'same'))());
  let loop: LiveLoop<string>;

  const fails = (message: string) => async () => {
    throw new Error(message);
  };

  beforeEach(() => {
    jest.useFakeTimers({ now: 1_000_000 });
    answers.length = 0;
    load.mockClear();
    loop = LiveLoop.create({
      load,
      pollMs: POLL_MS,
      now: () => Date.now(),
      random: () => 0,
    });
  });

  afterEach(() => {
    loop.pause();
    jest.useRealTimers();
  });

  it('loads at once and at every poll', async () => {
    answers.push(
      async () => 'first',
      async () => 'second',
    );
    loop.start();
    await jest.advanceTimersByTimeAsync(0);
    expect(loop.getSnapshot()).toMatchObject({
      data: 'first',
      heardAtMs: 1_000_000,
    });
    await jest.advanceTimersByTimeAsync(POLL_MS);
    expect(loop.getSnapshot().data).toBe('second');
  });

  it('keeps what it knows when the server does not answer, and says since when', async () => {
    answers.push(
      async () => 'first',
      fails('refused'),
      async () => 'back',
    );
    loop.start();
    await jest.advanceTimersByTimeAsync(POLL_MS);
    expect(loop.getSnapshot()).toMatchObject({
      data: 'first',
      error: new Error('refused'),
      notLiveSinceMs: 1_000_000,
      nextTryAtMs: 1_021_000,
    });
    await jest.advanceTimersByTimeAsync(1_000);
    expect(loop.getSnapshot()).toMatchObject({
      data: 'back',
      error: undefined,
      notLiveSinceMs: undefined,
    });
  });

  it('waits longer after every failure, up to a limit', async () => {
    answers.push(...Array.from({ length: 20 }, () => fails('down')));
    loop.start();
    await jest.advanceTimersByTimeAsync(0);
    const waits: number[] = [];
    for (let attempt = 0; attempt < 6; attempt++) {
      const wait = loop.getSnapshot().nextTryAtMs! - Date.now();
      waits.push(wait);
      await jest.advanceTimersByTimeAsync(wait);
    }
    expect(waits).toEqual([1_000, 2_000, 4_000, 8_000, 15_000, 15_000]);
  });

  it('answers a burst of hints with one load', async () => {
    loop.start();
    await jest.advanceTimersByTimeAsync(2_000);
    loop.hint();
    loop.hint();
    loop.hint();
    await jest.advanceTimersByTimeAsync(2_000);
    expect(load).toHaveBeenCalledTimes(2);
  });

  it('asks nothing while paused, and at once when it goes on', async () => {
    loop.start();
    await jest.advanceTimersByTimeAsync(0);
    loop.pause();
    loop.hint();
    await jest.advanceTimersByTimeAsync(10 * POLL_MS);
    expect(load).toHaveBeenCalledTimes(1);
    loop.start();
    expect(load).toHaveBeenCalledTimes(2);
  });

  it('gives up on a server that takes the call and says nothing', async () => {
    answers.push(
      () => new Promise(() => {}),
      async () => 'back',
    );
    loop.start();
    await jest.advanceTimersByTimeAsync(20_000);
    expect(loop.getSnapshot().error?.message).toBe('No answer within 20 s');
    await jest.advanceTimersByTimeAsync(1_000);
    expect(loop.getSnapshot().data).toBe('back');
  });

  it('keeps what was added while it was loading', async () => {
    let answer: () => void = () => {};
    loop = LiveLoop.create<string>({
      load: async ({ latest }) => {
        await new Promise<void>(resolve => (answer = resolve));
        return `${latest() ?? 'first'}+`;
      },
      pollMs: POLL_MS,
      now: () => Date.now(),
      random: () => 0,
    });
    loop.start();
    answer();
    await jest.advanceTimersByTimeAsync(POLL_MS);
    loop.update(() => 'more');
    answer();
    await jest.advanceTimersByTimeAsync(0);
    expect(loop.getSnapshot().data).toBe('more+');
  });

  it('drops an answer that comes after a pause', async () => {
    let answer: (value: string) => void = () => {};
    answers.push(() => new Promise(resolve => (answer = resolve)));
    loop.start();
    loop.pause();
    answer('late');
    await jest.advanceTimersByTimeAsync(0);
    expect(loop.getSnapshot().data).toBeUndefined();
  });
});
