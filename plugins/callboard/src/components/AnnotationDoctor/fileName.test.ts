import { fileName } from './fileName';

describe('fileName', () => {
  it.each([
    [
      'https://git.example.com/shop/blob/main/catalog-info.yaml',
      'catalog-info.yaml',
    ],
    ['https://git.example.com/shop/blob/main/a.yml?ref=x#L3', 'a.yml'],
    ['https://git.example.com/shop', undefined],
    ['https://git.example.com/', undefined],
    ['no address', undefined],
  ])('%s is %s', (url, expected) => {
    expect(fileName(url)).toBe(expected);
  });
});
