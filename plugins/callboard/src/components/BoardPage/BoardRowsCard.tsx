import { Ref, useCallback, useMemo, useState } from 'react';
import Paper from '@material-ui/core/Paper';
import { ServiceStatus } from '@callboard/plugin-callboard-common';
import { aspectColumns } from '../../board/aspectColumns';
import { BoardGroup } from '../../board/boardGroups';
import { boardItems } from '../../board/boardItems';
import { BoardView, filterKey } from '../../board/boardView';
import { useBoardGroups } from '../../hooks/useBoardGroups';
import { useBoardRows } from '../../hooks/useBoardRows';
import { useChangedServices } from '../../hooks/useChangedServices';
import { useHeldOrder } from '../../hooks/useHeldOrder';
import { useStable } from '../../hooks/useStable';
import { BoardTable, BoardTableHandle } from '../BoardTable';
import { NotLive } from '../NotLive';
import { ChangeAnnouncer } from './ChangeAnnouncer';
import { MovedRows } from './MovedRows';
import { NoRows } from './NoRows';

const NO_ROWS: readonly ServiceStatus[] = [];
const rowKey = (row: ServiceStatus) => row.entityRef;
const groupKey = (group: BoardGroup) => group.id;

/** The rows of a view, plain or grouped, or why there are none. */
export function BoardRowsCard(props: {
  readonly view: BoardView;
  readonly board: ReturnType<typeof useBoardRows>;
  readonly tableRef: Ref<BoardTableHandle>;
  readonly unconfigured: boolean;
  onChange(view: Partial<BoardView>): void;
}) {
  const { view, board, tableRef, unconfigured, onChange } = props;
  const { data, outdated } = board;
  const [held, setHeld] = useState(false);
  const rows = data?.rows ?? NO_ROWS;
  const viewKey = `${filterKey(view)} ${view.group ?? ''} ${outdated}`;

  const onUnfold = useCallback(
    (unfolded: boolean) => onChange({ unfolded }),
    [onChange],
  );
  const grouping = useBoardGroups({ view, counts: data?.counts, onUnfold });
  const plain = useHeldOrder({ rows, viewKey, held, keyOf: rowKey });
  const groups = useHeldOrder({
    rows: grouping.groups,
    viewKey: `${viewKey} ${grouping.loading}`,
    held,
    keyOf: groupKey,
  });
  const openRows = useMemo(
    () => [...grouping.open.values()].flatMap(group => group.rows),
    [grouping.open],
  );
  const seen = useMemo(
    () => (openRows.length > 0 ? [...rows, ...openRows] : rows),
    [rows, openRows],
  );
  const changed = useChangedServices(seen);
  const aspects = useMemo(() => aspectColumns(seen), [seen]);
  const stableAspects = useStable(aspects);

  const items = useMemo(
    () =>
      boardItems({
        rows: view.group ? NO_ROWS : plain.rows,
        total: view.group ? 0 : data?.total ?? 0,
        groups: groups.rows,
        open: grouping.open,
      }),
    [view.group, plain.rows, data?.total, groups.rows, grouping.open],
  );
  const moved = view.group ? groups.moved : plain.moved;
  const apply = () => {
    plain.apply();
    groups.apply();
  };
  const empty = data && !outdated && !grouping.loading && data.total === 0;
  const rowCount = view.group
    ? items.length
    : (data?.total ?? 0) + items.length - plain.rows.length;

  return (
    <Paper
      aria-busy={outdated}
      style={
        outdated
          ? { opacity: 0.6, position: 'relative' }
          : { position: 'relative' }
      }
    >
      <ChangeAnnouncer changed={changed} />
      <NotLive live={board} onRetry={board.refresh} />
      <MovedRows moved={moved} onApply={apply} />
      {empty && data && (
        <NoRows
          view={view}
          counts={data.counts}
          unconfigured={unconfigured}
          onChange={onChange}
        />
      )}
      {items.length > 0 && (
        <BoardTable
          ref={tableRef}
          items={items}
          aspects={stableAspects}
          rowCount={rowCount}
          busy={outdated}
          changed={changed}
          known={rows}
          onToggleGroup={grouping.toggle}
          onShowOthers={grouping.showOthers}
          onNeedMore={board.loadMore}
          onShowing={board.showing}
          onInside={setHeld}
        />
      )}
    </Paper>
  );
}
