import { RememberedText } from './RememberedText';

describe('RememberedText', () => {
  it('makes a text once for all who ask at the same time, and later', async () => {
    const texts = new RememberedText();
    const make = jest.fn(async () => 'text');
    await expect(
      Promise.all([texts.get('a', make), texts.get('a', make)]),
    ).resolves.toEqual(['text', 'text']);
    await texts.get('a', make);
    expect(make).toHaveBeenCalledTimes(1);
    await texts.get('b', make);
    expect(make).toHaveBeenCalledTimes(2);
  });

  it('forgets failures', async () => {
    const texts = new RememberedText();
    const failing = texts.get('a', async () => {
      throw new Error('No');
    });
    await expect(failing).rejects.toThrow('No');
    await expect(texts.get('a', async () => 'text')).resolves.toBe('text');
  });

  it('keeps no more than it may', async () => {
    const texts = new RememberedText({ maxBytes: 100 });
    const make = jest.fn(async () => 'x'.repeat(40));
    await texts.get('a', make);
    await texts.get('b', make);
    await texts.get('a', make);
    expect(make).toHaveBeenCalledTimes(3);
    await expect(
      texts.get('c', async () => 'x'.repeat(1000)),
    ).resolves.toHaveLength(1000);
  });
});
