import { OWNER_ME } from '@callboard/plugin-callboard-common';
import { BoardView, EMPTY_VIEW, writeView } from './boardView';

/** Views that every viewer has. */
export const NAMED_VIEWS = [
  { id: 'all', view: EMPTY_VIEW },
  { id: 'onFire', view: { ...EMPTY_VIEW, status: ['failing'] } },
  { id: 'myTeam', view: { ...EMPTY_VIEW, owner: [OWNER_ME] } },
  {
    id: 'morningCheck',
    view: { ...EMPTY_VIEW, status: ['failing', 'warning'], sort: 'since' },
  },
  { id: 'blindSpots', view: { ...EMPTY_VIEW, status: ['unknown', 'none'] } },
] as const satisfies ReadonlyArray<{
  readonly id: string;
  readonly view: BoardView;
}>;

/** Name of a view that every viewer has. */
export type NamedViewId = (typeof NAMED_VIEWS)[number]['id'];

/** A view that this viewer saved: a name and the query that a link would hold. */
export type SavedView = {
  readonly name: string;
  readonly query: string;
};

/** Whether what is on screen is that view; folding is no difference. */
export function isSameView(a: BoardView, b: BoardView): boolean {
  const key = (view: BoardView) =>
    writeView({ ...view, unfolded: false }).toString();
  return key(a) === key(b);
}

/**
 * The view that is on screen: the very same, else the one that differs in nothing but its groups.
 * Undefined where it is none of them.
 */
export function currentView<T extends { readonly view: BoardView }>(
  views: readonly T[],
  shown: BoardView,
): T | undefined {
  const ungrouped = (view: BoardView) => ({ ...view, group: undefined });
  return (
    views.find(({ view }) => isSameView(view, shown)) ??
    views.find(({ view }) => isSameView(ungrouped(view), ungrouped(shown)))
  );
}
