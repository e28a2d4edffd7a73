import { EtagCache } from './EtagCache';

describe('EtagCache', () => {
  it('forgets what was not used for longest when there is too much', () => {
    const cache = EtagCache.create({ maxChars: 10 });
    cache.set('a', { etag: '1', text: 'aaaa' });
    cache.set('b', { etag: '2', text: 'bbbb' });
    cache.get('a');
    cache.set('c', { etag: '3', text: 'cccc' });
    expect(cache.get('a')).toEqual({ etag: '1', text: 'aaaa' });
    expect(cache.get('b')).toBeUndefined();
    expect(cache.get('c')).toEqual({ etag: '3', text: 'cccc' });
  });

  it('replaces an answer, and counts it once', () => {
    const cache = EtagCache.create({ maxChars: 10 });
    cache.set('b', { etag: '0', text: 'bbbb' });
    for (let i = 0; i < 10; i++) {
      cache.set('a', { etag: String(i), text: 'aaaaaa' });
    }
    expect(cache.get('a')?.etag).toBe('9');
    expect(cache.get('b')).toBeDefined();
  });

  it('does not keep what is too much by itself, nor what it replaced', () => {
    const cache = EtagCache.create({ maxChars: 3 });
    cache.set('a', { etag: '1', text: 'aaa' });
    cache.set('a', { etag: '2', text: 'aaaa' });
    expect(cache.get('a')).toBeUndefined();
  });
});
