import { memo, useMemo } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { PHONE, statusTokens } from '@callboard/plugin-callboard-react';
import { diffWords } from '../../diff/diffWords';
import { markedLines, type LineSegment } from '../../diff/markedLines';
import type { Hunk } from '../../diff/toHunks';
import { useTexts } from '../../hooks/useTexts';
import { DiffLines } from './DiffLines';

const useStyles = makeStyles(theme => {
  const tokens = statusTokens(theme);
  return {
    row: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
      '& > * + *': { borderLeft: `1px solid ${tokens.border}` },
      [PHONE]: {
        gridTemplateColumns: 'minmax(0, 1fr)',
        '& > * + *': { borderLeft: 0 },
      },
    },
    /** On a phone one of two equal sides is enough. */
    twin: { [PHONE]: { display: 'none' } },
    empty: { background: tokens.subtle, [PHONE]: { display: 'none' } },
    folded: {
      padding: '4px 12px',
      fontSize: 12,
      lineHeight: '16px',
      color: tokens.secondary,
      background: tokens.subtle,
      borderTop: `1px solid ${tokens.border}`,
      borderBottom: `1px solid ${tokens.border}`,
      '&:first-child': { borderTop: 0 },
      '&:last-child': { borderBottom: 0 },
    },
  };
});

const plain = (lines: readonly string[]): LineSegment[][] =>
  lines.map(text => (text === '' ? [] : [{ text, marked: false }]));

const wholly = (lines: readonly string[]): LineSegment[][] =>
  lines.map(text => (text === '' ? [] : [{ text, marked: true }]));

function Changed(props: { readonly hunk: Extract<Hunk, { kind: 'changed' }> }) {
  const { before, after, beforeLine, afterLine } = props.hunk;
  const classes = useStyles();
  const [removed, added] = useMemo(() => {
    if (before.length === 0 || after.length === 0) {
      return [wholly(before), wholly(after)];
    }
    const changes = diffWords(before.join('\n'), after.join('\n'));
    return [markedLines(changes, 'removed'), markedLines(changes, 'added')];
  }, [before, after]);
  return (
    <div className={classes.row}>
      {before.length > 0 ? (
        <DiffLines lines={removed} firstLine={beforeLine} side="removed" />
      ) : (
        <div className={classes.empty} />
      )}
      {after.length > 0 ? (
        <DiffLines lines={added} firstLine={afterLine} side="added" />
      ) : (
        <div className={classes.empty} />
      )}
    </div>
  );
}

/** One part of a comparison: old at the left, new at the right; on a phone one under the other. */
export const DiffHunk = memo(function DiffHunkView(props: {
  readonly hunk: Hunk;
}) {
  const { hunk } = props;
  const classes = useStyles();
  const t = useTexts();
  switch (hunk.kind) {
    case 'folded':
      return (
        <div className={classes.folded}>
          {t('history.folded', { count: hunk.count })}
        </div>
      );
    case 'same':
      return (
        <div className={classes.row}>
          <DiffLines
            lines={plain(hunk.lines)}
            firstLine={hunk.beforeLine}
            className={classes.twin}
          />
          <DiffLines lines={plain(hunk.lines)} firstLine={hunk.afterLine} />
        </div>
      );
    default:
      return <Changed hunk={hunk} />;
  }
});
