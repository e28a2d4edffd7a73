import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderInTestApp } from '@backstage/test-utils';
import { FilterBar } from './FilterBar';

function onScreen(width: 'phone' | 'wide') {
  window.matchMedia = query => ({
    matches: width === 'phone' && query.includes('max-width'),
    media: query,
    onchange: null,
    addListener: () => {},
    removeListener: () => {},
    addEventListener: () => {},
    removeEventListener: () => {},
    dispatchEvent: () => false,
  });
}

describe('FilterBar', () => {
  const shown = () =>
    screen.getByRole('group', { name: 'Filters' }).textContent;
  const bar = (
    <FilterBar first={<i>whose </i>} search={<i>search </i>}>
      <i>owner</i>
    </FilterBar>
  );

  it('has everything in one line', async () => {
    onScreen('wide');
    await renderInTestApp(bar);
    expect(shown()).toBe('whose search owner');
  });

  it('has all but the search behind a button on a phone', async () => {
    onScreen('phone');
    await renderInTestApp(bar);
    expect(shown()).toBe('search Filters');
    const more = screen.getByRole('button', { name: 'Filters' });
    expect(more).toHaveAttribute('aria-expanded', 'false');
    await userEvent.click(more);
    expect(more).toHaveAttribute('aria-expanded', 'true');
    expect(shown()).toBe('search Filterswhose owner');
  });
});
