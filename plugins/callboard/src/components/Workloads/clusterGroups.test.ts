import {
  aKubernetesDetail,
  aKubernetesObservation,
  aWorkload,
} from '../../__testUtils__/kubernetesBuilders';
import { aFinding, anObservation } from '../../__testUtils__/builders';
import { clusterGroups, workloadStatus } from './clusterGroups';

const clusters = (...observations: Parameters<typeof clusterGroups>[0]) =>
  clusterGroups(observations).groups.map(({ cluster }) => cluster);

describe('clusterGroups', () => {
  it('puts production first, then the worst, then by name', () => {
    expect(
      clusters(
        aKubernetesObservation({
          cluster: 'staging',
          production: false,
          status: 'failing',
        }),
        aKubernetesObservation({ cluster: 'prod-us' }),
        aKubernetesObservation({ cluster: 'prod-ap' }),
        aKubernetesObservation({ cluster: 'prod-eu', status: 'warning' }),
      ),
    ).toEqual(['prod-eu', 'prod-ap', 'prod-us', 'staging']);
  });

  it('leaves out what other systems say', () => {
    expect(clusters(anObservation(), aKubernetesObservation())).toEqual([
      'prod-eu',
    ]);
  });

  it('names clusters that have nothing of it, each once', () => {
    const absent = aKubernetesObservation({
      cluster: 'prod-us',
      status: 'unknown',
      absent: true,
      detail: {},
    });
    const found = clusterGroups([
      absent,
      { ...absent, subject: 'app=other' },
      aKubernetesObservation(),
    ]);
    expect(found.groups).toHaveLength(1);
    expect(found.absent).toEqual(['prod-us']);
  });

  it.each([
    ['nothing', {}],
    ['an older shape', { workloads: [{ name: 'checkout-api' }] }],
    [
      'a status that is none',
      {
        ...aKubernetesDetail(),
        workloads: [{ ...aWorkload(), status: 'green' }],
      },
    ],
    [
      'a link that is no web address',
      aKubernetesDetail({
        workloads: [
          aWorkload({
            links: [{ title: 'Trap', url: `javascript${':'}alert(1)` }],
          }),
        ],
      }),
    ],
  ])('has no detail where the observation tells %s', (_name, detail) => {
    const [group] = clusterGroups([aKubernetesObservation({ detail })]).groups;
    expect(group.cluster).toBe('prod-eu');
    expect(group.detail).toBeUndefined();
  });

  it.each([
    ['of the selector', { namespace: 'shop', workloads: [] }, 'shop'],
    ['that all share', { workloads: [aWorkload(), aWorkload()] }, 'shop'],
    [
      'of none where there are several',
      { workloads: [aWorkload(), aWorkload({ namespace: 'tools' })] },
      undefined,
    ],
  ])('has the namespace %s', (_name, over, expected) => {
    const [group] = clusterGroups([
      aKubernetesObservation({ detail: aKubernetesDetail(over) }),
    ]).groups;
    expect(group.namespace).toBe(expected);
  });
});

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
