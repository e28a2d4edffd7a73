import type { Run } from '@callboard/plugin-runbooks-common';
import { isSameStart, type AskedRun } from './isSameStart';

const ASKED: AskedRun = {
  runbookId: 'rb-1',
  entityRef: 'component:default/checkout',
  dryRun: false,
  params: { pod: 'x', namespace: 'shop' },
  finding: { code: 'oom', params: { pod: 'x' } },
  startedBy: 'user:default/tom',
};

const RUN: Run = {
  ...ASKED,
  id: 'run-1',
  runbookVersion: 3,
  title: 'Out of memory',
  steps: [],
  startedAt: '2026-11-26T03:00:00.000Z',
  revision: 4,
};

describe('whether it is the run that somebody asks for', () => {
  it.each<[string, Partial<AskedRun>, boolean]>([
    ['the same', {}, true],
    ['in another order', { params: { namespace: 'shop', pod: 'x' } }, true],
    [
      'what is not said of the finding',
      { finding: { ...ASKED.finding, message: undefined } },
      true,
    ],
    ['another runbook', { runbookId: 'rb-2' }, false],
    ['another service', { entityRef: 'component:default/shop' }, false],
    ['a dry run', { dryRun: true }, false],
    ['another value', { params: { pod: 'y', namespace: 'shop' } }, false],
    ['a value more', { params: { ...ASKED.params, cluster: 'eu' } }, false],
    ['another finding', { finding: { code: 'crash-loop' } }, false],
    ['no finding', { finding: undefined }, false],
    ['another person', { startedBy: 'user:default/mira' }, false],
  ])('%s', (_, change, same) => {
    expect(isSameStart(RUN, { ...ASKED, ...change })).toBe(same);
  });
});
