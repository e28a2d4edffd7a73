import { findFrontMatter, readFrontMatter } from './frontMatter';

describe('readFrontMatter', () => {
  it.each([
    ['crash-loop', { code: 'crash-loop' }],
    ['firing', { code: 'firing' }],
    ['KubePodCrashLooping', { alertname: 'KubePodCrashLooping' }],
    ['etcdMembersDown', { alertname: 'etcdMembersDown' }],
    [
      'https://runbooks.example/a',
      { runbookUrl: 'https://runbooks.example/a' },
    ],
    [
      '{ aspect: kubernetes, code: crash-loop }',
      { aspect: 'kubernetes', code: 'crash-loop' },
    ],
  ])('reads the matcher %s', (yaml, matcher) => {
    expect(
      readFrontMatter(`matches: [${yaml.includes('{') ? yaml : `"${yaml}"`}]`),
    ).toEqual({
      matches: [matcher],
      problems: [],
    });
  });

  it.each([
    ['tags: a, b', { tags: ['a', 'b'] }],
    ['tags: [1, true]', { tags: ['1', 'true'] }],
    ['title: 404', { title: '404' }],
    ['reviewBy: "2027-05-03"', { reviewBy: '2027-05-03' }],
    ['params: [queue]', { params: [{ name: 'queue' }] }],
    [
      'params:\n  queue: orders\n  tenant:',
      { params: [{ name: 'queue', default: 'orders' }, { name: 'tenant' }] },
    ],
    [
      'params:\n  queue: { description: The queue }',
      { params: [{ name: 'queue', description: 'The queue' }] },
    ],
    ['weight: 20\ntitle:', {}],
    ['', {}],
  ])('reads %j', (yaml, expected) => {
    expect(readFrontMatter(yaml)).toEqual({ ...expected, problems: [] });
  });

  it.each([
    ['a: [', /^The front matter is not YAML: /],
    ['- a', /not a list of keys and values/],
    ['text', /not a list of keys and values/],
    ['title: [a]', /^title has to be a text/],
    ['tags: [[a]]', /^tags, entry 1: it has to be a tag/],
    ['reviewBy: soon', /^reviewBy has to be a day such as 2027-05-03/],
    ['reviewBy: 2027-02-30', /^reviewBy has to be a day/],
    ['owner: [a]', /^owner has to be the name of a group/],
    ['matches: [Not A Word]', /^matches, entry 1: it has to be a finding/],
    ['matches: [{ asp: kubernetes }]', /^matches, entry 1/],
    ['params: [not a name]', /^params, entry 1: it has to be a name/],
    [
      `tags: [${Array.from({ length: 60 }, (_, at) => `t${at}`).join(', ')}]`,
      /^tags has more than 50 entries/,
    ],
    [`a: ${'['.repeat(40)}`, /^The front matter is too long or nested/],
    ['a: &a [b]\ntitle: *a', /^The front matter is not YAML|^title has to be/],
  ])('says what is wrong with %s', (yaml, problem) => {
    const { problems } = readFrontMatter(yaml);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(problem);
  });
});

describe('findFrontMatter', () => {
  it.each([
    ['---\ntitle: a\n---\ntext', 'title: a\n'],
    ['\uFEFF---\r\ntitle: a\r\n---\r\ntext', 'title: a\r\n'],
    ['---\ntitle: a\n...\ntext', 'title: a\n'],
    ['---\n---\n', ''],
    ['text\n---\ntitle: a\n---\n', undefined],
    ['---\ntitle: a\n', undefined],
    ['--- \n\ntext\n', undefined],
    ['', undefined],
  ])('finds it in %j', (markdown, yaml) => {
    expect(findFrontMatter(markdown)?.yaml).toBe(yaml);
  });
});
