import { startTestBackend, mockServices } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import { createStandIn } from '@callboard/plugin-callboard-node/testkit';
import module from './index';

async function providersOf(data: JsonObject) {
  const { feature, providers } = createStandIn();
  const backend = await startTestBackend({
    features: [feature, module, mockServices.rootConfig.factory({ data })],
  });
  await backend.stop();
  return providers;
}

describe('callboardModuleJenkins', () => {
  it('gives the sources of all configured instances', async () => {
    const [provider] = await providersOf({
      jenkins: {
        baseUrl: 'https://a.example.com',
        username: 'bot',
        apiKey: 'key',
        instances: [{ name: 'mobile', baseUrl: 'https://b.example.com' }],
      },
      callboard: {
        sources: {
          'jenkins/mobile': { interval: '2m', deadline: { seconds: 3 } },
        },
      },
    });
    expect(provider.type).toBe('jenkins');
    expect(
      provider.sources.map(({ type, name, intervalMs, deadlineMs }) => [
        `${type}/${name}`,
        intervalMs,
        deadlineMs,
      ]),
    ).toEqual([
      ['jenkins/mobile', 120_000, 3_000],
      ['jenkins/default', 30_000, 10_000],
    ]);
  });

  it('comes up without any, and says what is named in vain', async () => {
    const [provider] = await providersOf({});
    expect(provider.sources).toEqual([]);
    const { problems } = provider.resolve({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: {
        name: 'checkout',
        annotations: { 'jenkins.io/job-full-name': 'shop/checkout' },
      },
    });
    expect(problems).toHaveLength(1);
  });

  it.each<[string, JsonObject, RegExp]>([
    [
      'a base URL that is none',
      {
        jenkins: { baseUrl: 'file:///etc/passwd', username: 'a', apiKey: 'b' },
      },
      /jenkins\.baseUrl/,
    ],
    [
      'an interval that is none',
      {
        jenkins: {
          instances: [{ name: 'main', baseUrl: 'https://a.example' }],
        },
        callboard: { sources: { 'jenkins/main': { interval: 'often' } } },
      },
      /callboard\.sources\.'jenkins\/main'\.interval/,
    ],
  ])('is blamed for %s', async (_, data, message) => {
    await expect(providersOf(data)).rejects.toThrow(message);
    await expect(providersOf(data)).rejects.toThrow(/Module 'jenkins'/);
  });
});
