import { ReactNode } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import type { Observation } from '@callboard/plugin-callboard-common';
import { useNow } from '../../hooks/useNow';
import { useTexts } from '../../hooks/useTexts';
import { useTimeWords } from '../../hooks/useTimeWords';
import { joinSentences } from '../../text/joinSentences';
import { statusTokens } from '../../theme/statusTokens';
import { MessageText } from '../MessageText';
import { StatusWord } from '../StatusWord';

const DAY_MS = 24 * 60 * 60 * 1000;

const useStyles = makeStyles(theme => {
  const tokens = statusTokens(theme);
  return {
    subject: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: '2px 8px',
      padding: '8px 16px 4px',
      borderTop: `1px solid ${tokens.border}`,
      overflowWrap: 'anywhere',
    },
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

/** Why one observation has its status: rule, threshold, inputs, age, and what would clear it. */
export function WhyObservation(props: {
  readonly observation: Observation;
  /** Names the subject too; for aspects that several make up. */
  readonly named: boolean;
}) {
  const { observation, named } = props;
  const { explanation, findings, source, observedAt } = observation;
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
  const rows: [string, ReactNode][] = [
    [t('why.rule'), <MessageText text={explanation.rule} />],
  ];
  if (explanation.threshold) {
    rows.push([
      t('why.threshold'),
      <MessageText text={explanation.threshold} />,
    ]);
  }
  for (const input of explanation.inputs) {
    rows.push([input.name, <MessageText text={input.value} />]);
  }
  rows.push([t('why.observed'), seen()]);
  if (observation.stale) {
    rows.push([
      t('why.stale'),
      <MessageText
        text={joinSentences(
          observation.staleMessage,
          t('why.staleText', { source }),
        )}
      />,
    ]);
  }
  if (observation.flapping) {
    rows.push([t('why.flappingLabel'), t('why.flapping')]);
  }
  const sentence = findings[0]?.message ?? observation.summary;
  const foot = [
    observation.off ? t('why.off') : undefined,
    observation.production ? undefined : t('why.nonProduction'),
  ].filter(Boolean);

  return (
    <>
      {named && (
        <div className={classes.subject}>
          <StatusWord
            status={observation.off ? 'off' : observation.status}
            stale={observation.stale}
          />
          <b>{observation.subject}</b>
        </div>
      )}
      {sentence && (
        <p className={classes.sentence}>
          <MessageText text={sentence} />
        </p>
      )}
      <table className={classes.table}>
        <tbody>
          {rows.map(([name, value]) => (
            <tr key={name} className={classes.row}>
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
