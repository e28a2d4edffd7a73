import { asSentence } from './asSentence';

describe('asSentence', () => {
  it.each([
    ['Nothing was saved', 'Nothing was saved.'],
    ['Nothing was saved.', 'Nothing was saved.'],
    ['Sure? ', 'Sure?'],
    ['', ''],
  ])('of %j', (text, expected) => {
    expect(asSentence(text)).toBe(expected);
  });
});
