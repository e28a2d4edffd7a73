import { makeStyles } from '@material-ui/core/styles';
import { Counts, OVERALL_STATUSES } from '@callboard/plugin-callboard-common';
import { StatusIcon, useStatusTokens } from '@callboard/plugin-callboard-react';
import { useTexts } from '../../hooks/useTexts';

const useStyles = makeStyles({
  root: { display: 'inline-flex', flexWrap: 'wrap', gap: '4px 16px' },
  tight: { gap: '4px 8px' },
  count: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: 6,
    fontSize: 12,
    lineHeight: '16px',
    whiteSpace: 'nowrap',
    fontVariantNumeric: 'tabular-nums',
    '& b': { fontSize: 14 },
  },
});

/** Services by status in one line; a status that nobody has is left out. */
export function GroupCounts(props: {
  readonly counts: Counts;
  /** With the word after each number. */
  readonly words?: boolean;
}) {
  const { counts, words } = props;
  const classes = useStyles();
  const tokens = useStatusTokens();
  const t = useTexts();
  return (
    <span className={words ? classes.root : `${classes.root} ${classes.tight}`}>
      {OVERALL_STATUSES.filter(status => counts[status] > 0).map(status => {
        const word = t(`status.word.${status}`);
        return (
          <span
            key={status}
            className={classes.count}
            style={{ color: tokens.tones[status].text }}
            title={words ? undefined : word}
          >
            <StatusIcon status={status} size={16} />
            <b>{counts[status]}</b>
            {words && word.toLocaleLowerCase()}
          </span>
        );
      })}
    </span>
  );
}
