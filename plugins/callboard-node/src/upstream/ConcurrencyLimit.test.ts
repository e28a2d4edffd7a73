import { ConcurrencyLimit } from './ConcurrencyLimit';

/** A task that runs until it is told to end. */
function openTask() {
  let end: () => void = () => {};
  let isRunning = false;
  const run = async () => {
    isRunning = true;
    await new Promise<void>(resolve => {
      end = resolve;
    });
    isRunning = false;
  };
  return { run, end: () => end(), isRunning: () => isRunning };
}

const nextTurn = () => new Promise(resolve => setImmediate(resolve));

describe('ConcurrencyLimit', () => {
  const { signal } = new AbortController();

  it('runs so many at the same time, and the others in the order they came', async () => {
    const limit = ConcurrencyLimit.create({ max: 2 });
    const tasks = [openTask(), openTask(), openTask(), openTask()];
    const all = tasks.map(task => limit.run(signal, task.run));
    const running = () => tasks.map(task => task.isRunning());
    await nextTurn();
    expect(running()).toEqual([true, true, false, false]);
    tasks[1].end();
    await nextTurn();
    expect(running()).toEqual([true, false, true, false]);
    tasks[0].end();
    tasks[2].end();
    await nextTurn();
    expect(running()).toEqual([false, false, false, true]);
    tasks[3].end();
    await Promise.all(all);
  });

  it('gives the place back when a task fails', async () => {
    const limit = ConcurrencyLimit.create({ max: 1 });
    const fail = limit.run(signal, async () => {
      throw new Error('broken');
    });
    await expect(fail).rejects.toThrow('broken');
    await expect(limit.run(signal, async () => 'next')).resolves.toBe('next');
  });

  it('lets who waits leave, without losing the place', async () => {
    const limit = ConcurrencyLimit.create({ max: 1 });
    const first = openTask();
    const done = limit.run(signal, first.run);
    const controller = new AbortController();
    const leaver = jest.fn(async () => 'never');
    const left = limit.run(controller.signal, leaver);
    const last = limit.run(signal, async () => 'last');
    controller.abort(new Error('shutdown'));
    await expect(left).rejects.toThrow('shutdown');
    first.end();
    await done;
    await expect(last).resolves.toBe('last');
    expect(leaver).not.toHaveBeenCalled();
  });

  it('does not begin for somebody who left already', async () => {
    const limit = ConcurrencyLimit.create({ max: 1 });
    const task = jest.fn(async () => {});
    await expect(limit.run(AbortSignal.abort(), task)).rejects.toThrow();
    expect(task).not.toHaveBeenCalled();
  });
});
