import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { aRun, FakeRuns } from '../../__testUtils__/FakeRuns';
import { findStep, openRun } from '../../__testUtils__/renderRun';

// A page with everything takes long to draw on a busy machine.
jest.setTimeout(60_000);

const TOM = 'user:default/tom.berg';

describe('a run by keys alone', () => {
  beforeEach(() => localStorage.clear());

  it('goes from the first step to the end', async () => {
    const copy = jest.fn(async () => {});
    Object.assign(navigator, { clipboard: { writeText: copy } });
    const { runs } = await openRun();
    await screen.findByRole('button', { name: /^Copy kubectl/ });
    await userEvent.keyboard('c');
    expect(copy).toHaveBeenCalledWith(
      'kubectl --context prod-eu -n shop get pods',
    );
    await userEvent.keyboard('e');
    await userEvent.keyboard('Slow');
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    expect(screen.getByRole('heading', { name: /^Look/ })).toHaveFocus();
    await userEvent.keyboard('d');
    await waitFor(() =>
      expect(screen.getByRole('heading', { name: /^Drain/ })).toHaveFocus(),
    );
    await userEvent.keyboard('s');
    await userEvent.keyboard('No need');
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() =>
      expect(runs.run.steps).toMatchObject([
        { state: 'done', note: 'Slow' },
        { state: 'skipped', note: 'No need' },
      ]),
    );
    const end = screen.getByText('All steps are handled.');
    expect(within(end).getByRole('button')).toHaveFocus();
    await userEvent.keyboard('f');
    expect(
      await screen.findByRole('dialog', { name: 'How did it end?' }),
    ).toBeVisible();
  });

  it('goes to other steps and back, and acts on the one it is at', async () => {
    const { runs } = await openRun(
      new FakeRuns(
        aRun({
          steps: [
            { n: 1, title: 'Look', state: 'done', by: TOM },
            { n: 2, title: 'Drain', state: 'open' },
            { n: 3, title: 'Check', state: 'open' },
          ],
        }),
      ),
    );
    await findStep('Drain');
    await userEvent.keyboard('j');
    expect(await findStep('Check')).toHaveAttribute('aria-current', 'step');
    await userEvent.keyboard('d');
    await waitFor(() => expect(runs.run.steps[2].state).toBe('done'));
    expect(await findStep('Drain')).toHaveAttribute('aria-current', 'step');
    await userEvent.keyboard('k');
    expect(await findStep('Look')).toHaveAttribute('aria-current', 'step');
    await userEvent.keyboard('o');
    await waitFor(() => expect(runs.run.steps[0].state).toBe('open'));
  });

  it('lists its keys', async () => {
    await openRun();
    await findStep('Look');
    await userEvent.keyboard('?');
    const keys = await screen.findByRole('dialog', { name: 'Keys' });
    expect(keys).toHaveTextContent('skip, with a reason');
    await userEvent.keyboard('d');
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(keys).not.toBeInTheDocument());
    expect(await findStep('Look')).toHaveAccessibleName('Look, Step 1, open');
  });

  it('does not take two presses that bounced for two steps', async () => {
    const { runs } = await openRun();
    await findStep('Look');
    fireEvent.keyDown(document.body, { key: 'd' });
    fireEvent.keyDown(document.body, { key: 'd' });
    await waitFor(() => expect(runs.run.steps[0].state).toBe('done'));
    expect(await findStep('Drain')).toHaveAttribute('aria-current', 'step');
  });

  it('says what others did', async () => {
    const runs = new FakeRuns();
    await openRun(runs);
    await findStep('Look');
    runs.tick(1, { state: 'done', by: TOM });
    fireEvent.focus(window);
    expect(
      await screen.findByText('Tom Berg: step 1, done'),
    ).toBeInTheDocument();
  });
});
