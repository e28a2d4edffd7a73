import { useLocation } from 'react-router-dom';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { mockApis, TestApiProvider } from '@backstage/test-utils';
import {
  aRefusal,
  aRunbook,
  FakeRunbookStore,
} from '../../__testUtils__/FakeRunbookStore';
import { FakeRuns, runsApi } from '../../__testUtils__/FakeRuns';
import { renderAt } from '../../__testUtils__/renderEditor';
import type { FindingSnapshot, Run } from '@callboard/plugin-runbooks-common';
import { runbookFindingsApiRef } from '../../api/runbookFindingsApiRef';
import { RunbookPage } from './RunbookPage';

const TEXT = `## Impact

Nobody can pay.

## Diagnosis

### Look at the pods

\`\`\`sh
kubectl --context {{cluster}} -n {{namespace}} get pods
\`\`\`

### Read the logs

Read them.

## Escalation

Call Jonas Weber.
`;

function Address() {
  return <output data-testid="address">{useLocation().search}</output>;
}

const ALLOW_ALL = mockApis.permission({ authorize: AuthorizeResult.ALLOW });

const RUNBOOK = aRunbook({ content: TEXT, state: 'published' });

async function open(
  options: {
    runbook?: typeof RUNBOOK;
    query?: string;
    store?: FakeRunbookStore;
    findings?: FindingSnapshot[];
  } = {},
) {
  const { runbook = RUNBOOK, query = '' } = options;
  const store = options.store ?? new FakeRunbookStore(runbook);
  const runs = new FakeRuns();
  const archived: string[] = [];
  const page = (
    <TestApiProvider
      apis={[
        [permissionApiRef, ALLOW_ALL],
        [runbookFindingsApiRef, { getFindings: async () => options.findings }],
      ]}
    >
      <RunbookPage />
      <Address />
    </TestApiProvider>
  );
  await renderAt(page, {
    api: {
      ...runsApi(runs),
      getRunbook: runbookId => store.getRunbook(runbookId),
      getRuns: store.getRuns.bind(store),
      archiveRunbook: async id => void archived.push(id),
    },
    route: '/runbooks/:id',
    path: `/runbooks/rb-1${query}`,
  });
  return { runs, archived };
}

const FROM_FINDING =
  '?code=crash-loop&aspect=kubernetes&p.cluster=prod-eu&p.namespace=shop';

describe('RunbookPage', () => {
  it.each`
    savedBy                       | says                                                        | leads
    ${'user:default/priya.nair'}  | ${/Saved by Priya Nair, .*Look at what it changes/}         | ${'Review'}
    ${'user:default/mira.okafor'} | ${/Saved by Mira Okafor, .*Somebody other than its author/} | ${'What it changes'}
  `(
    'says what waits for a review, and leads there: $leads',
    async ({ savedBy, says, leads }) => {
      await open({
        runbook: {
          ...RUNBOOK,
          version: 4,
          waiting: {
            version: 5,
            savedAt: '2026-11-26T03:00:00.000Z',
            savedBy,
          },
        },
      });
      expect(await screen.findByRole('link', { name: leads })).toHaveAttribute(
        'href',
        expect.stringContaining('/history?from=4&to=5'),
      );
      expect(
        screen.getByText('Version 5 waits for a review.').parentElement,
      ).toHaveTextContent(says);
    },
  );

  it('fills the values of the finding into the commands', async () => {
    await open({ query: FROM_FINDING });
    expect(
      await screen.findByText('You act on prod-eu, namespace shop'),
    ).toBeVisible();
    expect(
      screen.getByRole('button', {
        name: 'Copy kubectl --context prod-eu -n shop get pods',
      }),
    ).toBeEnabled();
  });

  it('says which finding the values are of, and since when', async () => {
    await open({ query: `${FROM_FINDING}&since=2020-03-04T13:59:00Z` });
    expect(
      await screen.findByText(/from the finding crash-loop, since 4 Mar/),
    ).toBeVisible();
  });

  it.each([
    ['', 'orders', 'shop'],
    ['?p.namespace=pay&p.queue=late', 'late', 'pay'],
  ])('fills in what it declares itself, but for %s', async (query, q, ns) => {
    const content = `---
params:
  - { name: queue, default: orders }
  - { name: ns, default: shop }
---

## Diagnosis

### Count

\`\`\`sh
kubectl -n {{ns}} get queue <queue>
\`\`\`
`;
    await open({ query, runbook: { ...RUNBOOK, content } });
    expect(
      await screen.findByRole('button', {
        name: `Copy kubectl -n ${ns} get queue ${q}`,
      }),
    ).toBeEnabled();
  });

  it('takes a changed target before what was typed', async () => {
    await open({ query: '?p.cluster=prod-eu' });
    await userEvent.type(
      await screen.findByRole('textbox', { name: 'namespace' }),
      'typed',
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Change target' }),
    );
    const dialog = await screen.findByRole('dialog');
    await userEvent.type(within(dialog).getByLabelText('namespace'), 'pay');
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Use these' }),
    );
    expect(
      await screen.findByRole('button', {
        name: 'Copy kubectl --context prod-eu -n pay get pods',
      }),
    ).toBeInTheDocument();
  });

  it('reads again when it is asked to', async () => {
    const store = new FakeRunbookStore(RUNBOOK);
    const read = store.getRunbook.bind(store);
    const refusal = await aRefusal(500, 'no');
    store.getRunbook = async () => {
      throw refusal;
    };
    await open({ store });
    await screen.findByText('The runbook cannot be read');
    store.getRunbook = read;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(
      await screen.findByRole('heading', { name: RUNBOOK.title }),
    ).toBeVisible();
  });

  it('shows sections and steps, and a way to each', async () => {
    await open();
    const contents = await screen.findByRole('navigation', {
      name: 'Contents',
    });
    expect(
      within(contents)
        .getAllByRole('link')
        .map(({ textContent }) => textContent),
    ).toEqual([
      'Impact',
      'Diagnosis',
      '1. Look at the pods',
      '2. Read the logs',
      'Escalation',
    ]);
    within(contents)
      .getAllByRole('link')
      .forEach(link =>
        expect(
          document.getElementById(link.getAttribute('href')?.slice(1) ?? ''),
        ).toBeVisible(),
      );
    expect(screen.getByText('Nobody can pay.')).toBeVisible();
    expect(screen.getByText('Call Jonas Weber.')).toBeVisible();
  });

  it.each([
    ['#step-2', /Read the logs/],
    ['#escalation', /^Escalation$/],
    ['#heading-impact', /^Impact$/],
  ])('goes to what the address names: %s', async (hash, words) => {
    const scrolled: Element[] = [];
    Element.prototype.scrollIntoView = function scroll() {
      scrolled.push(this);
    };
    await open({ query: `${FROM_FINDING}${hash}` });
    await screen.findByText('Nobody can pay.');
    expect(document.activeElement).toHaveTextContent(words);
    expect(scrolled).toEqual([document.activeElement]);
  });

  it('copies the address of a step', async () => {
    const user = userEvent.setup();
    const written = jest.spyOn(navigator.clipboard, 'writeText');
    await open();
    await user.click(
      await screen.findByRole('link', { name: 'Address of step 2' }),
    );
    expect(
      await screen.findByText('The address of step 2 is copied'),
    ).toBeVisible();
    expect(written).toHaveBeenCalledWith(expect.stringMatching(/#step-2$/));
  });

  it('takes another target, and keeps it in the address', async () => {
    await open({ query: FROM_FINDING });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Change target' }),
    );
    const dialog = await screen.findByRole('dialog');
    const field = within(dialog).getByLabelText('namespace');
    await userEvent.clear(field);
    await userEvent.type(field, 'payments');
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Use these' }),
    );
    expect(
      await screen.findByText('You act on prod-eu, namespace payments'),
    ).toBeInTheDocument();
    const address = new URLSearchParams(
      screen.getByTestId('address').textContent ?? '',
    );
    expect(Object.fromEntries(address)).toEqual({
      code: 'crash-loop',
      aspect: 'kubernetes',
      'p.cluster': 'prod-eu',
      'p.namespace': 'payments',
    });
  });

  it.each([
    ['Start run', undefined],
    ['Dry run', true],
  ])('%s begins with the finding and its values', async (button, dryRun) => {
    const { runs } = await open({ query: FROM_FINDING });
    await userEvent.click(await screen.findByRole('button', { name: button }));
    expect(await screen.findByText('another page')).toBeInTheDocument();
    const [start] = runs.started;
    expect(start.dryRun).toBe(dryRun);
    expect(start.params).toEqual({ cluster: 'prod-eu', namespace: 'shop' });
    expect(start.finding).toMatchObject({ code: 'crash-loop' });
    expect(start.entityRef).toBe(RUNBOOK.entityRef);
  });

  it('reports a step that is wrong in one tap', async () => {
    const { runs } = await open();
    await userEvent.click(
      await screen.findByRole('button', { name: 'Step 2 is wrong' }),
    );
    expect(
      await screen.findByText('The team sees that step 2 is wrong'),
    ).toBeVisible();
    expect(runs.reported).toEqual([2]);
  });

  it('asks before it archives', async () => {
    const { archived } = await open();
    await userEvent.click(
      await screen.findByRole('button', { name: 'Archive' }),
    );
    expect(archived).toEqual([]);
    const dialog = await screen.findByRole('dialog');
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Archive' }),
    );
    await waitFor(() => expect(archived).toEqual(['rb-1']));
  });

  it.each([
    ['draft', /This is a draft/],
    ['archived', /This runbook is archived/],
  ] as const)('says what a %s one is', async (state, words) => {
    await open({ runbook: { ...RUNBOOK, state } });
    expect(await screen.findByText(words)).toBeVisible();
  });

  it('says what is wrong with the service now, where the portal watches it', async () => {
    await open({
      findings: [
        { code: 'crash-loop', status: 'failing', message: 'It crashes' },
      ],
    });
    const panel = await screen.findByRole('region', {
      name: 'State of the service',
    });
    expect(panel).toHaveTextContent('It crashes');
    expect(
      within(panel).getByRole('link', { name: 'Open checkout-api' }),
    ).toBeVisible();
  });

  it('says how long runs usually take, and how the last ones went', async () => {
    const took = (minutes: number): Run => ({
      id: `run-${minutes}`,
      runbookId: RUNBOOK.id,
      runbookVersion: 1,
      title: RUNBOOK.title,
      entityRef: RUNBOOK.entityRef,
      dryRun: false,
      params: {},
      steps: [],
      startedAt: '2026-11-12T14:00:00.000Z',
      startedBy: 'user:default/ana',
      finishedAt: `2026-11-12T14:0${minutes}:00.000Z`,
      outcome: 'fixed',
      revision: 1,
    });
    const runbook = { ...RUNBOOK, runsCount: 3, helpedCount: 3 };
    const store = new FakeRunbookStore(runbook);
    store.getRuns = async () => ({ items: [took(2), took(9), took(4)] });
    await open({ store });
    expect(
      await screen.findByText('Helped in 3 of 3 runs, usually 4 min'),
    ).toBeVisible();
    expect(screen.getAllByText(/Fixed, \d min/)).toHaveLength(3);
  });

  it('lists what its team should look at, with what to do', async () => {
    await open({
      runbook: {
        ...RUNBOOK,
        problems: [
          {
            code: 'never-verified',
            message: 'Nobody but its author went through it.',
            hint: 'Make a dry run.',
          },
        ],
      },
    });
    const panel = await screen.findByRole('region', {
      name: 'What its team should look at',
    });
    expect(panel).toHaveTextContent('Nobody but its author went through it.');
    expect(panel).toHaveTextContent('Make a dry run.');
  });

  it('shows hostile values as text, and fills in none that could do more', async () => {
    const value = '<img src=x onerror=alert(1)>';
    await open({ query: `?p.namespace=${encodeURIComponent(value)}` });
    expect(
      await screen.findByText(`You act on namespace ${value}`),
    ).toBeVisible();
    expect(document.querySelector('img')).toBeNull();
    expect(
      screen.getByRole('button', {
        name: `Copy kubectl --context {{cluster}} -n '${value}' get pods`,
      }),
    ).toBeInTheDocument();
  });

  it.each([
    [404, 'There is no such runbook'],
    [403, 'You may not read runbooks'],
    [500, 'The runbook cannot be read'],
  ])('says why there is nothing: %i', async (status, title) => {
    const store = new FakeRunbookStore();
    const refusal = await aRefusal(status, 'no');
    store.getRunbook = async () => {
      throw refusal;
    };
    await open({ store });
    expect(await screen.findByText(title)).toBeVisible();
  });
});
