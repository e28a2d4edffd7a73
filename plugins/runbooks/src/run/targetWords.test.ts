import { targetWords } from './targetWords';

describe('where commands act', () => {
  it.each([
    [{}, ''],
    [{ color: 'red' }, ''],
    [
      { workload: 'checkout-api', namespace: 'shop', cluster: 'prod-eu' },
      'prod-eu, namespace shop, checkout-api',
    ],
    [
      { source: 'jenkins/main', job: 'shop/main', build: '7' },
      'jenkins/main, job shop/main, build 7',
    ],
  ])('%j', (params, words) => {
    expect(targetWords(params)).toBe(words);
  });
});
