import type { Subject } from '@callboard/plugin-callboard-node';
import { KnownSubjects } from './KnownSubjects';

const named = (id: string, selector: string, namespace?: string): Subject => ({
  id,
  entityRef: `component:default/${id}`,
  source: 'kubernetes/test',
  aspect: 'kubernetes',
  key: selector,
  spec: { selector, ...(namespace && { namespace }) },
});

/** The same, and how often anybody looked at what it names. */
function counted(subject: Subject): { subject: Subject; reads: () => number } {
  let count = 0;
  return {
    subject: {
      ...subject,
      get spec() {
        count++;
        return subject.spec;
      },
    },
    reads: () => count,
  };
}

describe('KnownSubjects', () => {
  it('reads what is named once, however many rounds name it', () => {
    const { subject, reads } = counted(named('shop', 'app=shop'));
    const known = KnownSubjects.create();
    const subjects = [subject];
    expect(known.update(subjects)).toEqual(new Set(['shop']));
    const once = reads();
    expect(known.update(subjects)).toBeUndefined();
    expect(known.update(subjects)).toBeUndefined();
    expect(reads()).toBe(once);
  });

  it.each([
    {
      what: 'another selector',
      next: [named('shop', 'app=till'), named('cart', 'app=cart')],
      changed: ['shop'],
    },
    {
      what: 'another namespace',
      next: [named('shop', 'app=shop', 'eu'), named('cart', 'app=cart')],
      changed: ['shop'],
    },
    {
      what: 'one more',
      next: [
        named('shop', 'app=shop'),
        named('cart', 'app=cart'),
        named('till', 'app=till'),
      ],
      changed: ['till'],
    },
    { what: 'one less', next: [named('cart', 'app=cart')], changed: [] },
    {
      what: 'the same in another list',
      next: [named('shop', 'app=shop'), named('cart', 'app=cart')],
      changed: undefined,
    },
  ])('tells of $what', ({ next, changed }) => {
    const known = KnownSubjects.create();
    known.update([named('shop', 'app=shop'), named('cart', 'app=cart')]);
    expect(known.update(next)).toEqual(changed && new Set(changed));
    expect([...known.all.keys()]).toEqual(next.map(({ id }) => id));
  });
});
