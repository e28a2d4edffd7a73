import { ReactNode } from 'react';
import { act, renderHook, waitFor } from '@testing-library/react';
import { TestApiProvider } from '@backstage/test-utils';
import { aRun, FakeRuns, runsApi } from '../__testUtils__/FakeRuns';
import { runbooksApiRef } from '../api/runbooksApiRef';
import { useRun } from './useRun';

function follow(runs: FakeRuns) {
  const api = runsApi(runs);
  const wrapper = (props: { children?: ReactNode }) => (
    <TestApiProvider apis={[[runbooksApiRef, api]]}>
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

  it('never replaces what is newer by what is older', async () => {
    const runs = new FakeRuns(aRun({ revision: 5 }));
    const { result } = follow(runs);
    await waitFor(() => expect(result.current.run?.revision).toBe(5));
    runs.run = aRun({ revision: 4, title: 'older' });
    await act(async () => result.current.reload());
    expect(result.current.run?.revision).toBe(5);
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
