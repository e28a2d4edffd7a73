import type { Observation } from '@callboard/plugin-callboard-common';
import { unheardSources } from './unheard';

function observation(over: Partial<Observation>): Observation {
  return {
    source: 'jenkins/main',
    subject: 'shop/checkout',
    aspect: 'pipelines',
    status: 'ok',
    since: '2026-11-23T10:00:00.000Z',
    observedAt: '2026-11-23T14:36:00.000Z',
    stale: true,
    summary: '',
    findings: [],
    production: true,
    links: [],
    explanation: { rule: '', inputs: [] },
    detail: {},
    ...over,
  };
}

const at = (time: string) => Date.parse(`2026-11-23T${time}.000Z`);

describe('unheardSources', () => {
  it.each<[string, Observation[], { source: string; since?: number }[]]>([
    ['nothing', [], []],
    ['a source that is heard', [observation({ stale: false })], []],
    [
      'a source that is not',
      [observation({})],
      [{ source: 'jenkins/main', since: at('14:36:00') }],
    ],
    [
      'the longest silence of a source',
      [
        observation({}),
        observation({ observedAt: '2026-11-23T14:00:00.000Z' }),
      ],
      [{ source: 'jenkins/main', since: at('14:00:00') }],
    ],
    [
      'one that was never heard before the others',
      [
        observation({}),
        observation({ source: 'jenkins/mobile', observedAt: undefined }),
      ],
      [
        { source: 'jenkins/mobile' },
        { source: 'jenkins/main', since: at('14:36:00') },
      ],
    ],
  ])('%s', (_name, observations, expected) => {
    expect(unheardSources(observations)).toEqual(expected);
  });
});
