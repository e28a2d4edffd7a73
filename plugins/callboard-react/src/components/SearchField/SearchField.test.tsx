import { useRef, useState } from 'react';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderInTestApp } from '@backstage/test-utils';
import { SearchField, SearchFieldHandle } from './SearchField';

function Page(props: { readonly told: string[]; readonly start?: string }) {
  const { told, start = '' } = props;
  const [value, setValue] = useState(start);
  const search = useRef<SearchFieldHandle>(null);
  return (
    <>
      <SearchField
        ref={search}
        value={value}
        label="Search"
        placeholder="Name or owner"
        onChange={typed => {
          told.push(typed);
          setValue(typed);
        }}
      />
      <button onClick={() => search.current?.focus()}>Go there</button>
      <button onClick={() => setValue('opened')}>Open a view</button>
    </>
  );
}

describe('SearchField', () => {
  const field = () => screen.getByRole('textbox', { name: 'Search' });

  it('tells what was typed once, when it has settled', async () => {
    const told: string[] = [];
    await renderInTestApp(<Page told={told} />);
    await userEvent.type(field(), 'web');
    await waitFor(() => expect(told).toEqual(['web']));
  });

  it('has what the address says', async () => {
    await renderInTestApp(<Page told={[]} />);
    await userEvent.click(screen.getByRole('button', { name: 'Open a view' }));
    expect(field()).toHaveValue('opened');
  });

  it('is cleared by its button', async () => {
    const told: string[] = [];
    await renderInTestApp(<Page told={told} start="web" />);
    await userEvent.click(
      screen.getByRole('button', { name: 'Clear the search' }),
    );
    expect(field()).toHaveValue('');
    expect(told).toEqual(['']);
  });

  it('is cleared by Escape, which then leaves it', async () => {
    await renderInTestApp(<Page told={[]} start="web" />);
    await userEvent.click(screen.getByRole('button', { name: 'Go there' }));
    expect(field()).toHaveFocus();
    await userEvent.keyboard('{Escape}');
    expect(field()).toHaveValue('');
    expect(field()).toHaveFocus();
    await userEvent.keyboard('{Escape}');
    expect(field()).not.toHaveFocus();
  });
});
