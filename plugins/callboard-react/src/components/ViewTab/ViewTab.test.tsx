import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderInTestApp } from '@backstage/test-utils';
import { ViewTab } from './ViewTab';

describe('ViewTab', () => {
  it('is a link with the number of its rows', async () => {
    await renderInTestApp(
      <ViewTab name="Mine" to="/list?owner=me" current count={12} />,
    );
    const tab = screen.getByRole('link', { name: 'Mine 12' });
    expect(tab).toHaveAttribute('href', '/list?owner=me');
    expect(tab).toHaveAttribute('aria-current', 'page');
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('can be forgotten where that is offered', async () => {
    const onRemove = jest.fn();
    await renderInTestApp(
      <ViewTab
        name="Mine"
        to="/list"
        current={false}
        remove={{ label: 'Delete the view Mine', onRemove }}
      />,
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Delete the view Mine' }),
    );
    expect(onRemove).toHaveBeenCalledTimes(1);
  });
});
