import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { TestApiProvider } from '@backstage/test-utils';
import type { FindingSnapshot } from '@callboard/plugin-runbooks-common';
import {
  aRefusal,
  aRunbook,
  FakeRunbookStore,
} from '../../__testUtils__/FakeRunbookStore';
import { aRun, FakeRuns, runsApi } from '../../__testUtils__/FakeRuns';
import { renderAt } from '../../__testUtils__/renderEditor';
import { runbookFindingsApiRef } from '../../api/runbookFindingsApiRef';
import { RunPage } from './RunPage';

const TEXT = `## Diagnosis

1. Look (5 min)

   \`\`\`sh
   kubectl --context {{cluster}} -n {{namespace}} get pods
   \`\`\`

2. Drain

## Escalation

Call Jonas Weber.
`;

async function open(runs = new FakeRuns(), findings?: FindingSnapshot[]) {
  const store = new FakeRunbookStore(aRunbook({ content: TEXT }));
  const api = {
    ...runsApi(runs),
    getVersion: store.getVersion.bind(store),
    getRunbook: store.getRunbook.bind(store),
    getRuns: store.getRuns.bind(store),
  };
  const page = findings ? (
    <TestApiProvider
      apis={[[runbookFindingsApiRef, { getFindings: async () => findings }]]}
    >
      <RunPage />
    </TestApiProvider>
  ) : (
    <RunPage />
  );
  await renderAt(page, {
    api,
    route: '/runbooks/runs/:id',
    path: `/runbooks/runs/${runs.run.id}`,
  });
  return runs;
}

const step = (name: string) =>
  screen.findByRole('listitem', { name: new RegExp(`^${name}`) });

describe('RunPage', () => {
  it('says where one acts, and gives buttons to the step to do now', async () => {
    await open();
    expect(
      await screen.findByText('You act on prod-eu, namespace shop'),
    ).toBeInTheDocument();
    const first = await step('Look');
    expect(first).toHaveAttribute('aria-current', 'step');
    expect(within(first).getByRole('button', { name: 'Done' })).toBeEnabled();
    expect(
      await within(first).findByRole('button', {
        name: 'Copy kubectl --context prod-eu -n shop get pods',
      }),
    ).toBeEnabled();
    expect(
      within(await step('Drain')).queryByRole('button', { name: 'Done' }),
    ).not.toBeInTheDocument();
  });

  it('ticks a step off by button and by key', async () => {
    const runs = await open();
    await step('Look');
    await userEvent.keyboard('d');
    await waitFor(() => expect(runs.run.steps[0].state).toBe('done'));
    await waitFor(async () =>
      expect(await step('Drain')).toHaveAttribute('aria-current', 'step'),
    );
    expect(await screen.findByText(/^1 of 2 steps handled/)).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Done' }));
    await waitFor(() => expect(runs.run.steps[1].state).toBe('done'));
  });

  it('ticks off no more than one step by a key that is held down', async () => {
    const runs = await open();
    await step('Look');
    fireEvent.keyDown(document.body, { key: 'd' });
    fireEvent.keyDown(document.body, { key: 'd', repeat: true });
    await waitFor(async () =>
      expect(await step('Drain')).toHaveAttribute('aria-current', 'step'),
    );
    fireEvent.keyDown(document.body, { key: 'd', repeat: true });
    expect(await screen.findByText(/^1 of 2 steps handled/)).toBeVisible();
    expect(runs.run.revision).toBe(2);
  });

  it('leaves a step to its form while that is open, wherever the focus is', async () => {
    const runs = await open();
    await step('Look');
    await userEvent.keyboard('n');
    await userEvent.type(await screen.findByLabelText('Note'), 'dnsc');
    await userEvent.tab();
    await userEvent.tab();
    expect(screen.getByRole('button', { name: 'Save' })).toHaveFocus();
    await userEvent.keyboard('ds');
    expect(runs.run.revision).toBe(1);
    expect(screen.getByLabelText('Note')).toHaveValue('dnsc');
  });

  it('wants a reason for what is skipped, and acts on no key meanwhile', async () => {
    const runs = await open();
    await step('Look');
    await userEvent.keyboard('s');
    const save = await screen.findByRole('button', { name: 'Save' });
    expect(save).toBeDisabled();
    await userEvent.type(screen.getByLabelText('Why?'), 'done before');
    await userEvent.click(save);
    await waitFor(() =>
      expect(runs.run.steps[0]).toMatchObject({
        state: 'skipped',
        note: 'done before',
      }),
    );
  });

  it('refuses evidence that is too long', async () => {
    await open();
    await step('Look');
    await userEvent.keyboard('n');
    const evidence = await screen.findByLabelText('What was seen');
    await userEvent.click(evidence);
    await userEvent.paste('x'.repeat(64 * 1024 + 1));
    expect(screen.getByText(/longer than 64 KiB/)).toBeVisible();
    expect(screen.getByRole('button', { name: 'Save' })).toBeDisabled();
  });

  it('says what was not saved, and sends it again', async () => {
    const runs = new FakeRuns();
    runs.faults.push(new TypeError('Failed to fetch'));
    await open(runs);
    await step('Look');
    await userEvent.keyboard('d');
    expect(
      await screen.findByText('Not saved: Failed to fetch.'),
    ).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(runs.run.steps[0].state).toBe('done'));
    await waitFor(() =>
      expect(screen.queryByText(/^Not saved/)).not.toBeInTheDocument(),
    );
  });

  it('keeps what was typed where it was not saved', async () => {
    const runs = new FakeRuns();
    runs.faults.push(new TypeError('Failed to fetch'));
    await open(runs);
    await step('Look');
    await userEvent.keyboard('n');
    await userEvent.type(await screen.findByLabelText('Note'), 'no luck');
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    await screen.findByText('Not saved: Failed to fetch.');
    expect(screen.getByLabelText('Note')).toHaveValue('no luck');
  });

  it('calls for help when the time of a step is over', async () => {
    await open(
      new FakeRuns(
        aRun({ startedAt: new Date(Date.now() - 10 * 60_000).toISOString() }),
      ),
    );
    const help = await screen.findByRole('region', { name: 'Escalate' });
    expect(help).toHaveTextContent(/was over at .*: escalate now/);
    expect(help).toHaveTextContent('Call Jonas Weber.');
  });

  it('reports a step that is wrong in one tap', async () => {
    const runs = await open();
    await step('Look');
    await userEvent.click(
      screen.getByRole('button', { name: 'Step 1 is wrong' }),
    );
    expect(
      await screen.findByText('The team sees that step 1 is wrong'),
    ).toBeVisible();
    expect(runs.reported).toEqual([1]);
  });

  it('asks how it ended, and is evidence from then on', async () => {
    const runs = await open();
    await step('Look');
    await userEvent.click(screen.getByRole('button', { name: 'Finish run' }));
    const dialog = await screen.findByRole('dialog');
    const finish = within(dialog).getByRole('button', { name: 'Finish run' });
    expect(finish).toBeDisabled();
    await userEvent.click(within(dialog).getByLabelText('Worked around'));
    await userEvent.click(finish);
    expect(
      await screen.findByText(/This run is over: Worked around/),
    ).toBeInTheDocument();
    expect(runs.run.outcome).toBe('workaround');
    expect(
      screen.queryByRole('button', { name: 'Done' }),
    ).not.toBeInTheDocument();
    expect(
      screen.getByRole('button', { name: 'Copy as Markdown' }),
    ).toBeEnabled();
  });

  it('is only read once it is over, and taken out as Markdown', async () => {
    const copy = jest.fn(async () => {});
    Object.assign(navigator, { clipboard: { writeText: copy } });
    const runs = await open(
      new FakeRuns(
        aRun({ finishedAt: new Date().toISOString(), outcome: 'fixed' }),
      ),
    );
    expect(await step('Look')).not.toHaveAttribute('aria-current');
    for (const name of ['Done', 'Skip', 'Finish run']) {
      expect(screen.queryByRole('button', { name })).not.toBeInTheDocument();
    }
    fireEvent.keyDown(document.body, { key: 'd' });
    fireEvent.keyDown(document.body, { key: 's' });
    expect(screen.queryByRole('textbox')).not.toBeInTheDocument();
    expect(runs.run.revision).toBe(1);
    fireEvent.click(screen.getByRole('button', { name: 'Copy as Markdown' }));
    await waitFor(() => expect(copy).toHaveBeenCalledWith('# Run'));
  });

  it('keeps what the finding is like afterwards', async () => {
    const finding = {
      aspect: 'kubernetes',
      code: 'crash-loop',
      status: 'failing',
    };
    const runs = await open(new FakeRuns(aRun({ finding })), []);
    await step('Look');
    await userEvent.click(screen.getByRole('button', { name: 'Finish run' }));
    const dialog = await screen.findByRole('dialog');
    await userEvent.click(within(dialog).getByLabelText('Fixed'));
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Finish run' }),
    );
    expect(
      await screen.findByText('Afterwards: the finding is gone'),
    ).toBeVisible();
    expect(runs.run.findingAfter).toEqual({ ...finding, status: 'ok' });
  });

  it.each([
    [404, 'There is no such run'],
    [403, 'You may not see this run'],
    [500, 'The run cannot be read'],
  ])('says why there is nothing: %i', async (status, title) => {
    const runs = new FakeRuns();
    const refusal = await aRefusal(status, 'no');
    runs.getRun = async () => {
      throw refusal;
    };
    await open(runs);
    expect(await screen.findByText(title)).toBeVisible();
  });
});
