import { storableText } from '@callboard/plugin-callboard-node';
import { boundedText, hashOf } from './boundedText';

describe('boundedText', () => {
  it('leaves alone what fits', () => {
    expect(boundedText('short', 100)).toBe('short');
  });

  it.each(['x'.repeat(5_000), '🎭'.repeat(2_000), 'é'.repeat(3_000)])(
    'cuts what does not, and keeps it apart from others',
    text => {
      const bounded = boundedText(text, 250);
      expect(Buffer.byteLength(bounded)).toBeLessThanOrEqual(250);
      expect(bounded).not.toBe(boundedText(`${text}!`, 250));
      expect(boundedText(bounded, 250)).toBe(bounded);
      expect(storableText(bounded)).toBe(bounded);
    },
  );
});

describe('hashOf', () => {
  it('tells apart what only joins to the same', () => {
    expect(hashOf('ab', 'c')).not.toBe(hashOf('a', 'bc'));
  });
});
