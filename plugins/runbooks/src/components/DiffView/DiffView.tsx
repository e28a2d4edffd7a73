import { useMemo, useState } from 'react';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { useControlStyles } from '@callboard/plugin-callboard-react';
import { diffLines } from '../../diff/diffLines';
import { toHunks, type Hunk } from '../../diff/toHunks';
import { useTexts } from '../../hooks/useTexts';
import { DiffHunk } from './DiffHunk';

const CONTEXT_LINES_COUNT = 3;
/** A long comparison is shown in parts: a page of a million marks is of no use. */
const FIRST_LINES_COUNT = 800;

const useStyles = makeStyles({
  note: { margin: 0, padding: '12px 16px', fontSize: 14, lineHeight: '20px' },
  more: { padding: '8px 12px' },
});

/** How many hunks have about so many lines; one at least. */
function hunksWithin(hunks: readonly Hunk[], linesCount: number): number {
  let lines = 0;
  const over = hunks.findIndex(hunk => {
    lines +=
      hunk.kind === 'changed'
        ? hunk.before.length + hunk.after.length
        : CONTEXT_LINES_COUNT;
    return lines > linesCount;
  });
  return over < 0 ? hunks.length : Math.max(1, over);
}

/** What differs between two texts: by line, and within changed lines by word. */
export function DiffView(props: {
  readonly before: string;
  readonly after: string;
}) {
  const { before, after } = props;
  const classes = useStyles();
  const controls = useControlStyles();
  const t = useTexts();
  const hunks = useMemo(
    () => toHunks(diffLines(before, after), CONTEXT_LINES_COUNT),
    [before, after],
  );
  const [shown, setShown] = useState({ hunks, lines: FIRST_LINES_COUNT });
  const lines = shown.hunks === hunks ? shown.lines : FIRST_LINES_COUNT;
  const count = hunksWithin(hunks, lines);
  if (before === after) {
    return <p className={classes.note}>{t('history.sameText')}</p>;
  }
  const rest = hunks.length - count;
  return (
    <>
      {hunks.slice(0, count).map((hunk, i) => (
        <DiffHunk key={i} hunk={hunk} />
      ))}
      {rest > 0 && (
        <div className={classes.more}>
          <Button
            className={controls.text}
            onClick={() => setShown({ hunks, lines: lines * 3 })}
          >
            {t('history.moreChanges', { count: rest })}
          </Button>
        </div>
      )}
    </>
  );
}
