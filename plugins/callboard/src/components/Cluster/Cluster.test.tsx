import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type {
  KubernetesClusterDetail,
  SourceDetail,
} from '@callboard/plugin-callboard-common';
import { minutesAgo, NOW_MS } from '../../__testUtils__/builders';
import { FakeCallboardApi } from '../../__testUtils__/FakeCallboardApi';
import {
  aClusterDetail,
  aClusterSource,
  aNode,
} from '../../__testUtils__/kubernetesBuilders';
import { renderCallboard } from '../../__testUtils__/renderCallboard';
import { Cluster } from './Cluster';

describe('Cluster', () => {
  beforeEach(() => {
    jest.spyOn(Date, 'now').mockReturnValue(NOW_MS);
  });

  afterEach(() => {
    jest.restoreAllMocks();
  });

  function render(
    detail: Partial<KubernetesClusterDetail> | undefined,
    over: Partial<SourceDetail> = {},
  ) {
    const source = {
      ...aClusterSource(over),
      revision: 7,
      asOf: minutesAgo(0),
      detail: detail && aClusterDetail(detail),
      ...over,
    };
    return renderCallboard(<Cluster source={source} />, {
      api: new FakeCallboardApi(),
    });
  }

  function rowOf(name: string) {
    return screen.getByRole('row', { name: new RegExp(`^${name}`) });
  }

  it.each([
    ['nothing', undefined],
    ['an older shape', { nodes: 3 }],
  ])('says that nothing is known where there is %s', async (_name, detail) => {
    await render(undefined, { detail });
    expect(
      screen.getByText('Nothing is known of the cluster itself'),
    ).toBeInTheDocument();
  });

  it('shows version, dashboard and capacity in numbers and words', async () => {
    await render({
      title: 'Production Europe',
      dashboardUrl: 'https://dashboard.example.com/',
    });
    const panel = screen.getByRole('region', { name: 'Production Europe' });
    expect(panel).toHaveTextContent('v1.34.1');
    expect(panel).toHaveTextContent('41.5 of 64 cores requested65 %room left');
    expect(panel).toHaveTextContent(
      '238 GiB of 256 GiB requested93 %nearly full',
    );
    expect(panel).toHaveTextContent('248 of 880 pods28 %room left');
    expect(
      within(panel).getByRole('link', { name: /^Dashboard/ }),
    ).toHaveAttribute('href', 'https://dashboard.example.com/');
  });

  it('says of nodes what is wrong with them in words', async () => {
    await render({
      nodes: [
        aNode({ name: 'n7', ready: false, since: minutesAgo(12) }),
        aNode({
          name: 'n8',
          cordoned: true,
          pressures: [{ type: 'MemoryPressure', message: 'memory is short' }],
        }),
      ],
      nodesCount: 2,
    });
    expect(rowOf('n7')).toHaveTextContent(/NotReadysince .*12 min/);
    expect(rowOf('n7')).toHaveTextContent('5.3 of 8');
    expect(rowOf('n7')).toHaveTextContent('31 of 110');
    expect(rowOf('n8')).toHaveTextContent('Ready');
    expect(rowOf('n8')).toHaveTextContent('MemoryPressurememory is short');
    expect(rowOf('n8')).toHaveTextContent('Cordonedtakes no new pods');
  });

  it('says that nodes may not be read, with what is missing', async () => {
    const none = { cpuMillis: 0, memoryBytes: 0, pods: 0 };
    await render({
      nodes: [],
      nodesCount: 0,
      allocatable: none,
      watches: [
        {
          resource: 'nodes',
          group: '',
          state: 'forbidden',
          message: 'We may not list nodes',
          objects: 0,
        },
      ],
    });
    const panel = screen.getByRole('region', { name: 'Nodes' });
    expect(panel).toHaveTextContent('Nodes may not be read');
    expect(panel).toHaveTextContent('We may not list nodes. Callboard works');
    expect(
      screen.getByText('Nodes are not known, so neither is what they offer.'),
    ).toBeInTheDocument();
    expect(screen.getByText('41.5 cores requested')).toBeInTheDocument();
    // What is not read in full is not said to be complete.
    expect(
      screen.getByText('No unclaimed workload is known'),
    ).toBeInTheDocument();
  });

  it('gives the line that claims a workload', async () => {
    await render({
      unclaimed: [
        {
          kind: 'Deployment',
          namespace: 'checkout',
          name: 'redis-exporter',
          desired: 1,
          ready: 1,
          createdAt: minutesAgo(3 * 24 * 60),
        },
        {
          kind: 'Deployment',
          namespace: 'checkout',
          name: 'prices',
          createdAt: minutesAgo(5),
          kubernetesId: 'price-calculator',
        },
      ],
    });
    expect(rowOf('redis-exporter')).toHaveTextContent('1 of 1');
    expect(rowOf('redis-exporter')).toHaveTextContent('3 d');
    expect(rowOf('redis-exporter')).toHaveTextContent(
      'backstage.io/kubernetes-id: redis-exporter',
    );
    expect(rowOf('prices')).toHaveTextContent(
      'backstage.io/kubernetes-id: price-calculator',
    );
    expect(rowOf('prices')).toHaveTextContent('It carries this label already');
    expect(
      screen.getByRole('button', {
        name: 'Copy the annotation for redis-exporter',
      }),
    ).toBeInTheDocument();
  });

  const MANY = {
    nodes: Array.from({ length: 14 }, (_, i) =>
      aNode({ name: `n${i}`, zone: i === 12 ? 'eu-1z' : 'eu-1a' }),
    ),
    nodesCount: 620,
  };

  it('shows long lists step by step', async () => {
    await render(MANY);
    const panel = screen.getByRole('region', { name: 'Nodes' });
    expect(panel).toHaveTextContent('10 of 620 shown.');
    await userEvent.click(within(panel).getByText('Show 4 more'));
    expect(panel).toHaveTextContent('14 of 620 shown.');
  });

  it('narrows long lists by typing, and says what it looked at', async () => {
    await render(MANY);
    const panel = screen.getByRole('region', { name: 'Nodes' });
    const filter = screen.getByLabelText('Filter the nodes');
    await userEvent.click(filter);
    await userEvent.paste('worker 1z');
    expect(panel).toHaveTextContent('1 of 1 shown.');
    expect(panel).toHaveTextContent('The filter looks at the first 14.');
    expect(within(panel).getByText('n12')).toBeInTheDocument();
    await userEvent.paste(' nothing');
    expect(panel).toHaveTextContent('Nothing matches.');
    await userEvent.keyboard('{Escape}');
    expect(filter).toHaveValue('');
  });

  it('says how each kind is watched, what is not as it should be first', async () => {
    await render({
      watches: [
        { resource: 'pods', group: '', state: 'watching', objects: 2_031 },
        {
          resource: 'events',
          group: '',
          state: 'watching',
          objects: 1,
          namespaces: ['a', 'b', 'c', 'd', 'e', 'f', 'g'],
        },
        {
          resource: 'jobs',
          group: 'batch',
          state: 'forbidden',
          message: 'We may not watch jobs',
          objects: 0,
        },
      ],
    });
    const panel = screen.getByRole('region', { name: 'Watched' });
    expect(
      within(panel)
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent),
    ).toEqual([
      'jobs.batchForbiddenWe may not watch jobs',
      'eventsWatching1 object, in 7 namespaces: a, b, c, d, e and 2 more',
      'podsWatching2,031 objects',
    ]);
    expect(panel).toHaveTextContent(/as of .*, changes arrive by themselves/);
  });

  it('says that a cluster which is not heard is shown as it was', async () => {
    await render({}, { state: 'unreachable', lastGoodAt: minutesAgo(30) });
    expect(
      screen.getByText(/^What follows is as it was last seen, /),
    ).toBeInTheDocument();
    const panel = screen.getByRole('region', { name: 'Watched' });
    expect(panel).toHaveTextContent(/not heard since/);
    expect(panel).toHaveTextContent(/Not heard[\d,]+ objects?/);
    expect(panel).not.toHaveTextContent('Watching');
  });

  it('lists the namespaces with what is in them', async () => {
    await render({
      namespaces: [
        {
          name: 'checkout',
          workloads: 12,
          unclaimed: 2,
          pods: 48,
          requested: { cpuMillis: 12_500, memoryBytes: 1024 ** 3, pods: 48 },
        },
      ],
    });
    expect(rowOf('checkout')).toHaveTextContent('checkout1224812.51 GiB');
  });
});
