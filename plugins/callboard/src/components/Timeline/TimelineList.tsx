import { useState } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import Button from '@material-ui/core/Button';
import {
  statusTokens,
  useControlStyles,
} from '@callboard/plugin-callboard-react';
import { useTexts } from '../../hooks/useTexts';
import { OutLink } from '../OutLink';
import { RowIcon } from './RowIcon';
import type { TimelineRow } from './timelineRows';
import { useRowWords } from './useRowWords';

const FIRST_ROWS_COUNT = 15;

const useStyles = makeStyles(theme => {
  const tokens = statusTokens(theme);
  return {
    root: { margin: 0, padding: '0 16px 12px', listStyle: 'none' },
    row: {
      display: 'grid',
      gridTemplateColumns: '76px 20px minmax(0, 1fr)',
      gap: '0 8px',
      alignItems: 'start',
      padding: '6px 0',
      '& + &': { borderTop: `1px solid ${tokens.border}` },
    },
    time: {
      color: tokens.secondary,
      fontVariantNumeric: 'tabular-nums',
      overflowWrap: 'anywhere',
    },
    text: { overflowWrap: 'anywhere' },
    more: { color: tokens.secondary },
    none: { margin: 0, padding: '0 16px 16px', color: tokens.secondary },
    all: { padding: '0 8px 12px' },
  };
});

function urlOf(row: TimelineRow): string | undefined {
  switch (row.type) {
    case 'run':
      return row.run.url;
    case 'change':
      return row.change.url;
    default:
      return undefined;
  }
}

function keyOf(row: TimelineRow): string {
  switch (row.type) {
    case 'run':
      return `${row.source} ${row.job} ${row.run.number}`;
    case 'change':
      return `${row.change.source} ${row.change.key}`;
    default:
      return `${row.transition.aspect} ${row.transition.at} ${row.transition.to}`;
  }
}

/** The timeline as a list, newest first: the same as the drawing, for every reader. */
export function TimelineList(props: { readonly rows: readonly TimelineRow[] }) {
  const { rows } = props;
  const classes = useStyles();
  const controls = useControlStyles();
  const t = useTexts();
  const wordsOf = useRowWords();
  const [all, setAll] = useState(false);
  if (rows.length === 0) {
    return <p className={classes.none}>{t('timeline.nothing')}</p>;
  }
  const shown = all ? rows : rows.slice(0, FIRST_ROWS_COUNT);
  return (
    <>
      <ul className={classes.root}>
        {shown.map(row => {
          const { time, text, more } = wordsOf(row);
          const url = urlOf(row);
          return (
            <li key={keyOf(row)} className={classes.row}>
              <time
                className={classes.time}
                dateTime={new Date(row.at).toISOString()}
              >
                {time}
              </time>
              <RowIcon row={row} size={18} />
              <span className={classes.text}>
                {url ? <OutLink title={text} url={url} /> : text}
                {more && <span className={classes.more}>{` ${more}`}</span>}
              </span>
            </li>
          );
        })}
      </ul>
      {shown.length < rows.length && (
        <div className={classes.all}>
          <Button className={controls.text} onClick={() => setAll(true)}>
            {t('timeline.showAll', { total: String(rows.length) })}
          </Button>
        </div>
      )}
    </>
  );
}
