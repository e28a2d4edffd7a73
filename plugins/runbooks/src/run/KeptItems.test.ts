import { z } from 'zod';
import { KeptItems } from './KeptItems';

const schema = z.object({ text: z.string() });

const itemsOf = (prefix: string, storage: Storage = localStorage) =>
  KeptItems.create({ storage, prefix, schema });

describe('KeptItems', () => {
  beforeEach(() => localStorage.clear());

  it('keeps things by name, each prefix its own', () => {
    const items = itemsOf('one/');
    expect(items.keep('a', { text: 'x' })).toBe(true);
    items.keep('b', { text: 'y' });
    itemsOf('other/').keep('a', { text: 'z' });
    items.drop('b');
    expect([...itemsOf('one/').readAll()]).toEqual([['a', { text: 'x' }]]);
  });

  it('passes over what it cannot read', () => {
    localStorage.setItem('one/a', '{');
    localStorage.setItem('one/b', '{"text":1}');
    expect(itemsOf('one/').readAll().size).toBe(0);
  });

  it('says where the device keeps nothing', () => {
    const refuse = () => {
      throw new Error('no');
    };
    const items = KeptItems.create({
      storage: {
        get length(): number {
          return refuse();
        },
        key: refuse,
        getItem: refuse,
        setItem: refuse,
        removeItem: refuse,
      },
      prefix: 'one/',
      schema,
    });
    expect(items.keep('a', { text: 'x' })).toBe(false);
    items.drop('a');
    expect(items.readAll().size).toBe(0);
  });
});
