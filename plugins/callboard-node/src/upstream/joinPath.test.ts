import { isSafeSegment, joinPath } from './joinPath';

describe('joinPath', () => {
  it.each([
    ['https://ci.example', ['job', 'a'], 'https://ci.example/job/a'],
    ['https://ci.example/', ['job', 'a'], 'https://ci.example/job/a'],
    ['https://ci.example/jenkins', ['job'], 'https://ci.example/jenkins/job'],
    ['https://ci.example/a/b//', ['job'], 'https://ci.example/a/b/job'],
    ['https://ci.example:8443/x', ['y'], 'https://ci.example:8443/x/y'],
    ['https://ci.example/jenkins/', [], 'https://ci.example/jenkins'],
    ['https://ci.example', [], 'https://ci.example/'],
    ['https://u:p@ci.example/x?y=z#h', ['a'], 'https://ci.example/x/a'],
    ['https://h', ['a b', 'ü', '#?&'], 'https://h/a%20b/%C3%BC/%23%3F%26'],
    ['https://h', ['🎭'], 'https://h/%F0%9F%8E%AD'],
    ['https://h', ['"quoted\''], "https://h/%22quoted'"],
    ['https://h', ['group/project'], 'https://h/group%2Fproject'],
    // The name of a branch as branch-api writes it is encoded once more.
    ['https://h', ['feature%2Fx'], 'https://h/feature%252Fx'],
    ['https://h', ['100%'], 'https://h/100%25'],
    ['https://h', ['...', '.x', 'x..'], 'https://h/.../.x/x..'],
  ])('%s and %j make %s', (base, segments, url) => {
    expect(joinPath(base, segments).href).toBe(url);
  });

  const HOSTILE = [
    '',
    '.',
    '..',
    '..;',
    '..;jsessionid=1',
    '%2e%2e',
    '%2E.',
    '%252e%252e',
    '%25252e%25252e',
    '../x',
    'x/..',
    'x/../../y',
    'x%2f..%2fy',
    'x%2f%2e%2e%2fy',
    'x%252f..',
    '..\\x',
    'x\\..\\y',
    'x%5cy',
    '/',
    '//evil.example',
    '/%2fevil.example',
    'x//y',
    'x/',
    '\\\\evil.example',
    'a\u0000b',
    'a%00b',
    'a\r\nHost: evil.example',
    'a%0d%0ab',
    '\ud83c',
    'x'.repeat(5_000),
  ];

  it.each(HOSTILE)('refuses %j', segment => {
    expect(isSafeSegment(segment)).toBe(false);
    expect(() => joinPath('https://ci.example/x', ['job', segment])).toThrow(
      expect.objectContaining({ name: 'InputError' }),
    );
  });

  it('refuses a path that is too long although its segments are not', () => {
    const segments = Array.from({ length: 50 }, () => 'x'.repeat(100));
    expect(() => joinPath('https://ci.example', segments)).toThrow(/too long/);
  });

  it('never leaves the base, whatever is made of hostile parts', () => {
    const parts = ['..', '.', '%2e', '/', '\\', '%2f', '%5c', ';', '?', '#'];
    const segments = parts.flatMap(a =>
      parts.flatMap(b => parts.map(c => `${a}${b}${c}`)),
    );
    for (const segment of segments.filter(isSafeSegment)) {
      const url = joinPath('https://ci.example/jenkins', ['job', segment]);
      expect(url.origin).toBe('https://ci.example');
      expect(url.pathname.startsWith('/jenkins/job/')).toBe(true);
      expect(url.search + url.hash).toBe('');
    }
  });
});
