import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  aRunbook,
  FakeRunbookStore,
} from '../../__testUtils__/FakeRunbookStore';
import {
  findEditor,
  renderAt,
  typeText,
} from '../../__testUtils__/renderEditor';
import { EditorPage } from './EditorPage';

// A whole editor in jsdom, on a machine that does other things too.
jest.setTimeout(30_000);

const BASE = aRunbook({
  content: 'first\n\nscale one by one\n\nmiddle\n\nlast\n',
});

const open = (store: FakeRunbookStore) =>
  renderAt(<EditorPage />, {
    api: store,
    route: '/runbooks/:id/edit',
    path: '/runbooks/rb-1/edit',
  });

const textOf = async () => (await findEditor()).state.doc.toString();
const press = (name: string) => userEvent.click(screen.getByText(name));

/** Both changed the third line; they also the last one, I also the first. */
async function conflicting(change: Parameters<typeof aRunbook>[0] = {}) {
  const store = new FakeRunbookStore(BASE);
  await open(store);
  await typeText('drain, then restart', 'scale one by one');
  await typeText('FIRST', 'first');
  store.saveAs('priya.nair', {
    content: 'first\n\nrestart one by one\n\nmiddle\n\nLAST\n',
    ...change,
  });
  await press('Save draft');
  await screen.findByText(
    'Priya Nair saved version 8 while you were editing version 7',
  );
  return store;
}

describe('two people editing at once', () => {
  beforeEach(() => localStorage.clear());

  it('joins what does not overlap and shows what does, side by side', async () => {
    await conflicting();
    expect(await textOf()).toBe(
      'FIRST\n\ndrain, then restart\n\nmiddle\n\nLAST\n',
    );
    expect(
      screen.getByText(/One place differs\. One other change was joined\./),
    ).toBeInTheDocument();
    const place = screen.getByRole('region', { name: 'Place 1 of 1' });
    expect(place).toHaveTextContent('Beforeversion 7scale one by one');
    expect(
      within(place).getByText('restart', { selector: 'ins' }),
    ).toBeInTheDocument();
    expect(
      within(place).getAllByText('scale', { selector: 'del' }),
    ).not.toHaveLength(0);
  });

  it('does not save before every place is settled', async () => {
    const store = await conflicting();
    expect(
      screen.getByRole('button', { name: 'Save: 1 place is open' }),
    ).toBeDisabled();
    await userEvent.keyboard('{Control>}s{/Control}');
    expect(store.current().version).toBe(8);
  });

  it.each([
    ['Take theirs here', 'restart one by one\n'],
    ['Take mine here', 'drain, then restart\n'],
    ['Keep both, I edit', 'drain, then restart\nrestart one by one\n'],
  ])('%s', async (choice, place) => {
    const store = await conflicting();
    await press(choice);
    const text = `FIRST\n\n${place}\nmiddle\n\nLAST\n`;
    expect(await textOf()).toBe(text);
    await press('Save draft');
    await screen.findByText('Version 9 is saved.');
    expect(store.current().content).toBe(text);
  });

  it('settles a place where it has moved to, for who goes on writing', async () => {
    await conflicting();
    await typeText('FIRST\nand second', 'FIRST');
    await typeText('drain slowly, then restart', 'drain, then restart');
    await press('Take theirs here');
    expect(await textOf()).toBe(
      'FIRST\nand second\n\nrestart one by one\n\nmiddle\n\nLAST\n',
    );
  });

  it('goes on when a third person saved while it was settled', async () => {
    const store = await conflicting();
    await press('Take mine here');
    store.saveAs('ana.petrov', {
      content: 'first\n\nrestart two by two\n\nmiddle\n\nLAST\n',
    });
    await press('Save draft');
    await screen.findByText(
      'Ana Petrov saved version 9 while you were editing version 8',
    );
    await press('Take theirs here');
    await press('Save draft');
    await screen.findByText('Version 10 is saved.');
    expect(store.current().content).toBe(
      'FIRST\n\nrestart two by two\n\nmiddle\n\nLAST\n',
    );
  });

  it('undoes only what the person wrote', async () => {
    await conflicting();
    const view = await findEditor();
    const { undo } = await import('@codemirror/commands');
    undo(view);
    await waitFor(async () => expect(await textOf()).toContain('LAST'));
  });

  it('asks also about a title that both changed', async () => {
    const store = new FakeRunbookStore(BASE);
    await open(store);
    const title = await screen.findByLabelText('Title');
    await userEvent.clear(title);
    await userEvent.type(title, 'Mine');
    store.saveAs('priya.nair', { title: 'Theirs', tags: ['memory', 'new'] });
    await press('Save draft');
    expect(
      await screen.findByRole('region', { name: 'Title' }),
    ).toHaveTextContent('Theirs');
    await press('Take theirs here');
    expect(screen.getByLabelText('Title')).toHaveValue('Theirs');
  });

  it('asks again after a reload: an open place is not settled by leaving', async () => {
    const store = new FakeRunbookStore(BASE);
    const page = await open(store);
    await typeText('drain, then restart', 'scale one by one');
    store.saveAs('priya.nair', {
      content: BASE.content.replace('scale', 'restart'),
    });
    await press('Save draft');
    await screen.findByText('Place 1 of 1');
    page.unmount();
    await open(store);
    await userEvent.click(await screen.findByText('Go on with my draft'));
    expect(await screen.findByText('Place 1 of 1')).toBeInTheDocument();
  });
});
