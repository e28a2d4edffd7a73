import { useRef, useState } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { usePermission } from '@backstage/plugin-permission-react';
import { callboardSourceReadPermission } from '@callboard/plugin-callboard-common';
import {
  PHONE,
  usePageKeys,
  type SearchFieldHandle,
} from '@callboard/plugin-callboard-react';
import { BoardView, GROUPINGS } from '../../board/boardView';
import { useBoardRows } from '../../hooks/useBoardRows';
import { useBoardView } from '../../hooks/useBoardView';
import { useSavedViews } from '../../hooks/useSavedViews';
import { useSources } from '../../hooks/useSources';
import { useViewCounts } from '../../hooks/useViewCounts';
import { BoardFilters } from '../BoardFilters';
import { BoardHelp } from '../BoardHelp';
import { BoardTableHandle } from '../BoardTable';
import { useReportAsOf } from '../Shell/AsOf';
import { SourceStrips } from '../SourceStrips';
import { StatusCounts } from '../StatusCounts';
import { ViewTabs } from '../ViewTabs';
import { BoardProblem } from './BoardProblem';
import { BoardRowsCard } from './BoardRowsCard';
import { BoardSkeleton } from './BoardSkeleton';

const useStyles = makeStyles({
  content: {
    minWidth: 0,
    padding: '16px 24px 32px',
    fontSize: 14,
    lineHeight: '20px',
    [PHONE]: { padding: '12px 12px 24px' },
  },
});

function nextGrouping(view: BoardView): BoardView['group'] {
  const order = [undefined, ...GROUPINGS];
  return order[(order.indexOf(view.group) + 1) % order.length];
}

/** The board: saved views, counts, strips, filters, and one row a service, worst first. */
export function BoardPage() {
  const classes = useStyles();
  const { view, change } = useBoardView();
  const { views: saved, save, remove } = useSavedViews();
  const board = useBoardRows(view);
  const numbers = useViewCounts(saved);
  const { allowed } = usePermission({
    permission: callboardSourceReadPermission,
  });
  const sources = useSources({ enabled: allowed });
  const [help, setHelp] = useState(false);
  const search = useRef<SearchFieldHandle>(null);
  const table = useRef<BoardTableHandle>(null);
  const { data, error, heardAtMs, notLiveSinceMs } = board;

  useReportAsOf({
    at: heardAtMs === undefined ? undefined : new Date(heardAtMs).toISOString(),
    live: notLiveSinceMs === undefined,
  });
  const intoTable = (key: string) => () => table.current?.move(key) ?? false;
  usePageKeys({
    '/': () => search.current?.focus(),
    '?': () => setHelp(true),
    g: () => change({ group: nextGrouping(view) }),
    G: () => change({ group: nextGrouping(view) }),
    j: intoTable('j'),
    k: intoTable('k'),
  });

  return (
    <>
      <ViewTabs
        view={view}
        saved={saved}
        counts={numbers.data?.named ?? {}}
        savedCounts={numbers.data?.saved ?? {}}
        onSave={save}
        onRemove={remove}
      />
      <div className={classes.content}>
        <StatusCounts
          counts={data?.counts}
          selected={view.status}
          onChange={status => change({ status })}
        />
        <SourceStrips sources={sources.data?.items ?? []} />
        <BoardFilters view={view} searchRef={search} onChange={change} />
        {board.loading && !data && <BoardSkeleton />}
        {error && !data && (
          <BoardProblem error={error} onRetry={board.refresh} />
        )}
        {data && (
          <BoardRowsCard
            view={view}
            board={board}
            tableRef={table}
            unconfigured={sources.data?.items.length === 0}
            onChange={change}
          />
        )}
      </div>
      {help && <BoardHelp onClose={() => setHelp(false)} />}
    </>
  );
}
