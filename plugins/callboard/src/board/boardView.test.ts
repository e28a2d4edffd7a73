import {
  BoardView,
  EMPTY_VIEW,
  filterKey,
  isFiltered,
  mergeView,
  readView,
  writeView,
} from './boardView';

const view = (part: Partial<BoardView>): BoardView => ({
  ...EMPTY_VIEW,
  ...part,
});

describe('boardView', () => {
  it.each<[string, BoardView]>([
    ['', EMPTY_VIEW],
    ['status=failing', view({ status: ['failing'] })],
    ['status=unknown&status=none', view({ status: ['unknown', 'none'] })],
    [
      'owner=%40me&owner=group%3Adefault%2Fteam-a',
      view({ owner: ['@me', 'group:default/team-a'] }),
    ],
    [
      'status=failing&aspect=pipelines',
      view({ status: ['failing'], aspect: ['pipelines'] }),
    ],
    ['q=red+main&sort=since', view({ q: 'red main', sort: 'since' })],
    [
      'source=jenkins%2Fmain&code=build-failed&group=code&unfolded=true',
      view({
        source: ['jenkins/main'],
        code: ['build-failed'],
        group: 'code',
        unfolded: true,
      }),
    ],
  ])('reads and writes "%s"', (text, expected) => {
    expect(readView(new URLSearchParams(text))).toEqual(expected);
    expect(writeView(expected).toString()).toBe(text);
  });

  it.each<[string, string]>([
    ['status=purple&status=ok', 'status=ok'],
    ['status=ok&status=failing', 'status=failing&status=ok'],
    ['sort=sideways&group=colour', ''],
    ['owner=&tag=a&tag=a', 'tag=a'],
    ['q=%20%20', ''],
  ])('makes "%s" "%s"', (text, expected) => {
    expect(writeView(readView(new URLSearchParams(text))).toString()).toBe(
      expected,
    );
  });

  it('leaves what belongs to others in the URL', () => {
    expect(
      mergeView(
        new URLSearchParams('lang=fr&status=ok&q=old'),
        view({ q: 'new' }),
      ).toString(),
    ).toBe('q=new&lang=fr');
  });

  it('knows the same filters in another grouping as the same', () => {
    expect(filterKey(view({ tag: ['a'], group: 'code' }))).toBe(
      filterKey(view({ tag: ['a'], unfolded: true })),
    );
  });

  it.each([
    [EMPTY_VIEW, false],
    [view({ group: 'owner', sort: 'name' }), false],
    [view({ q: 'shop' }), true],
    [view({ owner: ['@me'] }), true],
  ])('knows whether rows are filtered', (given, expected) => {
    expect(isFiltered(given)).toBe(expected);
  });
});
