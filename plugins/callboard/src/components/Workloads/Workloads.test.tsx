import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Observation } from '@callboard/plugin-callboard-common';
import {
  aFinding,
  anObservation,
  minutesAgo,
  NOW_MS,
} from '../../__testUtils__/builders';
import { FakeCallboardApi } from '../../__testUtils__/FakeCallboardApi';
import {
  aFailingWorkload,
  aKubernetesDetail,
  aKubernetesObservation,
  aPod,
  aWorkload,
} from '../../__testUtils__/kubernetesBuilders';
import { renderCallboard } from '../../__testUtils__/renderCallboard';
import { Workloads } from './Workloads';

describe('Workloads', () => {
  beforeEach(() => {
    jest.spyOn(Date, 'now').mockReturnValue(NOW_MS);
  });

  afterEach(() => {
    jest.restoreAllMocks();
  });

  const render = (...observations: Observation[]) =>
    renderCallboard(<Workloads observations={observations} />, {
      api: new FakeCallboardApi(),
    });

  function withWorkloads(
    ...workloads: ReturnType<typeof aWorkload>[]
  ): Observation {
    return aKubernetesObservation({ detail: aKubernetesDetail({ workloads }) });
  }

  function rowOf(name: string) {
    return screen.getByRole('row', { name: new RegExp(name) });
  }

  it('is not there where no cluster is observed', async () => {
    await render(anObservation());
    expect(screen.queryByText('Workloads')).toBeNull();
  });

  it('says of each workload how much of its promise is kept, and in which version', async () => {
    await render(
      withWorkloads(
        aFailingWorkload(),
        aWorkload({ name: 'checkout-worker', canary: true }),
      ),
    );
    const failing = rowOf('checkout-api Deployment');
    expect(failing).toHaveTextContent('2 of 6');
    expect(failing).toHaveTextContent('v42, v41');
    expect(failing).toHaveTextContent('23');
    expect(failing).toHaveTextContent('Failing');
    expect(failing).toHaveTextContent('rolling out v41 33 %');
    const canary = rowOf('checkout-worker');
    expect(canary).toHaveTextContent('OK');
    expect(within(canary).getByText('canary')).toBeInTheDocument();
    expect(within(canary).queryByRole('button', { name: /^Why/ })).toBeNull();
  });

  it('heads each cluster with where, how fresh, and whether it counts', async () => {
    await render(
      aKubernetesObservation(),
      aKubernetesObservation({ cluster: 'staging', production: false }),
      aKubernetesObservation({
        cluster: 'prod-us',
        stale: true,
        observedAt: minutesAgo(96),
        staleMessage: '401: the token expired',
      }),
    );
    const heads = screen
      .getAllByRole('rowheader')
      .map(({ textContent }) => textContent ?? '');
    expect(heads).toContainEqual(
      expect.stringMatching(
        /^prod-eu, namespace shop, watched, seen \d\d:39:58$/,
      ),
    );
    expect(heads).toContainEqual(
      expect.stringMatching(
        /^prod-us, .*stale, seen .*: 401: the token expired/,
      ),
    );
    expect(heads).toContainEqual(
      expect.stringMatching(
        /^staging, .*non-production: failing counts as warning$/,
      ),
    );
    expect(screen.getByText('3 clusters')).toBeInTheDocument();
  });

  it('says why a cluster tells nothing, and leads to it', async () => {
    await render(
      aKubernetesObservation({
        cluster: 'prod-us',
        status: 'unknown',
        observedAt: undefined,
        detail: {},
        findings: [
          aFinding({
            status: 'unknown',
            message: 'We may not read prod-us: the token expired',
            hint: 'Put in a new one',
          }),
        ],
      }),
    );
    expect(
      screen.getByText(/^We may not read prod-us: the token expired\. Put in/),
    ).toBeInTheDocument();
    expect(
      screen.getByText('No details are known of this cluster.'),
    ).toBeInTheDocument();
    expect(
      await screen.findByRole('link', { name: 'See kubernetes/prod-us' }),
    ).toHaveAttribute('href', '/callboard/sources/kubernetes/prod-us');
  });

  it('folds clusters that have nothing of it into one line', async () => {
    const absent = { absent: true, status: 'unknown', detail: {} } as const;
    await render(
      aKubernetesObservation(),
      aKubernetesObservation({ cluster: 'prod-us', ...absent }),
      aKubernetesObservation({ cluster: 'prod-ap', ...absent }),
    );
    expect(
      screen.getByText('Nothing of it in prod-ap, prod-us.'),
    ).toBeInTheDocument();
    expect(screen.getByText('1 cluster')).toBeInTheDocument();
  });

  it('names kinds that may not be read, with what is missing', async () => {
    await render(
      aKubernetesObservation({
        detail: aKubernetesDetail({
          unreadable: [
            {
              resource: 'pods',
              reason: 'forbidden',
              message: 'we may not list them',
            },
          ],
        }),
      }),
    );
    expect(
      screen.getByText('pods cannot be read here: we may not list them'),
    ).toBeInTheDocument();
  });

  it('never shows a tick for what nobody knows any more', async () => {
    await render(aKubernetesObservation({ stale: true, status: 'unknown' }));
    const row = rowOf('checkout-api');
    expect(row).toHaveTextContent('Unknown');
    expect(row).toHaveTextContent('OK when last seen');
  });

  it('says what is better now, and that it counts once it lasts', async () => {
    const { kind, namespace, name } = aWorkload();
    const findings = [
      aFinding({ params: { kind, namespace, workload: name } }),
    ];
    await render(aKubernetesObservation({ status: 'failing', findings }));
    const row = rowOf(name);
    expect(row).toHaveTextContent(/Failing.*now: .*; counts once it lasts/);
    await userEvent.click(
      within(row).getByRole('button', { name: /^Why is .* Failing\?/ }),
    );
    expect(await screen.findByRole('dialog')).toHaveTextContent(
      'Its status follows once that has lasted.',
    );
  });

  it('opens a row by keyboard to everything about the workload', async () => {
    await render(withWorkloads(aFailingWorkload()));
    const toggle = screen.getByRole('button', {
      name: 'Details of Deployment checkout-api',
    });
    expect(toggle).toHaveAttribute('aria-expanded', 'false');
    toggle.focus();
    await userEvent.keyboard('{Enter}');
    expect(toggle).toHaveAttribute('aria-expanded', 'true');
    expect(screen.getByText('6 wanted, 5 have to serve')).toBeInTheDocument();
    expect(
      screen.getByRole('button', { name: 'Copy the image of api' }),
    ).toBeInTheDocument();
    const pods = screen.getByRole('table', { name: 'Pods' });
    expect(
      within(pods)
        .getAllByRole('rowheader')
        .map(({ textContent }) => textContent),
    ).toEqual([
      'checkout-api-7d9f8b6c5-x2x8kon n7',
      'checkout-api-5c7d4f9b8-ab12con n2',
    ]);
    expect(pods).toHaveTextContent('CrashLoopBackOff');
    expect(
      screen.getByText('Pods, 2 of 6 shown, what is not well first'),
    ).toBeInTheDocument();
    expect(screen.getByText(/^Back-off restarting/)).toBeInTheDocument();
    expect(
      screen.getByText('Pod checkout-api-7d9f8b6c5-x2x8k and 3 more'),
    ).toBeInTheDocument();
    expect(screen.getByText('61 times')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: /^Dashboard/ })).toHaveAttribute(
      'href',
      'https://dashboard.example.com/deployment/shop/checkout-api',
    );
    expect(
      screen.getByRole('button', {
        name: 'Copy the command: what Kubernetes knows of it',
      }),
    ).toBeInTheDocument();
    await userEvent.keyboard('{Enter}');
    expect(screen.queryByText('Recent warnings')).toBeNull();
  });

  it('says when a schedule ran and runs next', async () => {
    await render(
      withWorkloads(
        aWorkload({
          kind: 'CronJob',
          name: 'cart-cleanup',
          replicas: undefined,
          schedule: {
            schedule: '0 * * * *',
            timeZone: 'Europe/Berlin',
            suspended: false,
            lastAt: minutesAgo(40),
            nextAt: minutesAgo(-20),
          },
        }),
      ),
    );
    const row = rowOf('cart-cleanup');
    expect(row).toHaveTextContent(/last \d\d:00/);
    expect(row).toHaveTextContent(/next \d\d:00/);
    await userEvent.click(
      screen.getByRole('button', { name: 'Details of CronJob cart-cleanup' }),
    );
    expect(screen.getByText('0 * * * * (Europe/Berlin)')).toBeInTheDocument();
    expect(screen.getByText('never')).toBeInTheDocument();
  });

  it('shows a custom resource beside the workloads, with what it says of itself', async () => {
    await render(
      withWorkloads(
        aWorkload({
          kind: 'Certificate',
          resource: 'certificates.cert-manager.io',
          name: 'checkout-tls',
          status: 'warning',
          summary: 'not ready',
          replicas: undefined,
          versions: [],
          images: [],
          pods: [],
          podsCount: 0,
        }),
      ),
    );
    const row = rowOf('checkout-tls');
    expect(row).toHaveTextContent('Certificate');
    expect(row).toHaveTextContent('not ready');
  });

  it('says why a workload is not green by its own rule', async () => {
    await render(withWorkloads(aFailingWorkload()));
    await userEvent.click(
      screen.getByRole('button', {
        name: 'Why is Deployment checkout-api Failing?',
      }),
    );
    const dialog = await screen.findByRole('dialog', {
      name: 'Why not green: Deployment checkout-api',
    });
    expect(dialog).toHaveTextContent('2 of 6 serve, 5 are needed');
    expect(dialog).toHaveTextContent('May be missing (maxUnavailable)');
    expect(dialog).toHaveTextContent(
      'Green again with 5 or more pods for 2 min.',
    );
  });

  it('shows many workloads step by step', async () => {
    const workloads = Array.from({ length: 11 }, (_, i) =>
      aWorkload({ name: `web-${i}` }),
    );
    await render(
      aKubernetesObservation({
        detail: aKubernetesDetail({ workloads, workloadsCount: 120 }),
      }),
    );
    expect(
      screen.getByText('10 of 120 shown, what is not well first.'),
    ).toBeInTheDocument();
    await userEvent.click(screen.getByText('Show 1 more'));
    expect(
      screen.getByText('11 of 120 shown, what is not well first.'),
    ).toBeInTheDocument();
  });

  it('shows many pods step by step', async () => {
    const pods = Array.from({ length: 8 }, (_, i) =>
      aPod({ name: `web-${i}` }),
    );
    await render(withWorkloads(aWorkload({ pods, podsCount: 50 })));
    await userEvent.click(screen.getByText('checkout-api'));
    expect(screen.getByText(/^Pods, 6 of 50 shown/)).toBeInTheDocument();
    await userEvent.click(screen.getByText('Show 2 more'));
    expect(screen.getByText(/^Pods, 8 of 50 shown/)).toBeInTheDocument();
  });
});
