import { readInstant, readList, readRefs, readText } from './readQuery';

describe('readText', () => {
  it.each([
    ['text', 'text'],
    [undefined, undefined],
    [['text'], undefined],
  ])('of %j', (value, expected) => {
    expect(readText(value)).toBe(expected);
  });
});

describe('readList', () => {
  it.each([
    [undefined, []],
    ['b', ['b']],
    [
      ['b', 'a', 'b'],
      ['a', 'b'],
    ],
  ])('of %j', (value, expected) => {
    expect(readList(value)).toEqual(expected);
  });
});

describe('readRefs', () => {
  it.each([
    ['team-a', 'group:default/team-a'],
    ['User:Default/Mira', 'user:default/mira'],
    ['@me', '@me'],
    ['', ''],
  ])('of %j', (value, expected) => {
    expect(readRefs(value, 'group')).toEqual([expected]);
  });
});

describe('readInstant', () => {
  it.each([
    ['2026-11-26T12:00:00+01:00', Date.UTC(2026, 10, 26, 11)],
    [undefined, undefined],
  ])('of %j', (value, expected) => {
    expect(readInstant(value, 'from')).toBe(expected);
  });

  it('names the parameter that is none', () => {
    expect(() => readInstant('2026-13-45T00:00:00Z', 'from')).toThrow(
      "'from' is no instant",
    );
  });
});
