import {
  act,
  fireEvent,
  screen,
  waitFor,
  within,
} from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { aRefusal } from '../../__testUtils__/FakeRunbookStore';
import { FakeRuns } from '../../__testUtils__/FakeRuns';
import { findStep, openRun } from '../../__testUtils__/renderRun';

// A page with everything takes long to draw on a busy machine.
jest.setTimeout(60_000);

const TOM = 'user:default/tom.berg';
const lost = () => new Error('Failed to fetch');

const button = (name: string | RegExp) => screen.getByRole('button', { name });
const click = (name: string | RegExp) => userEvent.click(button(name));

/** Leaves no room for anything of a run. */
function fillStorage() {
  const keep = Storage.prototype.setItem;
  return jest
    .spyOn(Storage.prototype, 'setItem')
    .mockImplementation(function full(this: Storage, name, text) {
      if (name.startsWith('callboard/')) {
        throw new DOMException('Full', 'QuotaExceededError');
      }
      keep.call(this, name, text);
    });
}

/** Writes a note about the step to do now, without saving it. */
async function writeNote(text: string) {
  await click('Add a note or evidence');
  expect(await screen.findByLabelText('Note')).toHaveFocus();
  await userEvent.paste(text);
}

describe('what is not saved in a run', () => {
  beforeEach(() => localStorage.clear());

  it('leaves the state of a step as it is where only a note is written', async () => {
    const { runs } = await openRun();
    await findStep('Look');
    await writeNote('Slow');
    await click('Save');
    await waitFor(() =>
      expect(runs.run.steps[0]).toMatchObject({ state: 'open', note: 'Slow' }),
    );
    expect(runs.changes).toMatchObject([
      { n: 1, change: { note: 'Slow', seen: 1 } },
    ]);
    expect(runs.changes[0].change).not.toHaveProperty('state');
    expect(await findStep('Look')).toHaveAttribute('aria-current', 'step');
  });

  it('ticks a step off with a note', async () => {
    const { runs } = await openRun();
    await findStep('Look');
    await writeNote('Slow');
    await click('Save as done');
    await waitFor(() =>
      expect(runs.run.steps[0]).toMatchObject({ state: 'done', note: 'Slow' }),
    );
  });

  it('goes on while nothing arrives, and sends everything when the line is back', async () => {
    const { runs } = await openRun();
    await findStep('Look');
    runs.isDown = true;
    await click('Done');
    await waitFor(async () =>
      expect(await findStep('Drain')).toHaveAttribute('aria-current', 'step'),
    );
    await click('Done');
    expect(
      await screen.findByText('2 changes are not saved yet.'),
    ).toBeVisible();
    expect(await screen.findByText('All steps are handled.')).toBeVisible();
    expect(runs.run.revision).toBe(1);
    runs.isDown = false;
    act(() => {
      window.dispatchEvent(new Event('online'));
    });
    await waitFor(() => expect(runs.run.revision).toBe(3));
    await waitFor(() =>
      expect(screen.queryByText(/not saved yet/)).not.toBeInTheDocument(),
    );
  });

  it('sends by hand what failed, and nothing of the form is left', async () => {
    const { runs } = await openRun();
    await findStep('Look');
    runs.isDown = true;
    await writeNote('Slow');
    await click('Save');
    await screen.findByText('1 change is not saved yet.');
    expect(screen.queryByLabelText('Note')).not.toBeInTheDocument();
    expect(screen.getByText('“Slow”')).toBeVisible();
    runs.isDown = false;
    await click('Try again');
    await waitFor(() => expect(runs.run.steps[0].note).toBe('Slow'));
  });

  it('has it all after a reload: ticks that were not sent, and what was being written', async () => {
    const { runs, unmount } = await openRun();
    await findStep('Look');
    runs.isDown = true;
    await click('Done');
    await screen.findByText('1 change is not saved yet.');
    await userEvent.keyboard('e');
    await userEvent.keyboard('Half a sent');
    unmount();
    runs.isDown = false;
    await openRun(runs);
    expect(await screen.findByLabelText('Note')).toHaveValue('Half a sent');
    await waitFor(() => expect(runs.run.steps[0].state).toBe('done'));
  });

  it('shows a change that came too late beside what somebody did, to insist on or to drop', async () => {
    const runs = new FakeRuns();
    await openRun(runs);
    await findStep('Look');
    runs.tick(1, { state: 'skipped', by: TOM, note: 'No need' });
    await click('Done');
    const step = await findStep('Look');
    expect(await within(step).findByText('Not saved: done.')).toBeVisible();
    expect(step).toHaveTextContent(/Skipped by Tom Berg.*No need/);
    await click('Save mine all the same');
    await waitFor(() => expect(runs.run.steps[0].state).toBe('done'));
    expect(step).not.toHaveTextContent('Not saved');
  });

  it('replaces nothing that the person’s own waiting tick hides from them', async () => {
    const runs = new FakeRuns();
    await openRun(runs);
    await findStep('Look');
    runs.faults.push(...Array.from({ length: 100 }, lost));
    await click('Done');
    await screen.findByText('1 change is not saved yet.');
    runs.tick(1, { state: 'failed', by: TOM });
    runs.tick(2, { note: 'Look at the first', textBy: TOM });
    act(() => {
      window.dispatchEvent(new Event('focus'));
    });
    await screen.findByText(/Look at the first/);
    await click('Change step 1');
    await click('Open again');
    runs.faults.length = 0;
    act(() => {
      window.dispatchEvent(new Event('online'));
    });
    await screen.findByText(/^2 changes were not saved, and somebody has to/);
    expect(runs.run.steps[0]).toMatchObject({ state: 'failed', by: TOM });
  });

  it('lets what a run that was not there did not take be tried again', async () => {
    const runs = new FakeRuns();
    runs.faults.push(await aRefusal(404, 'There is no such run'));
    await openRun(runs);
    await findStep('Look');
    await click('Done');
    const step = await findStep('Look');
    await within(step).findByText('Not saved: done.');
    await click('Try again');
    await waitFor(() => expect(runs.run.steps[0].state).toBe('done'));
  });

  it('says who may not, and keeps the words', async () => {
    const runs = new FakeRuns();
    runs.faults.push(await aRefusal(403, 'You may not'));
    await openRun(runs);
    await findStep('Look');
    await writeNote('Slow');
    await click('Save as done');
    const step = await findStep('Look');
    await within(step).findByText('Not saved: done.');
    expect(step).toHaveTextContent('You may not.');
    expect(step).toHaveTextContent('Slow');
    expect(step).toHaveAccessibleName('Look, Step 1, open');
    await click('Drop mine');
    expect(step).not.toHaveTextContent('Slow');
  });

  it('keeps what is being written when somebody else ends the run', async () => {
    const runs = new FakeRuns();
    await openRun(runs);
    await findStep('Look');
    await writeNote('Slow');
    await click('Finish run');
    const dialog = await screen.findByRole('dialog');
    await userEvent.type(
      within(dialog).getByLabelText('What happened, in a sentence'),
      'Quota was full',
    );
    runs.finish(TOM);
    await userEvent.click(within(dialog).getByLabelText('Fixed'));
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Finish run' }),
    );
    expect(
      await screen.findByText(/^Tom Berg ended this run while you/),
    ).toBeVisible();
    expect(screen.getByText('Quota was full')).toBeVisible();
    const step = await findStep('Look');
    expect(within(step).getByText('Slow')).toBeVisible();
    expect(
      within(step).getByRole('button', { name: 'Copy the text' }),
    ).toBeEnabled();
  });

  it('asks before written words are thrown away, and never for none', async () => {
    await openRun();
    await findStep('Look');
    await click('Add a note or evidence');
    await userEvent.keyboard('{Escape}');
    expect(screen.queryByLabelText('Note')).not.toBeInTheDocument();
    await writeNote('Slow');
    await userEvent.keyboard('{Escape}');
    expect(screen.getByText('Throw away what you wrote?')).toBeVisible();
    await click('Go on writing');
    expect(screen.getByLabelText('Note')).toHaveValue('Slow');
    await userEvent.keyboard('{Escape}');
    await click('Throw away');
    expect(screen.queryByLabelText('Note')).not.toBeInTheDocument();
  });

  it('keeps the words of one step while those of another are written', async () => {
    await openRun();
    await findStep('Look');
    await writeNote('Slow');
    await click('Go to step 2');
    const drain = await findStep('Drain');
    await userEvent.click(
      within(drain).getByRole('button', { name: 'Skip, with a reason' }),
    );
    await userEvent.type(within(drain).getByLabelText('Why?'), 'Full');
    expect(screen.getByLabelText('Note')).toHaveValue('Slow');
  });

  it('goes on in a browser that keeps nothing, and says so', async () => {
    const storage = fillStorage();
    try {
      const { runs } = await openRun();
      await findStep('Look');
      runs.isDown = true;
      await click('Done');
      expect(
        await screen.findByText(/This device keeps nothing: leave this page/),
      ).toBeVisible();
      runs.isDown = false;
      await click('Try again');
      await waitFor(() => expect(runs.run.steps[0].state).toBe('done'));
    } finally {
      storage.mockRestore();
    }
  });

  it('shows what was written in a run that is not there any more, to copy or to drop', async () => {
    const { runs, unmount } = await openRun();
    await findStep('Look');
    runs.isDown = true;
    await writeNote('Slow');
    await click('Save as done');
    await screen.findByText('1 change is not saved yet.');
    unmount();
    const gone = await aRefusal(404, 'There is no such run');
    jest.spyOn(runs, 'getRun').mockRejectedValue(gone);
    await openRun(runs);
    const told = await screen.findByText(/^1 change that you made in this run/);
    expect(told).toBeVisible();
    expect(screen.getByText('Slow')).toBeVisible();
    expect(button('Copy the text')).toBeEnabled();
    await click('Drop mine');
    expect(told).not.toBeInTheDocument();
    expect(Object.keys(localStorage).join()).not.toContain('/change/');
  });

  it('does not promise to keep words that this device does not keep', async () => {
    const storage = fillStorage();
    try {
      await openRun();
      await findStep('Look');
      await writeNote('Slow');
      expect(
        await screen.findByText(/^This device keeps nothing of what you write/),
      ).toBeVisible();
      fireEvent.click(screen.getByRole('button', { name: 'Runbook' }));
      const dialog = await screen.findByRole('dialog');
      expect(dialog).toHaveTextContent('It will be lost');
      expect(dialog).not.toHaveTextContent('kept on this device');
    } finally {
      storage.mockRestore();
    }
  });

  it('asks before the page is left', async () => {
    await openRun();
    await findStep('Look');
    await writeNote('Slow');
    fireEvent.click(screen.getByRole('button', { name: 'Runbook' }));
    expect(
      await screen.findByRole('dialog', { name: 'Leave this run?' }),
    ).toBeVisible();
    await click('Stay');
    expect(screen.getByLabelText('Note')).toHaveValue('Slow');
  });

  it('waits with the end of a run until every change is saved, and tells of its own troubles only', async () => {
    const runs = new FakeRuns();
    await openRun(runs);
    await findStep('Look');
    runs.isDown = true;
    await click('Done');
    await screen.findByText('1 change is not saved yet.');
    await click('Finish run');
    const dialog = await screen.findByRole('dialog');
    await userEvent.click(within(dialog).getByLabelText('Fixed'));
    const finish = within(dialog).getByRole('button', { name: 'Finish run' });
    expect(finish).toBeDisabled();
    expect(dialog).not.toHaveTextContent('Failed to fetch');
    runs.isDown = false;
    act(() => {
      window.dispatchEvent(new Event('online'));
    });
    await waitFor(() => expect(finish).toBeEnabled());
    runs.faults.push(lost());
    await userEvent.click(finish);
    await waitFor(() =>
      expect(dialog).toHaveTextContent('Not finished: Failed to fetch.'),
    );
    await userEvent.click(finish);
    await waitFor(() => expect(runs.run.outcome).toBe('fixed'));
  });
});
