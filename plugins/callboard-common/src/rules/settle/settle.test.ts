import { DEFAULT_SETTLE_POLICY, POLLED_SETTLE_POLICY } from './policy';
import { settle } from './settle';
import { SettledState } from './state';
import { at, iso, play, Step } from './testSeries';
import { SettledTransition } from './types';

describe('settle: first sight', () => {
  it('makes no transition and says "at least" where the upstream knows no time', () => {
    const { state, transitions } = play([{ min: 0, status: 'failing' }]);
    expect(state).toMatchObject({
      status: 'failing',
      since: at(0),
      atLeast: true,
      badSince: at(0),
    });
    expect(transitions).toEqual([]);
  });

  it("takes the upstream's own times first", () => {
    const { state } = play([
      {
        min: 0,
        status: 'failing',
        since: iso(-20),
        badSince: iso(-180),
      },
    ]);
    expect(state).toMatchObject({ since: at(-20), badSince: at(-180) });
    expect(state.atLeast).toBeUndefined();
  });

  it('keeps the "at least" of the upstream', () => {
    const { state } = play([
      { min: 0, status: 'failing', since: iso(-20), atLeast: true },
    ]);
    expect(state).toMatchObject({ since: at(-20), atLeast: true });
  });

  it('clamps a time in the future, and takes one that is no time for none', () => {
    expect(
      play([{ min: 0, status: 'failing', since: iso(60) }]).state,
    ).toMatchObject({ since: at(0), badSince: at(0) });
    expect(
      play([{ min: 0, status: 'failing', since: 'yesterday' }]).state,
    ).toMatchObject({ since: at(0), atLeast: true });
  });
});

describe('settle: what is settled already', () => {
  const cases: ReadonlyArray<{
    name: string;
    steps: readonly Step[];
    state: Partial<SettledState>;
    transitions: readonly SettledTransition[];
  }> = [
    {
      name: 'a change by the upstream’s time',
      steps: [
        { min: 0, status: 'ok' },
        { min: 10, status: 'failing', since: iso(9) },
      ],
      state: { status: 'failing', since: at(9), badSince: at(9) },
      transitions: [{ from: 'ok', to: 'failing', at: at(9) }],
    },
    {
      name: 'a change that only we saw',
      steps: [
        { min: 0, status: 'ok' },
        { min: 10, status: 'failing' },
      ],
      state: {
        status: 'failing',
        since: at(10),
        badSince: at(10),
        atLeast: undefined,
      },
      transitions: [{ from: 'ok', to: 'failing', at: at(10) }],
    },
    {
      name: 'a warning that becomes failing keeps the start of not being ok',
      steps: [
        { min: 0, status: 'ok' },
        { min: 10, status: 'warning' },
        { min: 30, status: 'failing' },
      ],
      state: { status: 'failing', since: at(30), badSince: at(10) },
      transitions: [
        { from: 'ok', to: 'warning', at: at(10) },
        { from: 'warning', to: 'failing', at: at(30) },
      ],
    },
    {
      name: 'recovery ends not being ok',
      steps: [
        { min: 0, status: 'failing' },
        { min: 10, status: 'ok', since: iso(9) },
      ],
      state: { status: 'ok', since: at(9), badSince: undefined },
      transitions: [{ from: 'failing', to: 'ok', at: at(9) }],
    },
    {
      name: 'the same again changes nothing',
      steps: [
        { min: 0, status: 'failing', since: iso(-5) },
        { min: 10, status: 'failing', since: iso(-5) },
        { min: 20, status: 'failing' },
      ],
      state: { status: 'failing', since: at(-5), badSince: at(-5) },
      transitions: [],
    },
    {
      name: 'an earlier start becomes known',
      steps: [
        { min: 0, status: 'failing' },
        { min: 1, status: 'failing', since: iso(-30) },
      ],
      state: { since: at(-30), badSince: at(-30), atLeast: undefined },
      transitions: [],
    },
    {
      name: 'the upstream forgets how it began',
      steps: [
        { min: 0, status: 'failing', since: iso(-30) },
        { min: 1, status: 'failing', since: iso(-20), atLeast: true },
      ],
      state: { since: at(-30), badSince: at(-30), atLeast: undefined },
      transitions: [],
    },
    {
      name: 'it was over and came back while nobody could look',
      steps: [
        { min: 0, status: 'failing', since: iso(-30) },
        { min: 180, status: 'failing', since: iso(120) },
      ],
      state: { since: at(120), badSince: at(120) },
      transitions: [],
    },
    {
      name: 'failing over unknown to failing keeps since and badSince',
      steps: [
        { min: 0, status: 'warning' },
        { min: 10, status: 'failing' },
        { min: 20, status: 'unknown' },
        { min: 30, status: 'failing' },
      ],
      state: { status: 'failing', since: at(10), badSince: at(0) },
      transitions: [
        { from: 'warning', to: 'failing', at: at(10) },
        { from: 'failing', to: 'unknown', at: at(20) },
        { from: 'unknown', to: 'failing', at: at(30) },
      ],
    },
    {
      name: 'ok over unknown to ok keeps since',
      steps: [
        { min: 0, status: 'ok', since: iso(-600) },
        { min: 20, status: 'unknown' },
        { min: 30, status: 'ok' },
      ],
      state: { status: 'ok', since: at(-600), badSince: undefined },
      transitions: [
        { from: 'ok', to: 'unknown', at: at(20) },
        { from: 'unknown', to: 'ok', at: at(30) },
      ],
    },
    {
      name: 'warning over unknown to failing keeps badSince',
      steps: [
        { min: 0, status: 'warning' },
        { min: 20, status: 'unknown' },
        { min: 30, status: 'failing', since: iso(25) },
      ],
      state: { status: 'failing', since: at(25), badSince: at(0) },
      transitions: [
        { from: 'warning', to: 'unknown', at: at(20) },
        { from: 'unknown', to: 'failing', at: at(25) },
      ],
    },
    {
      name: 'what turned bad behind unknown may have done so earlier than seen',
      steps: [
        { min: 0, status: 'ok' },
        { min: 20, status: 'unknown' },
        { min: 30, status: 'failing' },
      ],
      state: { since: at(30), atLeast: true, badSince: at(30) },
      transitions: [
        { from: 'ok', to: 'unknown', at: at(20) },
        { from: 'unknown', to: 'failing', at: at(30) },
      ],
    },
    {
      name: 'unknown is no start of being bad, but keeps it',
      steps: [
        { min: 0, status: 'failing' },
        { min: 20, status: 'unknown' },
      ],
      state: { status: 'unknown', since: at(20), badSince: at(0) },
      transitions: [{ from: 'failing', to: 'unknown', at: at(20) }],
    },
    {
      name: 'good since before it was bad is good since now',
      steps: [
        { min: 0, status: 'warning', since: iso(-10) },
        { min: 20, status: 'ok', since: iso(-600) },
      ],
      state: { status: 'ok', since: at(20) },
      transitions: [{ from: 'warning', to: 'ok', at: at(20) }],
    },
    {
      name: 'getting connected and disconnected is told to nobody',
      steps: [
        { min: 0, status: 'none' },
        { min: 10, status: 'failing' },
        { min: 20, status: 'none' },
        { min: 30, status: 'ok' },
      ],
      state: { status: 'ok', since: at(30), atLeast: true },
      transitions: [],
    },
    {
      name: 'what was not observed yet is no change',
      steps: [
        { min: 0, status: 'unknown', provisional: true },
        { min: 1, status: 'ok' },
        { min: 10, status: 'unknown', provisional: true },
        { min: 11, status: 'ok' },
        { min: 20, status: 'unknown', provisional: true },
        { min: 21, status: 'failing' },
      ],
      state: { status: 'failing', since: at(21) },
      transitions: [{ from: 'ok', to: 'failing', at: at(21) }],
    },
    {
      name: 'our own clock was set back',
      steps: [
        { min: 0, status: 'failing' },
        { min: -60, status: 'failing' },
      ],
      state: { since: at(-60), badSince: at(-60) },
      transitions: [],
    },
  ];

  it.each(cases)('$name', ({ steps, state, transitions }) => {
    const played = play(steps);
    expect(played.state).toMatchObject(
      Object.fromEntries(
        Object.entries(state).filter(([, value]) => value !== undefined),
      ),
    );
    for (const [name, value] of Object.entries(state)) {
      expect([name, Reflect.get(played.state, name)]).toEqual([name, value]);
    }
    expect(played.transitions).toEqual(transitions);
  });

  it('gives the same object back where nothing changed', () => {
    const { state } = play([
      { min: 0, status: 'ok' },
      { min: 5, status: 'failing', since: iso(4) },
    ]);
    const input = { status: 'failing', since: iso(4) } as const;
    const again = settle(state, input, at(6), DEFAULT_SETTLE_POLICY);
    expect(again.state).toBe(state);
    expect(again.transition).toBeUndefined();
    expect(again.recheckAt).toBeUndefined();
  });
});

describe('settle: polled facts', () => {
  it('takes the way in at once, because the rules have thresholds of their own', () => {
    const { state, recheckAt } = play(
      [
        { min: 0, status: 'ok' },
        { min: 1, status: 'failing' },
      ],
      POLLED_SETTLE_POLICY,
    );
    expect(state.status).toBe('failing');
    expect(recheckAt).toBeUndefined();
  });

  it.each([
    { name: 'one observation is not enough', minutes: [1], ok: false },
    {
      name: 'two within two minutes are not enough',
      minutes: [1, 2],
      ok: false,
    },
    { name: 'two over two minutes are', minutes: [1, 3], ok: true },
    { name: 'one after a long pause is not enough', minutes: [60], ok: false },
  ])('on the way out $name', ({ minutes, ok }) => {
    const { state, transitions } = play(
      [
        { min: 0, status: 'failing' },
        ...minutes.map(min => ({ min, status: 'ok' as const })),
      ],
      POLLED_SETTLE_POLICY,
    );
    expect(state.status).toBe(ok ? 'ok' : 'failing');
    expect(transitions).toHaveLength(ok ? 1 : 0);
  });

  it('says when to look again, and begins anew when it is bad in between', () => {
    const pending = play(
      [
        { min: 0, status: 'failing' },
        { min: 1, status: 'ok' },
      ],
      POLLED_SETTLE_POLICY,
    );
    expect(pending.recheckAt).toBe(at(3));
    const { state } = play(
      [
        { min: 0, status: 'failing' },
        { min: 1, status: 'ok' },
        { min: 2, status: 'failing' },
        { min: 3, status: 'ok' },
      ],
      POLLED_SETTLE_POLICY,
    );
    expect(state).toMatchObject({ status: 'failing', since: at(0) });
  });

  it('honours a threshold on the way in', () => {
    const policy = {
      ...POLLED_SETTLE_POLICY,
      worsen: { observations: 3, afterMs: 0 },
    };
    const steps: Step[] = [
      { min: 0, status: 'ok' },
      { min: 1, status: 'failing' },
      { min: 2, status: 'failing' },
    ];
    expect(play(steps, policy).state.status).toBe('ok');
    expect(
      play([...steps, { min: 3, status: 'failing' }], policy).state.status,
    ).toBe('failing');
  });
});
