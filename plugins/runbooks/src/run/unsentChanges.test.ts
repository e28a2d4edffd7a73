import type { PendingChange } from './changeQueue';
import { keptChanges, keptPrefix, unsentChanges } from './unsentChanges';

const MIRA = 'user:default/mira';
const TOM = 'user:default/tom';

function keep(me: string, runId: string, id: string) {
  const pending: PendingChange = {
    id,
    n: 1,
    change: { state: 'done', seen: 1 },
    madeAtMs: 1,
  };
  const prefix = keptPrefix(me, runId);
  keptChanges({ storage: localStorage, prefix }).keep(id, pending);
}

describe('changes that this device still keeps', () => {
  beforeEach(() => localStorage.clear());

  it('are counted by run, those of the person alone', () => {
    keep(MIRA, 'run-1', 'a');
    keep(MIRA, 'run-2', 'a');
    keep(MIRA, 'run-1', 'b');
    keep(TOM, 'run-3', 'a');
    localStorage.setItem(`${keptPrefix(MIRA, 'run-4')}step/1`, '{"note":"x"}');
    localStorage.setItem('of/another/plugin', 'x');
    const unsent = unsentChanges(localStorage, MIRA);
    expect(unsent.sort((a, b) => b.count - a.count)).toEqual([
      { runId: 'run-1', count: 2 },
      { runId: 'run-2', count: 1 },
    ]);
  });

  it('are none on a device that keeps nothing', () => {
    expect(unsentChanges(localStorage, MIRA)).toEqual([]);
  });
});
