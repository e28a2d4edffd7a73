import { Counts, ServiceStatus } from '@callboard/plugin-callboard-common';
import { boardGroups, groupView, nothingGroup } from './boardGroups';
import { boardItems } from './boardItems';
import { BoardView, EMPTY_VIEW } from './boardView';

const counts = (part: Partial<Counts>): Counts => ({
  failing: 0,
  warning: 0,
  unknown: 0,
  ok: 0,
  none: 0,
  ...part,
});
const view = (part: Partial<BoardView>): BoardView => ({
  ...EMPTY_VIEW,
  ...part,
});
const service = (name: string): ServiceStatus => ({
  entityRef: `component:default/${name}`,
  name,
  tags: [],
  status: 'failing',
  since: '2026-11-24T13:00:00.000Z',
  stale: false,
  aspects: {},
});

describe('boardGroups', () => {
  const facets = [
    { value: 'flaky', counts: counts({ ok: 4 }) },
    { value: 'build-failed', counts: counts({ failing: 3, ok: 0 }) },
    { value: 'odd', counts: counts({ none: 2 }) },
  ];

  it('puts findings worst first, then what is fine, then what is not connected', () => {
    const groups = boardGroups({
      view: view({}),
      grouping: 'code',
      facets,
      counts: counts({ failing: 3, ok: 10, none: 5 }),
    });
    expect(groups.map(group => group.id)).toEqual([
      'code:build-failed',
      'code:flaky',
      'fine',
      'nothing',
    ]);
  });

  it('shows only groups that the status filter leaves', () => {
    const groups = boardGroups({
      view: view({ status: ['failing'] }),
      grouping: 'code',
      facets,
      counts: counts({ failing: 3, ok: 10, none: 5 }),
    });
    expect(groups.map(group => group.id)).toEqual(['code:build-failed']);
  });

  it('folds away what is not connected, unless it is asked for', () => {
    const all = counts({ ok: 1, none: 5 });
    expect(nothingGroup(view({}), all)?.counts.none).toBe(5);
    expect(nothingGroup(view({ status: ['none'] }), all)).toBeUndefined();
    expect(nothingGroup(view({}), counts({ ok: 1 }))).toBeUndefined();
  });

  it('narrows the view down to a group', () => {
    const given = view({ q: 'shop', group: 'code' });
    const [red] = boardGroups({
      view: given,
      grouping: 'code',
      facets,
      counts: counts({}),
    });
    expect(groupView(given, red)).toEqual(
      view({ q: 'shop', code: ['build-failed'] }),
    );
  });
});

describe('boardItems', () => {
  const nothing = nothingGroup(view({}), counts({ none: 3 }));
  const groups = nothing ? [nothing] : [];
  const shape = (options: Parameters<typeof boardItems>[0]) =>
    boardItems(options).map(({ type, key }) => `${type} ${key}`);

  it('lists services, what loads as one scrolls, and the folded ones', () => {
    expect(
      shape({
        rows: [service('a'), service('b')],
        total: 40,
        groups,
        open: new Map(),
      }),
    ).toEqual([
      'service component:default/a',
      'service component:default/b',
      'more more',
      'group nothing',
    ]);
  });

  it('lists the services of an open group and how many others there are', () => {
    expect(
      shape({
        rows: [],
        total: 0,
        groups,
        open: new Map([['nothing', { rows: [service('c')], total: 3 }]]),
      }),
    ).toEqual([
      'group nothing',
      'service nothing component:default/c',
      'others others nothing',
    ]);
  });
});
