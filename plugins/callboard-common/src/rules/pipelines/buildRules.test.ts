import { DAY, HOUR, MIN, NOW, runs } from './testFacts';
import { expectedOf, iso, restlessOf, Row, seenOf } from './testRows';

const rows: readonly Row[] = [
  {
    name: 'green, the last red one still known',
    facts: { runs: runs('SSSF') },
    status: 'ok',
    codes: [],
    since: iso(3 * HOUR),
    summary: 'main #812 passed',
  },
  {
    name: 'green as far back as is known',
    facts: { runs: runs('SSSS') },
    status: 'ok',
    codes: [],
    since: iso(4 * HOUR),
    atLeast: true,
  },
  {
    name: 'green from the very first build on',
    facts: { runs: runs('SS', { newest: 2 }) },
    status: 'ok',
    codes: [],
    since: iso(2 * HOUR),
    atLeast: undefined,
  },
  {
    name: 'green, aborted and unbuilt ones passed over',
    facts: { runs: runs('ANSF') },
    status: 'ok',
    codes: [],
    since: iso(3 * HOUR),
    summary: 'main #810 passed',
  },
  {
    name: 'red',
    facts: { runs: runs('FFFS') },
    status: 'failing',
    codes: ['build-failed'],
    message: `main is red since ${iso(3 * HOUR)}: 3 in a row, first #810`,
    since: iso(3 * HOUR),
    summary: 'main #812 failed',
  },
  {
    name: 'red once',
    facts: { runs: runs('FS') },
    status: 'failing',
    codes: ['build-failed'],
    message: `main is red since ${iso(HOUR)}: #812`,
    since: iso(HOUR),
  },
  {
    name: 'red as far back as is known',
    facts: { runs: runs('FF'), lastSuccessAt: NOW - 30 * DAY },
    status: 'failing',
    codes: ['build-failed'],
    message: `main is red since at least ${iso(
      2 * HOUR,
    )}: 2 or more in a row, oldest known #811`,
    since: iso(2 * HOUR),
    atLeast: true,
  },
  {
    name: 'red, rebuilt now',
    facts: { runs: runs('RFS') },
    status: 'failing',
    codes: ['build-failed'],
    since: iso(2 * HOUR),
  },
  {
    name: 'red, the rebuild aborted',
    facts: { runs: runs('AAFS') },
    status: 'failing',
    codes: ['build-failed'],
    since: iso(3 * HOUR),
  },
  {
    name: 'red after unstable',
    facts: { runs: runs('FUUS') },
    status: 'failing',
    codes: ['build-failed'],
    since: iso(HOUR),
    badSince: iso(3 * HOUR),
  },
  {
    name: 'red, last built almost 14 days ago',
    facts: { runs: runs('FFS', { agoMs: 14 * DAY }) },
    status: 'failing',
    codes: ['build-failed'],
  },
  {
    name: 'red, nobody rebuilt for over 14 days',
    facts: { runs: runs('FFS', { agoMs: 14 * DAY + MIN }) },
    status: 'warning',
    codes: ['build-abandoned'],
    message: `main is red since ${iso(
      14 * DAY + HOUR + MIN,
    )}, and nobody rebuilt it since ${iso(14 * DAY + MIN)}`,
    since: iso(14 * DAY + HOUR + MIN),
  },
  {
    name: 'red long ago, an aborted build yesterday',
    facts: {
      runs: [
        ...runs('A', { newest: 900, agoMs: DAY }),
        ...runs('FS', { agoMs: 40 * DAY }),
      ],
    },
    status: 'failing',
    codes: ['build-failed'],
  },
  {
    name: 'unstable, with a report',
    facts: {
      runs: runs('UUS').map(run => ({
        ...run,
        tests: { failed: 7, skipped: 1, total: 812 },
      })),
    },
    status: 'warning',
    codes: ['tests-failed'],
    message: '7 of 812 tests fail since #811',
    since: iso(2 * HOUR),
    summary: 'main #812: 7 of 812 tests fail',
  },
  {
    name: 'unstable, without a report',
    facts: { runs: runs('UU') },
    status: 'warning',
    codes: ['tests-failed'],
    message: 'main is unstable since #811 or earlier',
    atLeast: true,
    since: iso(2 * HOUR),
  },
  {
    name: 'unstable after red',
    facts: { runs: runs('UFS') },
    status: 'warning',
    codes: ['tests-failed'],
    since: iso(HOUR),
    badSince: iso(2 * HOUR),
  },
  {
    name: 'never built',
    facts: { runs: [] },
    status: 'unknown',
    codes: ['no-data'],
    message: 'Never completed a build',
  },
  {
    name: 'the first build runs',
    facts: { runs: runs('R', { newest: 1 }) },
    status: 'unknown',
    codes: ['no-data'],
  },
  {
    name: 'two aborted, nothing completed',
    facts: { runs: runs('AA') },
    status: 'unknown',
    codes: ['no-data'],
  },
  {
    name: 'nothing completed among the builds known, but before them',
    facts: { runs: runs('AA'), lastSuccessAt: NOW - 90 * DAY },
    status: 'unknown',
    codes: ['no-data'],
    message: 'None of the last 2 builds was completed',
  },
  {
    name: 'the three newest aborted, green before',
    facts: { runs: runs('ANAS') },
    status: 'warning',
    codes: ['builds-aborted'],
    message: 'The last 3 builds stopped early',
    since: iso(HOUR),
  },
  {
    name: 'five aborted: it was worth a word from the third on',
    facts: { runs: runs('AAAAAS') },
    status: 'warning',
    codes: ['builds-aborted'],
    message: 'The last 5 builds stopped early',
    since: iso(3 * HOUR),
  },
  {
    name: 'two aborted are nothing',
    facts: { runs: runs('AAS') },
    status: 'ok',
    codes: [],
  },
  {
    name: 'three aborted while another runs',
    facts: { runs: runs('RAAAS') },
    status: 'warning',
    codes: ['builds-aborted'],
  },
  {
    name: 'three aborted, red before: the worst wins',
    facts: { runs: runs('AAAFS') },
    status: 'failing',
    codes: ['build-failed', 'builds-aborted'],
    since: iso(4 * HOUR),
  },
  {
    name: 'three aborted, nothing ever completed',
    facts: { runs: runs('AAA', { newest: 3 }) },
    status: 'warning',
    codes: ['builds-aborted', 'no-data'],
  },
  {
    name: 'four flips in ten',
    facts: { runs: runs('SFSFSSSSSSFF') },
    status: 'ok',
    codes: ['~flaky'],
    message: 'Passes 8 of 10',
  },
  {
    name: 'three flips in ten',
    facts: { runs: runs('SFSFFFFFFFS') },
    status: 'ok',
    codes: [],
  },
  {
    name: 'flips, red now',
    facts: { runs: runs('FSFSFS') },
    status: 'failing',
    codes: ['build-failed', '~flaky'],
  },
  {
    name: 'disabled while red',
    facts: { disabled: true, runs: runs('FS', { agoMs: 40 * DAY }) },
    status: 'ok',
    codes: ['~disabled'],
    message: `Disabled; last result FAILURE at ${iso(40 * DAY)}`,
  },
  {
    name: 'disabled before any build',
    facts: { disabled: true, runs: [], cadenceMs: DAY },
    status: 'ok',
    codes: ['~disabled'],
    message: 'Disabled; it never completed a build',
  },
];

describe('rules about how builds ended', () => {
  it.each(rows)('$name', row => {
    expect(seenOf(row)).toEqual(expectedOf(row));
  });

  it.each(rows)('$name: reads the same a minute later', row => {
    expect(restlessOf(row)).toEqual([]);
  });
});
