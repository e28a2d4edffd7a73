import { ConfigReader } from '@backstage/config';
import { loadConfigSchema } from '@backstage/config-loader';
import { createConfigSecretEnumerator } from '@backstage/backend-defaults/rootConfig';
import { mockServices } from '@backstage/backend-test-utils';

// The schemas of all packages are compiled once, which takes a while.
jest.setTimeout(60_000);

const OURS = '@callboard/plugin-callboard-backend-module-jenkins';
const STOCK = '@backstage-community/plugin-jenkins-backend';

const API_KEY = 'api-key-of-the-test';
const AUTHORIZATION = 'Bearer header-of-the-test';

/** What the schemas of every backend want, whichever plugins it has. */
const base = {
  app: { baseUrl: 'http://localhost' },
  backend: {
    baseUrl: 'http://localhost',
    listen: ':0',
    database: { client: 'better-sqlite3', connection: ':memory:' },
  },
};
const instances = {
  ...base,
  jenkins: {
    instances: [
      {
        name: 'main',
        baseUrl: 'https://ci.example',
        username: 'callboard',
        apiKey: API_KEY,
        extraRequestHeaders: { Authorization: AUTHORIZATION },
      },
    ],
  },
};
const single = {
  ...base,
  jenkins: {
    baseUrl: 'https://ci.example',
    username: 'callboard',
    apiKey: API_KEY,
    projectCountLimit: 60,
  },
};

describe('config of Jenkins', () => {
  describe.each([
    ['our schema alone', [OURS]],
    ['the stock schema alone', [STOCK]],
    ['both schemas', [OURS, STOCK]],
  ])('under %s', (_, dependencies) => {
    const schema = loadConfigSchema({ dependencies });

    it.each([
      ['named instances', instances],
      ['the one instance', single],
    ])('accepts %s and keeps the API key out of logs', async (__, data) => {
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
      expect(secrets).toContain(API_KEY);
    });

    it('shows no secret to the frontend', async () => {
      const visible = (await schema).process(
        [{ data: instances, context: 'test' }],
        { visibility: ['frontend'] },
      );
      expect(JSON.stringify(visible)).not.toMatch(/of-the-test/);
    });
  });

  it('keeps request headers out of logs under our schema', async () => {
    const schema = await loadConfigSchema({ dependencies: [OURS] });
    const enumerate = await createConfigSecretEnumerator({
      logger: mockServices.logger.mock(),
      schema,
    });
    expect([...enumerate(new ConfigReader(instances, 'test'))]).toContain(
      AUTHORIZATION,
    );
  });
});
