import { ReactNode, useState } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import Button from '@material-ui/core/Button';
import {
  Panel,
  statusTokens,
  useControlStyles,
} from '@callboard/plugin-callboard-react';
import { useShown } from '../../hooks/useShown';
import { useTexts } from '../../hooks/useTexts';
import { DataColumn, DataTable } from '../DataTable';
import { ListFilter } from './ListFilter';

const SHOWN = { firstCount: 10, stepCount: 50 };
/** Fewer than this are seen at a glance. */
const FILTER_FROM_COUNT = 10;

const useStyles = makeStyles(theme => ({
  lead: {
    maxWidth: 720,
    margin: 0,
    padding: '10px 16px 2px',
    color: statusTokens(theme).secondary,
  },
  foot: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '4px 12px',
    minHeight: 40,
    padding: '4px 16px',
    borderTop: `1px solid ${statusTokens(theme).border}`,
    fontSize: 12,
    lineHeight: '16px',
    color: statusTokens(theme).secondary,
  },
}));

/** A panel with a table of up to hundreds of rows: filtered by typing, shown step by step. */
export function LongTable<T>(props: {
  readonly title: string;
  readonly subtitle?: ReactNode;
  /** What one has to know before reading the rows. */
  readonly lead?: string;
  readonly items: readonly T[];
  /** How many there are, also those that the server did not send. */
  readonly total: number;
  /** Names the filter: "Filter the nodes". */
  readonly filterLabel: string;
  /** What the filter looks at. */
  readonly textOf: (item: T) => string;
  readonly columns: readonly DataColumn[];
  readonly minWidthPx: number;
  readonly row: (item: T) => ReactNode;
}) {
  const { title, subtitle, lead, items, total, filterLabel, textOf } = props;
  const { columns, minWidthPx, row } = props;
  const classes = useStyles();
  const controls = useControlStyles();
  const t = useTexts();
  const [query, setQuery] = useState('');
  const words = query.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  const matching = items.filter(item => {
    const text = textOf(item).toLocaleLowerCase();
    return words.every(word => text.includes(word));
  });
  const shown = useShown(matching, SHOWN);
  const isFiltered = words.length > 0;
  const of = isFiltered ? matching.length : total;
  const isPart = shown.items.length < of;
  const unsent = isFiltered && items.length < total;
  return (
    <Panel
      title={title}
      subtitle={subtitle}
      actions={
        items.length >= FILTER_FROM_COUNT && (
          <ListFilter label={filterLabel} value={query} onChange={setQuery} />
        )
      }
    >
      {lead && <p className={classes.lead}>{lead}</p>}
      {matching.length > 0 && (
        <DataTable label={title} minWidthPx={minWidthPx} columns={columns}>
          {shown.items.map(row)}
        </DataTable>
      )}
      <div role="status">
        {(isPart || isFiltered) && (
          <div className={classes.foot}>
            {matching.length === 0
              ? t('cluster.noMatch')
              : t('cluster.shown', {
                  shown: String(shown.items.length),
                  total: String(of),
                })}
            {unsent &&
              ` ${t('cluster.firstOnly', { number: String(items.length) })}`}
            {shown.next > 0 && (
              <Button className={controls.text} onClick={shown.showMore}>
                {t('cluster.showMore', { count: shown.next })}
              </Button>
            )}
          </div>
        )}
      </div>
    </Panel>
  );
}
