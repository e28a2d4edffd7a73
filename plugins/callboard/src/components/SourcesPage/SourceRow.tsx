import { useEffect, useRef } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import IconButton from '@material-ui/core/IconButton';
import TableCell from '@material-ui/core/TableCell';
import TableRow from '@material-ui/core/TableRow';
import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import type { SourceHealth } from '@callboard/plugin-callboard-common';
import { Glyph, PHONE, statusTokens } from '@callboard/plugin-callboard-react';
import { useNumberWords } from '../../hooks/useNumberWords';
import { useSourcePath } from '../../hooks/useSourcePath';
import { useTexts } from '../../hooks/useTexts';
import { rootRouteRef } from '../../routes';
import { LastGood } from './LastGood';
import { SourceHealthWords } from './SourceHealthWords';
import { useSourceWords } from './useSourceWords';

const useStyles = makeStyles(theme => {
  const tokens = statusTokens(theme);
  return {
    source: { fontWeight: 700, overflowWrap: 'anywhere', color: tokens.link },
    link: { color: tokens.link },
    number: {
      textAlign: 'right',
      whiteSpace: 'nowrap',
      fontVariantNumeric: 'tabular-nums',
    },
    nowrap: { whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' },
    small: {
      [PHONE]: { display: 'inline', marginLeft: 4 },
      fontSize: 12,
      lineHeight: '16px',
      color: tokens.secondary,
    },
    refresh: {
      // On a phone it stands beside the name.
      [PHONE]: { position: 'absolute', right: 12, width: 'auto' },
    },
    row: { [PHONE]: { position: 'relative' } },
    button: {
      padding: 5,
      margin: -5,
      color: tokens.secondary,
      [PHONE]: { padding: 13, margin: -13 },
    },
  };
});

/** One source: how it is, when it last answered, what asking it costs, and whom it feeds. */
export function SourceRow(props: {
  readonly source: SourceHealth;
  /** The one that the URL names. */
  readonly chosen: boolean;
  /** Absent for those who may not ask it. */
  readonly onRefresh?: (source: string) => void;
}) {
  const { source, chosen, onRefresh } = props;
  const classes = useStyles();
  const t = useTexts();
  const numbers = useNumberWords();
  const { pace } = useSourceWords(source);
  const sourcePath = useSourcePath();
  const board = useRouteRef(rootRouteRef);
  const row = useRef<HTMLTableRowElement>(null);
  const query = `?source=${encodeURIComponent(source.source)}`;

  useEffect(() => {
    if (chosen) {
      row.current?.scrollIntoView?.({ block: 'nearest' });
    }
  }, [chosen]);

  return (
    <TableRow
      ref={row}
      role="row"
      className={classes.row}
      aria-current={chosen || undefined}
    >
      <TableCell component="th" scope="row" role="rowheader">
        <Link className={classes.source} to={sourcePath(source.source)}>
          {source.source}
        </Link>
      </TableCell>
      <TableCell role="cell">
        <SourceHealthWords source={source} />
      </TableCell>
      <TableCell
        className={classes.nowrap}
        role="cell"
        data-label={t('sources.columnLastGood')}
      >
        <LastGood source={source} />
      </TableCell>
      <TableCell
        className={classes.number}
        role="cell"
        data-label={t('sources.columnLatency')}
      >
        {source.latencyMs === undefined
          ? '–'
          : t('sources.latency', { ms: String(source.latencyMs) })}
      </TableCell>
      <TableCell
        className={classes.number}
        role="cell"
        data-label={t('sources.columnCalls')}
      >
        {numbers.count(source.calls)}
        <div className={classes.small}>{pace}</div>
      </TableCell>
      <TableCell
        className={classes.number}
        role="cell"
        data-label={t('sources.columnServices')}
      >
        <Link
          className={classes.link}
          to={`${board()}${query}`}
          aria-label={t('sources.services', {
            source: source.source,
            total: numbers.count(source.services),
          })}
        >
          {numbers.count(source.services)}
        </Link>
      </TableCell>
      <TableCell role="cell" className={classes.refresh}>
        {onRefresh && source.state !== 'not-observable' && (
          <IconButton
            className={classes.button}
            aria-label={t('sources.refresh', { source: source.source })}
            title={t('sources.refresh', { source: source.source })}
            onClick={() => onRefresh(source.source)}
          >
            <Glyph name="refresh" size={18} />
          </IconButton>
        )}
      </TableCell>
    </TableRow>
  );
}
