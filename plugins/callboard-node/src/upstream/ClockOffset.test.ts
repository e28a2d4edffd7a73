import { ClockOffset } from './ClockOffset';

describe('ClockOffset', () => {
  it.each([
    ['nothing worth a word', [400, -900, 89_000], 0],
    ['an hour ahead', [3_600_400], 3_600_000],
    ['an hour behind', [-3_600_400], -3_600_000],
    [
      'steady while measurements wander',
      [3_600_400, 3_598_000, 3_660_000],
      3_600_000,
    ],
    ['put right again', [3_600_400, 200], 0],
    ['moved on', [3_600_400, 7_200_900], 7_200_000],
  ])('is %s after %j', (_, measured, offset) => {
    const clock = ClockOffset.create();
    measured.forEach(ms => clock.notice(ms));
    expect(clock.ms).toBe(offset);
  });
});
