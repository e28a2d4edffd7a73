import { act, fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { NOW_MS } from '../../__testUtils__/builders';
import { aRow, FakeBoardApi } from '../../__testUtils__/FakeBoardApi';
import { renderCallboard } from '../../__testUtils__/renderCallboard';
import { BoardPage } from './BoardPage';

// A whole page in a make-believe browser takes its time on a busy machine.
jest.setTimeout(30_000);

describe('BoardPage', () => {
  let api: FakeBoardApi;

  const open = (path = '/callboard') =>
    renderCallboard(<BoardPage />, { api, path });
  const names = () =>
    screen
      .queryAllByTestId('callboard-service')
      .map(row => within(row).getByRole('link').textContent);
  const findNames = async () => {
    await screen.findAllByTestId('callboard-service');
    return names();
  };
  const renew = () =>
    act(async () => void window.dispatchEvent(new Event('focus')));

  beforeEach(() => {
    api = new FakeBoardApi();
    api.rows = [
      aRow('returns', 'ok'),
      aRow('checkout', 'failing'),
      aRow('cart', 'warning', { owner: 'group:default/team-cart' }),
      aRow('search', 'unknown'),
      aRow('old-site', 'none'),
    ];
    jest.spyOn(Date, 'now').mockReturnValue(NOW_MS);
  });

  afterEach(() => {
    jest.restoreAllMocks();
  });

  it('shows one row a service, worst first, and folds away what nothing observes', async () => {
    await open();
    expect(await findNames()).toEqual([
      'checkout',
      'cart',
      'search',
      'returns',
    ]);
    const [worst] = screen.getAllByTestId('callboard-service');
    expect(worst).toHaveTextContent('Failing');
    expect(worst).toHaveTextContent('since 14:02 (38 min)');
    expect(worst).toHaveTextContent('checkout is red');
    expect(worst).toHaveTextContent('delivery only');
    expect(worst).toHaveTextContent('team-shop');
    expect(
      within(worst).getByRole('gridcell', { name: 'Pipelines: Failing' }),
    ).toBeInTheDocument();

    await userEvent.click(
      screen.getByRole('button', { name: /1 service with nothing connected/ }),
    );
    expect(await screen.findByRole('link', { name: 'old-site' })).toBeVisible();
  });

  it('filters by the counts', async () => {
    await open();
    await findNames();
    const failing = screen.getByRole('button', { name: /1.*Failing/ });
    await userEvent.click(failing);
    expect(failing).toHaveAttribute('aria-pressed', 'true');
    expect(await screen.findByText('checkout is red')).toBeVisible();
    expect(names()).toEqual(['checkout']);
  });

  it('says which filter to drop when nothing matches', async () => {
    await open('/callboard?q=cart&status=failing');
    expect(
      await screen.findByText(/“cart”\. Without the search there is 1/),
    ).toBeVisible();
    await userEvent.click(
      screen.getByRole('button', { name: 'Drop the search' }),
    );
    expect(await findNames()).toEqual(['checkout']);
  });

  it('says how many are unknown when nothing is failing', async () => {
    api.rows = api.rows.filter(row => row.status !== 'failing');
    await open('/callboard?status=failing');
    expect(await screen.findByText('Nothing is failing')).toBeVisible();
    await userEvent.click(
      screen.getByRole('button', { name: 'See the 1 unknown' }),
    );
    expect(await findNames()).toEqual(['search']);
  });

  it('keeps the rows while the server does not answer, and says so', async () => {
    await open();
    await findNames();
    api.down = new Error('gone');
    jest.spyOn(Date, 'now').mockReturnValue(NOW_MS + 47_000);
    await renew();
    expect(
      await screen.findByText(/^Not live for 47 s/, {}, { timeout: 3_000 }),
    ).toBeVisible();
    expect(names()).toEqual(['checkout', 'cart', 'search', 'returns']);
  });

  it('keeps rows in their places while the pointer is among them', async () => {
    await open();
    await findNames();
    fireEvent.mouseEnter(screen.getByRole('grid'));
    api.rows = api.rows.map(row =>
      row.name === 'returns' ? aRow('returns', 'failing') : row,
    );
    await renew();
    expect(await screen.findByText('returns is red')).toBeVisible();
    expect(names()).toEqual(['checkout', 'cart', 'search', 'returns']);
    expect(screen.getByText('changed just now')).toBeVisible();

    await userEvent.click(
      screen.getByRole('button', { name: 'Put them in order' }),
    );
    expect(names()?.slice(0, 2).sort()).toEqual(['checkout', 'returns']);
  });

  it('groups by finding and opens a group', async () => {
    await open('/callboard?group=code');
    const group = await screen.findByRole('button', {
      name: /3 services have a red build/,
    });
    expect(names()).toEqual([]);
    await userEvent.click(group);
    expect(await findNames()).toEqual(['checkout', 'cart', 'search']);
    expect(
      screen.getByRole('button', { name: /1 service is ok/ }),
    ).toBeVisible();
  });

  it('works by keyboard, but never while someone types', async () => {
    await open();
    await findNames();
    await userEvent.keyboard('/');
    expect(screen.getByRole('textbox', { name: 'Search' })).toHaveFocus();
    await userEvent.keyboard('jg?{Escape}{Escape}');
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();

    await findNames();
    await userEvent.keyboard('jj{ArrowRight}');
    expect(screen.getByRole('link', { name: 'cart' })).toHaveFocus();
    await userEvent.keyboard('w');
    expect(await screen.findByRole('dialog')).toHaveTextContent('Pipelines');
    await userEvent.keyboard('{Escape}');

    await userEvent.keyboard('?');
    expect(await screen.findByRole('dialog', { name: 'Keys' })).toBeVisible();
  });

  it('has one tab stop', async () => {
    await open();
    await findNames();
    const grid = screen.getByRole('grid');
    expect(grid.querySelectorAll('[tabindex="0"]')).toHaveLength(1);
  });

  it('saves a view under a name, and forgets it again', async () => {
    await open('/callboard?status=warning');
    await userEvent.click(
      await screen.findByRole('button', { name: 'Save this view' }),
    );
    await userEvent.type(screen.getByLabelText('Name'), 'My warnings{Enter}');
    const tab = await screen.findByRole('link', { name: /My warnings/ });
    expect(tab).toHaveAttribute('href', '/callboard?status=warning');
    await userEvent.click(
      screen.getByRole('button', { name: 'Delete the view My warnings' }),
    );
    expect(tab).not.toBeInTheDocument();
  });
});
