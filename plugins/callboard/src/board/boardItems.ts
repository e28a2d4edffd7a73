import { ServiceStatus } from '@callboard/plugin-callboard-common';
import { BoardGroup } from './boardGroups';

/** A line of the table. */
export type BoardItem =
  | {
      readonly type: 'service';
      readonly key: string;
      readonly row: ServiceStatus;
    }
  | {
      readonly type: 'group';
      readonly key: string;
      readonly group: BoardGroup;
      readonly open: boolean;
    }
  /** The rest of an open group. */
  | {
      readonly type: 'others';
      readonly key: string;
      readonly group: BoardGroup;
      readonly count: number;
    }
  /** Rows that load as one scrolls. */
  | { readonly type: 'more'; readonly key: string; readonly count: number };

/** What is known of an open group. */
export interface OpenGroup {
  readonly rows: readonly ServiceStatus[];
  /** Services of the group in all. */
  readonly total: number;
}

function groupItems(
  group: BoardGroup,
  open: OpenGroup | undefined,
): readonly BoardItem[] {
  const head: BoardItem = {
    type: 'group',
    key: group.id,
    group,
    open: open !== undefined,
  };
  if (!open) {
    return [head];
  }
  const services = open.rows.map<BoardItem>(row => ({
    type: 'service',
    // A service stands under each of its findings.
    key: `${group.id} ${row.entityRef}`,
    row,
  }));
  const rest = open.total - open.rows.length;
  return rest > 0
    ? [
        head,
        ...services,
        { type: 'others', key: `others ${group.id}`, group, count: rest },
      ]
    : [head, ...services];
}

/** A long list is put together anew at every page: what stays the same is kept. */
const plainItems = new WeakMap<ServiceStatus, BoardItem>();

function plainItem(row: ServiceStatus): BoardItem {
  const item = plainItems.get(row) ?? {
    type: 'service',
    key: row.entityRef,
    row,
  };
  plainItems.set(row, item);
  return item;
}

/** The lines of a plain list: services, how many more there are, and groups beneath. */
export function boardItems(options: {
  readonly rows: readonly ServiceStatus[];
  /** Services that match, loaded or not. */
  readonly total: number;
  readonly groups: readonly BoardGroup[];
  readonly open: ReadonlyMap<string, OpenGroup>;
}): readonly BoardItem[] {
  const { rows, total, groups, open } = options;
  const items: BoardItem[] = rows.map(plainItem);
  if (total > rows.length) {
    items.push({ type: 'more', key: 'more', count: total - rows.length });
  }
  for (const group of groups) {
    items.push(...groupItems(group, open.get(group.id)));
  }
  return items;
}
