import { markedFrom } from './markedFrom';

describe('from where on the author warned', () => {
  it.each([
    ['', Infinity],
    ['a\n\n> quoted', Infinity],
    ['> [!NOTE]\n> fine', Infinity],
    ['a\n\n> [!WARNING] drain first\n\n`kubectl delete pod x`', 3],
    ['>[!danger]\n> lost', 1],
    ['x\n> [!CAUTION]', 2],
  ])('%j', (markdown, line) => {
    expect(markedFrom(markdown)).toBe(line);
  });
});
