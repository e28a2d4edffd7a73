import { Ref } from 'react';
import Button from '@material-ui/core/Button';
import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import {
  failureOf,
  statusTokens,
  useControlStyles,
} from '@callboard/plugin-callboard-react';
import type { RunbookSummary } from '@callboard/plugin-runbooks-common';
import type { RunbookList } from '../../hooks/useRunbookList';
import { useTexts } from '../../hooks/useTexts';
import { asSentence } from '../../text/asSentence';
import { RunbookTable, RunbookTableHandle } from './RunbookTable';

const useStyles = makeStyles(theme => ({
  outdated: { opacity: 0.6 },
  foot: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '8px 16px',
    padding: '10px 16px',
    fontSize: 12,
    lineHeight: '16px',
    color: statusTokens(theme).secondary,
    borderTop: `1px solid ${statusTokens(theme).border}`,
  },
  failed: { color: statusTokens(theme).tones.failing.text },
}));

/** The rows that are there, and the way to the next ones. */
export function RunbookRowsCard(props: {
  readonly list: RunbookList;
  readonly items: readonly RunbookSummary[];
  readonly tableRef: Ref<RunbookTableHandle>;
}) {
  const { list, items, tableRef } = props;
  const { total, hasMore, outdated, loadingMore, moreError } = list;
  const classes = useStyles();
  const controls = useControlStyles();
  const t = useTexts();
  return (
    <Paper
      aria-busy={outdated || loadingMore}
      className={outdated ? classes.outdated : undefined}
    >
      <RunbookTable ref={tableRef} runbooks={items} total={total} />
      {hasMore && (
        <div className={classes.foot}>
          <Button
            className={controls.button}
            disabled={loadingMore}
            onClick={list.loadMore}
          >
            {t(loadingMore ? 'list.moreLoading' : 'list.more')}
          </Button>
          <span>
            {t('list.shown', {
              shown: String(items.length),
              total: String(total),
            })}
          </span>
          {moreError && (
            <span role="alert" className={classes.failed}>
              {t('list.moreFailed')} {asSentence(failureOf(moreError).message)}
            </span>
          )}
        </div>
      )}
    </Paper>
  );
}
