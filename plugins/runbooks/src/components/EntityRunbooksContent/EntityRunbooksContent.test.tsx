import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type {
  MatchItem,
  Run,
  Runbook,
  RunbooksApi,
} from '@callboard/plugin-runbooks-common';
import {
  aRefusal,
  aRunbook,
  FakeRunbookStore,
} from '../../__testUtils__/FakeRunbookStore';
import {
  ENTITY_REF,
  matchesByCode,
  renderEntity,
} from '../../__testUtils__/renderEntity';
import { EntityRunbooksContent } from './EntityRunbooksContent';

const CRASH = {
  aspect: 'kubernetes',
  code: 'crash-loop',
  status: 'failing',
  message: 'Pods of checkout-api crash',
  params: { namespace: 'shop' },
};

const MEMORY = aRunbook({ state: 'published' });
const QUEUES = aRunbook({
  id: 'rb-2',
  title: 'All queues are full',
  entityRef: 'system:default/shop',
  state: 'published',
  version: 3,
  verifiedAt: '2026-11-20T10:00:00.000Z',
  verifiedBy: 'user:default/ana.lopez',
  lastRunAt: '2026-11-21T10:00:00.000Z',
  problems: [
    {
      code: 'review-due',
      message: 'Its review is due on 2026-12-01.',
      hint: 'Read it and set the next day.',
    },
  ],
});

const LINK: MatchItem = {
  runbook: {
    external: true,
    title: 'Wiki of checkout',
    url: 'https://wiki.example/checkout',
    entityRef: ENTITY_REF,
  },
  score: 40,
  because: ['A link of checkout-api'],
};

const FITS: MatchItem = {
  runbook: MEMORY,
  score: 85,
  because: ['Written for the finding crash-loop (45)'],
};

const RUN: Run = {
  id: 'run-1',
  runbookId: 'rb-1',
  runbookVersion: 7,
  title: 'Checkout out of memory',
  entityRef: ENTITY_REF,
  dryRun: false,
  params: {},
  steps: [
    { n: 1, title: 'Look', state: 'done', by: 'user:default/ana.lopez' },
    { n: 2, title: 'Act', state: 'open', by: 'user:default/ana.lopez' },
  ],
  startedAt: '2026-11-24T14:02:00.000Z',
  startedBy: 'user:default/mira.okafor',
  revision: 3,
};

function apiOf(
  runbooks: readonly Runbook[],
  change: Partial<RunbooksApi> = {},
): Partial<RunbooksApi> {
  const store = new FakeRunbookStore(...runbooks);
  return {
    getRunbooks: () => store.getRunbooks(),
    getRuns: () => store.getRuns(),
    matchAll: matchesByCode({}),
    ...change,
  };
}

const titles = (list: HTMLElement) =>
  within(list)
    .getAllByRole('listitem')
    .map(item => within(item).getAllByRole('link')[0].textContent);

describe('EntityRunbooksContent', () => {
  it('has what fits the findings of now first, with why', async () => {
    await renderEntity(<EntityRunbooksContent />, {
      api: apiOf([QUEUES, MEMORY], {
        matchAll: matchesByCode({ '': [LINK], 'crash-loop': [FITS, LINK] }),
      }),
      findings: [CRASH],
    });
    const fitting = await screen.findByRole('list', {
      name: 'For what is wrong now',
    });
    expect(titles(fitting)).toEqual(['Checkout out of memory']);
    expect(fitting).toHaveTextContent('Fits: Pods of checkout-api crash');
    expect(fitting).toHaveTextContent('Written for the finding crash-loop');
    expect(titles(screen.getByRole('list', { name: 'All others' }))).toEqual([
      'All queues are full',
      'Wiki of checkout, Opens in a new window',
    ]);
  });

  it('tells how far each can be trusted', async () => {
    await renderEntity(<EntityRunbooksContent />, {
      api: apiOf([MEMORY, QUEUES], { matchAll: matchesByCode({ '': [LINK] }) }),
    });
    const list = await screen.findByRole('list', { name: 'Runbooks' });
    const [queues, memory, wiki] = within(list).getAllByRole('listitem');
    expect(queues).toHaveTextContent('verified by Ana Lopez');
    expect(queues).toHaveTextContent('last run');
    expect(queues).toHaveTextContent('version 3');
    expect(queues).toHaveTextContent('inherited from shop');
    expect(memory).toHaveTextContent('not verified');
    expect(memory).toHaveTextContent('never run');
    expect(memory).toHaveTextContent('owner team-checkout');
    expect(wiki).toHaveTextContent('external');
  });

  it('says what to do about a problem where it has the focus', async () => {
    await renderEntity(<EntityRunbooksContent />, { api: apiOf([QUEUES]) });
    const chip = await screen.findByText('Review due');
    await userEvent.tab();
    act(() => chip.focus());
    expect(await screen.findByRole('tooltip')).toHaveTextContent(
      'Its review is due on 2026-12-01. Read it and set the next day.',
    );
  });

  it('tells of a version that waits for a review, and whose it is', async () => {
    const waiting = {
      version: 4,
      savedAt: '2026-11-26T03:00:00.000Z',
      savedBy: 'user:default/priya.nair',
    };
    await renderEntity(<EntityRunbooksContent />, {
      api: apiOf([MEMORY, { ...QUEUES, waiting }]),
    });
    await userEvent.hover(await screen.findByText('Version 4 waits'));
    expect(await screen.findByRole('tooltip')).toHaveTextContent(
      /^Version 4, saved by Priya Nair, .*, waits for a review\. Version 3 is in force\.$/,
    );
  });

  it('opens a runbook with the values of the finding', async () => {
    await renderEntity(<EntityRunbooksContent />, {
      api: apiOf([MEMORY], {
        matchAll: matchesByCode({ 'crash-loop': [FITS] }),
      }),
      findings: [CRASH],
    });
    const open = await screen.findByRole('link', {
      name: 'Checkout out of memory',
    });
    const { pathname, searchParams } = new URL(
      open.getAttribute('href') ?? '',
      'http://localhost',
    );
    expect(pathname).toBe('/runbooks/rb-1');
    expect(Object.fromEntries(searchParams)).toMatchObject({
      entityRef: ENTITY_REF,
      code: 'crash-loop',
      'p.namespace': 'shop',
    });
  });

  it('starts a run for the finding and goes to it', async () => {
    const started: unknown[] = [];
    await renderEntity(<EntityRunbooksContent />, {
      api: apiOf([MEMORY], {
        matchAll: matchesByCode({ 'crash-loop': [FITS] }),
        startRun: async (id, start) => {
          started.push([id, start]);
          return RUN;
        },
      }),
      findings: [CRASH],
    });
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Start a run of Checkout out of memory',
      }),
    );
    expect(await screen.findByText('run mode')).toBeInTheDocument();
    expect(started).toEqual([
      [
        'rb-1',
        {
          id: expect.any(String),
          entityRef: ENTITY_REF,
          params: { namespace: 'shop' },
          finding: CRASH,
        },
      ],
    ]);
  });

  it('says why a run did not start', async () => {
    const refusal = await aRefusal(403, 'It takes runbooks.run');
    await renderEntity(<EntityRunbooksContent />, {
      api: apiOf([MEMORY], { startRun: async () => Promise.reject(refusal) }),
    });
    await userEvent.click(
      await screen.findByRole('button', { name: /^Start a run/ }),
    );
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'It takes runbooks.run.',
    );
  });

  it('tells who is on which step of a run that goes on', async () => {
    await renderEntity(<EntityRunbooksContent />, {
      api: apiOf([MEMORY], { getRuns: async () => ({ items: [RUN] }) }),
    });
    expect(
      await screen.findByRole('link', {
        name: 'Ana Lopez is on step 2 of Checkout out of memory',
      }),
    ).toHaveAttribute('href', '/runbooks/runs/run-1');
  });

  it('offers to write one for what no runbook fits', async () => {
    await renderEntity(<EntityRunbooksContent />, {
      api: apiOf([QUEUES]),
      findings: [CRASH],
    });
    const said = await screen.findByText(
      'No runbook is written for what is wrong now.',
    );
    const write = screen
      .getAllByRole('button', { name: 'Write a runbook' })
      .map(button => button.getAttribute('href'));
    expect(said).toBeInTheDocument();
    expect(write).toContain(
      `/runbooks/new?entityRef=${encodeURIComponent(
        ENTITY_REF,
      )}&aspect=kubernetes&code=crash-loop`,
    );
  });

  it('does without findings where they cannot be had', async () => {
    await renderEntity(<EntityRunbooksContent />, {
      api: apiOf([MEMORY]),
      findings: new Error('The board is away'),
    });
    expect(
      await screen.findByRole('list', { name: 'Runbooks' }),
    ).toBeInTheDocument();
  });

  it('says what a runbook is for where there is none', async () => {
    await renderEntity(<EntityRunbooksContent />, { api: apiOf([]) });
    expect(await screen.findByText('No runbooks yet')).toBeInTheDocument();
    expect(
      await screen.findByRole('button', { name: 'Write a runbook' }),
    ).toHaveAttribute(
      'href',
      `/runbooks/new?entityRef=${encodeURIComponent(ENTITY_REF)}`,
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Import runbooks' }),
    );
    expect(await screen.findByRole('dialog')).toBeInTheDocument();
  });

  it('offers nothing that the viewer may not do', async () => {
    await renderEntity(<EntityRunbooksContent />, {
      api: apiOf([aRunbook({ entityRef: 'component:default/guarded' })]),
      entityName: 'guarded',
      denied: ['runbooks.create', 'runbooks.run'],
    });
    expect(
      await screen.findByRole('button', { name: /^Open/ }),
    ).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /^Start a run/ })).toBeNull();
    expect(
      screen.queryByRole('button', { name: 'Write a runbook' }),
    ).toBeNull();
  });

  it.each([
    [403, 'You may not read runbooks here'],
    [404, 'Runbooks are not there'],
  ])('says what a %d means', async (status, said) => {
    const refusal = await aRefusal(status, 'No');
    await renderEntity(<EntityRunbooksContent />, {
      api: apiOf([], { getRunbooks: async () => Promise.reject(refusal) }),
    });
    expect(await screen.findByText(said)).toBeInTheDocument();
  });

  it('tries again where they could not be loaded', async () => {
    const answers = [Promise.reject(await aRefusal(503, 'Not now'))];
    answers[0].catch(() => {});
    const api = apiOf([MEMORY]);
    await renderEntity(<EntityRunbooksContent />, {
      api: {
        ...api,
        getRunbooks: query => answers.pop() ?? api.getRunbooks!(query),
      },
    });
    expect(await screen.findByText('Not now.')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Try now' }));
    expect(
      await screen.findByRole('list', { name: 'Runbooks' }),
    ).toBeInTheDocument();
  });
});
