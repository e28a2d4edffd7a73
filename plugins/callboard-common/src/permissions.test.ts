import { callboardPermissions } from './permissions';

describe('callboardPermissions', () => {
  it('are known by these names, which policies are written against', () => {
    expect(
      callboardPermissions.map(({ name, attributes }) => [
        name,
        attributes.action,
      ]),
    ).toEqual([
      ['callboard.source.read', 'read'],
      ['callboard.source.refresh', 'update'],
    ]);
  });
});
