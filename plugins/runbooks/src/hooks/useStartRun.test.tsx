import { ReactNode } from 'react';
import { act, renderHook, waitFor } from '@testing-library/react';
import { createTestAppWrapper, TestApiProvider } from '@backstage/test-utils';
import type { RunStart } from '@callboard/plugin-runbooks-common';
import { FakeRuns, runsApi } from '../__testUtils__/FakeRuns';
import { runbooksApiRef } from '../api/runbooksApiRef';
import { rootRouteRef } from '../routes';
import { useStartRun } from './useStartRun';

const START: RunStart = {
  params: { pod: 'shop-1' },
  finding: { code: 'oom', message: 'Restarted 3 times', since: '03:00' },
};

/** Starts a run whose first answers are lost. */
async function setUp(lostCount: number) {
  const runs = new FakeRuns();
  const asked: RunStart[] = [];
  const startRun = async (_: string, start: RunStart) => {
    asked.push(start);
    if (asked.length <= lostCount) {
      throw new Error('Failed to fetch');
    }
    return runs.run;
  };
  const TestApp = createTestAppWrapper({
    mountedRoutes: { '/runbooks': rootRouteRef },
  });
  const api = { ...runsApi(runs), startRun };
  const wrapper = ({ children }: { children?: ReactNode }) => (
    <TestApp>
      <TestApiProvider apis={[[runbooksApiRef, api]]}>
        {children}
      </TestApiProvider>
    </TestApp>
  );
  let start = START;
  const { result, rerender } = renderHook(() => useStartRun('rb-1', start), {
    wrapper,
  });
  await waitFor(() => expect(result.current).not.toBeNull());
  const ask = async (change: RunStart = {}) => {
    start = { ...START, ...change };
    rerender();
    const count = asked.length + 1;
    act(() => result.current.start());
    await waitFor(() => expect(asked).toHaveLength(count));
    await act(async () => {});
    return asked[count - 1];
  };
  return { ask };
}

describe('useStartRun', () => {
  it('asks for the same run again where no answer came', async () => {
    const { ask } = await setUp(2);
    const first = await ask();
    expect(first.id).toMatch(/^[0-9a-f]{32}$/);
    await expect(ask()).resolves.toEqual(first);
    // The finding is the same, and has gone on meanwhile.
    const finding = { ...START.finding, message: 'Restarted 4 times' };
    await expect(ask({ finding })).resolves.toEqual(first);
  });

  it.each<[string, RunStart]>([
    ['other values', { params: { pod: 'shop-2' } }],
    ['another service', { entityRef: 'component:default/cart' }],
    ['another finding', { finding: { code: 'crash-loop' } }],
    ['no finding', { finding: undefined }],
    ['a dry run', { dryRun: true }],
  ])('asks for another run with %s', async (_, change) => {
    const { ask } = await setUp(1);
    const first = await ask();
    const other = await ask(change);
    expect(other).toMatchObject(change);
    expect(other.id).not.toBe(first.id);
  });

  it('asks for another run once there is one', async () => {
    const { ask } = await setUp(0);
    const first = await ask();
    const next = await ask();
    expect(next.id).not.toBe(first.id);
  });
});
