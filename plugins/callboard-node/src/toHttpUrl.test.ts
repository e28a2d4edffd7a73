import { toHttpUrl } from './toHttpUrl';

describe('toHttpUrl', () => {
  it.each([
    ['https://ci.example/job/a', 'https://ci.example/job/a'],
    ['HTTP://CI.example', 'http://ci.example/'],
    ['https://ci.example/a b', 'https://ci.example/a%20b'],
    [' javascript:alert(1)', undefined],
    ['java\nscript:alert(1)', undefined],
    ['data:text/html,x', undefined],
    ['ftp://ci.example/', undefined],
    ['slack://channel', undefined],
    ['//evil.example/', undefined],
    ['/job/a', undefined],
    ['https://user:pass@ci.example/', undefined],
    ['https://', undefined],
    ['', undefined],
    [null, undefined],
    [undefined, undefined],
  ])('makes of %j %j', (text, url) => {
    expect(toHttpUrl(text)).toBe(url);
  });
});
