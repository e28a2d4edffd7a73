import { ConfigReader } from '@backstage/config';
import { ControlPlane } from '@callboard/control-plane';
import { kubernetesDetailSchema } from '@callboard/plugin-callboard-common';
import { clusterConfigData } from '../__testUtils__/clusterConfig';
import { describeOnControlPlane } from '../__testUtils__/describeOnControlPlane';
import { eventually } from '../__testUtils__/eventually';
import { followByTime } from '../__testUtils__/followByTime';
import { manifestOf, servicesCalled } from '../__testUtils__/manifestOf';
import { MovableTime } from '../__testUtils__/MovableTime';
import { serviceAccount } from '../__testUtils__/serviceAccount';
import type { SourceFollower } from '../__testUtils__/SourceFollower';

const GROUP = 'callboard.test';
const CUSTOM = { group: GROUP, apiVersion: 'v1', plural: 'releases' };
const MISSING = { group: GROUP, apiVersion: 'v1', plural: 'nowhere' };
const UNREAD = { group: GROUP, apiVersion: 'v1', plural: 'secretive' };
const MINUTE_MS = 60_000;

/** A kind that promises replicas and has a status of its own. */
function definition(plural: string, kind: string) {
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: `${plural}.${GROUP}` },
    spec: {
      group: GROUP,
      scope: 'Namespaced',
      names: { plural, kind, singular: kind.toLowerCase() },
      versions: [
        {
          name: 'v1',
          served: true,
          storage: true,
          subresources: { status: {} },
          schema: {
            openAPIV3Schema: {
              type: 'object',
              'x-kubernetes-preserve-unknown-fields': true,
            },
          },
        },
      ],
    },
  };
}

describeOnControlPlane('custom resources of a real cluster', () => {
  const base = `/apis/${GROUP}/v1/namespaces/shop/releases`;
  let plane: ControlPlane;
  let time: MovableTime;
  let follower: SourceFollower;

  const release = (name: string) => ({
    apiVersion: `${GROUP}/v1`,
    kind: 'Release',
    metadata: {
      name,
      namespace: 'shop',
      labels: { 'backstage.io/kubernetes-id': name },
    },
    spec: { replicas: 2, password: 'not for us' },
  });
  const say = async (name: string, status: object) =>
    plane.admin.patch({ path: `${base}/${name}/status`, body: { status } });
  const becomes = async (service: string, summary: string) =>
    eventually(`${service}: ${summary}`, () => {
      const verdict = follower.observation(service)?.verdict;
      return verdict?.summary === summary && verdict;
    });
  const condition = (type: string, status: string, message = '') => ({
    type,
    status,
    reason: 'Told',
    message,
    lastTransitionTime: new Date().toISOString().replace(/\.\d+/, ''),
  });

  beforeAll(async () => {
    plane = await ControlPlane.up();
    await plane.apply('namespace');
    await plane.applyObjects([
      definition('releases', 'Release'),
      definition('secretive', 'Secretive'),
      manifestOf('cart'),
    ]);
    for (const plural of ['releases', 'secretive']) {
      await plane.kubectl([
        'wait',
        '--for=condition=Established',
        `crd/${plural}.${GROUP}`,
      ]);
    }
    const token = await serviceAccount(
      plane,
      'customs',
      { role: 'view' },
      {
        role: 'releases',
        rules: [
          {
            apiGroups: [GROUP],
            resources: ['releases', 'nowhere'],
            verbs: ['list', 'watch'],
          },
          { apiGroups: [''], resources: ['nodes'], verbs: ['list', 'watch'] },
        ],
      },
    );
    const { kubernetes, ...rest } = clusterConfigData(plane, { token });
    time = MovableTime.create();
    follower = followByTime(
      new ConfigReader({
        ...rest,
        kubernetes: {
          ...Object(kubernetes),
          customResources: [CUSTOM, MISSING, UNREAD],
        },
      }),
      { time, services: servicesCalled('cart', 'web') },
    );
    await becomes('cart', '2 of 2 serve');
  });

  afterAll(async () => {
    await follower?.stop();
    await plane?.down();
  });

  it('one that is created is found at once, and turns nothing green before it says something', async () => {
    expect(follower.observation('web')?.verdict.absent).toBe(true);
    await plane.admin.create(base, release('web'));
    const verdict = await becomes('web', 'no workload');
    expect([verdict.status, verdict.absent]).toEqual(['unknown', true]);
  });

  it('one is well when it says so', async () => {
    await say('web', {
      replicas: 2,
      readyReplicas: 2,
      conditions: [condition('Ready', 'True')],
    });
    const verdict = await becomes('web', '2 of 2 ready');
    expect(verdict.status).toBe('ok');
    const { workloads } = kubernetesDetailSchema.parse(
      follower.observation('web')?.detail,
    );
    expect(workloads).toEqual([
      expect.objectContaining({ kind: 'Release', name: 'web', status: 'ok' }),
    ]);
    expect(JSON.stringify(workloads)).not.toContain('not for us');
  });

  it('one is a warning after it was not ready for two minutes', async () => {
    await say('web', {
      readyReplicas: 1,
      conditions: [condition('Ready', 'False', 'the image is not signed')],
    });
    await becomes('web', '1 of 2 ready');
    expect(follower.finding('web', 'custom-not-ready')).toBeUndefined();
    time.moveOn(3 * MINUTE_MS);
    await becomes('web', 'not ready');
    expect(follower.finding('web', 'custom-not-ready')).toMatchObject({
      status: 'warning',
      impact: 'delivery',
      message: 'Not ready: the image is not signed',
      params: { customResource: `releases.${GROUP}`, namespace: 'shop' },
    });
  });

  it('one that is deleted is not found any more', async () => {
    await plane.admin.delete(`${base}/web`);
    const verdict = await becomes('web', 'not found');
    expect(verdict.absent).toBe(true);
  });

  it('kinds that are not there or not allowed are told apart', async () => {
    const stateOf = (plural: string) =>
      follower.page?.watches.find(({ resource }) => resource === plural)?.state;
    await eventually('the page tells', () => stateOf('nowhere'));
    expect(['releases', 'nowhere', 'secretive'].map(stateOf)).toEqual([
      'watching',
      'absent',
      'forbidden',
    ]);
    expect(follower.observation('cart')?.verdict).toMatchObject({
      status: 'ok',
      findings: [
        {
          code: 'forbidden',
          status: 'note',
          message: `We may not list secretive.${GROUP} in real: the ClusterRole lacks list on secretive.${GROUP}`,
        },
      ],
    });
  });
});
