import { useCallback, useMemo, useState } from 'react';
import { Counts } from '@callboard/plugin-callboard-common';
import { BoardGroup, boardGroups, nothingGroup } from '../board/boardGroups';
import { OpenGroup } from '../board/boardItems';
import { BoardView } from '../board/boardView';
import { useFacets } from './useFacets';
import { useOpenGroups } from './useOpenGroups';

/** Enough to see what a group is about. */
const FIRST_LOOK_COUNT = 5;
const PAGE_COUNT = 100;

function firstLimit(group: BoardGroup): number {
  return group.kind === 'fine' || group.kind === 'nothing'
    ? PAGE_COUNT
    : FIRST_LOOK_COUNT;
}

/** The groups of a view, which of them are open, and their services. */
export function useBoardGroups(options: {
  readonly view: BoardView;
  readonly counts: Counts | undefined;
  onUnfold(unfolded: boolean): void;
}): {
  readonly groups: readonly BoardGroup[];
  readonly open: ReadonlyMap<string, OpenGroup>;
  readonly loading: boolean;
  toggle(group: BoardGroup): void;
  showOthers(group: BoardGroup): void;
} {
  const { view, counts, onUnfold } = options;
  const facets = useFacets({ by: view.group, view });
  const [chosen, setChosen] = useState<ReadonlyMap<string, number>>(new Map());

  const groups = useMemo(() => {
    if (!counts) {
      return [];
    }
    if (!view.group) {
      const nothing = nothingGroup(view, counts);
      return nothing ? [nothing] : [];
    }
    return boardGroups({
      view,
      grouping: view.group,
      facets: facets.outdated ? [] : facets.data ?? [],
      counts,
    });
  }, [view, counts, facets.data, facets.outdated]);

  // Whether the unconnected are unfolded is part of the link; how many of them is not.
  const limits = useMemo(() => {
    const all = new Map(chosen);
    if (!view.unfolded) {
      all.delete('nothing');
    } else if (!all.has('nothing')) {
      all.set('nothing', PAGE_COUNT);
    }
    return all;
  }, [chosen, view.unfolded]);
  const { open } = useOpenGroups({ view, groups, limits });

  const toggle = useCallback(
    (group: BoardGroup) => {
      if (group.kind === 'nothing') {
        onUnfold(!view.unfolded);
        return;
      }
      setChosen(before => {
        const after = new Map(before);
        if (!after.delete(group.id)) {
          after.set(group.id, firstLimit(group));
        }
        return after;
      });
    },
    [onUnfold, view.unfolded],
  );
  const showOthers = useCallback(
    (group: BoardGroup) =>
      setChosen(before =>
        new Map(before).set(group.id, (limits.get(group.id) ?? 0) + PAGE_COUNT),
      ),
    [limits],
  );

  return {
    groups,
    open,
    loading: view.group !== undefined && facets.loading,
    toggle,
    showOthers,
  };
}
