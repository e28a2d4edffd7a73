import { fromSearchParams, ServiceQuery, toSearchParams } from './ServiceQuery';

describe('ServiceQuery', () => {
  const cases: ReadonlyArray<{ query: ServiceQuery; text: string }> = [
    { query: {}, text: '' },
    { query: { limit: 0 }, text: 'limit=0' },
    {
      query: { status: ['failing', 'none'], aspect: ['pipelines'] },
      text: 'status=failing&status=none&aspect=pipelines',
    },
    {
      query: {
        source: ['jenkins/main'],
        code: ['build-failed'],
        owner: ['@me', 'group:default/team-a'],
        system: ['system:default/shop'],
        lifecycle: ['production'],
        tag: ['a,b'],
        q: 'größe & co',
        sort: 'name',
        limit: 50,
        cursor: 'abc',
      },
      text: 'source=jenkins%2Fmain&code=build-failed&owner=%40me&owner=group%3Adefault%2Fteam-a&system=system%3Adefault%2Fshop&lifecycle=production&tag=a%2Cb&q=gr%C3%B6%C3%9Fe+%26+co&sort=name&limit=50&cursor=abc',
    },
  ];

  it.each(cases)('writes and reads "$text"', ({ query, text }) => {
    expect(toSearchParams(query).toString()).toBe(text);
    expect(fromSearchParams(new URLSearchParams(text))).toEqual(query);
  });

  it('leaves out what is empty, doubled or of someone else', () => {
    expect(
      fromSearchParams(
        new URLSearchParams('view=mine&q=&owner=&tag=a&tag=a&limit='),
      ),
    ).toEqual({ tag: ['a'] });
    expect(toSearchParams({ q: '', owner: [] }).toString()).toBe('');
  });

  it.each([
    ['status=green', 'status'],
    ['aspect=weather', 'aspect'],
    ['sort=best', 'sort'],
    ['limit=-1', 'limit'],
    ['limit=1.5', 'limit'],
    ['limit=many', 'limit'],
    ['status=green&limit=x', 'status, limit'],
  ])('names what is wrong with %s', (text, names) => {
    const params = new URLSearchParams(text);
    expect(() => fromSearchParams(params)).toThrow(
      expect.objectContaining({
        name: 'InputError',
        message: `Not a valid value of ${names}`,
      }),
    );
  });

  it('drops what is wrong where it is told to be lenient', () => {
    expect(
      fromSearchParams(
        new URLSearchParams(
          'status=green&status=failing&limit=x&sort=best&q=shop',
        ),
        { lenient: true },
      ),
    ).toEqual({ status: ['failing'], q: 'shop' });
  });
});
