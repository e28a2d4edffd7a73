import { act, render, screen } from '@testing-library/react';
import { ClockOffset, useNow } from './useNow';

const START_MS = Date.parse('2026-11-24T13:40:00Z');

function Clock() {
  return <time>{useNow(1_000)}</time>;
}

describe('useNow', () => {
  beforeEach(() => {
    jest.useFakeTimers({ now: START_MS });
  });

  afterEach(() => {
    jest.useRealTimers();
  });

  it('renews every reader of one pace at the same moment', () => {
    const { rerender } = render(<Clock />);
    act(() => void jest.advanceTimersByTime(600));
    rerender(
      <>
        <Clock />
        <Clock />
      </>,
    );
    const shown = () =>
      screen.getAllByRole('time').map(clock => Number(clock.textContent));
    const [first, second] = shown();
    expect(first).toBe(second);
    act(() => void jest.advanceTimersByTime(1_000));
    expect(shown()[0]).toBeGreaterThan(first);
    expect(shown()[0]).toBe(shown()[1]);
  });

  it('goes by the clock of the server where the page knows it', () => {
    render(
      <ClockOffset.Provider value={3_600_000}>
        <Clock />
      </ClockOffset.Provider>,
    );
    expect(Number(screen.getByRole('time').textContent)).toBe(
      Date.now() + 3_600_000,
    );
  });

  it('rests while nobody reads it', () => {
    render(<Clock />).unmount();
    expect(jest.getTimerCount()).toBe(0);
  });
});
