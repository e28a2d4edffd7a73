import { ConfigReader } from '@backstage/config';
import type { JsonValue } from '@backstage/types';
import { readSourceSettings } from './readSourceSettings';

const read = (sources: JsonValue) =>
  readSourceSettings(new ConfigReader({ callboard: { sources } }));

describe('readSourceSettings', () => {
  it('is empty where config says nothing', () => {
    expect(readSourceSettings(new ConfigReader({})).size).toBe(0);
  });

  it('reads every setting, and production by default', () => {
    expect(
      read({
        'jenkins/main': { interval: { seconds: 10 }, deadline: '5s' },
        'jenkins/mobile': { production: false },
      }),
    ).toEqual(
      new Map([
        [
          'jenkins/main',
          { production: true, intervalMs: 10_000, deadlineMs: 5_000 },
        ],
        ['jenkins/mobile', { production: false }],
      ]),
    );
  });

  it.each<[JsonValue, string]>([
    [{ jenkins: {} }, 'jenkins'],
    [{ 'jenkins/main': 'fast' }, "callboard.sources.'jenkins/main'"],
    [{ 'jenkins/main': { production: 'no' } }, 'production'],
    [{ 'jenkins/main': { interval: 'often' } }, 'interval'],
    [{ 'jenkins/main': { interval: { milliseconds: 1 } } }, 'interval'],
    [{ 'jenkins/main': { prod: false } }, 'prod'],
    [['jenkins/main'], 'callboard.sources'],
  ])('refuses %j with its path', (sources, path) => {
    expect(() => read(sources)).toThrow(
      expect.objectContaining({
        name: 'InputError',
        message: expect.stringContaining(path),
      }),
    );
  });
});
