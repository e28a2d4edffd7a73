import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderInTestApp } from '@backstage/test-utils';
import { MineChoice } from './MineChoice';

describe('MineChoice', () => {
  it.each([
    { mine: false, pressed: 'All', chosen: 'Mine', means: true },
    { mine: true, pressed: 'Mine', chosen: 'All', means: false },
  ])(
    'says that $pressed holds, and offers $chosen',
    async ({ mine, pressed, chosen, means }) => {
      const onMine = jest.fn();
      await renderInTestApp(
        <MineChoice label="Whose" mine={mine} onMine={onMine} />,
      );
      expect(screen.getByRole('button', { pressed: true })).toHaveTextContent(
        pressed,
      );
      await userEvent.click(screen.getByRole('button', { name: chosen }));
      expect(onMine).toHaveBeenCalledWith(means);
    },
  );
});
