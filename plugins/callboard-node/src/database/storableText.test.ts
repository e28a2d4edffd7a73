import { storableText } from './storableText';

describe('storableText', () => {
  it.each([
    ['plain', 'plain'],
    ['emoji 🎭', 'emoji 🎭'],
    ['nul\0', 'nul\uFFFD'],
    ['half \ud83c pair', 'half \uFFFD pair'],
  ])('of %j', (text, expected) => {
    expect(storableText(text)).toBe(expected);
  });
});
