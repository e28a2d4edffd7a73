import { z } from 'zod';
import { Cursor } from './Cursor';

const cursor = Cursor.of(z.tuple([z.int(), z.string()]));

describe('Cursor', () => {
  it('reads what it wrote', () => {
    const place: [number, string] = [3, 'röcket-🚀'];
    expect(cursor.read(cursor.write(place))).toEqual(place);
  });

  it.each([
    ['nothing', ''],
    ['no JSON', 'rubbish'],
    ['a place of something else', Cursor.of(z.string()).write('name')],
    ['what is too long', cursor.write([3, 'x'.repeat(4096)])],
  ])('refuses %s', (_, text) => {
    expect(() => cursor.read(text)).toThrow('The cursor is not one');
  });
});
