import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ControlPlane } from '@callboard/control-plane';
import { clusterConfig } from '../__testUtils__/clusterConfig';
import { describeOnControlPlane } from '../__testUtils__/describeOnControlPlane';
import { eventually } from '../__testUtils__/eventually';
import { manifestOf, servicesCalled } from '../__testUtils__/manifestOf';
import { RequestLog } from '../__testUtils__/RequestLog';
import {
  renewAccount,
  serviceAccount,
  type Grant,
} from '../__testUtils__/serviceAccount';
import { SourceFollower, type Services } from '../__testUtils__/SourceFollower';
import { temporaryDirectory } from '../__testUtils__/temporaryDirectory';
import { KubernetesProvider } from '../KubernetesProvider';

const READ = ['get', 'list', 'watch'];

const EVERYTHING: NonNullable<Grant['rules']> = [
  {
    apiGroups: ['apps', 'batch', 'autoscaling'],
    resources: ['*'],
    verbs: READ,
  },
  {
    apiGroups: [''],
    resources: ['events', 'persistentvolumeclaims', 'nodes', 'namespaces'],
    verbs: READ,
  },
];

describeOnControlPlane('what an account may do in a real cluster', () => {
  const directory = temporaryDirectory();
  let plane: ControlPlane;
  const followers: SourceFollower[] = [];

  const follow = async (token: string, services: Services) => {
    const follower = SourceFollower.follow(
      KubernetesProvider.fromConfig(clusterConfig(plane, { token })),
      services,
    );
    followers.push(follower);
    await eventually(
      `all is observed; ${follower.failure}`,
      () => follower.observations.size === Object.keys(services).length,
    );
    return follower;
  };
  const watchOf = (follower: SourceFollower, name: string) =>
    follower.page?.watches.find(({ resource }) => resource === name);

  beforeAll(async () => {
    plane = await ControlPlane.up();
    await plane.apply('namespace', 'quota');
    await plane.applyObjects([
      manifestOf('cart'),
      manifestOf('broken', { state: 'crash-loop' }),
    ]);
    await plane.kubectl([
      'rollout',
      'status',
      '--namespace=shop',
      'deployment/cart',
    ]);
  });

  afterEach(async () => {
    await Promise.all(followers.splice(0).map(follower => follower.stop()));
  });

  afterAll(async () => {
    await plane?.down();
  });

  it('the ClusterRole view reads all but nodes, and the missing verb is named', async () => {
    const follower = await follow(
      plane.token,
      servicesCalled('cart', 'broken'),
    );
    expect(follower.observation('cart')?.verdict).toMatchObject({
      status: 'ok',
      findings: [
        {
          code: 'forbidden',
          status: 'note',
          message:
            'We may not list nodes in real: the ClusterRole lacks list on nodes',
          hint: 'Give our account the verbs list on nodes (API group core)',
          params: { resource: 'nodes', verbs: 'list' },
        },
      ],
    });
    await eventually('the crash loop', () =>
      follower.finding('broken', 'crash-loop'),
    );
    await eventually('all the others are watched', () =>
      follower.page?.watches.every(
        ({ resource, state }) =>
          state === (resource === 'nodes' ? 'forbidden' : 'watching'),
      ),
    );
    expect(watchOf(follower, 'nodes')).toMatchObject({
      state: 'forbidden',
      message: expect.stringContaining('list'),
    });
  });

  it('an account of one namespace sees that one, and says what it cannot see', async () => {
    const token = await serviceAccount(plane, 'narrow', {
      role: 'view',
      namespace: 'shop',
    });
    const inNamespace = (id: string, namespace: string) => ({
      'backstage.io/kubernetes-id': id,
      'backstage.io/kubernetes-namespace': namespace,
    });
    const follower = await follow(token, {
      cart: inNamespace('cart', 'shop'),
      archive: inNamespace('archive', 'tight'),
      broken: { 'backstage.io/kubernetes-id': 'broken' },
      nothing: { 'backstage.io/kubernetes-id': 'nothing' },
    });
    expect(follower.observation('cart')?.verdict).toMatchObject({
      status: 'ok',
      summary: '2 of 2 serve',
    });
    expect(follower.observation('archive')?.verdict).toMatchObject({
      status: 'unknown',
    });
    expect(follower.finding('archive', 'forbidden')).toMatchObject({
      status: 'unknown',
      message: expect.stringMatching(
        /^We may not list .*pods.* in tight of real: the Role lacks list/,
      ),
      params: { namespace: 'tight', verbs: 'list' },
    });
    // Found in the namespace that others name; what else there may be nobody knows.
    await eventually('the crash loop', () =>
      follower.finding('broken', 'crash-loop'),
    );
    expect(follower.observation('nothing')?.verdict.status).toBe('unknown');
    expect(watchOf(follower, 'pods')).toMatchObject({
      state: 'watching',
      namespaces: ['shop', 'tight'],
      message: 'We may not list it in tight, other namespaces',
    });
  });

  it('an account that config keeps to one namespace asks for no other', async () => {
    const token = await serviceAccount(plane, 'kept', {
      role: 'view',
      namespace: 'shop',
    });
    const log = RequestLog.of(plane.url);
    const provider = KubernetesProvider.fromConfig(
      clusterConfig(plane, {
        own: { serviceAccountToken: token, namespaces: ['shop'] },
      }),
    );
    const follower = SourceFollower.follow(provider, servicesCalled('cart'));
    followers.push(follower);
    await eventually('it is observed', () => follower.observation('cart'));
    expect(follower.observation('cart')?.verdict.status).toBe('ok');
    // Nodes are in no namespace.
    expect(
      new Set(
        log.listsSince(0).filter(path => !path.includes('/namespaces/shop/')),
      ),
    ).toEqual(new Set(['/api/v1/nodes?limit=500']));
    log.close();
  });

  it.each([
    {
      what: 'no verb on pods',
      account: 'no-pods',
      rules: EVERYTHING,
      verb: 'list',
    },
    {
      what: 'list and no watch on pods',
      account: 'no-watch',
      rules: [
        ...EVERYTHING,
        { apiGroups: [''], resources: ['pods'], verbs: ['get', 'list'] },
      ],
      verb: 'watch',
    },
  ])(
    '$what: unknown with the verb, and the rest works',
    async ({ account, rules, verb }) => {
      const token = await serviceAccount(plane, account, {
        role: `all-but-${account}`,
        rules,
      });
      const follower = await follow(
        token,
        servicesCalled('cart', 'broken', 'nothing'),
      );
      const verdicts = [...follower.observations.values()].map(
        ({ verdict }) => verdict,
      );
      expect(verdicts.map(({ status }) => status)).not.toContain('ok');
      expect(follower.observation('cart')?.verdict.status).toBe('unknown');
      expect(follower.finding('cart', 'forbidden')).toMatchObject({
        status: 'unknown',
        message: expect.stringContaining(`lacks ${verb} on pods`),
        params: { resource: 'pods', verbs: verb },
      });
      expect(follower.observation('cart')?.detail).toMatchObject({
        workloads: [{ name: 'cart', replicas: { desired: 2, ready: 2 } }],
      });
      expect(watchOf(follower, 'deployments')).toMatchObject({
        state: 'watching',
      });
      expect(watchOf(follower, 'pods')).toMatchObject({ state: 'forbidden' });
    },
  );

  it('goes on with a token that was renewed, without reading everything again', async () => {
    const file = join(directory, 'token');
    const token = await serviceAccount(plane, 'renewed', { role: 'view' });
    writeFileSync(file, token);
    const provider = KubernetesProvider.fromConfig(
      clusterConfig(plane, { own: { serviceAccountTokenFile: file } }),
    );
    const follower = SourceFollower.follow(
      provider,
      servicesCalled('cart', 'nothing'),
    );
    followers.push(follower);
    await eventually('it is observed', () => follower.observation('cart'));
    const log = RequestLog.of(plane.url);
    const before = JSON.stringify([...follower.observations]);

    const next = await renewAccount(plane, 'renewed');
    await eventually('the old token is refused', () => follower.failure);
    expect(follower.failure).toMatchObject({ reason: 'forbidden' });
    expect(follower.failure?.message).not.toContain(token);
    writeFileSync(file, next);
    await eventually('the new one is taken', () => !follower.failure);

    expect(log.listsSince(0)).toEqual([]);
    log.close();
    expect(JSON.stringify([...follower.observations])).toBe(before);
    await plane.admin.create('/api/v1/namespaces/shop/pods', {
      metadata: {
        name: 'nothing',
        labels: { 'backstage.io/kubernetes-id': 'nothing' },
      },
      spec: { containers: [{ name: 'app', image: 'example.test/nothing:1' }] },
    });
    await eventually(
      'changes come in',
      () => follower.observation('nothing')?.verdict.status === 'ok',
    );
  });
});
