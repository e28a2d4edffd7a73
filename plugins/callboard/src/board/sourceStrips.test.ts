import { SourceHealth } from '@callboard/plugin-callboard-common';
import { firstLook, troubledSources } from './sourceStrips';

const source = (part: Partial<SourceHealth>): SourceHealth => ({
  source: 'jenkins/main',
  type: 'jenkins',
  name: 'main',
  state: 'ok',
  intervalSeconds: 30,
  calls: 0,
  bytes: 0,
  services: 0,
  staleServices: 0,
  production: true,
  findings: [],
  ...part,
});

describe('source strips', () => {
  it('name sources in trouble, the widest trouble first', () => {
    const sources = [
      source({ source: 'a/ok' }),
      source({ source: 'b/small', state: 'unreachable', services: 2 }),
      source({ source: 'c/never', state: 'not-observable', services: 90 }),
      source({ source: 'd/wide', state: 'forbidden', services: 40 }),
      source({ source: 'a/small', state: 'failing', services: 2 }),
    ];
    expect(troubledSources(sources).map(troubled => troubled.source)).toEqual([
      'd/wide',
      'a/small',
      'b/small',
    ]);
  });

  it('tell how far the first look is, and nothing afterwards', () => {
    expect(
      firstLook([
        source({}),
        source({ state: 'starting', services: 12 }),
        source({ state: 'starting', services: 7 }),
      ]),
    ).toEqual({ answered: 1, total: 3, waiting: 19 });
    expect(firstLook([source({})])).toBeUndefined();
  });
});
