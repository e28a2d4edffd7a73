import { BoardView, EMPTY_VIEW, LIST_FILTERS } from './boardView';

/** A filter that can be dropped. */
export type DroppableFilter =
  | 'status'
  | 'aspect'
  | 'q'
  | (typeof LIST_FILTERS)[number];

const DROPPABLE: readonly DroppableFilter[] = [
  'q',
  'tag',
  'code',
  'source',
  'lifecycle',
  'system',
  'aspect',
  'owner',
  'status',
];

/** The filters of a view, those first that one is most likely to drop. */
export function activeFilters(view: BoardView): readonly DroppableFilter[] {
  return DROPPABLE.filter(name => view[name].length > 0);
}

/** The view without one of its filters. */
export function withoutFilter(
  view: BoardView,
  filter: DroppableFilter,
): BoardView {
  return { ...view, [filter]: EMPTY_VIEW[filter] };
}
