import type { EventFacts } from '@callboard/plugin-callboard-common';
import { EventBook } from './EventBook';

function event(
  uid: string,
  facts: Partial<EventFacts> & { about?: string } = {},
) {
  const { about = 'pod-1', ...rest } = facts;
  return {
    uid,
    resourceVersion: '1',
    facts: {
      namespace: 'shop',
      involved: { kind: 'Pod', name: about, uid: about },
      reason: 'BackOff',
      message: 'first',
      count: 1,
      firstAt: 10,
      lastAt: 20,
      ...rest,
    },
  };
}

describe('EventBook', () => {
  it('folds events of one object and reason, with the message of the newest', () => {
    const book = EventBook.create();
    book.put(event('e1', { count: 3, lastAt: 50 }));
    book.put(event('e2', { count: 2, firstAt: 5, message: 'other' }));
    book.put(event('e3', { reason: 'Unhealthy' }));
    expect(book.about('pod-1')).toEqual([
      expect.objectContaining({
        reason: 'BackOff',
        count: 5,
        firstAt: 5,
        lastAt: 50,
        message: 'first',
      }),
      expect.objectContaining({ reason: 'Unhealthy', count: 1 }),
    ]);
  });

  it('counts an event that is told again once', () => {
    const book = EventBook.create();
    expect(book.put(event('e1')).isNew).toBe(true);
    expect(book.put(event('e1', { count: 7 })).isNew).toBe(false);
    expect(book.about('pod-1')[0].count).toBe(7);
  });

  it('forgets what has expired', () => {
    const book = EventBook.create();
    book.put(event('e1'));
    expect(book.remove('e1')).toBe('pod-1');
    expect(book.remove('e1')).toBeUndefined();
    expect(book.about('pod-1')).toEqual([]);
  });

  it('is bounded for each object and reason, and keeps what is recent', () => {
    const book = EventBook.create();
    for (let n = 0; n < 30; n++) {
      book.put(event(`r${n}`, { reason: `Reason${n}` }));
      book.put(event(`m${n}`, { reason: 'Many', message: `${n}` }));
    }
    const about = book.about('pod-1');
    expect(about).toHaveLength(10);
    expect(about.find(({ reason }) => reason === 'Many')?.count).toBe(10);
    expect(about.map(({ reason }) => reason)).toContain('Reason29');
  });

  it('is bounded in all, and keeps what is recent', () => {
    const book = EventBook.create({ maxObjects: 2 });
    book.put(event('e1', { about: 'a' }));
    book.put(event('e2', { about: 'b' }));
    book.put(event('e1', { about: 'a', count: 2 }));
    book.put(event('e3', { about: 'c' }));
    expect(book.about('b')).toEqual([]);
    expect(book.about('a')).toHaveLength(1);
    expect(book.remove('e2')).toBeUndefined();
  });
});
