import { isTangledYaml } from './isTangledYaml';

const keys = (count: number) =>
  Array.from({ length: count }, (_, at) => `key${at}: 1`).join('\n');

describe('isTangledYaml', () => {
  it.each([
    ['nothing', ''],
    ['what describes a runbook', 'title: a\nmatches:\n  - { code: a }\n'],
    ['brackets in quotes', `title: "${'['.repeat(50)}"`],
    ['no YAML', 'a: [\n- b: }'],
    ['500 keys', keys(500)],
  ])('takes %s', (_name, yaml) => {
    expect(isTangledYaml(yaml)).toBe(false);
  });

  it.each([
    ['keys', '? '.repeat(20_000)],
    ['items', '- '.repeat(20_000)],
    ['items of keys', '? - '.repeat(10_000)],
    ['lists', `a: ${'['.repeat(20_000)}`],
    ['lists with brackets in quotes', '[ "]", '.repeat(5_000)],
    ['maps', '{'.repeat(20_000)],
    [
      'maps line by line',
      Array.from({ length: 40 }, (_, at) => `${' '.repeat(at)}a:`).join('\n'),
    ],
  ])('does not take %s within each other', (_name, yaml) => {
    expect(isTangledYaml(yaml)).toBe(true);
  });

  it('does not take thousands of keys', () => {
    expect(isTangledYaml(keys(5_000))).toBe(true);
  });
});
