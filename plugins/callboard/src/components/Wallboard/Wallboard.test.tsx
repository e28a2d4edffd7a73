import { screen, within } from '@testing-library/react';
import { NOW_MS } from '../../__testUtils__/builders';
import { aRow, FakeBoardApi } from '../../__testUtils__/FakeBoardApi';
import { renderCallboard } from '../../__testUtils__/renderCallboard';
import { Wallboard } from './Wallboard';

// A whole page in a make-believe browser takes its time on a busy machine.
jest.setTimeout(30_000);

describe('Wallboard', () => {
  let api: FakeBoardApi;

  beforeEach(() => {
    api = new FakeBoardApi();
    api.rows = [
      aRow('search', 'ok', { system: 'system:default/find' }),
      aRow('checkout', 'failing'),
      aRow('cart', 'warning'),
    ];
    jest.spyOn(Date, 'now').mockReturnValue(NOW_MS);
  });

  afterEach(() => {
    jest.restoreAllMocks();
  });

  it('shows systems worst first, and when that was known', async () => {
    await renderCallboard(<Wallboard />, { api });
    const shop = await screen.findByRole('heading', { name: 'shop' });
    const tiles = screen
      .getAllByRole('heading', { level: 2 })
      .map(heading => heading.textContent);
    expect(tiles).toEqual(['shop', 'find']);
    const tile = within(shop.parentElement!);
    expect(tile.getByText('1 failing, 1 warning, delivery only')).toBeVisible();
    expect(tile.getByText('checkout: checkout is red')).toBeVisible();
    expect(screen.getByText('14:40:10')).toBeVisible();
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  it('says that it loads until the first answer', async () => {
    jest.spyOn(api, 'getServices').mockReturnValue(new Promise(() => {}));
    await renderCallboard(<Wallboard />, { api });
    expect(screen.getByRole('status', { name: 'Loading' })).toBeInTheDocument();
    expect(screen.queryByRole('main')).not.toBeInTheDocument();
  });

  it('covers everything when the server is not heard for 30 s', async () => {
    await renderCallboard(<Wallboard />, { api });
    await screen.findByRole('heading', { name: 'shop' });
    jest.spyOn(Date, 'now').mockReturnValue(NOW_MS + 47_000);
    const alarm = await screen.findByRole('alert', {}, { timeout: 3_000 });
    expect(alarm).toHaveTextContent('Not live since 14:40:10');
    expect(alarm).toHaveTextContent('has not been heard for 47 s');
  });
});
