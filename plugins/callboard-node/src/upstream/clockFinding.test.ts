import { clockFinding } from './clockFinding';

describe('clockFinding', () => {
  it.each([
    [0, undefined],
    [
      180_000,
      'The clock of jenkins/main is 3 min ahead; the times shown here are corrected',
    ],
    [
      -120_000,
      'The clock of jenkins/main is 2 min behind; the times shown here are corrected',
    ],
  ])('of a clock that is %d ms ahead', (offsetMs, message) => {
    expect(
      clockFinding({ source: 'jenkins/main', offsetMs, hint: 'Mend it' })
        ?.message,
    ).toBe(message);
  });
});
