import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  aRefusal,
  aRunbook,
  FakeRunbookStore,
} from '../../__testUtils__/FakeRunbookStore';
import {
  draftsCount,
  findEditor,
  renderAt,
  typeText,
} from '../../__testUtils__/renderEditor';
import { EditorPage } from './EditorPage';

// A whole editor in jsdom, on a machine that does other things too.
jest.setTimeout(30_000);

const BASE = aRunbook({ content: 'a\nb\nc\n' });

const open = (store: FakeRunbookStore, told?: string[]) =>
  renderAt(<EditorPage />, {
    told,
    api: store,
    route: '/runbooks/:id/edit',
    path: '/runbooks/rb-1/edit',
  });

const textOf = async () => (await findEditor()).state.doc.toString();
const saveDraft = () => userEvent.click(screen.getByText('Save draft'));
/** Leaves the page in every way: what the device keeps is what is left. */
const reload = async (
  page: Awaited<ReturnType<typeof open>>,
  store: FakeRunbookStore,
) => {
  page.unmount();
  return open(store);
};

describe('EditorPage', () => {
  beforeEach(() => localStorage.clear());

  it('saves what was typed, with Ctrl+S', async () => {
    const store = new FakeRunbookStore(BASE);
    await open(store);
    await typeText('a\nb\nc\nd\n');
    await userEvent.keyboard('{Control>}s{/Control}');
    expect(await screen.findByText('Version 8 is saved.')).toBeInTheDocument();
    expect(store.current()).toMatchObject({
      version: 8,
      content: 'a\nb\nc\nd\n',
      state: 'draft',
    });
  });

  it('leaves every byte alone that nobody changed', async () => {
    const content = 'Windows\r\nold Mac\rtab\t \u00a0\n\n';
    const store = new FakeRunbookStore({ ...BASE, content });
    await open(store);
    await typeText('here', 'tab');
    await saveDraft();
    await screen.findByText('Version 8 is saved.');
    expect(store.current().content).toBe(content.replace('tab', 'here'));
  });

  it('saves fields and the reason, and publishes', async () => {
    const store = new FakeRunbookStore(BASE);
    await open(store);
    const title = await screen.findByLabelText('Title');
    await userEvent.clear(title);
    await userEvent.type(title, 'Heap is full');
    await userEvent.type(
      screen.getByLabelText('Finding, alert name, aspect or runbook_url'),
      'below-minimum{Enter}',
    );
    await userEvent.type(
      screen.getByLabelText('Why (kept with the version)'),
      'clearer',
    );
    await userEvent.click(screen.getByText('Publish'));
    await screen.findByText('Version 8 is published.');
    expect(store.current()).toMatchObject({
      title: 'Heap is full',
      matches: [{ code: 'crash-loop' }, { code: 'below-minimum' }],
      state: 'published',
    });
    expect(store.notes.get('rb-1 8')).toBe('clearer');
  });

  it('keeps a published runbook published', async () => {
    const store = new FakeRunbookStore({ ...BASE, state: 'published' });
    await open(store);
    await typeText('x\n');
    await userEvent.click(screen.getByText('Save'));
    await screen.findByText('Version 8 is published.');
    expect(store.writes[0].state).toBeUndefined();
  });

  it('goes on with the version that waits for a review', async () => {
    const store = new FakeRunbookStore({ ...BASE, inForce: BASE.version - 1 });
    const read = jest.spyOn(store, 'getRunbook');
    await open(store);
    await typeText('x\n');
    expect(read).toHaveBeenCalledWith('rb-1', { latest: true });
    expect(
      screen.getByText('Version 7 waits for a review.'),
    ).toBeInTheDocument();
    await userEvent.click(screen.getByText('Save'));
    expect(
      await screen.findByText(/^Version 8 is saved and waits for a review/),
    ).toBeInTheDocument();
    expect(store.writes[0].state).toBeUndefined();
  });

  it.each`
    author           | offered
    ${'priya.nair'}  | ${'Publish'}
    ${'mira.okafor'} | ${'Save'}
  `(
    'offers to publish what waits to all but its author: $author',
    async ({ author, offered }) => {
      await open(
        new FakeRunbookStore({
          ...BASE,
          inForce: BASE.version - 1,
          updatedBy: `user:default/${author}`,
        }),
      );
      await findEditor();
      expect(
        (await screen.findAllByRole('button', { name: /^(Publish|Save)/ })).map(
          button => button.textContent,
        ),
      ).toEqual([offered]);
    },
  );

  it('says what is missing before it saves', async () => {
    const store = new FakeRunbookStore(BASE);
    await open(store);
    await userEvent.clear(await screen.findByLabelText('Title'));
    await typeText(' \n');
    await saveDraft();
    expect(screen.getByText('It needs a title.')).toBeInTheDocument();
    expect(screen.getByText('It needs a text.')).toBeInTheDocument();
    expect(store.writes).toHaveLength(0);
  });

  it('has a draft back after the page was gone', async () => {
    const store = new FakeRunbookStore(BASE);
    const page = await open(store);
    await typeText('not saved yet\n');
    await reload(page, store);
    expect(await textOf()).toBe('not saved yet\n');
    expect(
      screen.getByText(/^Your draft of .* is back\.$/),
    ).toBeInTheDocument();
    await userEvent.click(screen.getByText('Discard it'));
    expect(await textOf()).toBe(BASE.content);
    expect(draftsCount()).toBe(0);
  });

  it('keeps a draft at a pause in typing', async () => {
    await open(new FakeRunbookStore(BASE));
    await typeText('not saved yet\n');
    expect(await screen.findByText(/^draft kept /)).toBeInTheDocument();
    expect(draftsCount()).toBe(1);
  });

  it('forgets the draft when it is saved', async () => {
    await open(new FakeRunbookStore(BASE));
    await typeText('soon saved\n');
    await saveDraft();
    await screen.findByText('Version 8 is saved.');
    expect(draftsCount()).toBe(0);
  });

  it('asks what becomes of a draft when somebody saved since', async () => {
    const store = new FakeRunbookStore(BASE);
    const page = await open(store);
    await typeText('a\nb\nc\nmine\n');
    page.unmount();
    store.saveAs('priya.nair', { content: 'theirs\na\nb\nc\n' });
    await open(store);
    expect(
      await screen.findByText(
        'You have a draft from version 7 that is not saved',
      ),
    ).toBeInTheDocument();
    await userEvent.click(screen.getByText('Go on with my draft'));
    await waitFor(async () =>
      expect(await textOf()).toBe('theirs\na\nb\nc\nmine\n'),
    );
  });

  it('takes what is saved where the draft is not wanted', async () => {
    const store = new FakeRunbookStore(BASE);
    const page = await open(store);
    await typeText('mine\n');
    page.unmount();
    store.saveAs('priya.nair', { content: 'theirs\n' });
    await open(store);
    await userEvent.click(await screen.findByText('Discard my draft'));
    expect(await textOf()).toBe('theirs\n');
    expect(draftsCount()).toBe(0);
  });

  it('saves by itself when the network is back', async () => {
    const store = new FakeRunbookStore(BASE);
    store.faults.push('lost');
    await open(store);
    await typeText('offline\n');
    await saveDraft();
    expect(
      await screen.findByText('Not saved yet: the server cannot be reached.'),
    ).toBeInTheDocument();
    await typeText('offline, and more\n');
    act(() => {
      window.dispatchEvent(new Event('online'));
    });
    await waitFor(() => expect(store.current().version).toBe(8));
    expect(store.current().content).toBe('offline\n');
    // What was typed while it waited is still there, and not saved yet.
    expect(await textOf()).toBe('offline, and more\n');
    await saveDraft();
    await screen.findByText('Version 9 is saved.');
  });

  it('says that the device is offline', async () => {
    await open(new FakeRunbookStore(BASE));
    await findEditor();
    const onLine = jest
      .spyOn(navigator, 'onLine', 'get')
      .mockReturnValue(false);
    act(() => {
      window.dispatchEvent(new Event('offline'));
    });
    expect(screen.getByText('You are offline.')).toBeInTheDocument();
    onLine.mockRestore();
  });

  it.each([
    [413, 'At most 1048576 bytes.', /^Not saved: the text is too long\./],
    [403, 'No.', /^Not saved: you lack the permission runbooks\.update\./],
    [400, 'No.', /^Not saved: the server refused it\./],
  ])(
    'keeps what was typed when the server says %d',
    async (code, why, said) => {
      const store = new FakeRunbookStore(BASE);
      store.faults.push(await aRefusal(code, why));
      await open(store);
      await typeText('mine\n');
      await saveDraft();
      const title = await screen.findByText(said);
      expect(title.parentElement).toHaveTextContent(why);
      expect(await textOf()).toBe('mine\n');
      expect(await screen.findByText(/^draft kept /)).toBeInTheDocument();
    },
  );

  it('asks before a link leads away, and stays', async () => {
    await open(new FakeRunbookStore(BASE));
    await typeText('mine\n');
    await userEvent.click(screen.getByText('Cancel'));
    await userEvent.click(await screen.findByText('Stay'));
    expect(await textOf()).toBe('mine\n');
  });

  it('leaves where the person wants it, and keeps the draft', async () => {
    const told: string[] = [];
    await open(new FakeRunbookStore(BASE), told);
    await typeText('mine\n');
    await userEvent.click(screen.getByText('Cancel'));
    await userEvent.click(await screen.findByText('Leave, keep my draft'));
    expect(await screen.findByText('another page')).toBeInTheDocument();
    expect(told).toEqual([
      'What you wrote of "Checkout out of memory" is not saved. It is kept on this device and waits for you there.',
    ]);
    expect(draftsCount()).toBe(1);
  });

  it('asks the browser to ask before the page is closed', async () => {
    await open(new FakeRunbookStore(BASE));
    const asked = () => {
      const event = new Event('beforeunload', { cancelable: true });
      window.dispatchEvent(event);
      return event.defaultPrevented;
    };
    await findEditor();
    expect(asked()).toBe(false);
    await typeText('mine\n');
    expect(asked()).toBe(true);
  });

  it('says that there is no such runbook', async () => {
    await open(new FakeRunbookStore());
    expect(
      await screen.findByText('There is no such runbook'),
    ).toBeInTheDocument();
  });
});
