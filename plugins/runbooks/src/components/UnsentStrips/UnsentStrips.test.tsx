import { screen, waitFor } from '@testing-library/react';
import { renderAt } from '../../__testUtils__/renderEditor';
import { keptChanges, keptPrefix } from '../../run/unsentChanges';
import { UnsentStrips } from './UnsentStrips';

const MIRA = 'user:default/mira.okafor';

function keptOf(runId: string) {
  const prefix = keptPrefix(MIRA, runId);
  return keptChanges({ storage: localStorage, prefix });
}

function keep(runId: string, id: string) {
  const change = { state: 'done' as const, seen: 1 };
  keptOf(runId).keep(id, { id, n: 1, change, madeAtMs: 1 });
}

const open = () =>
  renderAt(<UnsentStrips />, {
    api: {},
    route: '/runbooks',
    path: '/runbooks',
  });

describe('what is only on this device', () => {
  beforeEach(() => localStorage.clear());

  it('is told with the way to its run, until it is saved', async () => {
    keep('run-1', 'a');
    keep('run-1', 'b');
    await open();
    expect(
      await screen.findByText(/^2 changes that you made in a run are only on/),
    ).toBeVisible();
    expect(screen.getByRole('link', { name: 'Open the run' })).toHaveAttribute(
      'href',
      '/runbooks/runs/run-1',
    );
    keptOf('run-1').drop('a');
    keptOf('run-1').drop('b');
    await waitFor(
      () => expect(screen.queryByText(/only on this device/)).toBeNull(),
      { timeout: 5_000 },
    );
  });

  it('is nothing where everything is saved', async () => {
    await open();
    expect(screen.queryByText(/only on this device/)).toBeNull();
  });
});
