import { EMPTY_VIEW, type ListView } from './listView';

/** What a view can be narrowed down by. */
export type ListFilter = keyof ListView;

/** In the order in which dropping one helps most likely. */
const FILTERS: readonly ListFilter[] = [
  'q',
  'problem',
  'tag',
  'state',
  'owner',
  'entityRef',
];

/** The filters that a view has. */
export function activeFilters(view: ListView): ListFilter[] {
  return FILTERS.filter(name => {
    const value = view[name];
    return typeof value === 'string' ? value.trim() !== '' : value.length > 0;
  });
}

/** The view without one of its filters. */
export function withoutFilter(view: ListView, filter: ListFilter): ListView {
  return { ...view, [filter]: EMPTY_VIEW[filter] };
}
