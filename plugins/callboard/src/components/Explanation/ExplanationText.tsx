import { ReactNode } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import type { Explanation } from '@callboard/plugin-callboard-common';
import {
  statusTokens,
  useNow,
  useTimeWords,
} from '@callboard/plugin-callboard-react';
import { useTexts } from '../../hooks/useTexts';
import { MessageText } from '../MessageText';

const DAY_MS = 24 * 60 * 60 * 1000;

const useStyles = makeStyles(theme => {
  const tokens = statusTokens(theme);
  return {
    sentence: { margin: 0, padding: '0 16px 8px', overflowWrap: 'anywhere' },
    table: { width: '100%', borderCollapse: 'collapse', fontSize: 13 },
    row: {
      lineHeight: '18px',
      textAlign: 'left',
      verticalAlign: 'top',
      '& > *': {
        padding: '5px 16px',
        borderTop: `1px solid ${tokens.border}`,
        overflowWrap: 'anywhere',
      },
      '& > th': {
        width: '38%',
        fontWeight: 400,
        color: tokens.secondary,
      },
      '& > td': { fontVariantNumeric: 'tabular-nums' },
    },
    foot: {
      margin: 0,
      padding: '10px 16px 12px',
      borderTop: `1px solid ${tokens.border}`,
      fontSize: 12,
      lineHeight: '16px',
      color: tokens.secondary,
      overflowWrap: 'anywhere',
    },
  };
});

/** A rule in words, with its threshold, its inputs, their age, and what would clear it. */
export function ExplanationText(props: {
  readonly explanation: Explanation;
  readonly sentence?: string;
  /** What to do about it. */
  readonly action?: ReactNode;
  readonly source: string;
  readonly observedAt: string | undefined;
  /** What there is to say besides: name and words. */
  readonly more?: readonly (readonly [string, string])[];
  readonly foot?: readonly string[];
}) {
  const { explanation, sentence, action, source, observedAt } = props;
  const { more = [], foot = [] } = props;
  const classes = useStyles();
  const t = useTexts();
  const words = useTimeWords();
  const now = useNow();

  const seen = () => {
    if (!observedAt) {
      return t('why.observedNever', { source });
    }
    const at = Date.parse(observedAt);
    return t('why.observedBy', {
      time: now - at < DAY_MS ? words.seconds(at) : words.short(at, now),
      source,
    });
  };
  const said: (readonly [string, string])[] = [
    [t('why.rule'), explanation.rule],
    ...(explanation.threshold
      ? [[t('why.threshold'), explanation.threshold] as const]
      : []),
    ...explanation.inputs.map(({ name, value }) => [name, value] as const),
  ];
  const rows: (readonly [string, ReactNode])[] = [
    ...said.map(([name, text]) => [name, <MessageText text={text} />] as const),
    [t('why.observed'), seen()],
    ...more.map(([name, text]) => [name, <MessageText text={text} />] as const),
  ];

  return (
    <>
      {sentence && (
        <p className={classes.sentence}>
          <MessageText text={sentence} />
        </p>
      )}
      {action}
      <table className={classes.table}>
        <tbody>
          {rows.map(([name, value], index) => (
            <tr key={index} className={classes.row}>
              <th scope="row">{name}</th>
              <td>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {(explanation.clears || foot.length > 0) && (
        <p className={classes.foot}>
          {explanation.clears && (
            <MessageText
              text={t('why.clears', { clears: explanation.clears })}
            />
          )}{' '}
          {foot.join(' ')}
        </p>
      )}
    </>
  );
}
