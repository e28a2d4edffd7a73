import { ConfigReader } from '@backstage/config';
import { loadConfigSchema } from '@backstage/config-loader';
import { createConfigSecretEnumerator } from '@backstage/backend-defaults/rootConfig';
import { mockServices } from '@backstage/backend-test-utils';

// The schemas of all packages are compiled once, which takes a while.
jest.setTimeout(60_000);

const OURS = '@callboard/plugin-callboard-backend-module-kubernetes';
const STOCK = '@backstage/plugin-kubernetes-backend';

const TOKEN = 'token-of-the-test';
const METADATA_TOKEN = 'metadata-token-of-the-test';
const OWN_TOKEN = 'own-token-of-the-test';

/** What the schemas of every backend want, whichever plugins it has. */
const base = {
  app: { baseUrl: 'http://localhost' },
  backend: {
    baseUrl: 'http://localhost',
    listen: ':0',
    database: { client: 'better-sqlite3', connection: ':memory:' },
  },
};
const kubernetes = {
  serviceLocatorMethod: { type: 'multiTenant' },
  clusterLocatorMethods: [
    {
      type: 'config',
      clusters: [
        {
          name: 'prod',
          title: 'Production',
          url: 'https://prod.example',
          authProvider: 'serviceAccount',
          serviceAccountToken: TOKEN,
          caData: 'LS0t',
          skipTLSVerify: false,
          skipMetricsLookup: true,
          dashboardUrl: 'https://dash.example',
          dashboardApp: 'rancher',
          dashboardParameters: { clusterName: 'prod' },
          customResources: [
            {
              group: 'argoproj.io',
              apiVersion: 'v1alpha1',
              plural: 'rollouts',
            },
          ],
        },
        {
          name: 'staging',
          url: 'https://staging.example',
          authMetadata: {
            'kubernetes.io/auth-provider': 'serviceAccount',
            serviceAccountToken: METADATA_TOKEN,
          },
        },
      ],
    },
    { type: 'localKubectlProxy' },
    { type: 'catalog', dangerouslyAllowClusterUrls: ['*.example'] },
    { type: 'gke', projectId: 'acme' },
  ],
};
const stock = { ...base, kubernetes };
const extended = {
  ...stock,
  callboard: {
    kubernetes: {
      clusters: [
        { name: 'prod', serviceAccountToken: OWN_TOKEN, namespaces: ['shop'] },
        { name: 'eks', kubeconfig: { file: '/kube/config', context: 'eks' } },
        {
          name: 'edge',
          url: 'https://edge.example',
          caFile: '/ca.crt',
          clientCertFile: '/c.crt',
          clientKeyFile: '/c.key',
        },
      ],
    },
  },
};

describe('config of Kubernetes', () => {
  describe.each([
    ['our schema alone', [OURS]],
    ['the stock schema alone', [STOCK]],
    ['both schemas', [OURS, STOCK]],
    ['both schemas, the other way round', [STOCK, OURS]],
  ])('under %s', (_, dependencies) => {
    const schema = loadConfigSchema({ dependencies });

    it.each([
      ['the stock config', stock],
      ['the stock config with ours', extended],
    ])('accepts %s and keeps tokens out of logs', async (__, data) => {
      const loaded = await schema;
      expect(() =>
        loaded.process([{ data, context: 'test' }], {
          ignoreSchemaErrors: false,
        }),
      ).not.toThrow();

      const enumerate = await createConfigSecretEnumerator({
        logger: mockServices.logger.mock(),
        schema: loaded,
      });
      const secrets = [...enumerate(new ConfigReader(data, 'test'))];
      expect(secrets).toContain(TOKEN);
    });

    it('shows no secret to the frontend', async () => {
      const visible = (await schema).process(
        [{ data: extended, context: 'test' }],
        { visibility: ['frontend'] },
      );
      expect(JSON.stringify(visible)).not.toMatch(/of-the-test/);
    });
  });

  it('leaves the stock frontend what it needs', async () => {
    const schema = await loadConfigSchema({ dependencies: [OURS, STOCK] });
    const visible = schema.process([{ data: stock, context: 'test' }], {
      visibility: ['frontend'],
    });
    expect(JSON.stringify(visible)).toContain('https://prod.example');
  });

  it('keeps all tokens out of logs under our schema', async () => {
    const schema = await loadConfigSchema({ dependencies: [OURS] });
    const enumerate = await createConfigSecretEnumerator({
      logger: mockServices.logger.mock(),
      schema,
    });
    const secrets = [...enumerate(new ConfigReader(extended, 'test'))];
    expect(secrets).toEqual(
      expect.arrayContaining([TOKEN, METADATA_TOKEN, OWN_TOKEN]),
    );
  });
});
