import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { aRefusal } from '../../__testUtils__/FakeRunbookStore';
import { aRun, FakeRuns } from '../../__testUtils__/FakeRuns';
import { findStep as step, openRun } from '../../__testUtils__/renderRun';

// A page with everything takes long to draw on a busy machine.
jest.setTimeout(60_000);

const MINUTE_MS = 60_000;

/** Opens a run, and gives the backend. */
const open = async (...options: Parameters<typeof openRun>) =>
  (await openRun(...options)).runs;

describe('RunPage', () => {
  beforeEach(() => localStorage.clear());

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
    expect(
      screen.getByRole('button', { name: 'Save as did not help' }),
    ).toHaveFocus();
    await userEvent.keyboard('ds');
    expect(runs.run.revision).toBe(1);
    expect(screen.getByLabelText('Note')).toHaveValue('dnsc');
  });

  it('wants a reason for what is skipped, and acts on no key meanwhile', async () => {
    const runs = await open();
    await step('Look');
    await userEvent.keyboard('s');
    const save = await screen.findByRole('button', {
      name: 'Save as skipped',
    });
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
    expect(
      screen.getByRole('button', { name: 'Save as did not help' }),
    ).toBeDisabled();
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

  it('reports a step that is wrong in one tap, and again where that failed', async () => {
    const runs = new FakeRuns();
    jest
      .spyOn(runs, 'reportStep')
      .mockRejectedValueOnce(new Error('Failed to fetch'));
    await open(runs);
    await step('Look');
    const wrong = screen.getByRole('button', { name: 'Step 1 is wrong' });
    await userEvent.click(wrong);
    expect(
      await screen.findByText('It could not be reported: Failed to fetch.'),
    ).toBeVisible();
    await userEvent.click(wrong);
    expect(
      await screen.findByText('The team sees that step 1 is wrong'),
    ).toBeVisible();
    expect(wrong).toBeDisabled();
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

  it('says what the finding is like now, and keeps what it is like afterwards', async () => {
    const finding = {
      aspect: 'kubernetes',
      code: 'crash-loop',
      message: 'It crashes',
      status: 'failing',
    };
    const now = [{ ...finding, message: 'It still crashes' }];
    const runs = await open(new FakeRuns(aRun({ finding })), {
      findings: () => now,
    });
    const state = await screen.findByRole('region', {
      name: 'State of the service',
    });
    await waitFor(() =>
      expect(state).toHaveTextContent(/Before: It crashes.*Now: It still/),
    );
    now.pop();
    await userEvent.click(screen.getByRole('button', { name: 'Finish run' }));
    const dialog = await screen.findByRole('dialog');
    await userEvent.click(within(dialog).getByLabelText('Fixed'));
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Finish run' }),
    );
    await waitFor(() =>
      expect(state).toHaveTextContent('Afterwards: the finding is gone'),
    );
    expect(state).not.toHaveTextContent('Now');
    expect(runs.run.findingAfter).toEqual({
      aspect: 'kubernetes',
      code: 'crash-loop',
      status: 'ok',
    });
  });

  it('says that nothing is wrong where it is about no finding', async () => {
    await open(new FakeRuns(), { findings: () => [] });
    expect(
      await screen.findByText('nothing is wrong', { exact: false }),
    ).toBeVisible();
  });

  it('offers nothing to somebody who may only read, and says so', async () => {
    const runs = await open(new FakeRuns(), { mayRun: false });
    expect(
      await screen.findByText(/^You may read this run\./),
    ).toBeInTheDocument();
    for (const name of ['Done', 'Finish run']) {
      expect(screen.queryByRole('button', { name })).not.toBeInTheDocument();
    }
    fireEvent.keyDown(document.body, { key: 'd' });
    expect(await step('Look')).toHaveAccessibleName('Look, Step 1, open');
    expect(runs.changes).toEqual([]);
  });

  it('names the owner of the entity where the runbook has none of its own', async () => {
    await open(new FakeRuns(), {
      entities: [
        {
          apiVersion: 'backstage.io/v1alpha1',
          kind: 'Component',
          metadata: { name: 'checkout-api' },
          relations: [
            { type: 'ownedBy', targetRef: 'group:default/team-checkout' },
          ],
        },
      ],
    });
    const about = await screen.findByRole('region', {
      name: 'About this runbook',
    });
    expect(
      await within(about).findByRole('link', { name: 'team-checkout' }),
    ).toBeVisible();
  });

  it('says how long it usually takes', async () => {
    const startedAt = '2026-11-20T03:00:00.000Z';
    const earlier = [9, 11, 40].map(minutes =>
      aRun({
        id: `run-of-${minutes}`,
        startedAt,
        finishedAt: new Date(
          Date.parse(startedAt) + minutes * MINUTE_MS,
        ).toISOString(),
        outcome: 'fixed',
      }),
    );
    await open(new FakeRuns(), { earlier });
    expect(
      await screen.findByText(/^started .* by Mira Okafor, usually 11 min$/),
    ).toBeVisible();
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
