import { makeStyles } from '@material-ui/core/styles';
import type { Observation } from '@callboard/plugin-callboard-common';
import { statusTokens } from '@callboard/plugin-callboard-react';
import type { RunbookOf } from '../../hooks/useRunbooks';
import { useTexts } from '../../hooks/useTexts';
import { joinSentences } from '../../text/joinSentences';
import { ExplanationText } from '../Explanation';
import { StatusWord } from '../StatusWord';
import { WhyRunbooks } from './WhyRunbooks';

const useStyles = makeStyles(theme => ({
  subject: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '2px 8px',
    padding: '8px 16px 4px',
    borderTop: `1px solid ${statusTokens(theme).border}`,
    overflowWrap: 'anywhere',
  },
}));

/** Why one observation has its status: rule, threshold, inputs, age, and what would clear it. */
export function WhyObservation(props: {
  readonly observation: Observation;
  /** Names the subject too; for aspects that several make up. */
  readonly named: boolean;
  readonly runbookOf: RunbookOf;
}) {
  const { observation, named, runbookOf } = props;
  const { explanation, findings, source, observedAt } = observation;
  const classes = useStyles();
  const t = useTexts();

  const more: (readonly [string, string])[] = [];
  if (observation.stale) {
    more.push([
      t('why.stale'),
      joinSentences(observation.staleMessage, t('why.staleText', { source })),
    ]);
  }
  if (observation.flapping) {
    more.push([t('why.flappingLabel'), t('why.flapping')]);
  }
  const foot = [
    ...(observation.off ? [t('why.off')] : []),
    ...(observation.production ? [] : [t('why.nonProduction')]),
  ];

  return (
    <>
      {named && (
        <div className={classes.subject}>
          <StatusWord
            status={observation.off ? 'off' : observation.status}
            stale={observation.stale}
          />
          <b>{observation.subject}</b>
          {/* The same selector is asked of every cluster. */}
          <span>{source}</span>
        </div>
      )}
      <ExplanationText
        explanation={explanation}
        sentence={findings[0]?.message ?? observation.summary}
        action={<WhyRunbooks observation={observation} runbookOf={runbookOf} />}
        source={source}
        observedAt={observedAt}
        more={more}
        foot={foot}
      />
    </>
  );
}
