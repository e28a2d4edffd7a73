import type { SourceHealth } from '@callboard/plugin-callboard-common';
import { countSources, sortSources } from './sourceOrder';

function source(name: string, over: Partial<SourceHealth> = {}): SourceHealth {
  return {
    source: `jenkins/${name}`,
    type: 'jenkins',
    name,
    state: 'ok',
    intervalSeconds: 30,
    calls: 1,
    bytes: 1,
    services: 1,
    staleServices: 0,
    production: true,
    findings: [],
    ...over,
  };
}

const finding = {
  code: 'queue-stuck',
  status: 'warning' as const,
  message: '6 jobs wait',
  impact: 'delivery' as const,
  params: {},
  links: [],
};

describe('sortSources', () => {
  it('puts the worst first, then findings, then what feeds most, then the name', () => {
    const sorted = sortSources([
      source('b'),
      source('a'),
      source('big', { services: 9 }),
      source('queue', { findings: [finding] }),
      source('new', { state: 'starting' }),
      source('custom', { state: 'not-observable' }),
      source('locked', { state: 'forbidden' }),
      source('broken', { state: 'failing' }),
      source('gone', { state: 'unreachable' }),
    ]);
    expect(sorted.map(({ name }) => name)).toEqual([
      'gone',
      'broken',
      'locked',
      'custom',
      'new',
      'queue',
      'big',
      'a',
      'b',
    ]);
  });
});

describe('countSources', () => {
  it('counts only the states that occur, worst first', () => {
    expect(
      countSources([
        source('a'),
        source('b'),
        source('c', { state: 'forbidden' }),
      ]),
    ).toEqual([
      { state: 'forbidden', count: 1 },
      { state: 'ok', count: 2 },
    ]);
  });
});
