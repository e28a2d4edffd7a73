import { memo } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { statusTokens } from '@callboard/plugin-callboard-react';
import { diffWords } from '../../diff/diffWords';

const useStyles = makeStyles(theme => {
  const { ok, failing } = statusTokens(theme).tones;
  return {
    added: {
      textDecoration: 'none',
      fontWeight: 700,
      color: ok.text,
      background: ok.tint,
    },
    // What takes its place does not begin right at its end.
    removed: { marginRight: 3, color: failing.text, background: failing.tint },
  };
});

/** A passage with the words marked that were added to another, and those that are gone from it. */
export const DiffWords = memo(function DiffWordsView(props: {
  readonly before: string;
  readonly after: string;
}) {
  const { before, after } = props;
  const classes = useStyles();
  return (
    <>
      {diffWords(before, after).map(({ kind, text }, i) => {
        switch (kind) {
          case 'added':
            return (
              <ins key={i} className={classes.added}>
                {text}
              </ins>
            );
          case 'removed':
            return (
              <del key={i} className={classes.removed}>
                {text}
              </del>
            );
          default:
            return text;
        }
      })}
    </>
  );
});
