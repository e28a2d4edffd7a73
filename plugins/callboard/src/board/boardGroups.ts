import {
  Counts,
  Facet,
  FindingStatus,
  OverallStatus,
  OVERALL_STATUSES,
  STATUSES,
} from '@callboard/plugin-callboard-common';
import { BoardView, Grouping } from './boardView';
import { countAll } from './counts';
import { worstGroupsFirst } from './groupOrder';

/** Services that stand together under one line. */
export interface BoardGroup {
  readonly id: string;
  /** By what they share; or all that is fine; or all that nothing is connected to. */
  readonly kind: Grouping | 'fine' | 'nothing';
  /** The value they share. */
  readonly value: string;
  readonly counts: Counts;
  /** The worst that the finding itself is, where they share one. */
  readonly worst?: FindingStatus;
}

const NO_COUNTS: Counts = {
  failing: 0,
  warning: 0,
  unknown: 0,
  ok: 0,
  none: 0,
};

/**
 * The statuses that the rows of a view have. Services with nothing connected are folded away,
 * unless they are asked for.
 */
export function shownStatuses(view: BoardView): readonly OverallStatus[] {
  return view.status.length > 0 ? view.status : STATUSES;
}

function onlyStatuses(
  counts: Counts,
  statuses: readonly OverallStatus[],
): Counts {
  return OVERALL_STATUSES.reduce<Counts>(
    (kept, status) =>
      statuses.includes(status) ? { ...kept, [status]: counts[status] } : kept,
    NO_COUNTS,
  );
}

/** Services with nothing connected, where they are folded away and there are any. */
export function nothingGroup(
  view: BoardView,
  counts: Counts,
): BoardGroup | undefined {
  return view.status.length === 0 && counts.none > 0
    ? {
        id: 'nothing',
        kind: 'nothing',
        value: '',
        counts: onlyStatuses(counts, ['none']),
      }
    : undefined;
}

/**
 * The lines of a grouped view, worst first. What has no finding stands in one line of its own,
 * because no finding names it.
 */
export function boardGroups(options: {
  readonly view: BoardView;
  readonly grouping: Grouping;
  readonly facets: readonly Facet[];
  readonly counts: Counts;
}): readonly BoardGroup[] {
  const { view, grouping, facets, counts } = options;
  const statuses = shownStatuses(view);
  const groups: BoardGroup[] = worstGroupsFirst(
    facets
      .map(({ counts: all, ...facet }) => ({
        ...facet,
        counts: onlyStatuses(all, statuses),
      }))
      .filter(group => countAll(group.counts) > 0),
  ).map(group => ({
    id: `${grouping}:${group.value}`,
    kind: grouping,
    ...group,
  }));
  if (grouping === 'code' && statuses.includes('ok') && counts.ok > 0) {
    groups.push({
      id: 'fine',
      kind: 'fine',
      value: '',
      counts: onlyStatuses(counts, ['ok']),
    });
  }
  const nothing = nothingGroup(view, counts);
  return nothing ? [...groups, nothing] : groups;
}

/** The view that shows the services of a group, and no others. */
export function groupView(view: BoardView, group: BoardGroup): BoardView {
  const flat: BoardView = { ...view, group: undefined };
  switch (group.kind) {
    case 'nothing':
      return { ...flat, status: ['none'] };
    case 'fine':
      return { ...flat, status: ['ok'] };
    default:
      return { ...flat, [group.kind]: [group.value] };
  }
}
