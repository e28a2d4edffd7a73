import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderInTestApp } from '@backstage/test-utils';
import { DiffView } from './DiffView';

// Thousands of lines in jsdom, on a machine that does other things too.
jest.setTimeout(30_000);

const lines = (count: number, word: string) =>
  Array.from({ length: count }, (_, i) => `${word} ${i}`).join('\n');

describe('DiffView', () => {
  it('says that two texts are the same', async () => {
    await renderInTestApp(<DiffView before="a" after="a" />);
    expect(screen.getByText('The text is the same.')).toBeInTheDocument();
  });

  it('folds what is the same', async () => {
    const before = lines(100, 'line');
    await renderInTestApp(
      <DiffView before={before} after={before.replace('line 50', 'other')} />,
    );
    expect(screen.getByText('47 lines that are the same')).toBeInTheDocument();
    expect(screen.getByText('46 lines that are the same')).toBeInTheDocument();
  });

  it('shows a long comparison in parts', async () => {
    await renderInTestApp(
      <DiffView before={lines(20_000, 'old')} after={lines(20_000, 'new')} />,
    );
    expect(screen.queryAllByText('500')).toHaveLength(0);
    await userEvent.click(screen.getByText('Show 196 more parts'));
    expect(screen.getAllByText('500')).not.toHaveLength(0);
  });
});
