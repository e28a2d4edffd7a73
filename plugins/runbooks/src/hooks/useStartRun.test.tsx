import { ReactNode } from 'react';
import { act, renderHook, waitFor } from '@testing-library/react';
import { TestApiProvider, wrapInTestApp } from '@backstage/test-utils';
import { FakeRuns, runsApi } from '../__testUtils__/FakeRuns';
import { runbooksApiRef } from '../api/runbooksApiRef';
import { rootRouteRef } from '../routes';
import { useStartRun } from './useStartRun';

describe('useStartRun', () => {
  it('asks for the same run again where no answer came', async () => {
    const runs = new FakeRuns();
    const ids: (string | undefined)[] = [];
    const startRun = async (_: string, { id }: { id?: string }) => {
      ids.push(id);
      if (ids.length === 1) {
        throw new Error('Failed to fetch');
      }
      return runs.run;
    };
    const wrapper = ({ children }: { children?: ReactNode }) => (
      <>
        {wrapInTestApp(
          <TestApiProvider
            apis={[[runbooksApiRef, { ...runsApi(runs), startRun }]]}
          >
            {children}
          </TestApiProvider>,
          { mountedRoutes: { '/runbooks': rootRouteRef } },
        )}
      </>
    );
    const start = { dryRun: true };
    const { result } = renderHook(() => useStartRun('rb-1', start), {
      wrapper,
    });
    await waitFor(() => expect(result.current).not.toBeNull());
    act(() => result.current.start());
    await waitFor(() => expect(result.current.error).toBeDefined());
    act(() => result.current.start());
    await waitFor(() => expect(ids).toHaveLength(2));
    expect(ids[0]).toMatch(/^[0-9a-f]{32}$/);
    expect(ids[1]).toBe(ids[0]);
  });
});
