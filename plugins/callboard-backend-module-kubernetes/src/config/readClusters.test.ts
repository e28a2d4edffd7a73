import { mockServices } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import type { PodEnvironment } from './PodEnvironment';
import { readClusters } from './readClusters';

const POD: PodEnvironment = {
  url: 'https://10.96.0.1:443',
  tokenFile: '/var/run/token',
  caFile: '/var/run/ca.crt',
};
const STOCK = 'kubernetes.clusterLocatorMethods[0].clusters[0]';
const OURS = 'callboard.kubernetes.clusters[0]';

function read(data: JsonObject, pod?: PodEnvironment) {
  return readClusters(mockServices.rootConfig({ data }), pod);
}

function withCluster(cluster: JsonObject, ...own: JsonObject[]): JsonObject {
  return {
    kubernetes: {
      clusterLocatorMethods: [
        {
          type: 'config',
          clusters: [
            { name: 'prod', url: 'https://prod.example:6443', ...cluster },
          ],
        },
      ],
    },
    ...(own.length > 0 && { callboard: { kubernetes: { clusters: own } } }),
  };
}

function accessOf(data: JsonObject, pod?: PodEnvironment) {
  const [first] = read(data, pod).clusters;
  return first.access;
}

describe('readClusters', () => {
  it.each<[string, JsonObject]>([
    ['without config', {}],
    ['with the catalog alone', { kubernetes: { clusterLocatorMethods: [] } }],
  ])('has none %s', (_, data) => {
    expect(read(data)).toEqual({ clusters: [], inCatalog: false });
  });

  it('knows that the catalog names some', () => {
    expect(
      read({ kubernetes: { clusterLocatorMethods: [{ type: 'catalog' }] } }),
    ).toEqual({ clusters: [], inCatalog: true });
  });

  it('reads what pages need to know', () => {
    const [{ cluster }] = read({
      ...withCluster({
        title: 'Production',
        authProvider: 'serviceAccount',
        serviceAccountToken: 'abc',
        skipMetricsLookup: true,
        dashboardUrl: 'https://dashboard.example/prod',
        dashboardApp: 'rancher',
        customResources: [
          { group: 'argoproj.io', apiVersion: 'v1alpha1', plural: 'rollouts' },
        ],
      }),
      callboard: {
        kubernetes: {
          clusters: [
            {
              name: 'prod',
              context: 'prod-admin',
              namespaces: ['shop', 'shop'],
            },
          ],
        },
      },
    }).clusters;
    expect(cluster).toMatchObject({
      name: 'prod',
      title: 'Production',
      context: 'prod-admin',
      dashboardUrl: 'https://dashboard.example/prod',
      namespaces: ['shop'],
    });
    expect(
      cluster.dashboardLinks({ kind: 'Pod', namespace: 'shop', name: 'web' }),
    ).toEqual([
      {
        title: 'Rancher',
        url: 'https://dashboard.example/prod/explorer/pod/shop/web',
      },
    ]);
  });

  describe('finds a way to a cluster', () => {
    it.each<[string, JsonObject, JsonObject[], JsonObject]>([
      [
        'by the token of the stock config',
        {
          authProvider: 'serviceAccount',
          serviceAccountToken: 'abc',
          caData: 'LS0t',
        },
        [],
        {
          url: 'https://prod.example:6443',
          trust: { caData: 'LS0t', skipTLSVerify: false },
          credentials: {
            kind: 'token',
            token: 'abc',
            from: `${STOCK}.serviceAccountToken`,
          },
        },
      ],
      [
        'by a token among the metadata',
        {
          authMetadata: {
            'kubernetes.io/auth-provider': 'serviceAccount',
            serviceAccountToken: 'abc',
          },
          skipTLSVerify: true,
        },
        [],
        {
          trust: { skipTLSVerify: true },
          credentials: {
            kind: 'token',
            from: `${STOCK}.authMetadata.serviceAccountToken`,
          },
        },
      ],
      [
        'by a token beside a provider of viewers',
        { authProvider: 'oidc', serviceAccountToken: 'abc' },
        [],
        { credentials: { kind: 'token' } },
      ],
      [
        'by a token of our own, which wins',
        { authProvider: 'serviceAccount', serviceAccountToken: 'abc' },
        [{ name: 'prod', serviceAccountToken: 'def' }],
        { credentials: { token: 'def', from: `${OURS}.serviceAccountToken` } },
      ],
      [
        'by a file of our own, at an address and with an authority of our own',
        { authProvider: 'oidc', caData: 'LS0t' },
        [
          {
            name: 'prod',
            url: 'https://inside.example/',
            caFile: '/ca.crt',
            serviceAccountTokenFile: '/token',
          },
        ],
        {
          url: 'https://inside.example',
          trust: { caFile: '/ca.crt', skipTLSVerify: false },
          credentials: { kind: 'token-file', file: '/token' },
          from: OURS,
        },
      ],
      [
        'by a client certificate, trusting as the stock config does',
        { authProvider: 'aws', caFile: '/stock-ca.crt' },
        [{ name: 'prod', clientCertFile: '/c.crt', clientKeyFile: '/c.key' }],
        {
          url: 'https://prod.example:6443',
          trust: { caFile: '/stock-ca.crt' },
          credentials: {
            kind: 'certificate',
            certFile: '/c.crt',
            keyFile: '/c.key',
          },
        },
      ],
      [
        'by kubectl proxy',
        { authProvider: 'localKubectlProxy', url: 'http://localhost:8001' },
        [],
        { url: 'http://localhost:8001', credentials: { kind: 'none' } },
      ],
    ])('%s', (_, stock, own, access) => {
      expect(accessOf(withCluster(stock, ...own))).toMatchObject({
        kind: 'direct',
        ...access,
      });
    });

    it('by a kubeconfig, which brings everything', () => {
      expect(
        accessOf(
          withCluster(
            { authProvider: 'aws' },
            {
              name: 'prod',
              kubeconfig: { file: '/kube/config', context: 'prod' },
            },
          ),
        ),
      ).toEqual({
        kind: 'kubeconfig',
        file: '/kube/config',
        context: 'prod',
        from: `${OURS}.kubeconfig`,
      });
    });

    it('by the account of the pod we run in, at its own address', () => {
      expect(
        accessOf(withCluster({ authProvider: 'serviceAccount' }), POD),
      ).toMatchObject({
        url: POD.url,
        trust: { caFile: POD.caFile, skipTLSVerify: false },
        credentials: { kind: 'token-file', file: POD.tokenFile },
      });
    });

    it('that only our config has', () => {
      const [{ cluster, access }] = read({
        callboard: {
          kubernetes: {
            clusters: [
              {
                name: 'edge',
                url: 'https://edge.example',
                serviceAccountToken: 'abc',
              },
            ],
          },
        },
      }).clusters;
      expect(cluster).toMatchObject({ name: 'edge', context: 'edge' });
      expect(access).toMatchObject({
        url: 'https://edge.example',
        trust: { skipTLSVerify: false },
      });
    });

    it('where kubectl proxy listens', () => {
      const [{ cluster, access }] = read({
        kubernetes: { clusterLocatorMethods: [{ type: 'localKubectlProxy' }] },
      }).clusters;
      expect(cluster).toMatchObject({ name: 'local' });
      expect(access).toMatchObject({
        url: 'http://localhost:8001',
        credentials: { kind: 'none' },
      });
    });
  });

  describe('says why a cluster cannot be watched, and what to do', () => {
    it.each<[string, JsonObject, RegExp]>([
      ['oidc', { authProvider: 'oidc' }, /each viewer's own token \(oidc\)/],
      ['google', { authProvider: 'google' }, /each viewer's own token/],
      ['aks', { authProvider: 'aks' }, /each viewer's own token/],
      [
        'aws',
        { authProvider: 'aws' },
        /AWS IAM.*kubeconfig.*aws eks get-token/,
      ],
      ['azure', { authProvider: 'azure' }, /Azure.*kubelogin/],
      [
        'googleServiceAccount',
        { authProvider: 'googleServiceAccount' },
        /Google service account.*gke-gcloud-auth-plugin/,
      ],
      ['none', {}, /Has no authProvider and no credentials/],
      [
        'serviceAccount outside of a pod',
        { authProvider: 'serviceAccount' },
        /service account of the pod.*this is no pod/,
      ],
      [
        'one of another module',
        { authMetadata: { 'kubernetes.io/auth-provider': 'vault' } },
        /Signs in with vault/,
      ],
    ])('%s', (_, stock, sentence) => {
      const access = accessOf(withCluster(stock));
      expect(access).toMatchObject({ kind: 'none' });
      expect(access).toHaveProperty(
        'notObservable',
        expect.stringMatching(sentence),
      );
      expect(access).toHaveProperty(
        'notObservable',
        expect.stringMatching(/callboard\.kubernetes\.clusters for prod/),
      );
    });

    it.each<[JsonObject, string]>([
      [{ type: 'gke', projectId: 'acme' }, 'gke-acme'],
      [{ type: 'vault-locator' }, 'vault-locator'],
    ])('the locator %j', (locator, name) => {
      expect(
        read({ kubernetes: { clusterLocatorMethods: [locator] } }).clusters,
      ).toMatchObject([
        {
          cluster: { name },
          access: {
            kind: 'none',
            notObservable: expect.stringContaining(
              'add each of them to callboard.kubernetes.clusters',
            ),
          },
        },
      ]);
    });
  });

  const token = {
    authProvider: 'serviceAccount',
    serviceAccountToken: 'hunter2',
  };

  it.each<[string, JsonObject, RegExp]>([
    [
      'another scheme',
      withCluster({ ...token, url: 'ftp://prod.example' }),
      /clusters\[0\]\.url must be an absolute http or https URL/,
    ],
    [
      'no URL',
      withCluster({ ...token, url: 'prod.example' }),
      /clusters\[0\]\.url must be an absolute/,
    ],
    [
      'credentials in the URL',
      withCluster({ ...token, url: 'https://bot:hunter2@prod.example' }),
      /must not hold credentials/,
    ],
    [
      'a query',
      withCluster({ ...token, url: 'https://prod.example/?a=hunter2' }),
      /without \? and #/,
    ],
    [
      'a name with a space',
      withCluster({ ...token, name: 'a b' }),
      /name must be a short name/,
    ],
    [
      'a name twice',
      {
        kubernetes: {
          clusterLocatorMethods: [
            { type: 'localKubectlProxy' },
            { type: 'localKubectlProxy' },
          ],
        },
      },
      /'local' is configured twice/,
    ],
    [
      'a name twice in our config',
      withCluster(token, { name: 'prod' }, { name: 'prod' }),
      /'prod' stands twice/,
    ],
    [
      'a key that nobody knows',
      withCluster(token, { name: 'prod', tokenFile: '/hunter2' }),
      /clusters\[0\]\.tokenFile is nothing that we know/,
    ],
    [
      'two ways to sign in',
      withCluster(token, {
        name: 'prod',
        serviceAccountToken: 'hunter2',
        kubeconfig: { file: '/kube/config' },
      }),
      /several ways to sign in; keep one of serviceAccountToken, kubeconfig/,
    ],
    [
      'half a client certificate',
      withCluster(token, { name: 'prod', clientKeyFile: '/c.key' }),
      /needs both clientCertFile and clientKeyFile/,
    ],
    [
      'a namespace that is none',
      withCluster(token, { name: 'prod', namespaces: ['Shop'] }),
      /namespaces must be names of namespaces/,
    ],
    [
      'a cluster without an address',
      withCluster(token, { name: 'edge', serviceAccountToken: 'hunter2' }),
      /needs a url or a kubeconfig.*not left to the catalog/,
    ],
    [
      'a cluster without credentials',
      withCluster(token, { name: 'edge', url: 'https://edge.example' }),
      /needs a way to sign in/,
    ],
  ])('refuses %s, without telling secrets', (_, data, message) => {
    expect(() => read(data)).toThrow(message);
    expect(() => read(data)).not.toThrow(/hunter2/);
  });

  describe('custom resources', () => {
    const ROLLOUTS = {
      group: 'argoproj.io',
      apiVersion: 'v1alpha1',
      plural: 'rollouts',
    };
    const CERTIFICATES = {
      group: 'cert-manager.io',
      apiVersion: 'v1',
      plural: 'certificates',
    };
    const everywhere = (...customResources: JsonObject[]): JsonObject => ({
      kubernetes: {
        customResources,
        clusterLocatorMethods: [
          {
            type: 'config',
            clusters: [
              { name: 'a', url: 'https://a.example', authProvider: 'oidc' },
              {
                name: 'b',
                url: 'https://b.example',
                authProvider: 'oidc',
                customResources: [CERTIFICATES],
              },
              {
                name: 'c',
                url: 'https://c.example',
                authProvider: 'oidc',
                customResources: [],
              },
            ],
          },
          { type: 'localKubectlProxy' },
        ],
      },
      callboard: {
        kubernetes: {
          clusters: [{ name: 'd', kubeconfig: { file: '/config' } }],
        },
      },
    });
    const namedIn = (data: JsonObject) =>
      Object.fromEntries(
        read(data).clusters.map(({ cluster }) => [
          cluster.name,
          cluster.customResources?.map(({ plural }) => plural),
        ]),
      );

    it('of all clusters are those of each that names none itself', () => {
      expect(namedIn(everywhere(ROLLOUTS))).toEqual({
        a: ['rollouts'],
        b: ['certificates'],
        c: undefined,
        local: ['rollouts'],
        d: ['rollouts'],
      });
    });

    it('are watched once, and not where they are watched anyway', () => {
      expect(
        namedIn(
          everywhere(
            ROLLOUTS,
            { ...ROLLOUTS, apiVersion: 'v1' },
            { group: 'apps', apiVersion: 'v1', plural: 'deployments' },
            { group: 'batch.volcano.sh', apiVersion: 'v1', plural: 'jobs' },
          ),
        ).a,
      ).toEqual(['rollouts', 'jobs']);
    });

    it.each<[string, JsonObject, string]>([
      ['without a group', { ...ROLLOUTS, group: undefined }, 'group'],
      ['of the core', { ...ROLLOUTS, group: '' }, 'group'],
      ['with a path', { ...ROLLOUTS, plural: '../secrets' }, 'plural'],
      [
        'with a version too many',
        { ...ROLLOUTS, apiVersion: 'x/v1' },
        'apiVersion',
      ],
    ])('%s cannot be', (_, resource, key) => {
      expect(() => read(everywhere(ROLLOUTS, resource))).toThrow(
        `kubernetes.customResources[1].${key} must be`,
      );
      expect(() =>
        read(
          withCluster({ authProvider: 'oidc', customResources: [resource] }),
        ),
      ).toThrow(`${STOCK}.customResources[0].${key} must be`);
    });
  });
});
