import type { Coverage } from '@callboard/plugin-runbooks-common';
import { uncovered } from './uncovered';

const AT = '2026-11-24T14:02:00.000Z';

function service(name: string, ...codes: string[]) {
  return {
    entityRef: `component:default/${name}`,
    runbooksCount: 0,
    findings: codes.map(code => ({
      aspect: 'kubernetes',
      code: code.replace('+', ''),
      lastAt: AT,
      covered: code.startsWith('+'),
    })),
  };
}

const COVERAGE: Coverage = {
  findingsFrom: 'callboard',
  items: [
    {
      owner: 'group:default/team-a',
      services: [service('one', 'crash-loop', '+oom')],
    },
    { owner: 'group:default/team-b', services: [service('fine', '+oom')] },
    { services: [service('two', 'x'), service('three', 'y')] },
  ],
};

const shown = (search: string) =>
  uncovered(COVERAGE, search).map(({ owner = '-', services }) => [
    owner,
    ...services.map(
      ({ service: { entityRef }, findings }) =>
        `${entityRef.split('/')[1]}: ${findings.map(({ code }) => code)}`,
    ),
  ]);

describe('uncovered', () => {
  it('has owners with most to write first, and only findings without a runbook', () => {
    expect(shown('')).toEqual([
      ['-', 'two: x', 'three: y'],
      ['group:default/team-a', 'one: crash-loop'],
    ]);
  });

  it.each([
    ['an owner', 'TEAM-A', [['group:default/team-a', 'one: crash-loop']]],
    ['a service', 'three', [['-', 'three: y']]],
    ['nothing', 'nowhere', []],
  ])('is narrowed down to %s', (_name, search, expected) => {
    expect(shown(search)).toEqual(expected);
  });
});
