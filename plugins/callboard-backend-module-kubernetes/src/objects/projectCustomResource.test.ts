import { projectCustomResource, Projection } from '.';
import type { JsonRecord } from './json';

const ROLLOUTS = {
  group: 'argoproj.io',
  apiVersion: 'v1alpha1',
  plural: 'rollouts',
};
const metadata = {
  name: 'web',
  namespace: 'shop',
  uid: 'u-1',
  generation: 4,
  resourceVersion: '17',
  creationTimestamp: '2026-11-25T10:00:00Z',
  labels: { 'backstage.io/kubernetes-id': 'shop' },
};

function project(object: JsonRecord, resource = ROLLOUTS) {
  const held = projectCustomResource(
    resource,
    object,
    Projection.create({ clockOffsetMs: () => 0 }),
  );
  if (!held) {
    throw new Error('malformed');
  }
  return held;
}

describe('projectCustomResource', () => {
  it('reads a Rollout that is paused at a step', () => {
    const { facts, labels, templateLabels, resourceVersion } = project({
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'Rollout',
      metadata,
      spec: {
        replicas: 5,
        strategy: { canary: { steps: [{ pause: {} }] } },
        template: {
          metadata: { labels: { app: 'web' } },
          spec: { containers: [{ env: [{ name: 'KEY', value: 'secret' }] }] },
        },
      },
      status: {
        phase: 'Paused',
        message: 'CanaryPauseStep',
        observedGeneration: '4',
        pauseConditions: [
          { reason: 'CanaryPauseStep', startTime: '2026-11-25T11:00:00Z' },
        ],
        readyReplicas: 5,
        updatedReplicas: 1,
        availableReplicas: 5,
        conditions: [
          { type: 'Completed', status: 'False' },
          {
            type: 'Available',
            status: 'True',
            reason: 'AvailableReason',
            lastTransitionTime: '2026-11-25T10:05:00Z',
          },
        ],
      },
    });
    expect(facts).toEqual({
      kind: 'Foreign',
      ownKind: 'Rollout',
      uid: 'u-1',
      namespace: 'shop',
      name: 'web',
      createdAt: Date.parse('2026-11-25T10:00:00Z'),
      custom: {
        resource: 'rollouts.argoproj.io',
        generation: 4,
        observedGeneration: 4,
        replicas: 5,
        phase: 'Paused',
        message: 'CanaryPauseStep',
        pause: {
          reason: 'CanaryPauseStep',
          since: Date.parse('2026-11-25T11:00:00Z'),
        },
        readyReplicas: 5,
        updatedReplicas: 1,
        availableReplicas: 5,
        conditions: [
          {
            type: 'Available',
            status: 'True',
            reason: 'AvailableReason',
            since: Date.parse('2026-11-25T10:05:00Z'),
          },
        ],
      },
    });
    expect(labels?.get('backstage.io/kubernetes-id')).toBe('shop');
    expect(templateLabels?.get('app')).toBe('web');
    expect(resourceVersion).toBe('17');
  });

  it('reads what has neither spec nor status', () => {
    expect(project({ kind: 'Widget', metadata }).facts.custom).toEqual({
      resource: 'rollouts.argoproj.io',
      generation: 4,
      conditions: [],
    });
  });

  it('tells a kind of the same name from ours', () => {
    const volcano = {
      group: 'batch.volcano.sh',
      apiVersion: 'v1alpha1',
      plural: 'jobs',
    };
    expect(project({ kind: 'Job', metadata }, volcano).facts.ownKind).toBe(
      'Job.batch.volcano.sh',
    );
  });

  it('takes parts of another shape for absent', () => {
    const { facts } = project({
      kind: 7,
      metadata,
      spec: { replicas: 'many', paused: 'yes', suspend: 1 },
      status: {
        phase: { is: 'odd' },
        message: ['a'],
        observedGeneration: 'f00',
        readyReplicas: null,
        pauseConditions: 'none',
        conditions: { Ready: true },
      },
    });
    expect(facts.ownKind).toBe('rollouts');
    expect(facts.custom).toEqual({
      resource: 'rollouts.argoproj.io',
      generation: 4,
      conditions: [],
    });
  });

  it('is none without a name', () => {
    expect(
      projectCustomResource(
        ROLLOUTS,
        { kind: 'Rollout', metadata: { uid: 'u' } },
        Projection.create({ clockOffsetMs: () => 0 }),
      ),
    ).toBeUndefined();
  });

  it('stays under 2 KB whatever its status says', () => {
    const long = 'word '.repeat(10_000);
    const types = ['Ready', 'Available', 'Stalled', 'Degraded', 'Progressing'];
    const { facts } = project({
      kind: 'Rollout',
      metadata,
      spec: { blob: long },
      status: {
        blob: long,
        phase: long,
        message: long,
        conditions: [...types, ...types, ...types].map(type => ({
          type,
          status: 'False',
          reason: 'Reason',
          message: long,
          lastTransitionTime: '2026-11-25T10:05:00Z',
        })),
      },
    });
    expect(JSON.stringify(facts).length).toBeLessThan(2_048);
  });
});
