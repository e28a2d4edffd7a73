import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeRunbookStore } from '../../__testUtils__/FakeRunbookStore';
import {
  draftsCount,
  findEditor,
  renderAt,
  typeText,
} from '../../__testUtils__/renderEditor';
import { EditorPage } from './EditorPage';

// A whole editor in jsdom, on a machine that does other things too.
jest.setTimeout(30_000);

const ENTITY = 'component:default/checkout-api';

const open = (
  store: FakeRunbookStore,
  query = `entityRef=${ENTITY}&code=oom`,
) =>
  renderAt(<EditorPage />, {
    api: store,
    route: '/runbooks/new',
    path: `/runbooks/new?${query}`,
  });

const textOf = async () => (await findEditor()).state.doc.toString();

describe('EditorPage of a new runbook', () => {
  beforeEach(() => localStorage.clear());

  it('begins with what it is for and the sections that readers look for', async () => {
    const store = new FakeRunbookStore();
    await open(store);
    expect(await textOf()).toContain('## Diagnosis');
    expect(screen.getByText('oom')).toBeInTheDocument();
    await userEvent.type(screen.getByLabelText('Title'), 'Out of memory');
    await userEvent.click(screen.getByRole('button', { name: 'Save draft' }));
    // Its own page takes over.
    expect(await screen.findByText('another page')).toBeInTheDocument();
    expect(store.current()).toMatchObject({
      entityRef: ENTITY,
      title: 'Out of memory',
      matches: [{ code: 'oom' }],
    });
    expect(draftsCount()).toBe(0);
  });

  it('wants to know what it belongs to', async () => {
    const store = new FakeRunbookStore();
    await open(store, '');
    await userEvent.type(await screen.findByLabelText('Title'), 'T');
    await userEvent.click(screen.getByRole('button', { name: 'Save draft' }));
    expect(
      screen.getByText('Say what it belongs to, like component:default/name.'),
    ).toBeInTheDocument();
    expect(store.writes).toHaveLength(0);
  });

  it('is there again after the page was gone', async () => {
    const store = new FakeRunbookStore();
    const page = await open(store);
    await typeText('my own text\n');
    page.unmount();
    await open(store);
    expect(await textOf()).toBe('my own text\n');
  });

  it('writes a step from a form', async () => {
    await open(new FakeRunbookStore());
    await typeText('');
    await userEvent.click(
      screen.getByRole('button', { name: 'Insert a step' }),
    );
    await userEvent.type(
      await screen.findByLabelText(/^What to do/),
      'Look at the pods',
    );
    await userEvent.type(
      screen.getByLabelText('Command', { selector: 'textarea' }),
      'kubectl get pods',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Insert' }));
    await waitFor(async () =>
      expect(await textOf()).toBe(
        '### Look at the pods\n\n```sh\nkubectl get pods\n```\n\n',
      ),
    );
  });

  it('explains how to leave the text by keyboard', async () => {
    await open(new FakeRunbookStore());
    await userEvent.click(
      await screen.findByRole('button', { name: 'How to write a runbook' }),
    );
    expect(await screen.findByText('Esc, then Tab')).toBeInTheDocument();
    expect(
      screen.getByText(/and \{\{cluster\}\} are filled in/),
    ).toBeInTheDocument();
  });
});
