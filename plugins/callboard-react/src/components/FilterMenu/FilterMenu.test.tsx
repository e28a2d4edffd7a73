import { ComponentProps, useState } from 'react';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderInTestApp } from '@backstage/test-utils';
import { FilterChoices } from './FilterChoices';
import { FilterMenu } from './FilterMenu';

const nameOf = (value: string) => `Team ${value}`;

function Filter(
  props: Partial<ComponentProps<typeof FilterChoices>> & {
    readonly start?: readonly string[];
  },
) {
  const { start = [], ...choices } = props;
  const [selected, setSelected] = useState(start);
  return (
    <FilterMenu title="Owner" selected={selected} nameOf={nameOf}>
      <FilterChoices
        values={['cart', 'pay', 'web']}
        {...choices}
        selected={selected}
        nameOf={nameOf}
        onChange={setSelected}
      />
    </FilterMenu>
  );
}

describe('FilterMenu', () => {
  const open = async (element: JSX.Element) => {
    await renderInTestApp(element);
    await userEvent.click(screen.getByRole('button', { name: /^Owner/ }));
  };
  const choices = () =>
    screen.queryAllByRole('listitem').map(choice => choice.textContent);

  it.each<[readonly string[], string]>([
    [[], 'Owner'],
    [['web'], 'Owner: Team web'],
    [['web', 'pay'], 'Owner: 2 chosen'],
  ])('says of %j %j', async (start, said) => {
    await renderInTestApp(<Filter start={start} />);
    expect(screen.getByRole('button', { name: said })).toBeInTheDocument();
  });

  it('leaves a choice in its place when it is chosen', async () => {
    await open(<Filter />);
    await userEvent.click(screen.getByRole('checkbox', { name: 'Team pay' }));
    expect(screen.getByRole('checkbox', { name: 'Team pay' })).toBeChecked();
    expect(choices()).toEqual(['Team cart', 'Team pay', 'Team web']);
    await userEvent.click(screen.getByRole('button', { name: 'Clear' }));
    expect(
      screen.getByRole('checkbox', { name: 'Team pay' }),
    ).not.toBeChecked();
  });

  it('keeps what is chosen among the choices, though nothing has it', async () => {
    await open(<Filter start={['gone']} />);
    expect(choices()).toEqual([
      'Team gone',
      'Team cart',
      'Team pay',
      'Team web',
    ]);
  });

  it('finds choices by the names that are shown', async () => {
    await open(<Filter beside={value => ` (${value.length})`} />);
    expect(
      screen.getByRole('textbox', { name: 'Search in the list' }),
    ).toHaveFocus();
    await userEvent.keyboard('team P');
    expect(choices()).toEqual(['Team pay (3)']);
    await userEvent.keyboard('x');
    expect(screen.getByText('Nothing to choose')).toBeInTheDocument();
  });

  it('takes what is typed where that is offered', async () => {
    await open(<Filter typeLabel="Search, or type one" />);
    await userEvent.keyboard('other{Enter}');
    expect(screen.getByRole('checkbox', { name: 'Team other' })).toBeChecked();
    expect(
      screen.getByRole('textbox', { name: 'Search, or type one' }),
    ).toHaveValue('');
  });

  it('says that choices are on their way', async () => {
    await open(<Filter values={undefined} />);
    expect(screen.getByRole('status', { name: 'Loading' })).toBeInTheDocument();
    expect(screen.queryByText('Nothing to choose')).toBeNull();
  });

  it('says that choices could not be loaded, and keeps what is chosen', async () => {
    await open(<Filter values={undefined} failed start={['web']} />);
    expect(
      screen.getByText('The choices could not be loaded.'),
    ).toBeInTheDocument();
    expect(choices()).toEqual(['Team web']);
  });

  it('shows the first hundred, and how many more there are', async () => {
    await open(
      <Filter values={Array.from({ length: 130 }, (_, i) => `t${i}`)} />,
    );
    expect(choices()).toHaveLength(100);
    expect(screen.getByText('30 more; type to find them')).toBeInTheDocument();
  });
});
