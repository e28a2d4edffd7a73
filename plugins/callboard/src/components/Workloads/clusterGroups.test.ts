import {
  aKubernetesDetail,
  aKubernetesObservation,
  aWorkload,
} from '../../__testUtils__/kubernetesBuilders';
import { anObservation } from '../../__testUtils__/builders';
import { clusterGroups } from './clusterGroups';

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
