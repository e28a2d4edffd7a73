import { judge, iso, snapshotOf, workloadOf } from './testJudging';
import {
  ago,
  container,
  DAY,
  deployment,
  HOUR,
  MIN,
  pod,
  replicaSet,
  statefulSet,
} from './testObjects';

const revision = (number: number, image: string, agoMs: number) =>
  replicaSet({
    name: `rs-${number}`,
    uid: `uid-rs-${number}`,
    revision: String(number),
    images: [{ container: 'api', image }],
    createdAt: ago(agoMs),
  });

describe('changes', () => {
  it('are revisions with other images, newest first', () => {
    const { changes } = judge(
      snapshotOf([
        workloadOf(deployment(), {
          replicaSets: [
            revision(7, 'shop:v42', HOUR),
            revision(6, 'shop:v41', 2 * HOUR),
            // Another setting, the same image.
            revision(5, 'shop:v41', DAY),
            // Nobody knows what was before it.
            revision(4, 'shop:v40', 2 * DAY),
          ],
        }),
      ]),
    );
    expect(changes).toEqual(
      [
        {
          key: 'shop/shop-api#7',
          kind: 'deploy',
          at: iso(HOUR),
          title: 'deploy v42 (shop-api, revision 7)',
        },
      ].concat({
        key: 'shop/shop-api#5',
        kind: 'deploy',
        at: iso(DAY),
        title: 'deploy v41 (shop-api, revision 5)',
      }),
    );
  });

  it('begin with the first revision', () => {
    const { changes } = judge(
      snapshotOf([
        workloadOf(deployment(), {
          replicaSets: [revision(1, 'shop:v1', DAY)],
        }),
      ]),
    );
    expect(changes.map(({ title }) => title)).toEqual([
      'deploy v1 (shop-api, revision 1)',
    ]);
  });

  it('a rollback takes up an old ReplicaSet, and its pods tell when', () => {
    const { changes } = judge(
      snapshotOf([
        workloadOf(deployment(), {
          replicaSets: [
            revision(8, 'shop:v41', DAY),
            revision(7, 'shop:v42', HOUR),
          ],
          pods: [
            pod({
              createdAt: ago(MIN),
              owner: { kind: 'ReplicaSet', name: 'rs-8', uid: 'uid-rs-8' },
            }),
          ],
        }),
      ]),
    );
    expect(changes).toEqual([
      expect.objectContaining({
        at: iso(MIN),
        title: 'roll back to v41 (shop-api, revision 8)',
      }),
    ]);
  });

  it.each([
    { reason: 'NewReplicaSetAvailable', ats: [iso(5 * MIN)] },
    { reason: 'ReplicaSetUpdated', ats: [] },
  ])(
    'a rollback that needs no new pod is known when it is done: $reason',
    ({ reason, ats }) => {
      const { changes } = judge(
        snapshotOf([
          workloadOf(
            deployment({
              revision: '8',
              conditions: [
                {
                  type: 'Progressing',
                  status: 'True',
                  reason,
                  updatedAt: ago(5 * MIN),
                },
              ],
            }),
            {
              replicaSets: [
                revision(8, 'shop:v41', DAY),
                revision(7, 'shop:v42', HOUR),
              ],
              pods: [
                pod({
                  createdAt: ago(DAY),
                  owner: { kind: 'ReplicaSet', name: 'rs-8', uid: 'uid-rs-8' },
                }),
              ],
            },
          ),
        ]),
      );
      expect(changes.map(({ at }) => at)).toEqual(ats);
    },
  );

  it('of a StatefulSet are known while there are two revisions', () => {
    const of = (revisionName: string, image: string, agoMs: number) =>
      pod({
        name: `web-${revisionName}-${agoMs}`,
        revision: revisionName,
        createdAt: ago(agoMs),
        containers: [container({ image })],
      });
    const head = statefulSet({ updateRevision: 'web-2', updatedReplicas: 1 });
    const { changes } = judge(
      snapshotOf([
        workloadOf(head, {
          pods: [of('web-1', 'web:v41', DAY), of('web-2', 'web:v42', MIN)],
        }),
      ]),
    );
    expect(changes).toEqual([
      {
        key: 'shop/web#web-2',
        kind: 'deploy',
        at: iso(MIN),
        title: 'deploy v42 (web, revision web-2)',
      },
    ]);
  });
});
