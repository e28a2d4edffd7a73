import { aFinding } from '../../__testUtils__/builders';
import {
  aKubernetesObservation,
  aWorkload,
} from '../../__testUtils__/kubernetesBuilders';
import { workloadStatus } from './settledStatus';

describe('workloadStatus', () => {
  const { kind, namespace, name } = aWorkload();
  const about = (status: 'failing' | 'warning' | 'note', workload = name) => ({
    findings: [aFinding({ status, params: { kind, namespace, workload } })],
  });
  const stale = { stale: true, status: 'unknown' } as const;
  it.each([
    ['ok', {}, {}, 'ok'],
    ['at rest', { off: true }, {}, 'off'],
    ['ok in a cluster that is stale', {}, { stale: true }, 'ok'],
    ['ok in a cluster nobody knows any more', {}, stale, 'unknown'],
    ['at rest in such a cluster', { off: true }, stale, 'unknown'],
    ['red in such a cluster', { status: 'failing' }, stale, 'failing'],
    ['ok, not for long enough yet', {}, about('failing'), 'failing'],
    [
      'at rest, not for long enough yet',
      { off: true },
      about('warning'),
      'warning',
    ],
    [
      'better, not for long enough yet',
      { status: 'warning' },
      about('failing'),
      'failing',
    ],
    [
      'red in a cluster where that counts as warning',
      { status: 'failing' },
      about('warning'),
      'failing',
    ],
    ['ok beside a note', {}, about('note'), 'ok'],
    ['ok beside what is red', {}, about('failing', 'other'), 'ok'],
    [
      'ok, not for long enough when its cluster was last heard',
      {},
      { ...about('failing'), stale: true },
      'failing',
    ],
    [
      'ok beside something unknown',
      {},
      { status: 'unknown', stale: false },
      'ok',
    ],
  ] as const)('%s', (_name, workload, observation, expected) => {
    expect(
      workloadStatus(aWorkload(workload), aKubernetesObservation(observation)),
    ).toBe(expected);
  });
});
