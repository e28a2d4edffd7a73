import { activeFilters, withoutFilter } from './activeFilters';
import {
  EMPTY_VIEW,
  isSameView,
  queryOf,
  readView,
  writeView,
  type ListView,
} from './listView';
import { NAMED_VIEWS } from './namedViews';

const FULL: ListView = {
  q: 'crash loop',
  owner: ['@me', 'group:default/team-web'],
  tag: ['kubernetes', 'p1'],
  state: ['draft', 'archived'],
  problem: ['no-help', 'unowned'],
  entityRef: 'component:default/cart',
};

describe('view of the list', () => {
  it.each([
    ['nothing', EMPTY_VIEW],
    ['everything', FULL],
  ])('is a link, with %s', (_name, view) => {
    expect(readView(writeView(view))).toEqual(view);
  });

  it('leaves out what it does not know, and what is said twice', () => {
    const address = 'state=gone&problem=x&problem=unowned&tag=a&tag=a&owner=';
    expect(readView(new URLSearchParams(address))).toEqual({
      ...EMPTY_VIEW,
      problem: ['unowned'],
      tag: ['a'],
    });
  });

  it('asks for what narrows it down only', () => {
    expect(queryOf({ ...EMPTY_VIEW, q: '  ' })).toEqual({});
    expect(queryOf({ ...FULL, q: ' x ' })).toEqual({ ...FULL, q: 'x' });
  });

  it('is the same in any order', () => {
    expect(isSameView(FULL, { ...FULL, tag: ['p1', 'kubernetes'] })).toBe(true);
    expect(isSameView(FULL, { ...FULL, tag: ['p1'] })).toBe(false);
  });

  it('can drop a filter', () => {
    expect(activeFilters(EMPTY_VIEW)).toEqual([]);
    expect(activeFilters({ ...EMPTY_VIEW, q: 'x', tag: ['a'] })).toEqual([
      'q',
      'tag',
    ]);
    expect(withoutFilter({ ...EMPTY_VIEW, tag: ['a'] }, 'tag')).toEqual(
      EMPTY_VIEW,
    );
  });

  it.each(NAMED_VIEWS)('has a link for $id', ({ view }) => {
    expect(isSameView(readView(writeView(view)), view)).toBe(true);
  });
});
