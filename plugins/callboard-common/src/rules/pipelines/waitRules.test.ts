import { DAY, HOUR, MIN, NOW, runs } from './testFacts';
import { expectedOf, iso, restlessOf, Row, running, seenOf } from './testRows';

const rows: readonly Row[] = [
  {
    name: 'runs for three times its usual time, and over 30 min',
    facts: { runs: [running(61 * MIN, 20 * MIN), ...runs('SF')] },
    status: 'warning',
    codes: ['build-overdue'],
    message: `#813 runs since ${iso(61 * MIN)}, usually 20 min`,
    since: iso(MIN),
    summary: 'main #813 is overdue',
  },
  {
    name: 'runs just below three times its usual time',
    facts: { runs: [running(60 * MIN, 20 * MIN), ...runs('SF')] },
    status: 'ok',
    codes: [],
  },
  {
    name: 'runs for long by its own measure, but not for 30 min',
    facts: { runs: [running(30 * MIN, MIN), ...runs('SF')] },
    status: 'ok',
    codes: [],
  },
  {
    name: 'runs without an estimate: what it took before counts',
    facts: { runs: [running(37 * MIN, -1), ...runs('SF')] },
    status: 'warning',
    codes: ['build-overdue'],
    message: `#813 runs since ${iso(37 * MIN)}, usually 12 min`,
  },
  {
    name: 'the first build ever runs for long',
    facts: { runs: [{ ...running(31 * MIN), number: 1 }] },
    status: 'warning',
    codes: ['build-overdue', 'no-data'],
    message: `#1 runs since ${iso(31 * MIN)}`,
  },
  {
    name: 'overdue while red',
    facts: { runs: [running(3 * HOUR, MIN), ...runs('FS')] },
    status: 'failing',
    codes: ['build-failed', 'build-overdue'],
    since: iso(HOUR),
    badSince: iso(150 * MIN - 0),
  },
  {
    name: 'a clock ahead of ours makes nothing overdue',
    facts: { runs: [running(-HOUR, MIN), ...runs('SF')] },
    status: 'ok',
    codes: [],
  },
  {
    name: 'waits in the queue for 15 min',
    facts: {
      runs: runs('SF'),
      queue: { since: NOW - 15 * MIN, why: 'no agent linux' },
    },
    status: 'warning',
    codes: ['queue-stuck'],
    message: `Waits in the queue since ${iso(15 * MIN)}: no agent linux`,
    since: iso(0),
  },
  {
    name: 'waits in the queue for less',
    facts: {
      runs: runs('SF'),
      queue: { since: NOW - 15 * MIN + 1, why: 'no agent linux' },
    },
    status: 'ok',
    codes: [],
  },
  {
    name: 'waits behind its own build, which takes its usual time',
    facts: {
      runs: runs('RSF'),
      queue: { since: NOW - HOUR, why: 'already in progress' },
    },
    status: 'ok',
    codes: [],
  },
  {
    name: 'waits behind its own build, which is overdue',
    facts: {
      runs: [running(2 * HOUR, MIN), ...runs('SF')],
      queue: { since: NOW - HOUR, why: 'already in progress' },
    },
    status: 'warning',
    codes: ['build-overdue', 'queue-stuck'],
    since: iso(90 * MIN),
  },
  {
    name: 'never completed, and does not get an agent',
    facts: { runs: [], queue: { since: NOW - HOUR, why: 'no agent' } },
    status: 'warning',
    codes: ['queue-stuck', 'no-data'],
  },
  {
    name: 'paused for input for 4 h',
    facts: {
      runs: [running(5 * HOUR, MIN), ...runs('SF')],
      input: { since: NOW - 4 * HOUR, url: 'https://ci.example/input' },
    },
    status: 'warning',
    codes: ['waits-for-person'],
    message: `Waits for approval since ${iso(4 * HOUR)}`,
    since: iso(0),
  },
  {
    name: 'paused for input for less, and overdue by that alone',
    facts: {
      runs: [running(5 * HOUR, MIN), ...runs('SF')],
      input: { since: NOW - 4 * HOUR + 1 },
    },
    status: 'ok',
    codes: [],
  },
  {
    name: 'a cadence missed by half',
    facts: { runs: runs('SF', { agoMs: 37 * HOUR }), cadenceMs: DAY },
    status: 'warning',
    codes: ['build-missed'],
    message: `The run that was due at ${iso(
      13 * HOUR + 12 * MIN,
    )} did not begin`,
    since: iso(HOUR + 12 * MIN),
  },
  {
    name: 'a cadence late by less than half',
    facts: { runs: runs('SF', { agoMs: 35 * HOUR }), cadenceMs: DAY },
    status: 'ok',
    codes: [],
  },
  {
    name: 'a cadence kept by an aborted build',
    facts: {
      runs: [
        ...runs('A', { newest: 900 }),
        ...runs('SF', { agoMs: 40 * HOUR }),
      ],
      cadenceMs: DAY,
    },
    status: 'ok',
    codes: [],
  },
  {
    name: 'a missed cadence that waits in the queue by now',
    facts: {
      runs: runs('SF', { agoMs: 40 * HOUR }),
      cadenceMs: DAY,
      queue: { since: NOW - MIN, why: 'quiet period' },
    },
    status: 'ok',
    codes: [],
  },
];

describe('rules about what takes long', () => {
  it.each(rows)('$name', row => {
    expect(seenOf(row)).toEqual(expectedOf(row));
  });

  it.each(rows)('$name: reads the same a minute later', row => {
    expect(restlessOf(row)).toEqual([]);
  });
});
