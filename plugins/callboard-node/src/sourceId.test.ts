import { parseSourceId, sourceId } from './sourceId';

describe('sourceId', () => {
  it.each([
    ['jenkins', 'main', 'jenkins/main'],
    ['kubernetes', 'prod-eu', 'kubernetes/prod-eu'],
    ['jenkins', 'ci.example/jenkins', 'jenkins/ci.example/jenkins'],
    ['jenkins', 'Haupt 1 ü', 'jenkins/Haupt 1 ü'],
  ])(
    'puts %s and %s together, and takes them apart again',
    (type, name, id) => {
      expect(sourceId(type, name)).toBe(id);
      expect(parseSourceId(id)).toEqual({ type, name });
    },
  );

  it.each(['', 'jenkins', 'jenkins/', '/main', 'Jenkins/main', 'a b/main'])(
    'refuses %j',
    id => {
      expect(() => parseSourceId(id)).toThrow(/is no id of a source/);
    },
  );

  it.each([
    ['', 'main'],
    ['a/b', 'main'],
    ['jenkins', ''],
  ])('makes no id of %j and %j', (type, name) => {
    expect(() => sourceId(type, name)).toThrow(/is no id of a source/);
  });
});
