import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  aRunbook,
  FakeRunbookStore,
} from '../../__testUtils__/FakeRunbookStore';
import { renderAt } from '../../__testUtils__/renderEditor';
import { HistoryPage } from './HistoryPage';

// Whole pages in jsdom, on a machine that does other things too.
jest.setTimeout(30_000);

function aHistory(): FakeRunbookStore {
  const store = new FakeRunbookStore(
    aRunbook({ version: 1, content: 'scale one\nsame\n' }),
  );
  store.saveAs('priya.nair', { content: 'drain one\nsame\n' });
  store.saveAs('ana.petrov', {
    content: 'drain two\nsame\n',
    state: 'published',
  });
  store.notes.set('rb-1 2', 'nothing is lost this way');
  return store;
}

const open = (store: FakeRunbookStore, query = '') =>
  renderAt(<HistoryPage />, {
    api: store,
    route: '/runbooks/:id/history',
    path: `/runbooks/rb-1/history${query}`,
  });

describe('HistoryPage', () => {
  it('lists who saved which version and why', async () => {
    await open(aHistory());
    const rows = await screen.findAllByRole('listitem');
    expect(rows).toHaveLength(3);
    expect(rows[0]).toHaveTextContent('Version 3current, published');
    expect(rows[1]).toHaveTextContent('nothing is lost this way');
    expect(rows[1]).toHaveTextContent('Priya Nair');
  });

  describe('while the newest version waits for a review', () => {
    const waitingOf = (author: string) => {
      const store = aHistory();
      const inForce = store.current();
      store.saveAs(author, { content: 'drain three\n', state: 'draft' });
      jest.spyOn(store, 'getRunbook').mockImplementation(async () => {
        const newest = store.current();
        return newest.state === 'published'
          ? newest
          : {
              ...inForce,
              waiting: {
                version: newest.version,
                savedAt: newest.updatedAt,
                savedBy: newest.updatedBy,
              },
            };
      });
      return store;
    };

    it('says which one is in force', async () => {
      await open(waitingOf('mira.okafor'));
      expect(
        await screen.findByText('waits for a review', { selector: 'span' }),
      ).toBeInTheDocument();
      const rows = await screen.findAllByRole('listitem');
      expect(rows[0]).toHaveTextContent('Version 4');
      expect(rows[1]).toHaveTextContent('Version 3in force, published');
    });

    it('is published by somebody else, who looks at what it changes', async () => {
      const store = waitingOf('priya.nair');
      await open(store, '?from=3&to=4');
      await userEvent.click(
        await screen.findByRole('button', { name: 'Publish version 4' }),
      );
      expect(
        await screen.findByText('Version 4 is published, as version 5.'),
      ).toBeInTheDocument();
      expect(store.current()).toMatchObject({
        version: 5,
        state: 'published',
        content: 'drain three\n',
      });
      expect(
        screen.queryByText('Version 4 waits for a review.'),
      ).not.toBeInTheDocument();
    });

    it('leads to what it changes before it can be published', async () => {
      await open(waitingOf('priya.nair'), '?from=1&to=2');
      expect(
        await screen.findByRole('link', { name: 'Review' }),
      ).toHaveAttribute('href', expect.stringContaining('?from=3&to=4'));
      expect(screen.queryByText('Publish version 4')).not.toBeInTheDocument();
    });

    it('is not offered to its author', async () => {
      await open(waitingOf('mira.okafor'), '?from=3&to=4');
      expect(
        await screen.findByText(/Somebody other than its author publishes it/),
      ).toBeInTheDocument();
      expect(screen.queryByText('Publish version 4')).not.toBeInTheDocument();
    });

    it('is not published where somebody saved another meanwhile', async () => {
      const store = waitingOf('priya.nair');
      await open(store, '?from=3&to=4');
      await screen.findByRole('button', { name: 'Publish version 4' });
      store.saveAs('jonas.weber', { content: 'drain all\n' });
      await userEvent.click(screen.getByText('Publish version 4'));
      expect(
        await screen.findByText(/^Jonas Weber saved version 5 meanwhile/),
      ).toBeInTheDocument();
      expect(store.current().content).toBe('drain all\n');
    });
  });

  it('shows the last change, by word, and what changed beside the text', async () => {
    await open(aHistory());
    const change = await screen.findByRole('region', {
      name: 'Version 2 to version 3',
    });
    expect(
      await within(change).findByText('one', { selector: 'del' }),
    ).toBeInTheDocument();
    expect(
      within(change).getByText('two', { selector: 'ins' }),
    ).toBeInTheDocument();
    expect(
      within(change).getByText('published', { selector: 'ins' }),
    ).toBeInTheDocument();
  });

  it('compares the versions that the address names', async () => {
    await open(aHistory(), '?from=1&to=3');
    const change = await screen.findByRole('region', {
      name: 'Version 1 to version 3',
    });
    expect(
      await within(change).findByText('scale one', { selector: 'del' }),
    ).toBeInTheDocument();
  });

  it('compares the versions that are chosen', async () => {
    await open(aHistory());
    await userEvent.click(
      await screen.findByRole('radio', { name: 'Compare from version 1' }),
    );
    expect(
      await screen.findByRole('region', { name: 'Version 1 to version 3' }),
    ).toBeInTheDocument();
  });

  it('brings back a version as a new one, with a reason', async () => {
    const store = aHistory();
    await open(store, '?from=1&to=3');
    await userEvent.click(
      await screen.findByRole('button', { name: 'Restore version 1' }),
    );
    await userEvent.type(await screen.findByLabelText('Why'), 'it was right');
    await userEvent.click(screen.getByRole('button', { name: 'Restore' }));
    expect(
      await screen.findByText('Version 1 is back, as version 4.'),
    ).toBeInTheDocument();
    expect(store.current()).toMatchObject({
      version: 4,
      content: 'scale one\nsame\n',
    });
    expect(store.notes.get('rb-1 4')).toBe('it was right');
    expect(
      await screen.findByRole('region', { name: 'Version 3 to version 4' }),
    ).toBeInTheDocument();
  });

  it('says who saved meanwhile, and restores after that', async () => {
    const store = aHistory();
    await open(store, '?from=1&to=3');
    await userEvent.click(
      await screen.findByRole('button', { name: 'Restore version 1' }),
    );
    store.saveAs('jonas.weber', { content: 'meanwhile\n' });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Restore' }),
    );
    expect(
      await screen.findByText(
        'Jonas Weber saved version 4 meanwhile. Restoring now comes after that one.',
      ),
    ).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Restore' }));
    await screen.findByText('Version 1 is back, as version 5.');
  });

  it('has nothing to compare where there is one version', async () => {
    await open(new FakeRunbookStore(aRunbook({ version: 1 })));
    expect(
      await screen.findByText(
        'There is one version: nothing to compare it with yet.',
      ),
    ).toBeInTheDocument();
  });
});
