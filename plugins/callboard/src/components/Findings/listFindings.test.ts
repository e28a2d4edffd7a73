import type {
  Finding,
  Observation,
  ServiceDetail,
} from '@callboard/plugin-callboard-common';
import { listFindings } from './listFindings';

function finding(code: string, over: Partial<Finding> = {}): Finding {
  return {
    code,
    status: 'failing',
    message: code,
    since: '2026-11-23T14:00:00.000Z',
    impact: 'live',
    params: {},
    links: [],
    fingerprint: code,
    ...over,
  };
}

function observation(findings: Finding[]): Observation {
  return {
    source: 'jenkins/main',
    subject: 'shop/checkout',
    aspect: 'pipelines',
    status: 'failing',
    since: '2026-11-23T14:00:00.000Z',
    stale: false,
    summary: '',
    findings,
    production: true,
    links: [],
    explanation: { rule: '', inputs: [] },
    detail: {},
  };
}

function service(over: Partial<ServiceDetail>): ServiceDetail {
  return {
    entityRef: 'component:default/checkout',
    name: 'checkout',
    tags: [],
    status: 'failing',
    since: '2026-11-23T14:00:00.000Z',
    stale: false,
    aspects: {},
    observations: [],
    notApplicable: [],
    revision: 1,
    asOf: '2026-11-23T14:40:00.000Z',
    ...over,
  };
}

describe('listFindings', () => {
  it('lists the worst first, live before delivery, then the newest', () => {
    const { problems, notes } = listFindings(
      service({
        observations: [
          observation([
            finding('unknown', { status: 'unknown' }),
            finding('note', { status: 'note' }),
            finding('delivery', { impact: 'delivery' }),
            finding('old', { since: '2026-11-23T10:00:00.000Z' }),
            finding('warning', { status: 'warning' }),
            finding('new'),
          ]),
        ],
      }),
    );
    expect(problems.map(each => each.finding.code)).toEqual([
      'new',
      'old',
      'delivery',
      'warning',
      'unknown',
    ]);
    expect(notes.map(each => each.finding.code)).toEqual(['note']);
  });

  it('lists a finding once, with the source that made it', () => {
    const { problems } = listFindings(
      service({
        observations: [observation([finding('build-failed')])],
        aspects: {
          pipelines: {
            status: 'failing',
            since: '2026-11-23T14:00:00.000Z',
            stale: false,
            summary: '',
            findings: [finding('build-failed')],
          },
        },
      }),
    );
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({
      source: 'jenkins/main',
      subject: 'shop/checkout',
    });
  });

  it('is silent about a cluster that has nothing while another one has it', () => {
    const absent = {
      ...observation([finding('not-found', { status: 'unknown' })]),
      source: 'kubernetes/prod-us',
      absent: true,
    };
    const present = { ...observation([]), source: 'kubernetes/prod-eu' };
    const codes = (observations: Observation[]) =>
      listFindings(service({ observations })).problems.map(
        ({ finding: { code } }) => code,
      );
    expect(codes([absent, present])).toEqual([]);
    expect(codes([absent])).toEqual(['not-found']);
  });

  it('lists what only the aspect knows', () => {
    const { problems } = listFindings(
      service({
        aspects: {
          pipelines: {
            status: 'unknown',
            since: '2026-11-23T14:00:00.000Z',
            stale: true,
            summary: '',
            findings: [finding('unreachable', { status: 'unknown' })],
          },
        },
      }),
    );
    expect(problems).toMatchObject([{ aspect: 'pipelines' }]);
    expect(problems[0].source).toBeUndefined();
  });
});
