import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import { readRunbooksConfig } from './readRunbooksConfig';

function read(runbooks?: JsonObject) {
  return readRunbooksConfig(new ConfigReader(runbooks ? { runbooks } : {}));
}

const PROMETHEUS = { name: 'main', baseUrl: 'https://prometheus.example' };

function prometheus(settings: JsonObject): JsonObject {
  return { alerts: { prometheus: [{ ...PROMETHEUS, ...settings }] } };
}

describe('readRunbooksConfig', () => {
  it('needs nothing', () => {
    expect(read()).toEqual({
      maxSizeBytes: 1_048_576,
      reviewRequired: false,
      entityKinds: [
        'component',
        'api',
        'resource',
        'system',
        'domain',
        'group',
      ],
      importLimits: {
        maxBytes: 33_554_432,
        maxUnpackedBytes: 268_435_456,
        maxFilesCount: 10_000,
      },
      alerts: { intervalMs: 300_000, prometheus: [] },
    });
  });

  it('reads everything', () => {
    expect(
      read({
        maxSizeBytes: 1000,
        review: { required: true },
        entityKinds: ['Component', 'Environment', 'component'],
        import: { maxBytes: 1, maxUnpackedBytes: 2, maxFiles: 3 },
        alerts: {
          interval: '1m',
          prometheus: [
            {
              name: 'main',
              baseUrl: 'https://mimir.example/prometheus',
              headers: { 'X-Scope-OrgID': 'fernway' },
            },
            { name: 'apps', baseUrl: 'https://prometheus.example' },
          ],
        },
      }),
    ).toEqual({
      maxSizeBytes: 1000,
      reviewRequired: true,
      entityKinds: ['component', 'environment'],
      importLimits: { maxBytes: 1, maxUnpackedBytes: 2, maxFilesCount: 3 },
      alerts: {
        intervalMs: 60_000,
        prometheus: [
          {
            name: 'main',
            baseUrl: 'https://mimir.example/prometheus',
            headers: { 'X-Scope-OrgID': 'fernway' },
          },
          { name: 'apps', baseUrl: 'https://prometheus.example', headers: {} },
        ],
      },
    });
  });

  it.each<[string, JsonObject]>([
    ['maxSizeBytes', { maxSizeBytes: 0 }],
    ['maxSizeBytes', { maxSizeBytes: 1.5 }],
    ['import.maxFiles', { import: { maxFiles: -1 } }],
    ['entityKinds', { entityKinds: [] }],
    ['alerts.interval', { alerts: { interval: '1s' } }],
    ['alerts.prometheus[0].name', prometheus({ name: 'a b' })],
    ['alerts.prometheus[0].headers', prometheus({ headers: { x: 1 } })],
    [
      'alerts.prometheus has two of the same name',
      { alerts: { prometheus: [PROMETHEUS, PROMETHEUS] } },
    ],
  ])('names the key %s that makes no sense', (key, config) => {
    expect(() => read(config)).toThrow(`runbooks.${key}`);
  });
});
