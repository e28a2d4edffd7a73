import { forwardRef, useImperativeHandle, useRef } from 'react';
import type { RunbookSummary } from '@callboard/plugin-runbooks-common';
import { useEntityOwners } from '../../hooks/useEntityOwners';
import { useTexts } from '../../hooks/useTexts';
import { RunbookLine } from './RunbookLine';
import { useTableStyles } from './useTableStyles';

const COLUMNS = [
  'title',
  'owner',
  'state',
  'fits',
  'verified',
  'lastRun',
  'problems',
] as const;

/** Lets key presses go from row to row. */
export interface RunbookTableHandle {
  /** Goes so many rows on; to the first one from elsewhere. False where there is none. */
  move(by: 1 | -1): boolean;
  /** Whether the focus is in a row. */
  isInside(): boolean;
}

/** The rows, one a runbook. */
export const RunbookTable = forwardRef<
  RunbookTableHandle,
  { readonly runbooks: readonly RunbookSummary[]; readonly total: number }
>(function Table(props, ref) {
  const { runbooks, total } = props;
  const classes = useTableStyles();
  const t = useTexts();
  const owners = useEntityOwners(
    runbooks.filter(({ owner }) => !owner).map(({ entityRef }) => entityRef),
  );
  const root = useRef<HTMLDivElement>(null);

  useImperativeHandle(ref, () => ({
    isInside: () => root.current?.contains(document.activeElement) ?? false,
    move: by => {
      const rows = [
        ...(root.current?.querySelectorAll('[data-testid="runbook"]') ?? []),
      ];
      const at = rows.findIndex(row => row.contains(document.activeElement));
      const row = at < 0 ? rows[0] : rows[at + by];
      row?.querySelector('a')?.focus();
      return row !== undefined;
    },
  }));

  return (
    <div
      ref={root}
      role="table"
      className={classes.root}
      aria-label={t('list.label')}
      // The heading is a row as well.
      aria-rowcount={total + 1}
    >
      <div role="row" className={classes.head}>
        {COLUMNS.map(column => (
          <div key={column} role="columnheader">
            {t(`list.column.${column}`)}
          </div>
        ))}
      </div>
      {runbooks.map(runbook => (
        <RunbookLine
          key={runbook.id}
          runbook={runbook}
          owner={runbook.owner ?? owners.get(runbook.entityRef)}
        />
      ))}
    </div>
  );
});
