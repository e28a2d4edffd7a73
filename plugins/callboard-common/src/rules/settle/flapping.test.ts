import { toInstant } from '../instants';
import { at, iso, MIN, play, Step } from './testSeries';

describe('settle: flapping', () => {
  const flips: Step[] = [
    { min: 0, status: 'ok' },
    { min: 10, status: 'failing', since: iso(9) },
    { min: 20, status: 'ok', since: iso(19) },
    { min: 30, status: 'warning', since: iso(29) },
    { min: 40, status: 'ok', since: iso(39) },
  ];

  it('shows the worst of the window after four changes in an hour, as one entry', () => {
    const { state, transitions, recheckAt } = play(flips);
    expect(state).toMatchObject({
      status: 'failing',
      since: at(9),
      badSince: at(9),
      flappingSince: at(9),
    });
    expect(transitions.slice(0, 3).map(({ to }) => to)).toEqual([
      'failing',
      'ok',
      'warning',
    ]);
    expect(transitions.slice(3)).toEqual([
      { from: 'ok', to: 'failing', at: at(39), flappingSince: at(9) },
    ]);
    expect(recheckAt).toBe(at(70));
  });

  it('tells nothing more while it goes on', () => {
    const { state, transitions } = play([
      ...flips,
      { min: 45, status: 'warning' },
      { min: 50, status: 'ok' },
      { min: 55, status: 'failing' },
    ]);
    expect(state.flappingSince).toBe(at(9));
    expect(transitions).toHaveLength(4);
  });

  it('tells when it gets worse than it was told', () => {
    const { state, transitions } = play([
      { min: 0, status: 'ok' },
      { min: 10, status: 'warning' },
      { min: 20, status: 'ok' },
      { min: 30, status: 'warning' },
      { min: 40, status: 'ok' },
      { min: 45, status: 'failing' },
    ]);
    expect(state.status).toBe('failing');
    expect(transitions.slice(3)).toEqual([
      { from: 'ok', to: 'warning', at: at(40), flappingSince: at(10) },
      { from: 'warning', to: 'failing', at: at(45), flappingSince: at(10) },
    ]);
  });

  it('is over after 30 quiet minutes', () => {
    const before = play([...flips, { min: 69, status: 'ok', since: iso(39) }]);
    expect(before.state.flappingSince).toBe(at(9));
    const after = play([...flips, { min: 70, status: 'ok', since: iso(39) }]);
    expect(after.state).toEqual({
      status: 'ok',
      since: at(39),
      told: 'ok',
    });
    expect(after.transitions.at(-1)).toEqual({
      from: 'failing',
      to: 'ok',
      at: at(70),
    });
  });

  it('ends bad without telling what was told', () => {
    const { state, transitions } = play([
      ...flips,
      { min: 45, status: 'failing' },
      { min: 80, status: 'failing' },
    ]);
    expect(state).toMatchObject({ status: 'failing', since: at(45) });
    expect(state.flappingSince).toBeUndefined();
    expect(transitions).toHaveLength(4);
  });

  it.each([
    {
      name: 'three changes',
      steps: flips.slice(0, 4),
    },
    {
      name: 'four changes in more than an hour',
      steps: flips.map(({ min, status }) => ({ min: min * 2.5, status })),
    },
    {
      name: 'changes from warning to failing and back',
      steps: [0, 10, 20, 30, 40, 50].map((min, index) => ({
        min,
        status: index % 2 ? ('failing' as const) : ('warning' as const),
      })),
    },
    {
      name: 'gaps of unknown',
      steps: [0, 10, 20, 30, 40, 50].map((min, index) => ({
        min,
        status: index % 2 ? ('unknown' as const) : ('failing' as const),
      })),
    },
  ])('$name are no flapping', ({ steps }) => {
    expect(play(steps).state.flappingSince).toBeUndefined();
  });

  it('counts by our clock, however wrong that of the upstream is', () => {
    const { state } = play(
      flips.map(step => ({
        ...step,
        since: step.since && toInstant(Date.parse(step.since) - 60 * MIN),
      })),
    );
    expect(state.flappingSince).toBe(at(10));
  });

  it('remembers a limited number of changes', () => {
    const { state } = play(
      Array.from({ length: 500 }, (_, index) => ({
        min: index / 10,
        status: index % 2 ? ('failing' as const) : ('ok' as const),
      })),
    );
    expect(state.changes?.length).toBeLessThanOrEqual(32);
    expect(JSON.stringify(state).length).toBeLessThan(4000);
  });
});
