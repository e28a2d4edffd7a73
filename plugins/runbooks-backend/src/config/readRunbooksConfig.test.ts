import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import { readRunbooksConfig } from './readRunbooksConfig';

function read(runbooks?: JsonObject) {
  return readRunbooksConfig(new ConfigReader(runbooks ? { runbooks } : {}));
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
    });
  });

  it('reads everything', () => {
    expect(
      read({
        maxSizeBytes: 1000,
        review: { required: true },
        entityKinds: ['Component', 'Environment', 'component'],
        import: { maxBytes: 1, maxUnpackedBytes: 2, maxFiles: 3 },
      }),
    ).toEqual({
      maxSizeBytes: 1000,
      reviewRequired: true,
      entityKinds: ['component', 'environment'],
      importLimits: { maxBytes: 1, maxUnpackedBytes: 2, maxFilesCount: 3 },
    });
  });

  it.each<[string, JsonObject]>([
    ['maxSizeBytes', { maxSizeBytes: 0 }],
    ['maxSizeBytes', { maxSizeBytes: 1.5 }],
    ['import.maxFiles', { import: { maxFiles: -1 } }],
    ['entityKinds', { entityKinds: [] }],
  ])('names the key %s that makes no sense', (key, config) => {
    expect(() => read(config)).toThrow(`runbooks.${key}`);
  });
});
