import { makeStyles } from '@material-ui/core/styles';
import type { SourceHealth } from '@callboard/plugin-callboard-common';
import { Panel, statusTokens } from '@callboard/plugin-callboard-react';
import { RefreshState, useRefreshSources } from '../../hooks/useRefreshSources';
import { useTexts } from '../../hooks/useTexts';
import { DataTable } from '../DataTable';
import { sortSources } from './sourceOrder';
import { SourceRow } from './SourceRow';

const MIN_WIDTH_PX = 860;

const useStyles = makeStyles(theme => ({
  said: {
    fontSize: 12,
    lineHeight: '16px',
    color: statusTokens(theme).secondary,
  },
}));

function useRefreshWords(): (state: RefreshState) => string {
  const t = useTexts();
  return state => {
    switch (state.type) {
      case 'asked':
        return t('sources.refreshAsked', { source: state.sources.join(', ') });
      case 'failed':
        return t('sources.refreshFailed', {
          source: state.sources.join(', '),
          reason: state.reason,
        });
      default:
        return '';
    }
  };
}

/** Every external system, the worst first. */
export function SourcesTable(props: {
  readonly sources: readonly SourceHealth[];
  /** How many there are without the filter. */
  readonly total: number;
  /** The one that the URL names. */
  readonly chosen: string | undefined;
}) {
  const { sources, total, chosen } = props;
  const classes = useStyles();
  const t = useTexts();
  const { allowed, state, ask } = useRefreshSources();
  const said = useRefreshWords()(state);
  return (
    <Panel
      title={t('sources.title')}
      subtitle={t('sources.count', { count: total })}
      actions={
        <span role="status" className={classes.said}>
          {said}
        </span>
      }
    >
      <DataTable
        label={t('sources.title')}
        minWidthPx={MIN_WIDTH_PX}
        columns={[
          { key: 'source', label: t('sources.columnSource'), widthPx: 198 },
          { key: 'health', label: t('sources.columnHealth') },
          { key: 'good', label: t('sources.columnLastGood'), widthPx: 176 },
          {
            key: 'latency',
            label: t('sources.columnLatency'),
            widthPx: 84,
            end: true,
          },
          {
            key: 'calls',
            label: t('sources.columnCalls'),
            widthPx: 112,
            end: true,
          },
          {
            key: 'services',
            label: t('sources.columnServices'),
            widthPx: 84,
            end: true,
          },
          {
            key: 'refresh',
            label: t('sources.columnRefresh'),
            widthPx: 52,
            silent: true,
          },
        ]}
      >
        {sortSources(sources).map(source => (
          <SourceRow
            key={source.source}
            source={source}
            chosen={source.source === chosen}
            onRefresh={allowed ? () => ask([source.source]) : undefined}
          />
        ))}
      </DataTable>
    </Panel>
  );
}
