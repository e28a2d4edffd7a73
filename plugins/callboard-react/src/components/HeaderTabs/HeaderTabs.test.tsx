import { screen, within } from '@testing-library/react';
import { renderInTestApp } from '@backstage/test-utils';
import { HeaderTabs } from './HeaderTabs';

describe('HeaderTabs', () => {
  it('has a link to every page, and says which one this is', async () => {
    await renderInTestApp(
      <HeaderTabs
        label="Callboard"
        tabs={[
          { label: 'Board', to: '/callboard', current: true },
          { label: 'Sources', to: '/callboard/sources', current: false },
        ]}
      />,
    );
    const tabs = within(screen.getByRole('navigation', { name: 'Callboard' }));
    const board = tabs.getByRole('link', { name: 'Board' });
    expect(board).toHaveAttribute('href', '/callboard');
    expect(board).toHaveAttribute('aria-current', 'page');
    expect(tabs.getByRole('link', { name: 'Sources' })).not.toHaveAttribute(
      'aria-current',
    );
  });
});
