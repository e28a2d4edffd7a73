import { ConfigReader } from '@backstage/config';
import type { JsonValue } from '@backstage/types';
import { readRetention } from './readRetention';
import { readServicesFilter } from './readServicesFilter';
import { readStatusRules } from './readStatusRules';

const config = (callboard: JsonValue) => new ConfigReader({ callboard });
const DAY_MS = 86_400_000;

describe('readServicesFilter', () => {
  it('takes components by default', () => {
    expect(readServicesFilter(new ConfigReader({}))).toEqual({
      kind: 'component',
    });
  });

  it.each<[JsonValue]>([
    [{ kind: 'component', 'spec.type': ['service', 'website'] }],
    [[{ kind: 'component' }, { kind: 'api' }]],
  ])('reads %j', filter => {
    expect(readServicesFilter(config({ services: { filter } }))).toEqual(
      filter,
    );
  });

  it.each<[JsonValue]>([
    ['component'],
    [{}],
    [[]],
    [{ kind: 5 }],
    [{ kind: [] }],
  ])('refuses %j', filter => {
    expect(() => readServicesFilter(config({ services: { filter } }))).toThrow(
      "Config 'callboard.services.filter' is no catalog filter",
    );
  });
});

describe('readRetention', () => {
  it('keeps everything for 90 days by default', () => {
    expect(readRetention(new ConfigReader({}))).toEqual({
      transitionsMs: 90 * DAY_MS,
      changesMs: 90 * DAY_MS,
      servicesMs: 90 * DAY_MS,
    });
  });

  it('reads durations', () => {
    expect(
      readRetention(
        config({ retention: { transitions: { days: 7 }, changes: '30d' } }),
      ),
    ).toEqual({
      transitionsMs: 7 * DAY_MS,
      changesMs: 30 * DAY_MS,
      servicesMs: 90 * DAY_MS,
    });
  });

  it.each(['soon', '0d', 5])('refuses %p', transitions => {
    expect(() => readRetention(config({ retention: { transitions } }))).toThrow(
      "Config 'callboard.retention.transitions'",
    );
  });
});

describe('readStatusRules', () => {
  it('settles polled facts later than what is settled already', () => {
    const rules = readStatusRules(new ConfigReader({}), () => undefined);
    expect(rules.settlePolicyOf('kubernetes').recover.observations).toBe(2);
    expect(rules.settlePolicyOf('pipelines').recover.observations).toBe(1);
  });

  it('takes the numbers of the config', () => {
    const rules = readStatusRules(
      config({ rules: { flapping: { changes: 7 } } }),
      () => undefined,
    );
    expect(rules.settlePolicyOf('kubernetes').flapping.changes).toBe(7);
    expect(rules.composed.flapping.changes).toBe(7);
  });
});
