import {
  Aspect,
  ASPECTS,
  OverallStatus,
  OVERALL_STATUSES,
} from '@callboard/plugin-callboard-common';

/** Filters that a menu offers, by the name that URL and server share. */
export const LIST_FILTERS = [
  'owner',
  'system',
  'lifecycle',
  'source',
  'code',
  'tag',
] as const;

/** A filter that a menu offers. */
export type ListFilter = (typeof LIST_FILTERS)[number];

/** What the rows can be put together by. */
export const GROUPINGS = ['system', 'owner', 'source', 'code'] as const;

/** What the rows can be put together by. */
export type Grouping = (typeof GROUPINGS)[number];

const SORTS = ['worst', 'name', 'since'] as const;

/** The order of the rows. */
export type BoardSort = (typeof SORTS)[number];

/** Everything that decides what the board shows. All of it lives in the URL. */
export type BoardView = {
  readonly status: readonly OverallStatus[];
  readonly aspect: readonly Aspect[];
  readonly q: string;
  readonly sort: BoardSort;
  readonly group: Grouping | undefined;
  /** Services with nothing connected are shown too. */
  readonly unfolded: boolean;
} & Readonly<Record<ListFilter, readonly string[]>>;

/** The board as it opens: everything, worst first. */
export const EMPTY_VIEW: BoardView = {
  status: [],
  aspect: [],
  q: '',
  sort: 'worst',
  group: undefined,
  unfolded: false,
  owner: [],
  system: [],
  lifecycle: [],
  source: [],
  code: [],
  tag: [],
};

function known<T extends string>(
  values: readonly string[],
  all: readonly T[],
): readonly T[] {
  return all.filter(value => values.includes(value));
}

/** What a URL asks for; what it does not know is passed over. */
export function readView(params: URLSearchParams): BoardView {
  const list = (name: ListFilter) => [
    ...new Set(params.getAll(name).filter(Boolean)),
  ];
  return {
    status: known(params.getAll('status'), OVERALL_STATUSES),
    aspect: known(params.getAll('aspect'), ASPECTS),
    q: params.get('q') ?? '',
    sort: known(params.getAll('sort'), SORTS)[0] ?? 'worst',
    group: known(params.getAll('group'), GROUPINGS)[0],
    unfolded: params.get('unfolded') === 'true',
    owner: list('owner'),
    system: list('system'),
    lifecycle: list('lifecycle'),
    source: list('source'),
    code: list('code'),
    tag: list('tag'),
  };
}

/** The shortest URL that asks for a view; the same view always gives the same text. */
export function writeView(view: BoardView): URLSearchParams {
  const params = new URLSearchParams();
  for (const name of ['status', 'aspect', ...LIST_FILTERS] as const) {
    for (const value of view[name]) {
      params.append(name, value);
    }
  }
  if (view.q.trim()) {
    params.set('q', view.q);
  }
  if (view.sort !== 'worst') {
    params.set('sort', view.sort);
  }
  if (view.group) {
    params.set('group', view.group);
  }
  if (view.unfolded) {
    params.set('unfolded', 'true');
  }
  return params;
}

/** A view within the URL at hand: what is not the board's stays there. */
export function mergeView(
  current: URLSearchParams,
  view: BoardView,
): URLSearchParams {
  const params = writeView(view);
  for (const [name, value] of current) {
    if (!(name in EMPTY_VIEW)) {
      params.append(name, value);
    }
  }
  return params;
}

/** Identity of what a view filters by, whatever its grouping. */
export function filterKey(view: BoardView): string {
  return writeView({ ...view, group: undefined, unfolded: false }).toString();
}

/** Whether rows can be missing because of a filter. */
export function isFiltered(view: BoardView): boolean {
  return filterKey({ ...view, sort: 'worst' }) !== '';
}
