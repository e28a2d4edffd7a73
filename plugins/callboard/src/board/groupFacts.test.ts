import { ServiceStatus } from '@callboard/plugin-callboard-common';
import { BoardGroup } from './boardGroups';
import { groupFacts } from './groupFacts';

const red = (
  name: string,
  part: Partial<ServiceStatus> = {},
): ServiceStatus => ({
  entityRef: `component:default/${name}`,
  name,
  owner: 'group:default/a',
  tags: [],
  status: 'failing',
  since: '2026-11-24T13:00:00.000Z',
  stale: false,
  whySource: 'jenkins/main',
  aspects: {
    pipelines: {
      status: 'failing',
      since: '2026-11-24T13:00:00.000Z',
      stale: false,
      summary: '',
      findings: [
        {
          code: 'build-failed',
          status: 'failing',
          message: 'main is red',
          since: '2026-11-24T12:30:00.000Z',
          impact: 'delivery',
          params: {},
          links: [],
          fingerprint: name,
        },
      ],
    },
  },
  ...part,
});

const group = (part: Partial<BoardGroup>, failing: number): BoardGroup => ({
  id: 'code:build-failed',
  kind: 'code',
  value: 'build-failed',
  counts: { failing, warning: 0, unknown: 0, ok: 9, none: 0 },
  ...part,
});

describe('groupFacts', () => {
  it('tells since when the finding is there, where, whose and which', () => {
    expect(
      groupFacts(group({}, 2), [
        red('shop'),
        red('cart', { owner: 'group:default/b' }),
        red('other', { aspects: {} }),
      ]),
    ).toEqual({
      since: '2026-11-24T12:30:00.000Z',
      atLeast: false,
      sources: ['jenkins/main'],
      owners: 2,
      names: ['shop', 'cart'],
    });
  });

  it('names where the finding is, not where the worst of its service is', () => {
    const row = red('shop', { whySource: 'kubernetes/prod-eu' });
    const [finding] = row.aspects.pipelines!.findings;
    finding.params = { source: 'jenkins/main' };
    expect(groupFacts(group({}, 1), [row])?.sources).toEqual(['jenkins/main']);
  });

  it('claims nothing about rows that are not loaded', () => {
    expect(groupFacts(group({}, 40), [red('shop')])).toEqual({
      since: undefined,
      atLeast: false,
      sources: ['jenkins/main'],
      owners: 0,
      names: [],
    });
  });

  it('uses the row where the group is no finding', () => {
    expect(
      groupFacts(group({ kind: 'owner', value: 'group:default/a' }, 1), [
        red('shop'),
      ]),
    ).toMatchObject({ since: '2026-11-24T13:00:00.000Z', owners: 0 });
  });

  it('says nothing where nothing is wrong', () => {
    expect(
      groupFacts(group({ kind: 'system', value: 'system:default/x' }, 0), []),
    ).toBeUndefined();
  });
});
