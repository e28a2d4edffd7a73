import { useMemo, useRef, useState } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { usePermission } from '@backstage/plugin-permission-react';
import {
  SearchFieldHandle,
  usePageKeys,
} from '@callboard/plugin-callboard-react';
import {
  runbooksCreatePermission,
  runbooksReadPermission,
} from '@callboard/plugin-runbooks-common';
import { useListView } from '../../hooks/useListView';
import { useOwnEntityRef } from '../../hooks/useOwnEntityRef';
import { useRunbookList } from '../../hooks/useRunbookList';
import { useTexts } from '../../hooks/useTexts';
import { useViewCounts } from '../../hooks/useViewCounts';
import { activeFilters } from '../../list/activeFilters';
import { ExportButton, ImportDialog } from '../ImportDialog';
import { CreateActions } from './CreateActions';
import { ListFilters } from './ListFilters';
import { ListProblem } from './ListProblem';
import { ListSkeleton } from './ListSkeleton';
import { ListTabs } from './ListTabs';
import { NoMatch } from './NoMatch';
import { NoneAtAll } from './NoneAtAll';
import { RunbookRowsCard } from './RunbookRowsCard';
import { RunbookTableHandle } from './RunbookTable';

const useStyles = makeStyles({
  root: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 12 },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 8 },
  count: { flex: 1, minWidth: 120, margin: 0, fontSize: 14 },
});

/** Every runbook that the viewer may read: views, filters, rows, and the ways to new ones. */
export function RunbooksPage() {
  const classes = useStyles();
  const t = useTexts();
  const { view, change } = useListView();
  const list = useRunbookList(view);
  const [importing, setImporting] = useState(false);
  const [round, setRound] = useState(0);
  const counts = useViewCounts(round);
  const search = useRef<SearchFieldHandle>(null);
  const table = useRef<RunbookTableHandle>(null);

  const own = useOwnEntityRef();
  const resourceRef = view.entityRef || own;
  const mayCreate = usePermission({
    permission: runbooksCreatePermission,
    resourceRef,
  }).allowed;
  const mayRead = usePermission({
    permission: runbooksReadPermission,
    resourceRef,
  });

  const move = (by: 1 | -1) => () => table.current?.move(by) ?? false;
  // Elsewhere arrows scroll the page.
  const moveInside = (by: 1 | -1) => () =>
    table.current?.isInside() ? table.current.move(by) : false;
  usePageKeys({
    '/': () => search.current?.focus(),
    j: move(1),
    J: move(1),
    k: move(-1),
    K: move(-1),
    ArrowDown: moveInside(1),
    ArrowUp: moveInside(-1),
  });

  const { items, error, total, outdated } = list;
  const tags = useMemo(
    () => [...new Set((items ?? []).flatMap(row => row.tags))].sort(),
    [items],
  );
  const reload = () => {
    list.refresh();
    setRound(before => before + 1);
  };
  const create = mayCreate && (
    <CreateActions
      entityRef={view.entityRef}
      onImport={() => setImporting(true)}
    />
  );
  const isFiltered = activeFilters(view).length > 0;
  const isEmpty = items?.length === 0 && !outdated;
  const isBare = isEmpty && !isFiltered;

  return (
    <div className={classes.root}>
      <ListTabs view={view} counts={counts} />
      {!isBare && (
        <ListFilters
          view={view}
          tags={tags}
          searchRef={search}
          onChange={change}
        />
      )}
      {!isBare && (
        <div className={classes.line}>
          <p role="status" className={classes.count}>
            {items && !outdated && t('list.count', { count: total })}
          </p>
          {create}
          {items && <ExportButton />}
        </div>
      )}
      {list.loading && <ListSkeleton />}
      {error && <ListProblem error={error} onRetry={reload} />}
      {isBare && (
        <NoneAtAll
          actions={create || undefined}
          mayRead={
            mayRead.allowed || mayRead.loading || resourceRef === undefined
          }
        />
      )}
      {isEmpty && isFiltered && <NoMatch view={view} onChange={change} />}
      {items && items.length > 0 && (
        <RunbookRowsCard list={list} items={items} tableRef={table} />
      )}
      {importing && (
        <ImportDialog
          entityRef={view.entityRef || undefined}
          onClose={() => setImporting(false)}
          onImported={reload}
        />
      )}
    </div>
  );
}
