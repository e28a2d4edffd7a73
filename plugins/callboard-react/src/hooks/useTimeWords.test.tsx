import { screen } from '@testing-library/react';
import { renderInTestApp } from '@backstage/test-utils';
import { useTimeWords } from './useTimeWords';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

function Durations() {
  const words = useTimeWords();
  return (
    <output>
      {[
        words.duration(5_000),
        words.duration(5_000, true),
        words.duration(38 * MINUTE_MS),
        words.duration(2 * HOUR_MS),
        words.duration(HOUR_MS + 52 * MINUTE_MS),
        words.duration(120 * HOUR_MS),
      ].join(', ')}
    </output>
  );
}

describe('useTimeWords', () => {
  it('says how long something is', async () => {
    await renderInTestApp(<Durations />);
    expect(screen.getByRole('status')).toHaveTextContent(
      'just now, 5 s, 38 min, 2 h, 1 h 52 min, 5 d',
    );
  });
});
