import { memo } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { MONO_FONT, statusTokens } from '@callboard/plugin-callboard-react';
import type { LineSegment } from '../../diff/markedLines';

const useStyles = makeStyles(theme => {
  const tokens = statusTokens(theme);
  const { ok, failing } = tokens.tones;
  return {
    root: {
      minWidth: 0,
      margin: 0,
      padding: '2px 0',
      fontFamily: MONO_FONT,
      fontSize: 13,
      lineHeight: '20px',
      whiteSpace: 'pre-wrap',
      overflowWrap: 'anywhere',
    },
    removed: {
      boxShadow: `inset 3px 0 ${failing.line}`,
      '& $mark': { color: failing.text, background: failing.tint },
    },
    added: {
      boxShadow: `inset 3px 0 ${ok.line}`,
      '& $mark': {
        color: ok.text,
        background: ok.tint,
        fontWeight: 700,
        textDecoration: 'none',
      },
    },
    line: {
      display: 'grid',
      gridTemplateColumns: '52px minmax(0, 1fr)',
      paddingRight: 12,
    },
    number: {
      paddingRight: 12,
      textAlign: 'right',
      userSelect: 'none',
      color: tokens.secondary,
      fontVariantNumeric: 'tabular-nums',
    },
    mark: {},
  };
});

/** Lines of one side of a comparison, numbered. */
export const DiffLines = memo(function DiffLinesView(props: {
  readonly lines: readonly (readonly LineSegment[])[];
  readonly firstLine: number;
  readonly side?: 'removed' | 'added';
  readonly className?: string;
}) {
  const { lines, firstLine, side, className } = props;
  const classes = useStyles();
  const Mark = side === 'removed' ? 'del' : 'ins';
  return (
    <div
      className={[classes.root, side && classes[side], className]
        .filter(Boolean)
        .join(' ')}
    >
      {lines.map((segments, i) => (
        <div key={i} className={classes.line}>
          <span className={classes.number} aria-hidden>
            {firstLine + i}
          </span>
          <span>
            {segments.map(({ text, marked }, j) =>
              marked ? (
                <Mark key={j} className={classes.mark}>
                  {text}
                </Mark>
              ) : (
                text
              ),
            )}
            {segments.length === 0 && ' '}
          </span>
        </div>
      ))}
    </div>
  );
});
