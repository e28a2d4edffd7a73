import { ReactNode } from 'react';
import { act, renderHook, waitFor } from '@testing-library/react';
import { signalApiRef } from '@backstage/plugin-signals-react';
import { TestApiProvider } from '@backstage/test-utils';
import type { JsonObject } from '@backstage/types';
import { aRun, FakeRuns, runsApi } from '../__testUtils__/FakeRuns';
import { runbooksApiRef } from '../api/runbooksApiRef';
import { useRun } from './useRun';

/** Tells whoever listens. */
class FakeSignals {
  tell: (message: JsonObject) => void = () => {};

  subscribe<T extends JsonObject>(_: string, heard: (message: T) => void) {
    this.tell = message => heard(message as T);
    return { unsubscribe: () => {} };
  }
}

function follow(runs: FakeRuns, signals = new FakeSignals()) {
  const api = runsApi(runs);
  const wrapper = (props: { children?: ReactNode }) => (
    <TestApiProvider
      apis={[
        [runbooksApiRef, api],
        [signalApiRef, signals],
      ]}
    >
      {props.children}
    </TestApiProvider>
  );
  return renderHook(() => useRun('run-1'), { wrapper });
}

describe('useRun', () => {
  it('shows what others did', async () => {
    const runs = new FakeRuns();
    const { result } = follow(runs);
    await waitFor(() => expect(result.current.run?.revision).toBe(1));
    runs.tick(1, { state: 'done', by: 'user:default/ana' });
    act(() => result.current.reload());
    await waitFor(() =>
      expect(result.current.run?.steps[0].by).toBe('user:default/ana'),
    );
  });

  it('reads again as soon as it is told of something newer, and only then', async () => {
    const runs = new FakeRuns();
    const read = jest.spyOn(runs, 'getRun');
    const signals = new FakeSignals();
    const { result } = follow(runs, signals);
    await waitFor(() => expect(result.current.run?.revision).toBe(1));
    runs.tick(1, { state: 'done', by: 'user:default/ana' });
    await act(async () => signals.tell({ run: 'run-1', revision: 1 }));
    await act(async () => signals.tell({ run: 'run-2', revision: 2 }));
    expect(read).toHaveBeenCalledTimes(1);
    await act(async () => signals.tell({ run: 'run-1', revision: 2 }));
    await waitFor(() => expect(result.current.run?.revision).toBe(2));
  });

  it('reads again now and then, for signals that are lost', async () => {
    jest.useFakeTimers();
    try {
      const runs = new FakeRuns();
      const { result } = follow(runs);
      await act(async () => {});
      expect(result.current.run?.revision).toBe(1);
      runs.tick(1, { state: 'done', by: 'user:default/ana' });
      await act(async () => jest.advanceTimersByTime(10_000));
      expect(result.current.run?.revision).toBe(2);
    } finally {
      jest.useRealTimers();
    }
  });

  it('never replaces what is newer by what is older', async () => {
    const runs = new FakeRuns(aRun({ revision: 5 }));
    const { result } = follow(runs);
    await waitFor(() => expect(result.current.run?.revision).toBe(5));
    runs.run = aRun({ revision: 4, title: 'older' });
    await act(async () => result.current.reload());
    expect(result.current.run?.revision).toBe(5);
  });

  it('waits for an answer that takes longer than the pause between two looks', async () => {
    jest.useFakeTimers();
    try {
      const runs = new FakeRuns();
      const left: boolean[] = [];
      runs.getRun = (_, { signal } = {}) =>
        new Promise(resolve => {
          setTimeout(() => {
            left.push(signal?.aborted ?? false);
            resolve(runs.run);
          }, 45_000);
        });
      const { result } = follow(runs);
      await act(async () => jest.advanceTimersByTime(45_000));
      expect(left).toEqual([false]);
      expect(result.current.run?.revision).toBe(1);
    } finally {
      jest.useRealTimers();
    }
  });

  it('knows the clock of the server', async () => {
    const runs = new FakeRuns();
    runs.getRun = async (_, { onServerTime } = {}) => {
      onServerTime?.(Date.now() + 3_600_000);
      return runs.run;
    };
    const { result } = follow(runs);
    await waitFor(() =>
      expect(result.current.clockOffsetMs).toBeGreaterThan(3_590_000),
    );
  });

  it('looks at a run that is over no more, and again after that failed', async () => {
    const runs = new FakeRuns();
    const { result } = follow(runs);
    await waitFor(() => expect(result.current.run).toBeDefined());
    runs.isDown = true;
    act(() => result.current.reload());
    await waitFor(() => expect(result.current.error).toBeDefined());
    act(() => result.current.take(runs.finish('user:default/ana')));
    runs.isDown = false;
    act(() => result.current.reload());
    await waitFor(() => expect(result.current.error).toBeUndefined());
    const read = jest.spyOn(runs, 'getRun');
    act(() => result.current.reload());
    expect(read).not.toHaveBeenCalled();
  });

  it('keeps what was last heard while nobody answers, and says so', async () => {
    const runs = new FakeRuns();
    const { result } = follow(runs);
    await waitFor(() => expect(result.current.run).toBeDefined());
    runs.isDown = true;
    act(() => result.current.reload());
    await waitFor(() => expect(result.current.error).toBeDefined());
    expect(result.current.run?.id).toBe('run-1');
  });
});
