import { stepsOf } from './stepsOf';

const TEXT = { hash: 'of-two-steps', content: '## Fix\n\n1. Look\n2. Act\n' };

describe('stepsOf', () => {
  it('understands a text once for all who ask at the same time, and later', async () => {
    const [one, other] = await Promise.all([stepsOf(TEXT), stepsOf(TEXT)]);
    expect(one).toEqual([
      { n: 1, title: 'Look' },
      { n: 2, title: 'Act' },
    ]);
    expect(other).toBe(one);
    await expect(stepsOf(TEXT)).resolves.toBe(one);
  });
});
