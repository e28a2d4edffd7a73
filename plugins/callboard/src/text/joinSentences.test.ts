import { joinSentences } from './joinSentences';

describe('joinSentences', () => {
  it.each([
    [[], ''],
    [['Passes 6 of 10'], 'Passes 6 of 10'],
    [
      ['Passes 6 of 10', 'Not a new incident'],
      'Passes 6 of 10. Not a new incident',
    ],
    [
      ['Is Jenkins up?', 'Next try in 20 s.'],
      'Is Jenkins up? Next try in 20 s.',
    ],
    [[undefined, 'Disabled', ''], 'Disabled'],
  ])('%j is %j', (sentences, expected) => {
    expect(joinSentences(...sentences)).toBe(expected);
  });
});
