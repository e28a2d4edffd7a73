import type {
  AspectStatus,
  ServiceStatus,
} from '@callboard/plugin-callboard-common';
import { headline, lastSeen } from './headline';

const SINCE = '2026-11-23T14:02:00.000Z';
const EARLIER = '2026-11-23T13:59:00.000Z';

function aspect(over: Partial<AspectStatus> = {}): AspectStatus {
  return {
    status: 'ok',
    since: SINCE,
    stale: false,
    summary: 'main #640 passed',
    findings: [],
    ...over,
  };
}

function service(over: Partial<ServiceStatus>): ServiceStatus {
  return {
    entityRef: 'component:default/checkout',
    name: 'checkout',
    tags: [],
    status: 'ok',
    since: SINCE,
    stale: false,
    aspects: { pipelines: aspect() },
    ...over,
  };
}

const building = { kind: 'building', message: 'building #812' };

describe('headline', () => {
  it.each([
    [
      'ok has nothing to report',
      service({}),
      { status: 'ok', since: SINCE, atLeast: false, activities: [] },
    ],
    [
      'the sentence of the worst finding is the why',
      service({ status: 'failing', why: 'main is red' }),
      { status: 'failing', why: 'main is red' },
    ],
    [
      'a status without a finding tells what its aspect says',
      service({
        status: 'unknown',
        aspects: {
          alerts: aspect(),
          pipelines: aspect({ status: 'unknown', summary: 'was #640 passed' }),
        },
      }),
      { status: 'unknown', why: 'was #640 passed' },
    ],
    [
      'activity stands beside the status',
      service({
        status: 'failing',
        why: 'main is red',
        aspects: {
          pipelines: aspect({ status: 'failing', activity: building }),
        },
      }),
      { status: 'failing', activities: [building] },
    ],
    [
      'not being ok began before',
      service({ status: 'failing', badSince: EARLIER }),
      { notOkSince: EARLIER },
    ],
    [
      'an ok service is never called not ok',
      service({ status: 'ok', badSince: EARLIER }),
      { notOkSince: undefined },
    ],
    [
      'badSince equal to since adds nothing',
      service({ status: 'failing', badSince: SINCE }),
      { notOkSince: undefined },
    ],
    [
      'rest on purpose is no tick',
      service({
        aspects: { pipelines: aspect({ off: true, summary: 'Disabled' }) },
      }),
      { status: 'off', why: 'Disabled' },
    ],
    [
      'one that works beside one at rest is ok',
      service({
        aspects: { pipelines: aspect({ off: true }), alerts: aspect() },
      }),
      { status: 'ok' },
    ],
    [
      'nothing connected',
      service({ status: 'none', aspects: {} }),
      { status: 'none', why: undefined, activities: [] },
    ],
  ])('%s', (_name, given, expected) => {
    expect({
      why: undefined,
      notOkSince: undefined,
      ...headline(given),
    }).toMatchObject(expected);
  });
});

describe('lastSeen', () => {
  it.each([
    ['nothing stale', service({}), undefined],
    [
      'the oldest of what is stale',
      service({
        aspects: {
          pipelines: aspect({ stale: true, observedAt: SINCE }),
          alerts: aspect({ stale: true, observedAt: EARLIER }),
          logs: aspect({ observedAt: '2020-01-01T00:00:00.000Z' }),
        },
      }),
      EARLIER,
    ],
    [
      'what was never seen',
      service({
        aspects: {
          pipelines: aspect({ stale: true, observedAt: SINCE }),
          alerts: aspect({ stale: true }),
        },
      }),
      undefined,
    ],
  ])('%s', (_name, given, expected) => {
    expect(lastSeen(given)).toBe(expected);
  });
});
